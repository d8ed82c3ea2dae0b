"""The staff's side of difficulties: the inbox, the cards, the answers, the calls."""

from handlers.help_desk import announcing, answering, calls, desk
from handlers.ui.routes import Routes

__all__ = ["ROUTES", "announcing"]

ROUTES: tuple[Routes, ...] = (desk.routes, answering.routes, calls.routes)
