"""Result files people really have, turned into exams: recognised by content, never by name."""

from __future__ import annotations

from services.results.limits import Limits
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
from services.results.parsing import parse
from services.results.pupils import Pupil, Pupils
from services.results.record import exam_from_json, from_json, to_json
from services.results.refusal import FileRefused

__all__ = [
    "BadRow",
    "Exam",
    "FileRefused",
    "Group",
    "Limits",
    "Oddity",
    "ParsedFile",
    "Pupil",
    "Pupils",
    "Question",
    "School",
    "StaffRow",
    "Task",
    "exam_from_json",
    "from_json",
    "parse",
    "to_json",
]
