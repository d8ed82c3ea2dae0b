"""Staff potential: the dashboard of lists without names."""

from handlers.staff import making
from handlers.staff.routes import routes

__all__ = ["making", "routes"]
