"""A teacher's side of difficulties: report, read the answer, add a word."""

from handlers.difficulties import own_cases, reporting
from handlers.forms import outdated
from handlers.ui.routes import Routes

__all__ = ["ROUTES", "outdated"]

ROUTES: tuple[Routes, ...] = (reporting.routes, own_cases.routes)
