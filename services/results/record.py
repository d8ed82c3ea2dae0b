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
    Pupil,
    School,
    Task,
)

Json = dict[str, Any]

_SKIPPED, _MISSING = "X", "-"


@singledispatch
def to_json(value: Any) -> Any:
    """A value of the model as plain JSON; a file or an exam becomes an object."""
    return value


@to_json.register(ParsedFile)
@to_json.register(Exam)
@to_json.register(Group)
@to_json.register(School)
@to_json.register(Oddity)
@to_json.register(BadRow)
@to_json.register(Task)
def _record(value: Any) -> Json:
    return {item.name: to_json(getattr(value, item.name)) for item in fields(value)}


@to_json.register
def _pupil(value: Pupil) -> list[Any]:
    # Works are many: scores as one string take a third of the room and time of a list.
    signs = map(_sign, value.scores, value.not_attempted)
    return [
        value.school,
        value.class_label,
        value.variant,
        " ".join(signs),
        value.total,
        value.mark,
        value.journal_mark,
    ]


def _sign(score: float | None, not_attempted: bool) -> str:
    if not_attempted:
        return _SKIPPED
    return _MISSING if score is None else _number(score)


@lru_cache(maxsize=4096)
def _number(score: float) -> str:
    return repr(score).removesuffix(".0")


@lru_cache(maxsize=4096)
def _score(sign: str) -> float | None:
    if sign == _MISSING:
        return None
    return 0.0 if sign == _SKIPPED else float(sign)


def _flags(signs: str) -> tuple[bool, ...]:
    return tuple(sign == _SKIPPED for sign in signs.split())


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
    return ParsedFile(**{**data, "exams": exams, "bad_rows": bad})


def exam_from_json(data: Mapping[str, Any]) -> Exam:
    """The exam that `to_json` wrote."""
    return Exam(
        **{
            **data,
            "date": date.fromisoformat(data["date"]) if data["date"] else None,
            "tasks": tuple(Task(**item) for item in data["tasks"]),
            "pupils": tuple(_pupil_from(item) for item in data["pupils"]),
            "groups": tuple(Group(**item) for item in data["groups"]),
            "schools": tuple(School(**item) for item in data["schools"]),
            "warnings": tuple(Oddity(**item) for item in data["warnings"]),
        }
    )


def _pupil_from(item: list[Any]) -> Pupil:
    school, class_label, variant, signs, total, mark, journal_mark = item
    scores = tuple(map(_score, signs.split()))
    flags = _flags(signs) if _SKIPPED in signs else (False,) * len(scores)
    return Pupil(school, class_label, variant, scores, flags, total, mark, journal_mark)
