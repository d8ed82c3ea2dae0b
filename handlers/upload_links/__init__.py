"""The upload page seen from the chat: links, files that came by them, lists of staff."""

from __future__ import annotations

from handlers.upload_links import links, staff
from handlers.upload_links.routes import routes

__all__ = ["links", "routes", "staff"]
