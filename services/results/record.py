"""Parsed files as JSON documents: what crosses the parser's pipe and what a row stores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from functools import lru_cache, singledispatch
from typing import Any

from services.results.model import (
    BadRow,
    Exam,
    Group,
    Oddity,
    ParsedFile,
    Question,
    School,
    StaffRow,
    Task,
)
from services.results.pupils import SKIPPED, Pupil, Pupils

Json = dict[str, Any]

_MISSING = "-"


@singledispatch
def to_json(value: Any) -> Any:
    """A value of the model as plain JSON; a file or an exam becomes an object."""
    return value


@to_json.register(ParsedFile)
@to_json.register(Group)
@to_json.register(School)
@to_json.register(Oddity)
@to_json.register(BadRow)
@to_json.register(Task)
@to_json.register(Question)
@to_json.register(StaffRow)
def _record(value: Any) -> Json:
    told = (item.name for item in fields(value) if item.name != "pupils")
    return {name: to_json(getattr(value, name)) for name in told}


@to_json.register
def _exam(value: Exam) -> Json:
    return {**_record(value), "pupils": _works(value)}


def _works(exam: Exam) -> Any:
    if not exam.pupils:
        return []
    if isinstance(exam.pupils, Pupils):
        return exam.pupils.to_json()
    return Pupils.of(exam.pupils, len(exam.pupils[0].scores)).to_json()


@to_json.register
def _sequence(value: tuple) -> list[Any]:  # type: ignore[type-arg]
    return [to_json(item) for item in value]


@to_json.register
def _day(value: date) -> str:
    return value.isoformat()


@to_json.register(Mapping)
def _mapping(value: Mapping[str, Any]) -> Json:
    return dict(value)


def from_json(data: Mapping[str, Any]) -> ParsedFile:
    """The parsed file that `to_json` wrote."""
    exams = tuple(exam_from_json(item) for item in data["exams"])
    bad = tuple(BadRow(**{**x, "problem": Oddity(**x["problem"])}) for x in data["bad_rows"])
    return ParsedFile(
        **{
            **data,
            "exams": exams,
            "bad_rows": bad,
            "questions": tuple(_question(item) for item in data.get("questions", ())),
            "staff": tuple(_staff_row(item) for item in data.get("staff", ())),
            "staff_warnings": tuple(Oddity(**item) for item in data.get("staff_warnings", ())),
        }
    )


def _question(data: Mapping[str, Any]) -> Question:
    return Question(**{**data, "options": tuple(data["options"])})


def _staff_row(data: Mapping[str, Any]) -> StaffRow:
    return StaffRow(**{**data, "subjects": tuple(data["subjects"])})


def exam_from_json(data: Mapping[str, Any]) -> Exam:
    """The exam that `to_json` wrote."""
    return Exam(
        **{
            **data,
            "date": date.fromisoformat(data["date"]) if data["date"] else None,
            "tasks": tuple(Task(**item) for item in data["tasks"]),
            "pupils": _works_from(data["pupils"]),
            "groups": tuple(Group(**item) for item in data["groups"]),
            "schools": tuple(School(**item) for item in data["schools"]),
            "warnings": tuple(Oddity(**item) for item in data["warnings"]),
        }
    )


def _works_from(data: Any) -> Pupils | tuple[Pupil, ...]:
    if isinstance(data, Mapping):
        return Pupils.from_json(data)
    # Rows stored before works were kept as columns hold a list for each of them.
    works = [_pupil_from(item) for item in data]
    return Pupils.of(works, len(works[0].scores)) if works else ()


@lru_cache(maxsize=4096)
def _score(sign: str) -> float | None:
    if sign == _MISSING:
        return None
    return 0.0 if sign == SKIPPED else float(sign)


def _flags(signs: str) -> tuple[bool, ...]:
    return tuple(sign == SKIPPED for sign in signs.split())


def _pupil_from(item: list[Any]) -> Pupil:
    school, class_label, variant, signs, total, mark, journal_mark = item
    scores = tuple(map(_score, signs.split()))
    flags = _flags(signs) if SKIPPED in signs else (False,) * len(scores)
    return Pupil(school, class_label, variant, scores, flags, total, mark, journal_mark)
