"""Works counted in one pass: all that figures need of them, in little room."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from services.analysis.intervals import Moments
from services.results.columns import Column
from services.results.model import Exam
from services.results.pupils import Place, Pupil, Pupils

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Hashable)


@dataclass(slots=True)
class Tally:
    """Per task how often each score came, None among them for a task not offered."""

    works: int = 0
    scores: list[Counter[float | None]] = field(default_factory=list)
    skipped: list[int] = field(default_factory=list)

    def moments(self, place: int, most: float) -> Moments | None:
        """A task's scores in short; None where nobody was offered it."""
        # In the order of scores, so that the order of works leaves no trace in the last digit.
        known = sorted((s, c) for s, c in self.scores[place].items() if s is not None)
        n = sum(count for _score, count in known)
        if not n or not most:
            return None
        earned = sum(score * count for score, count in known)
        return Moments(n, earned, sum(score * score * count for score, count in known), most)

    def with_(self, other: Tally) -> Tally:
        """Both together."""
        if not (self.scores and other.scores):
            return self if self.scores else other
        pairs = zip(self.scores, other.scores, strict=True)
        skipped = zip(self.skipped, other.skipped, strict=True)
        return Tally(
            self.works + other.works,
            [one + another for one, another in pairs],
            [one + another for one, another in skipped],
        )


@dataclass(slots=True)
class Counts:
    """A set of works: tasks by mark, pairs of marks (work, journal), first scores by mark."""

    by_mark: dict[int | None, Tally] = field(default_factory=dict)
    journal: Counter[tuple[int, int]] = field(default_factory=Counter)
    totals: Counter[tuple[int | None, float]] = field(default_factory=Counter)

    @property
    def works(self) -> int:
        """How many works there are."""
        return sum(tally.works for tally in self.by_mark.values())

    @property
    def marks(self) -> dict[int, int]:
        """How many works got each mark."""
        return {mark: tally.works for mark, tally in self.by_mark.items() if mark is not None}

    @property
    def tasks(self) -> Tally:
        """The tasks of all works."""
        total = Tally()
        for tally in self.by_mark.values():
            total = total.with_(tally)
        return total

    def with_(self, other: Counts) -> Counts:
        """Both together."""
        marks = [*self.by_mark, *(mark for mark in other.by_mark if mark not in self.by_mark)]
        by_mark = {
            mark: self.by_mark.get(mark, Tally()).with_(other.by_mark.get(mark, Tally()))
            for mark in marks
        }
        return Counts(by_mark, self.journal + other.journal, self.totals + other.totals)


def count(exam: Exam) -> Counts:
    """The works of an exam."""
    return count_by(exam, lambda _place: None).get(None) or Counts()


def count_by(exam: Exam, key: Callable[[Place], K]) -> dict[K, Counts]:
    """The works of an exam by something of where they were written: a school, a class."""
    works = packed(exam.pupils, len(exam.tasks))
    keys = {sign: key(place) for sign, place in works.places.meanings().items()}
    marks = works.marks.meanings()
    rows: dict[tuple[K, int | None], array[int]] = {}
    for row, (place, mark) in enumerate(zip(works.places.signs, works.marks.signs, strict=True)):
        rows.setdefault((keys[place], marks[mark]), array("L")).append(row)
    found: dict[K, Counts] = {}
    for (name, given), chosen in rows.items():
        counts = found.setdefault(name, Counts())
        counts.by_mark[given] = _tallied(works, chosen)
        totals, journal = _picked(works.totals, chosen), _picked(works.journal_marks, chosen)
        counts.totals.update(
            {(given, total): n for total, n in totals.items() if total is not None}
        )
        if given is not None:
            journal_marks = {(given, other): n for other, n in journal.items() if other is not None}
            counts.journal.update(journal_marks)
    return found


def packed(pupils: Pupils | Iterable[Pupil], width: int) -> Pupils:
    """Works as columns, whichever way an exam keeps them."""
    return pupils if isinstance(pupils, Pupils) else Pupils.of(pupils, width)


def _tallied(works: Pupils, rows: array[int]) -> Tally:
    width = works.width
    signs = "".join(works.scores.signs[row * width : (row + 1) * width] for row in rows)
    meanings = works.scores.meanings()
    tally = Tally(len(rows))
    for task in range(width):
        scores: Counter[float | None] = Counter()
        skips = 0
        # Counting the signs of a text is the one fast way to count a column.
        for sign, n in Counter(signs[task::width]).items():
            score, skipped = meanings[sign]
            scores[score] += n
            skips += n * skipped
        tally.scores.append(scores)
        tally.skipped.append(skips)
    return tally


def _picked(column: Column[V], rows: array[int]) -> dict[V, int]:
    signs = "".join(map(column.signs.__getitem__, rows))
    return Column(column.values, signs).counts()
