"""Hints to look at the conditions of a study: questions, never accusations.

Each compares with the region, since a fixed cut would flag half of it, and needs both to exceed
the region by a margin and to be beyond chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from services.analysis.attainment import Attainment, attainment, peers
from services.analysis.boundaries import boundaries, expected, window
from services.analysis.intervals import share_p_value
from services.analysis.journal import gap, peer_gaps
from services.analysis.study import Study
from services.analysis.thresholds import Thresholds
from services.analysis.twosamples import shares_p_value

CODES = ("marks_pile", "marks_raised", "grade_drop")
"""marks_pile: first scores heap up where a mark begins (own, region, n; percents of works within
a point of such a score); marks_raised: marks above the journal (own, region, n); grade_drop: «4»
and «5» lost since the grade before (grade, since, was, now, region_was, region_now, n)."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing to ask about; the words for `code` live in the texts."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


def hints(study: Study, before: Study | None, rules: Thresholds) -> tuple[Hint, ...]:
    """What to ask about the conditions; `before` is the same pupils a year and a grade earlier."""
    return (*_pile(study, rules), *_raised(study, rules), *_drop(study, before, rules))


def _pile(study: Study, rules: Thresholds) -> Iterator[Hint]:
    region = study.group("region")
    if not study.counts or region is None or not region.points:
        return
    starts = boundaries(study.counts.totals, region)
    own = window(study.counts.totals, starts)
    usual = expected(own, region.points)
    if own.n < rules.smallest_n or usual is None:
        return
    if _exceeds(own.percent, own.n, usual, rules.pile_excess, rules):
        yield Hint("marks_pile", {"own": own.percent, "region": usual, "n": own.n})


def _raised(study: Study, rules: Thresholds) -> Iterator[Hint]:
    own, region = gap(study, rules), peer_gaps(study).get("region")
    if own is None or region is None or own.n < rules.smallest_n:
        return
    if _exceeds(own.raised, own.n, region.raised, rules.raised_excess, rules):
        yield Hint("marks_raised", {"own": own.raised, "region": region.raised, "n": own.n})


def _drop(study: Study, before: Study | None, rules: Thresholds) -> Iterator[Hint]:
    if before is None or study.own.grade not in rules.drop_grades:
        return
    own, was = _quality(attainment(study), rules), _quality(attainment(before), rules)
    region, region_was = _region(study), _region(before)
    if own is None or was is None or region is None or region_was is None:
        return
    # What the region lost too is the step to another school stage, not ours.
    usual = max(0.0, min(100.0, was[0] + region - region_was))
    lost = round(usual - own[0], 9) >= rules.drop_excess
    if lost and shares_p_value(usual, was[1], *own) < rules.significance:
        yield Hint(
            "grade_drop",
            {
                "grade": study.own.grade,
                "since": before.own.year,
                "was": was[0],
                "now": own[0],
                "region_was": region_was,
                "region_now": region,
                "n": own[1],
            },
        )


def _quality(known: Attainment | None, rules: Thresholds) -> tuple[float, int] | None:
    quality = known.marks.quality() if known and known.n >= rules.smallest_n else None
    return None if known is None or quality is None else (quality, known.n)


def _region(study: Study) -> float | None:
    known = peers(study).get("region")
    return known.marks.quality() if known else None


def _exceeds(percent: float, n: int, usual: float, excess: float, rules: Thresholds) -> bool:
    if round(percent - usual, 9) < excess:
        return False
    return share_p_value(percent, n, usual) < rules.significance
