"""Results looked into in private, and what is refused there."""

from __future__ import annotations

from handlers.analyses import refusing, routes, sheets

ROUTES = (refusing.routes, routes.routes)

__all__ = ["ROUTES", "refusing", "routes", "sheets"]
