"""Works of pupils without anything that names one: a row each, kept as a few short texts."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, overload

from services.results.columns import Column, ColumnWriter

Score = tuple[float | None, bool]
Place = tuple[str, str | None, str | None]

SKIPPED = "X"


@dataclass(frozen=True, slots=True)
class Pupil:
    """One work: scores follow the exam's tasks, None means the task was not offered."""

    school: str
    class_label: str | None
    variant: str | None
    scores: tuple[float | None, ...]
    not_attempted: tuple[bool, ...]
    total: float | None
    mark: int | None = None
    journal_mark: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Pupils(Sequence[Pupil]):
    """Many works in little room; behaves as a tuple of Pupil, a slice is a real one.

    `scores` holds `width` values for each work, one after another.
    """

    width: int
    places: Column[Place]
    scores: Column[Score]
    totals: Column[float | None]
    marks: Column[int | None]
    journal_marks: Column[int | None]
    _by_school: dict[str, array[int]] = field(default_factory=dict, init=False, repr=False)

    @staticmethod
    def of(pupils: Iterable[Pupil], width: int) -> Pupils:
        """Pack works of `width` tasks; ValueError when one has another number of them."""
        writer = PupilsWriter(width)
        for pupil in pupils:
            writer.add(pupil)
        return writer.done()

    def __len__(self) -> int:
        return len(self.marks)

    def __iter__(self) -> Iterator[Pupil]:
        return self._works(range(len(self)))

    @overload
    def __getitem__(self, place: int) -> Pupil: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Pupil, ...]: ...
    def __getitem__(self, place: int | slice) -> Pupil | tuple[Pupil, ...]:
        wanted = range(len(self))[place]
        if isinstance(wanted, range):
            return tuple(self._works(wanted))
        return next(self._works((wanted,)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, tuple | Pupils):
            return NotImplemented
        return len(self) == len(other) and all(map(Pupil.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]

    def counts(self, task: int) -> dict[Score, int]:
        """How often each score of a task is there; a score comes with whether it was skipped."""
        return Column(self.scores.values, self.scores.signs[task :: self.width or 1]).counts()

    def of_schools(self, keys: Collection[str]) -> Pupils:
        """The works of these schools."""
        rows = self._rows_of(frozenset(keys))
        # Values none of these works has must not travel along: they may be of another school.
        return Pupils(
            self.width,
            self.places.picked(rows),
            Column(
                self.scores.values,
                "".join(
                    self.scores.signs[row * self.width : (row + 1) * self.width] for row in rows
                ),
            ),
            self.totals.picked(rows),
            self.marks.picked(rows),
            self.journal_marks.picked(rows),
        )

    def to_json(self) -> dict[str, Any]:
        """The works as a plain object of few values."""
        return {
            "width": self.width,
            "places": self.places.to_json(list),
            "scores": self.scores.to_json(_score_told),
            "totals": self.totals.to_json(_whole),
            "marks": self.marks.to_json(_whole),
            "journal_marks": self.journal_marks.to_json(_whole),
        }

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> Pupils:
        """The works that `to_json` wrote."""
        return Pupils(
            data["width"],
            Column.from_json(data["places"], _place_read),
            Column.from_json(data["scores"], _score_read),
            Column.from_json(data["totals"], _total_read),
            Column.from_json(data["marks"], _mark_read),
            Column.from_json(data["journal_marks"], _mark_read),
        )

    def _rows_of(self, keys: Collection[str]) -> Sequence[int]:
        if not self._by_school:
            # Made once: a file of hundreds of schools is shared out school by school.
            schools = {one: school for one, (school, *_rest) in self.places.meanings().items()}
            for row, one in enumerate(self.places.signs):
                self._by_school.setdefault(schools[one], array("L")).append(row)
        chosen = [self._by_school[key] for key in keys if key in self._by_school]
        return chosen[0] if len(chosen) == 1 else sorted(chain.from_iterable(chosen))

    def _works(self, rows: Iterable[int]) -> Iterator[Pupil]:
        width, signs = self.width, self.scores.signs
        scores = self.scores.meanings()
        points = {one: score for one, (score, _skipped) in scores.items()}
        skips = {one: skipped for one, (_score, skipped) in scores.items()}
        nobody = None if any(skips.values()) else (False,) * width
        places, totals = self.places.meanings(), self.totals.meanings()
        marks, journal_marks = self.marks.meanings(), self.journal_marks.meanings()
        for row in rows:
            own = signs[row * width : (row + 1) * width]
            yield Pupil(
                *places[self.places.signs[row]],
                tuple(map(points.__getitem__, own)),
                nobody if nobody is not None else tuple(map(skips.__getitem__, own)),
                totals[self.totals.signs[row]],
                marks[self.marks.signs[row]],
                journal_marks[self.journal_marks.signs[row]],
            )


class _PlainSigns(dict[float | None, str]):
    """Signs of scores nobody skipped."""

    def __init__(self, scores: ColumnWriter[Score]) -> None:
        super().__init__()
        self._scores = scores

    def __missing__(self, score: float | None) -> str:
        self[score] = self._scores.sign_of((score, False))
        return self[score]


@dataclass(slots=True)
class PupilsWriter:
    """Works of one exam while they are read."""

    width: int
    count: int = field(default=0, init=False)
    _places: ColumnWriter[Place] = field(default_factory=ColumnWriter)
    _scores: ColumnWriter[Score] = field(default_factory=ColumnWriter)
    _totals: ColumnWriter[float | None] = field(default_factory=ColumnWriter)
    _marks: ColumnWriter[int | None] = field(default_factory=ColumnWriter)
    _journal_marks: ColumnWriter[int | None] = field(default_factory=ColumnWriter)
    _plain: _PlainSigns = field(init=False)

    def __post_init__(self) -> None:
        self._plain = _PlainSigns(self._scores)

    def __len__(self) -> int:
        return self.count

    def add(self, pupil: Pupil) -> None:
        """Add one work."""
        if not len(pupil.scores) == len(pupil.not_attempted) == self.width:
            raise ValueError(f"a work of {len(pupil.scores)} tasks among works of {self.width}")
        self._places.extend(((pupil.school, pupil.class_label, pupil.variant),))
        if True in pupil.not_attempted:
            self._scores.extend(zip(pupil.scores, pupil.not_attempted, strict=True))
        else:
            self._scores.extend_signs(map(self._plain.__getitem__, pupil.scores))
        self._totals.extend((pupil.total,))
        self._marks.extend((pupil.mark,))
        self._journal_marks.extend((pupil.journal_mark,))
        self.count += 1

    def done(self) -> Pupils:
        """All works so far."""
        return Pupils(
            self.width,
            self._places.done(),
            self._scores.done(),
            self._totals.done(),
            self._marks.done(),
            self._journal_marks.done(),
        )


def _whole(value: float | None) -> float | None:
    return int(value) if value is not None and float(value).is_integer() else value


def _score_told(score: Score) -> float | str | None:
    return SKIPPED if score[1] else _whole(score[0])


def _score_read(told: float | str | None) -> Score:
    if isinstance(told, str):
        return 0.0, True
    return (None if told is None else float(told)), False


def _place_read(told: list[Any]) -> Place:
    school, class_label, variant = told
    return school, class_label, variant


def _total_read(told: float | None) -> float | None:
    return None if told is None else float(told)


def _mark_read(told: float | None) -> int | None:
    return None if told is None else int(told)
