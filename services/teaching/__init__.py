"""Who teaches which class, and the figures that opens."""

from __future__ import annotations

from services.teaching.asking import (
    ClassClosed,
    ClassFailed,
    ClassReckoned,
    ClassTold,
    Other,
    ask_for_class,
    ask_for_own,
)
from services.teaching.confirming import (
    LoadDecided,
    LoadsSaid,
    OwnLoad,
    ask_to_confirm,
    confirmed,
    decide,
    waiting,
)
from services.teaching.cuts import ClassLine, Cut, cut
from services.teaching.figures import AreaOfClass
from services.teaching.saying import Offered, offered, own, toggle
from services.teaching.standing import Load, State

__all__ = [
    "AreaOfClass",
    "ClassClosed",
    "ClassFailed",
    "ClassLine",
    "ClassReckoned",
    "ClassTold",
    "Cut",
    "Load",
    "LoadDecided",
    "LoadsSaid",
    "Offered",
    "Other",
    "OwnLoad",
    "State",
    "ask_for_class",
    "ask_for_own",
    "ask_to_confirm",
    "confirmed",
    "cut",
    "decide",
    "offered",
    "own",
    "toggle",
    "waiting",
]
