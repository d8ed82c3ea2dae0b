"""Every table, one module per noun; importing this package knows them all."""

from db.models import (
    access,
    assistance,
    delivery,
    dialogs,
    groups,
    intake,
    jobs,
    people,
    results,
    scopes,
)

__all__ = [
    "access",
    "assistance",
    "delivery",
    "dialogs",
    "groups",
    "intake",
    "jobs",
    "people",
    "results",
    "scopes",
]
