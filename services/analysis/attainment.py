"""Marks of a study beside those of wider places and of last year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from services.analysis.intervals import benjamini_hochberg, interval, share_p_value, wilson
from services.analysis.marks import Marks, pooled_marks
from services.analysis.study import Study
from services.analysis.thresholds import Thresholds
from services.analysis.twosamples import rest_of, shares_interval, shares_p_value

LEVELS = ("municipality", "region", "country")
_TWO = "2"
_SHARES = ("passed", "quality")


@dataclass(frozen=True, slots=True)
class Attainment:
    """Marks of `n` works: `counts` by mark, percents of успеваемость, качество and СОУ."""

    n: int
    marks: Marks

    @property
    def counts(self) -> dict[str, int]:
        """Works by mark; from a report of percents, the whole number nearest to each."""
        percents = self.marks.percents()
        return {mark: round(self.n * percent / 100) for mark, percent in percents.items()}

    @property
    def figures(self) -> dict[str, float | None]:
        """passed (успеваемость), quality (качество), sou (СОУ)."""
        marks = self.marks
        return {"passed": marks.passed(), "quality": marks.quality(), "sou": marks.learned()}


@dataclass(frozen=True, slots=True)
class Twos:
    """The share of «2» against an earlier year; `grew` by as much as is not to be.

    `low` and `high` bound the growth in percentage points.
    """

    since: int
    was: float
    now: float
    low: float
    high: float
    grew: bool
    beyond_chance: bool


def attainment(study: Study) -> Attainment | None:
    """Marks of our side, from works, else from a report's lines on it; None where none tells."""
    marks = study.counts.marks if study.counts else {}
    if marks:
        return Attainment(sum(marks.values()), Marks.counted(marks))
    groups = study.lines(lambda group: group.marks)
    return Attainment(sum(g.n for g in groups), pooled_marks(groups)) if groups else None


def peers(study: Study) -> dict[str, Attainment]:
    """Marks of wider places by level, as far as reports tell of them."""
    found = {level: study.group(level) for level in LEVELS}
    return {
        level: Attainment(group.n, Marks(dict(group.marks)))
        for level, group in found.items()
        if group is not None and group.marks
    }


def bounds(own: Attainment) -> dict[str, tuple[float, float] | None]:
    """Intervals of the three figures: shares have Wilson's, СОУ is a mean of weights."""
    shares = {name: own.figures[name] for name in _SHARES}
    told = {
        name: None if x is None or not own.n else wilson(x, own.n) for name, x in shares.items()
    }
    weights = own.marks.weights(own.n)
    return {**told, "sou": interval(weights) if weights else None}


def verdicts(
    own: Attainment, others: Mapping[str, Attainment], rules: Thresholds
) -> dict[str, dict[str, str]]:
    """Per level and figure (passed, quality): common, own_lower, own_higher or unknown.

    Corrected for the number of comparisons. СОУ is a weighted mean, so nothing is said of it.
    """
    told = {level: dict.fromkeys(_SHARES, "unknown") for level in others}
    chances = {
        (level, name): chance
        for level, other in others.items()
        for name in _SHARES
        if (chance := _chance(own, other, level, name, rules)) is not None
    }
    corrected = benjamini_hochberg(list(chances.values()))
    for (level, name), chance in zip(chances, corrected, strict=True):
        lower = (own.figures[name] or 0.0) < (others[level].figures[name] or 0.0)
        side = "own_lower" if lower else "own_higher"
        told[level][name] = side if chance < rules.significance else "common"
    return told


def _chance(
    own: Attainment, other: Attainment, level: str, name: str, rules: Thresholds
) -> float | None:
    mine, theirs = own.figures[name], other.figures[name]
    if mine is None or theirs is None or own.n < rules.smallest_n:
        return None
    if level != "municipality":
        return share_p_value(mine, own.n, theirs)
    rest = rest_of(mine, own.n, theirs, other.n)
    if rest is None or rest[1] < rules.smallest_n:
        return None
    return shares_p_value(mine, own.n, *rest)


def twos(own: Attainment, earlier: Sequence[tuple[int, Study]], rules: Thresholds) -> Twos | None:
    """The share of «2» against the last earlier year with marks; None where one has too few."""
    known = [(year, found) for year, one in earlier if (found := attainment(one)) is not None]
    if not known:
        return None
    since, last = max(known, key=lambda pair: pair[0])
    if min(own.n, last.n) < rules.smallest_n:
        return None
    now, was = own.marks.percents()[_TWO], last.marks.percents()[_TWO]
    chance = shares_p_value(now, own.n, was, last.n)
    grew = round(now - was, 9) >= rules.twos_growth
    low, high = shares_interval(now, own.n, was, last.n)
    return Twos(since, was, now, low, high, grew, now > was and chance < rules.significance)
