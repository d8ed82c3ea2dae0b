"""Studies: one exam of one year, subject and grade in one place, put together from its reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from db.models.results import Study
from services.findings import Order
from services.portions import Portion, Portions, portions, rights
from services.results import Exam, ParsedFile, to_json
from services.scopes import Place, place
from services.subjects import subject_of
from services.work import Work

Part = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Title:
    """What a study is called; `subject` is a key of `services.subjects`."""

    exam: str
    year: int
    subject: str
    grade: int


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of a study before a file joins it."""

    study_id: int
    kinds: tuple[str, ...]
    compared: bool
    """Whether a report on wider places is there."""
    replaced_at: datetime | None
    """When the report of the same kind was sent that the new one replaces."""


def missing(exam: Exam) -> tuple[str, ...]:
    """What keeps an exam from being filed: exam, year, subject, grade."""
    return tuple(name for name in ("exam", "year", "subject", "grade") if not getattr(exam, name))


def title_of(exam: Exam) -> Title:
    """The title of an exam that misses nothing."""
    if not (exam.exam and exam.year and exam.subject and exam.grade):
        raise ValueError(f"an exam without {missing(exam)}")
    return Title(exam.exam, exam.year, subject_of(exam.subject).key, exam.grade)


def shares(work: Work, parsed: ParsedFile, person_id: int) -> tuple[Portions, ...]:
    """Per exam of a file, what the person may load of it."""
    held = rights(work, person_id)
    return tuple(portions(work, exam, held) for exam in parsed.exams)


def before(work: Work, portion: Portion, kind: str) -> Before | None:
    """What is known already of the study a portion belongs to."""
    study = _find(work, portion.place, title_of(portion.exam))
    if study is None:
        return None
    parts: list[Part] = study.data["parts"]
    same = [part for part in parts if _replaces(portion, kind, part)]
    return Before(
        study.id,
        tuple(part["kind"] for part in parts),
        any(_compares(part["exam"]["groups"]) for part in parts),
        max((datetime.fromisoformat(part["sent_at"]) for part in same), default=None),
    )


def stored_already(work: Work, portion: Portion, sha256: str) -> int | None:
    """The study that holds this portion of this very file, if one does."""
    study = _find(work, portion.place, title_of(portion.exam))
    if study is None:
        return None
    kind = portion.exam.kind
    keys = sorted(school.key for school in portion.exam.schools)
    held = any(
        (part["sha256"], part["kind"], part["schools"]) == (sha256, kind, keys)
        for part in study.data["parts"]
    )
    return study.id if held else None


def compares(exam: Exam) -> bool:
    """Whether an exam tells of places wider than a school, task by task."""
    return any(group.level != "school" and group.tasks for group in exam.groups)


def store(
    work: Work, parsed: ParsedFile, person_id: int, *, upload_id: int, sent_at: datetime
) -> tuple[int, ...]:
    """File every portion into its study; the ids of the studies, whether changed or not.

    A report of the same kind replaces the one before it; the same file changes nothing.
    """
    ids = []
    for share in shares(work, parsed, person_id):
        for portion in share.taken:
            part: Part = {
                "kind": portion.exam.kind,
                "sha256": parsed.sha256,
                "upload_id": upload_id,
                "schools": sorted(school.key for school in portion.exam.schools),
                "dropped": parsed.rows_dropped,
                "sent_at": sent_at.isoformat(),
                "exam": to_json(portion.exam),
            }
            ids.append(_file(work, portion, part))
    return tuple(ids)


def orders(work: Work, study_ids: Sequence[int]) -> list[Order]:
    """What the analysis process needs to reckon these studies."""
    found = work.session.scalars(select(Study).where(Study.id.in_(study_ids)).order_by(Study.id))
    return [
        Order(
            study.id,
            as_of(study),
            tuple(study.data["parts"]),
            wide=place(work.session, study.scope_id).level.value != "school",
        )
        for study in found
    ]


def as_of(study: Study) -> str:
    """The moment of a study's last change, to know figures of an older state by."""
    return study.updated_at.isoformat(timespec="milliseconds")


def title(study: Study) -> Title:
    """The title of a stored study."""
    return Title(study.exam, study.year, study.subject, study.grade)


def _file(work: Work, portion: Portion, part: Part) -> int:
    study = _find(work, portion.place, title_of(portion.exam)) or _open(work, portion)
    parts: list[Part] = study.data["parts"]
    if not any(_same(part, other) for other in parts):
        kept = [other for other in parts if not _replaces(portion, part["kind"], other)]
        study.data = {"parts": [*kept, part]}
        study.upload_ids = [*study.upload_ids, part["upload_id"]]
        study.updated_at = work.now
        work.session.flush()
    return study.id


def _open(work: Work, portion: Portion) -> Study:
    named = title_of(portion.exam)
    held = portion.exam.date
    study = Study(
        scope_id=portion.place.id,
        exam=named.exam,
        year=named.year,
        subject=named.subject,
        grade=named.grade,
        held_on=held.isoformat() if held else None,
        data={"parts": []},
        upload_ids=[],
        updated_at=work.now,
    )
    work.session.add(study)
    work.session.flush()
    return study


def _find(work: Work, where: Place, named: Title) -> Study | None:
    return work.session.scalars(
        select(Study).where(
            Study.scope_id == where.id,
            Study.exam == named.exam,
            Study.year == named.year,
            Study.subject == named.subject,
            Study.grade == named.grade,
        )
    ).first()


def _replaces(portion: Portion, kind: str, part: Mapping[str, Any]) -> bool:
    """A school has one report of a kind; a municipality may be told of school by school."""
    if part["kind"] != kind:
        return False
    keys = {school.key for school in portion.exam.schools}
    return not portion.wide or not keys or bool(keys & set(part["schools"]))


def _same(part: Part, other: Part) -> bool:
    return all(part[name] == other[name] for name in ("kind", "sha256", "dropped", "schools"))


def _compares(groups: Sequence[Mapping[str, Any]]) -> bool:
    return any(group["level"] != "school" and group["tasks"] for group in groups)
