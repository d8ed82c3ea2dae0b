"""Marks in figures: shares, успеваемость, качество, СОУ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from services.analysis.intervals import Moments
from services.results.model import Exam, Group

_SOU_WEIGHTS = {"5": 100, "4": 64, "3": 36, "2": 16}
_UNMARKED_WEIGHT = 7


@dataclass(frozen=True, slots=True)
class Marks:
    """Works (or percents of works) by mark; `unmarked` are н/а."""

    shares: Mapping[str, float]
    unmarked: float = 0.0

    @classmethod
    def of(cls, marks: Iterable[int | None]) -> Marks:
        """Counted from works; a work without a mark is left out."""
        return cls.counted(Counter(mark for mark in marks if mark is not None))

    @classmethod
    def counted(cls, works: Mapping[int, int]) -> Marks:
        """Of how many works got each mark."""
        return cls({mark: float(works.get(int(mark), 0)) for mark in _SOU_WEIGHTS})

    @property
    def total(self) -> float:
        """How many works there are, unmarked ones included."""
        return sum(self.shares.values()) + self.unmarked

    def percents(self) -> dict[str, float]:
        """Percent of works by mark 2…5, empty without works."""
        if not self.total:
            return {}
        return {
            mark: 100 * self.shares.get(mark, 0.0) / self.total for mark in ("2", "3", "4", "5")
        }

    def passed(self) -> float | None:
        """Успеваемость: (n5 + n4 + n3) / n · 100; None without works."""
        return self._percent("3", "4", "5")

    def quality(self) -> float | None:
        """Качество знаний: (n5 + n4) / n · 100; None without works."""
        return self._percent("4", "5")

    def learned(self) -> float | None:
        """СОУ by Симонов: (100·n5 + 64·n4 + 36·n3 + 16·n2 + 7·н/а) / n; None without works."""
        if not self.total:
            return None
        weighed = sum(weight * self.shares.get(mark, 0) for mark, weight in _SOU_WEIGHTS.items())
        return (weighed + _UNMARKED_WEIGHT * self.unmarked) / self.total

    def weights(self, n: int) -> Moments | None:
        """The weights of СОУ over `n` works, in short; None without works."""
        if not self.total or not n:
            return None
        works = {
            _SOU_WEIGHTS[mark]: n * self.shares.get(mark, 0.0) / self.total for mark in _SOU_WEIGHTS
        }
        works[_UNMARKED_WEIGHT] = n * self.unmarked / self.total
        earned = sum(weight * count for weight, count in works.items())
        squares = sum(weight * weight * count for weight, count in works.items())
        return Moments(n, earned, squares, _SOU_WEIGHTS["5"])

    def _percent(self, *marks: str) -> float | None:
        if not self.total:
            return None
        return 100 * sum(self.shares.get(mark, 0.0) for mark in marks) / self.total


def pooled_marks(groups: Iterable[Group]) -> Marks:
    """Marks of several groups weighted by participants."""
    shares: Counter[str] = Counter()
    for group in groups:
        for mark, percent in group.marks.items():
            shares[mark] += group.n * percent / 100  # type: ignore[assignment]
    return Marks(dict(shares))


def marks_of(exam: Exam) -> Marks:
    """Marks of the works of an exam, or of its most specific groups."""
    from services.analysis.completion import most_specific

    if exam.pupils:
        return Marks.of(pupil.mark for pupil in exam.pupils)
    return pooled_marks(most_specific(tuple(group for group in exam.groups if group.marks)))


def journal_gap(exam: Exam) -> dict[str, float]:
    """Percent of works marked lower, equal and higher than in the journal; empty without both."""
    pairs = [(p.mark, p.journal_mark) for p in exam.pupils if p.mark and p.journal_mark]
    if not pairs:
        return {}
    signs = Counter((mark > journal) - (mark < journal) for mark, journal in pairs)
    names = {"lowered": -1, "confirmed": 0, "raised": 1}
    return {name: 100 * signs[sign] / len(pairs) for name, sign in names.items()}
