"""Figures of a class by itself, and whether the parallel may stand beside it.

A class is its teacher where one teacher holds the subject: what of the parallel is not one's own
must not come down to a single colleague.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from services.analyses.areas import NEAREST
from services.analysis.classes import ClassFigures, ClassRow
from services.findings import class_figures

Parts = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class AreaOfClass:
    """An area in a class; percents 0-100, `parallel` and `peer` None where they are not told."""

    code: str
    level: str | None
    skill: str | None
    n: int
    percent: float
    low: float
    high: float
    status: str
    confidence: str
    parallel: float | None
    peer: float | None
    peer_level: str | None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What the analysis process needs: reports, the class, and all that is the reader's own.

    `other_teachers` is how many the rest of the parallel has, as far as the school confirmed, 0
    where it is not known; `beside` the parallel's percents for a reader who sees every class.
    """

    parts: Parts
    labels: tuple[str, ...]
    own: tuple[str, ...] = ()
    other_teachers: int = 0
    beside: dict[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The class by itself, and whether the parallel may stand beside it."""

    figures: ClassFigures
    parallel: str
    beside: dict[str, float]


def reckon_class(order: Reckoning | None) -> Reckoned | None:
    """The figures of the class, and of the parallel where no other class could be got from it."""
    if order is None:
        return None
    told = class_figures(order.parts, order.labels)
    if order.beside is not None:
        return Reckoned(told, "shown", order.beside)
    together = class_figures(order.parts, order.own)
    if together.parallel == "alone" and set(order.own) != set(order.labels):
        # All classes are the reader's own: together they are the parallel.
        whole = {row.figure.task.code: row.figure.percent for row in together.rows}
        return Reckoned(told, "own", whole)
    if together.parallel == "shown" and order.other_teachers == 1:
        return Reckoned(told, "one_teacher", {})
    beside = {
        row.figure.task.code: row.parallel for row in together.rows if row.parallel is not None
    }
    return Reckoned(told, together.parallel, beside)


def area_of(row: ClassRow, beside: Mapping[str, float]) -> AreaOfClass:
    """A row as people see it, with what of the parallel may be told."""
    figure = row.figure
    level = next((one for one in NEAREST if one in row.peers), None)
    return AreaOfClass(
        figure.task.code,
        figure.task.level,
        figure.task.skill,
        figure.n,
        figure.percent,
        figure.low,
        figure.high,
        figure.status,
        figure.confidence,
        beside.get(figure.task.code),
        row.peers[level] if level else None,
        level,
    )
