"""Results: files in, summaries out, votes back."""

from __future__ import annotations

from handlers.results import pictures, summaries, templates, uploads
from handlers.results.routes import routes

__all__ = ["pictures", "routes", "summaries", "templates", "uploads"]
