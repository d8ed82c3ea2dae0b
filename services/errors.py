"""Refusals: the class name is the message's name, its public attributes are the arguments."""

from __future__ import annotations


class ServiceError(Exception):
    """A rule said no. `error-<class-name>` in the texts says it to the person."""

    def __init__(self, **details: object) -> None:
        super().__init__(type(self).__name__)
        self.details = details


class Forbidden(ServiceError):
    """The actor's roles and scopes do not allow this."""


class NotFound(ServiceError):
    """There is no such thing, or not for this person: the two must look alike."""
