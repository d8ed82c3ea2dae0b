"""Forms in a chat: questions one by one, on buttons where there are choices."""

from handlers.forms import presses, words
from handlers.forms.buttons import Drop, Fix, Resume, Send
from handlers.forms.dialog import ask as again
from handlers.forms.dialog import begin, present
from handlers.forms.ends import Filled, cancelled, finished, review
from handlers.forms.presses import at_its_step
from handlers.ui.routes import Routes

__all__ = [
    "ROUTES",
    "Drop",
    "Filled",
    "Fix",
    "Resume",
    "Send",
    "again",
    "at_its_step",
    "begin",
    "cancelled",
    "finished",
    "present",
    "review",
]

ROUTES: tuple[Routes, ...] = (presses.routes, words.routes)
