"""Inviting: whom, where, how many; the link; the list of those still open."""

from handlers.invitations.routes import routes

__all__ = ["routes"]
