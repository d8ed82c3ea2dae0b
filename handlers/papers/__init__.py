"""Papers: written on order, given as documents, in the forms a place has chosen."""

from __future__ import annotations

# First, since sections whose words papers use may in turn put keys under papers.
from handlers.papers.under import under_papers

# isort: split
from handlers.papers import forms, ordering, writing
from handlers.papers.buttons import OrderReport
from handlers.papers.routes import routes

__all__ = ["OrderReport", "forms", "ordering", "routes", "under_papers", "writing"]
