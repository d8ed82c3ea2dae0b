"""Looking into files without saving anything: the document of `results inspect`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from services.analysis.catalogue import described
from services.analysis.completion import Figure, completion
from services.analysis.counting import Counts, count_by
from services.analysis.marks import Marks, marks_of
from services.results import FileRefused, Limits, parse
from services.results.model import Exam, Oddity, ParsedFile, School

Say = Callable[[str, Mapping[str, Any]], str]
Entry = dict[str, Any]


def by_code(code: str, _params: Mapping[str, Any]) -> str:
    """The sentence when nobody gave words: the code itself."""
    return code


def inspect(
    paths: Iterable[Path | str], *, say: Say = by_code, limits: Limits | None = None
) -> list[Entry]:
    """One entry per exam found, in the order of files; a file that cannot be read is one entry.

    `say` turns a code and its parameters into a sentence.
    """
    return [entry for path in paths for entry in _file(path, say, limits or Limits())]


def _file(path: Path | str, say: Say, limits: Limits) -> list[Entry]:
    try:
        parsed = parse(Path(path), limits=limits)
    except FileRefused as refused:
        message = say(refused.code, refused.params)
        return [_entry(path, error={"message": message, "cell": refused.cell})]
    except OSError as error:
        message = say("unreadable", {"reason": type(error).__name__})
        return [_entry(path, error={"message": message, "cell": None})]
    if not parsed.exams:
        return [_entry(path, kind=parsed.kind, people=parsed.people)]
    return [_exam(path, parsed, place, say) for place in range(len(parsed.exams))]


def _exam(path: Path | str, parsed: ParsedFile, place: int, say: Say) -> Entry:
    exam = described(parsed.exams[place])
    bad = [item.problem for item in parsed.bad_rows if item.exam == place]
    return _entry(
        path,
        kind=exam.kind,
        exam=exam.exam,
        year=exam.year,
        subject=exam.subject,
        grade=exam.grade,
        pupils=len(exam.pupils) if exam.pupils else None,
        absent=exam.absent,
        people=parsed.people,
        tasks={code: _figure(figure) for code, figure in completion(exam).items()},
        marks=_percents(marks_of(exam)),
        groups=_groups(exam),
        warnings=[_warning(item, say) for item in (*bad, *exam.warnings)],
    )


def _entry(path: Path | str, **told: Any) -> Entry:
    blank = dict.fromkeys(
        ("kind", "exam", "year", "subject", "grade", "pupils", "absent", "people")
    )
    empty: Entry = {"tasks": {}, "marks": {}, "groups": [], "warnings": [], "error": None}
    return {"file": str(path), **blank, **empty, **told}


def _figure(figure: Figure) -> Entry:
    return {
        "max": _whole(figure.task.max),
        "level": figure.task.level,
        "skill": figure.task.skill,
        "n": figure.n,
        "completion": round(figure.percent, 2),
        "low": round(figure.low, 2),
        "high": round(figure.high, 2),
        "status": figure.status,
        "confidence": figure.confidence,
    }


def _groups(exam: Exam) -> list[Entry]:
    told = [
        _group(g.name, g.level, g.n, dict(g.tasks), dict(g.marks), g.login) for g in exam.groups
    ]
    works = count_by(exam, lambda place: place[0]) if exam.pupils else {}
    return told + [
        _school(exam, school, works[school.key]) for school in exam.schools if school.key in works
    ]


def _school(exam: Exam, school: School, counts: Counts) -> Entry:
    figures = completion(exam, counts=counts)
    tasks = {code: figure.percent for code, figure in figures.items()}
    marks = _percents(Marks.counted(counts.marks))
    return _group(school.name, "school", counts.works, tasks, marks, school.login)


def _group(
    name: str,
    level: str,
    n: int,
    tasks: Mapping[str, float],
    marks: Mapping[str, float],
    login: str | None,
) -> Entry:
    rounded = {code: round(percent, 2) for code, percent in tasks.items()}
    shares = {mark: round(percent, 2) for mark, percent in marks.items()}
    return {
        "name": name,
        "login": login,
        "level": level,
        "n": n,
        "tasks": rounded,
        "marks": shares,
    }


def _percents(marks: Marks) -> dict[str, float]:
    return {mark: round(percent, 2) for mark, percent in marks.percents().items()}


def _warning(oddity: Oddity, say: Say) -> Entry:
    return {"cell": oddity.cell, "message": say(oddity.code, oddity.params)}


def _whole(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value
