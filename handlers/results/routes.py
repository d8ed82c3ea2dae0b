"""The routes of results, filled by the modules beside this one."""

from __future__ import annotations

from handlers.ui.routes import Routes

routes = Routes()
