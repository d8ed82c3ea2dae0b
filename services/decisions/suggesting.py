"""What is offered before the head has said anything: a choice, a measure, an owner, a day."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from db.models.scopes import ScopeLevel
from services.analysis import Finding, Thresholds
from services.summaries.votes import Choice

SUGGESTIONS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("suggestions.toml").read_text(encoding="utf-8")
)
MEASURES: Mapping[str, str] = SUGGESTIONS["measures"]
BASIC_LEVEL = 50.0
"""Percent: the two upper levels share a threshold that is half of the basic one."""
BY_PREFERENCE = (Choice.PLAN, Choice.HELP, Choice.NOT_OURS)
"""Where votes are equal, what does something goes first."""


class Owner(StrEnum):
    """Whom one may name by a press; nobody has to be named."""

    ALL = "all"
    HEAD = "head"


def choice(votes: Mapping[str, int]) -> Choice:
    """What most members said; without a vote the area goes into the plan."""
    return max(BY_PREFERENCE, key=lambda one: votes.get(one, 0))


def measures(found: Finding | None) -> tuple[str, ...]:
    """Measures that suit an area's figures, the best first; they name nobody and no mark."""
    names = ["basic", "advanced", "neighbours"]
    if found is not None:
        threshold = found.threshold
        if threshold is not None and threshold < BASIC_LEVEL:
            names = ["advanced", "basic", "neighbours"]
        if found.difference == "own_lower":
            names = ["neighbours", *(name for name in names if name != "neighbours")]
        if 100 * found.not_attempted >= Thresholds().often_skipped * found.n:
            names = ["skipped", *names[:2]]
    return tuple(MEASURES[name] for name in names)


def owner(who: Owner, level: ScopeLevel) -> str:
    """The words for somebody chosen by a press, in an association of a school or a municipality."""
    return str(SUGGESTIONS["owners"][who.value][level.value])
