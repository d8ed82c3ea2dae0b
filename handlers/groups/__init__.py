"""Groups: linked to an association by a code and a methodologist's word, or left."""

from handlers.groups.events import routes as events
from handlers.groups.linking import routes as linking

ROUTES = (events, linking)
