"""Own classes of a teacher, in private: beside the parallel and wider places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from services.analysis.attainment import Attainment
from services.analysis.completion import Figure, of_works
from services.analysis.counting import Counts, count_by, packed
from services.analysis.demands import swapped
from services.analysis.marks import Marks
from services.analysis.neighbours import guarded
from services.analysis.peers import peers_of
from services.analysis.study import Study
from services.analysis.thresholds import Thresholds
from services.results.model import Exam


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One task of the class, percents 0-100; `parallel` is None where it is not told."""

    figure: Figure
    threshold: float | None
    parallel: float | None
    peers: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """A class by itself; `few` works judge nothing.

    `parallel` says why the parallel stands beside it or not: shown; alone (there is no other
    class); one_class or few_works (the others could be got by subtraction).
    """

    labels: tuple[str, ...]
    n: int
    few: bool
    parallel: str
    parallel_n: int
    rows: tuple[ClassRow, ...]
    marks: Attainment | None


def labels_in(exam: Exam) -> tuple[str, ...]:
    """The classes of an exam as its works call them, in order."""
    places = packed(exam.pupils, len(exam.tasks)).places
    return tuple(sorted({label for _school, label, _variant in places.values if label}))


def plain_class(label: str, grade: int | None) -> str:
    """One class under all its spellings: «6 "а"», «6-А», «А» of grade 6."""
    plain = swapped("".join(sign for sign in label if sign.isalnum()).casefold())
    own = str(grade) if grade else ""
    return plain if plain.startswith(own) and plain != own else f"{own}{plain.removeprefix(own)}"


def class_figures(study: Study, labels: Collection[str], rules: Thresholds) -> ClassFigures:
    """The figures of own classes (all that one teacher has, together) of a school's study.

    The parallel is all classes together. It is told only where subtracting the own works leaves
    at least two classes, of which even the largest known leaves five works: with a single other
    class the rest would be that class, and so its teacher.
    """
    grade = study.own.grade
    wanted = {plain_class(label, grade) for label in labels}
    by_class = count_by(study.own, lambda place: plain_class(place[1] or "", grade))
    own = _united(counts for name, counts in by_class.items() if name in wanted)
    others = [counts.works for name, counts in by_class.items() if name not in wanted]
    told = _told(others)
    parallel = study.figures(rules) if told == "shown" else {}
    rows = tuple(
        _row(study, figure, parallel.get(code), rules)
        for code, figure in of_works(study.own.tasks, own, rules).items()
    )
    return ClassFigures(
        labels=tuple(labels),
        n=own.works,
        few=own.works < rules.smallest_n,
        parallel=told,
        parallel_n=len(study.own.pupils) if told == "shown" else 0,
        rows=rows,
        marks=_marks(own),
    )


def _told(others: Sequence[int]) -> str:
    if not others:
        return "alone"
    if len(others) == 1:
        return "one_class"
    return "shown" if guarded(others) else "few_works"


def _united(found: Iterable[Counts]) -> Counts:
    total = Counts()
    for counts in found:
        total = total.with_(counts)
    return total


def _row(study: Study, figure: Figure, parallel: Figure | None, rules: Thresholds) -> ClassRow:
    threshold = rules.levels.get(figure.task.level or "")
    return ClassRow(
        figure,
        threshold.sufficient if threshold else None,
        parallel.percent if parallel else None,
        {peer.level: peer.percent for peer in peers_of(study, figure)},
    )


def _marks(counts: Counts) -> Attainment | None:
    marks = counts.marks
    if not marks:
        return None
    return Attainment(sum(marks.values()), Marks.counted(marks))
