"""Dialogs: forms being filled in, kept as rows so that no answer is lost."""

from services.dialogs.catalogue import Lists, form_named, preload
from services.dialogs.filling import DialogGone, Filling
from services.dialogs.keeping import (
    active,
    add,
    again,
    at_step,
    draft,
    drop,
    keep,
    know,
    lay_aside,
    mark,
    resume,
    start,
    stop_nudging,
    today,
)
from services.dialogs.nudging import DraftWaits

__all__ = [
    "DialogGone",
    "DraftWaits",
    "Filling",
    "Lists",
    "active",
    "add",
    "again",
    "at_step",
    "draft",
    "drop",
    "form_named",
    "keep",
    "know",
    "lay_aside",
    "mark",
    "preload",
    "resume",
    "start",
    "stop_nudging",
    "today",
]
