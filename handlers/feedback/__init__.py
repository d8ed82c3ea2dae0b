"""Was it any help? At once, and after two school weeks; and what «thank you» means."""

from handlers.feedback import announcing, gratitude, lesson, rating
from handlers.ui.routes import Routes

__all__ = ["ROUTES", "announcing"]

ROUTES: tuple[Routes, ...] = (rating.routes, lesson.routes, gratitude.routes)
