"""The routes of the upload page, filled by the modules beside this one."""

from __future__ import annotations

from handlers.ui.routes import Routes

routes = Routes()
