"""The calendar of studies: what is expected by when, who has sent, friendly reminders."""

from handlers.expected_studies import adding, announcing, calendar, changing
from handlers.ui.routes import Routes

__all__ = ["ROUTES", "announcing"]

ROUTES: tuple[Routes, ...] = (calendar.routes, adding.routes, changing.routes)
