"""Marks of a study: shares, the three usual figures, the same in wider places, the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from services.analyses.areas import WIDER
from services.analysis.completion import most_specific
from services.analysis.marks import Marks, journal_gap, marks_of, pooled_marks
from services.disclosure import SMALLEST
from services.results import Exam, Group, exam_from_json

Json = Mapping[str, Any]
MARKS = ("2", "3", "4", "5")


@dataclass(frozen=True, slots=True)
class Figures:
    """Percents of works: успеваемость, качество; `sou` is СОУ, 0-100."""

    passed: float
    quality: float
    sou: float


@dataclass(frozen=True, slots=True)
class PeerFigures:
    """The same in a wider place."""

    level: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Journal:
    """Percents of works marked lower than, as, and higher than in the journal.

    `far` is how many differ by two marks or more; None where it is too few to be told.
    """

    n: int
    lowered: float
    confirmed: float
    raised: float
    far: int | None
    peer_level: str | None = None
    peer_raised: float | None = None


@dataclass(frozen=True, slots=True)
class MarksTold:
    """Percents of works by mark from 2 to 5, the usual figures, wider places, the journal."""

    n: int
    percents: tuple[float, ...]
    own: Figures
    peers: tuple[PeerFigures, ...]
    journal: Journal | None
    twos_since: int | None = None
    """The earlier year beside which the share of «2» grew by as much as is not to be."""
    twos_was: float | None = None


def told(findings: Json | None, parts: Callable[[], Sequence[Json]]) -> MarksTold | None:
    """Marks as reckoned, else as the stored reports tell them; None below five works."""
    if findings and "percents" in (findings.get("marks") or {}):
        return _reckoned(findings["marks"], findings.get("journal"))
    exams = [exam_from_json(part["exam"]) for part in parts()]
    return _from_reports(exams)


def _reckoned(marks: Json, journal: Json | None) -> MarksTold | None:
    n = int(marks["n"])
    own = _figures(marks)
    if n < SMALLEST or own is None:
        return None
    peers = {level: _figures(marks["peers"][level]) for level in WIDER if level in marks["peers"]}
    twos = marks.get("twos") or {}
    grew = bool(twos.get("grew"))
    return MarksTold(
        n,
        tuple(float(marks["percents"].get(mark, 0.0)) for mark in MARKS),
        own,
        tuple(PeerFigures(level, one) for level, one in peers.items() if one is not None),
        _journal(journal) if journal else None,
        int(twos["since"]) if grew else None,
        float(twos["was"]) if grew else None,
    )


def _figures(told_marks: Json) -> Figures | None:
    known = [told_marks[name] for name in ("passed", "quality", "sou")]
    if None in known:
        return None
    passed, quality, sou = map(float, known)
    return Figures(passed, quality, sou)


def _journal(told_journal: Json) -> Journal | None:
    n = int(told_journal["n"])
    if n < SMALLEST:
        return None
    far = told_journal.get("far")
    peers = told_journal.get("peers") or {}
    level = next((one for one in ("region", "country", "municipality") if one in peers), None)
    return Journal(
        n,
        lowered=float(told_journal["lowered"]),
        confirmed=float(told_journal["confirmed"]),
        raised=float(told_journal["raised"]),
        far=int(far) if far is not None and (far == 0 or far >= SMALLEST) else None,
        peer_level=level,
        peer_raised=float(peers[level]["raised"]) if level else None,
    )


def _from_reports(exams: Sequence[Exam]) -> MarksTold | None:
    with_works = [exam for exam in exams if any(pupil.mark for pupil in exam.pupils)]
    groups = tuple(group for exam in exams for group in exam.groups if group.marks)
    if with_works:
        own, n = marks_of(with_works[0]), sum(1 for one in with_works[0].pupils if one.mark)
    else:
        nearest = most_specific(groups)
        own, n = pooled_marks(nearest), sum(group.n for group in nearest)
    figures = _reckon(own)
    if figures is None or n < SMALLEST:
        return None
    percents = own.percents()
    return MarksTold(
        n,
        tuple(percents[mark] for mark in MARKS),
        figures,
        _peers(groups, own_level=None if with_works else most_specific(groups)[0].level),
        _journal_of(exams),
    )


def _peers(groups: Sequence[Group], own_level: str | None) -> tuple[PeerFigures, ...]:
    found = []
    for level in WIDER:
        here = [group for group in groups if group.level == level != own_level]
        figures = _reckon(pooled_marks(here)) if here else None
        if figures is not None:
            found.append(PeerFigures(level, figures))
    return tuple(found)


def _reckon(marks: Marks) -> Figures | None:
    passed, quality, sou = marks.passed(), marks.quality(), marks.learned()
    if passed is None or quality is None or sou is None:
        return None
    return Figures(passed, quality, sou)


def _journal_of(exams: Sequence[Exam]) -> Journal | None:
    for exam in exams:
        gap = journal_gap(exam)
        n = sum(1 for one in exam.pupils if one.mark and one.journal_mark)
        if gap and n >= SMALLEST:
            far = sum(
                1
                for one in exam.pupils
                if one.mark and one.journal_mark and abs(one.mark - one.journal_mark) > 1
            )
            return _journal({"n": n, **gap, "far": far})
    groups = [group for exam in exams for group in exam.groups if group.journal]
    schools = [group for group in groups if group.level == "school" and group.n >= SMALLEST]
    if len(schools) != 1:
        return None
    peers = {group.level: group.journal for group in groups if group.level != "school"}
    return _journal({"n": schools[0].n, **schools[0].journal, "peers": peers})
