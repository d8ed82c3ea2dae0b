"""Asking for access: municipality, school, name; the methodologist accepts or declines."""

from handlers.access_requests.asking import routes as asking
from handlers.access_requests.deciding import routes as deciding

ROUTES = (asking, deciding)
