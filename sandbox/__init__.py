"""A local Telegram: Bot API server, players' routes, a web page with phones and groups."""

from sandbox.server import Sandbox

__all__ = ["Sandbox"]
