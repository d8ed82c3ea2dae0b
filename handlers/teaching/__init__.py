"""Who teaches which class, and the class's figures for its teacher."""

from __future__ import annotations

from handlers.teaching.routes import routes

__all__ = ["routes"]
