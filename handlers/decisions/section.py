"""The whole section: importing it answers every button of decisions."""

from __future__ import annotations

from handlers.decisions import (
    announcing,
    drafting,
    following,
    reading,
    under_papers,
    waiting,
    written,
)
from handlers.decisions.routes import routes

__all__ = [
    "announcing",
    "drafting",
    "following",
    "reading",
    "routes",
    "under_papers",
    "waiting",
    "written",
]
