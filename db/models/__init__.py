"""Every table, one module per noun; importing this package knows them all."""

from db.models import (
    access,
    assistance,
    decisions,
    delivery,
    dialogs,
    expected_studies,
    groups,
    intake,
    jobs,
    people,
    results,
    scopes,
    staff,
    teaching,
    upload_links,
)

__all__ = [
    "access",
    "assistance",
    "decisions",
    "delivery",
    "dialogs",
    "expected_studies",
    "groups",
    "intake",
    "jobs",
    "people",
    "results",
    "scopes",
    "staff",
    "teaching",
    "upload_links",
]
