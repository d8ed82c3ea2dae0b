"""The calendar of studies: what is expected of which school by when, who has sent it."""

from services.expected_studies.changing import cancel, excuse, move, restore
from services.expected_studies.notices import NobodyToRemind, ResultsAwaited, ResultsMissing
from services.expected_studies.planning import (
    Added,
    DueDayPassed,
    NoSchoolChosen,
    Wish,
    add,
    add_alike,
)
from services.expected_studies.views import (
    by_school,
    days_for,
    occasions,
    overview,
    planning,
    shown,
)

__all__ = [
    "Added",
    "DueDayPassed",
    "NoSchoolChosen",
    "NobodyToRemind",
    "ResultsAwaited",
    "ResultsMissing",
    "Wish",
    "add",
    "add_alike",
    "by_school",
    "cancel",
    "days_for",
    "excuse",
    "move",
    "occasions",
    "overview",
    "planning",
    "restore",
    "shown",
]
