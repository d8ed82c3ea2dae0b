"""Few works judged together with others: of earlier years, else of other schools.

Our own figure stays as it is; what was pooled is said beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from services.analysis.completion import Figure, figure_of, share_figure
from services.analysis.intervals import Moments
from services.analysis.neighbours import guarded, neighbours
from services.analysis.study import Study
from services.analysis.thresholds import Thresholds
from services.analysis.trend import trend
from services.results.model import Exam


@dataclass(frozen=True, slots=True)
class Pooled:
    """A task judged on more works than ours; `years` and `schools` count our own in."""

    by: str
    years: tuple[int, ...]
    schools: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Pool:
    """What stands in for a study of few works; `by` is years or schools."""

    by: str
    years: tuple[int, ...]
    schools: int
    n: int
    own_n: int
    tasks: Mapping[str, Pooled]


def pool_of(
    study: Study,
    earlier: Sequence[tuple[int, Study]],
    around: Sequence[Exam],
    rules: Thresholds,
) -> Pool | None:
    """What our few works are judged with; None where they are enough or nothing helps.

    Earlier years of the school come first, as far as they are the same skills; other schools of
    the municipality when years leave more than half of the tasks unjudged.
    """
    own_n = study.participants(rules)
    figures = study.figures(rules)
    if own_n >= rules.smallest_n or not figures:
        return None
    by_years = _by_years(study, earlier, rules)
    if 2 * len(by_years) >= len(figures):
        return _told("years", by_years, own_n)
    by_schools = _by_schools(study, around, rules)
    if len(by_schools) > len(by_years):
        return _told("schools", by_schools, own_n)
    return _told("years", by_years, own_n) if by_years else None


def _by_years(
    study: Study, earlier: Sequence[tuple[int, Study]], rules: Thresholds
) -> dict[str, Pooled]:
    this = study.own.year or 0
    recent = [one for one in earlier if 0 < this - one[0] < rules.pooled_years]
    years = trend(study, recent, rules)
    found = {}
    for code in years[-1].figures if years else ():
        parts = [(one.year, one.figures[code]) for one in years if code in one.figures]
        figure = together([figure for _year, figure in reversed(parts)], rules)
        if figure.n >= rules.smallest_n:
            found[code] = Pooled("years", tuple(year for year, _figure in parts), 1, figure)
    return found


def _by_schools(study: Study, around: Sequence[Exam], rules: Thresholds) -> dict[str, Pooled]:
    others = neighbours(study.own, around, rules)
    years = (study.own.year,) if study.own.year else ()
    found = {}
    for code, own in study.figures(rules).items():
        theirs = [figures[code] for figures in others if code in figures]
        if guarded([figure.n for figure in theirs]):
            figure = together([own, *theirs], rules)
            if figure.n >= rules.smallest_n:
                found[code] = Pooled("schools", years, 1 + len(theirs), figure)
    return found


def together(figures: Sequence[Figure], rules: Thresholds) -> Figure:
    """One figure of several of the same task, the first of which is ours; weighted by works."""
    task = figures[0].task
    skipped = sum(figure.not_attempted for figure in figures)
    known = [figure.moments for figure in figures if figure.moments]
    n = sum(figure.n for figure in figures)
    if len(known) == len(figures):
        earned = sum(moments.earned for moments in known)
        squares = sum(moments.squares for moments in known)
        return figure_of(task, Moments(n, earned, squares, task.max), rules, not_attempted=skipped)
    percent = sum(figure.n * figure.percent for figure in figures) / n
    return share_figure(task, n, round(percent, 9), rules)


def _told(by: str, tasks: Mapping[str, Pooled], own_n: int) -> Pool:
    years = sorted({year for one in tasks.values() for year in one.years})
    schools = max(one.schools for one in tasks.values())
    n = max(one.figure.n for one in tasks.values())
    return Pool(by, tuple(years), schools, n, own_n, tasks)
