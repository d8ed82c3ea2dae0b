"""The same skills in earlier years: how completion went, and where it changed beyond chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from services.analysis.completion import Figure
from services.analysis.demands import same_demands
from services.analysis.intervals import benjamini_hochberg
from services.analysis.study import Study
from services.analysis.thresholds import Thresholds
from services.analysis.twosamples import change_interval, change_p_value


@dataclass(frozen=True, slots=True)
class YearOf:
    """One year of the study: `figures` by the codes of this year's tasks, as far as comparable."""

    year: int
    n: int
    figures: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Change:
    """A skill against the last earlier year that has it; percents, `points` are `now` − `was`.

    `verdict`: rose, fell, same (no more than chance gives), few (too few works to say).
    """

    code: str
    skill: str | None
    since: int
    was: float
    now: float
    points: float
    low: float
    high: float
    verdict: str


def trend(
    study: Study, earlier: Sequence[tuple[int, Study]], rules: Thresholds
) -> tuple[YearOf, ...]:
    """Years with anything comparable, oldest first, this one last; empty without such years."""
    years = [_year(study, year, other, rules) for year, other in earlier]
    told = sorted((one for one in years if one.figures), key=lambda one: one.year)
    if not told or study.own.year is None:
        return ()
    comparable = {code for one in told for code in one.figures}
    figures = study.figures(rules)
    own = {code: figure for code, figure in figures.items() if code in comparable}
    return (*told, YearOf(study.own.year, study.participants(rules), own))


def changes(years: Sequence[YearOf], rules: Thresholds) -> tuple[Change, ...]:
    """This year against the last one before, skill by skill, corrected for how many there are."""
    if not years:
        return ()
    *before, now = years
    pairs = {
        code: (figure, was)
        for code, figure in now.figures.items()
        if (was := _last(before, code)) is not None
    }
    judged = [code for code, (figure, (_y, was)) in pairs.items() if _enough(figure, was, rules)]
    chances = [change_p_value(pairs[code][0], pairs[code][1][1]) for code in judged]
    real = dict(zip(judged, benjamini_hochberg(chances), strict=True))
    return tuple(
        _change(figure, year, was, real.get(code), rules)
        for code, (figure, (year, was)) in pairs.items()
    )


def _year(study: Study, year: int, other: Study, rules: Thresholds) -> YearOf:
    figures = other.figures(rules)
    matches = same_demands(study.own.tasks, other.own.tasks)
    told = {code: figures[match] for code, match in matches.items() if match in figures}
    return YearOf(year, other.participants(rules), told)


def _last(years: Sequence[YearOf], code: str) -> tuple[int, Figure] | None:
    found = [(one.year, one.figures[code]) for one in years if code in one.figures]
    return found[-1] if found else None


def _enough(figure: Figure, was: Figure, rules: Thresholds) -> bool:
    return min(figure.n, was.n) >= rules.smallest_n


def _change(
    figure: Figure, year: int, was: Figure, chance: float | None, rules: Thresholds
) -> Change:
    low, high = change_interval(figure, was)
    points = figure.percent - was.percent
    verdict = "few" if chance is None else "same"
    if chance is not None and chance < rules.significance:
        verdict = "rose" if points > 0 else "fell"
    task = figure.task
    percents = (was.percent, figure.percent, points)
    return Change(task.code, task.skill, year, *percents, low, high, verdict)
