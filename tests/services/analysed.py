"""Studies put straight into a database, reckoned as the analysis process would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from db.models.results import Study, Summary, Upload
from services.associations import caring
from services.findings import Order, reckon
from services.results import Exam, School, to_json
from services.results.model import Pupil
from services.scopes import Place
from services.subjects import subject_of
from tests.services.results.files import sample

MATH = "vpr_individual_math6.xlsx"
TASKS = "vpr_tasks_math6.xlsx"
MARKS = "vpr_marks_math6.xlsx"
JOURNAL = "vpr_journal_math6.xlsx"


def exams(*names: str) -> list[Exam]:
    """The first exam of each sample."""
    return [sample(name) for name in names]


def of_year(exam: Exam, year: int) -> Exam:
    """The same exam as if it had been held in another year."""
    return replace(exam, year=year, date=date(year, 4, 20))


def of_class(exam: Exam, labels: Sequence[str]) -> Exam:
    """The exam with its works shared out among classes, in turn."""
    pupils = tuple(
        replace(pupil, class_label=labels[place % len(labels)])
        for place, pupil in enumerate(exam.pupils)
    )
    return replace(exam, pupils=pupils)


def of_school(exam: Exam, name: str, works: Sequence[Pupil]) -> Exam:
    """The exam as another school would send it, with these works."""
    school = School(None, name, None, len(works), len(works))
    pupils = tuple(replace(one, school=school.key) for one in works)
    return replace(exam, schools=(school,), pupils=pupils)


def store(
    session: Session,
    where: Place,
    found: Sequence[Exam],
    sender: int,
    now: datetime,
    *,
    earlier: Sequence[tuple[int, Sequence[Exam]]] = (),
) -> int:
    """A study of these reports with its summaries; the id."""
    first = found[0]
    upload = Upload(
        person_id=sender, scope_id=where.id, file_key="0" * 64, name="a.xlsx",
        status="confirmed", sent_at=now,
    )  # fmt: skip
    session.add(upload)
    session.flush()
    parts = [_part(exam, upload.id, now) for exam in found]
    study = Study(
        scope_id=where.id,
        exam=first.exam or "",
        year=first.year,
        subject=subject_of(first.subject or "").key,
        grade=first.grade,
        held_on=first.date.isoformat() if first.date else None,
        data={"parts": parts},
        upload_ids=[upload.id],
        updated_at=now,
    )
    session.add(study)
    session.flush()
    before = tuple(
        (year, tuple(_part(exam, upload.id, now) for exam in reports)) for year, reports in earlier
    )
    wide = where.level.value != "school"
    findings = reckon([Order(study.id, now.isoformat(), tuple(parts), wide, before)])[0]
    if findings["tasks"]:
        _summarise(session, study, findings, upload.id, now)
    return study.id


def _part(exam: Exam, upload_id: int, now: datetime) -> dict[str, Any]:
    return {
        "kind": exam.kind,
        "sha256": "0" * 64,
        "upload_id": upload_id,
        "schools": sorted(school.key for school in exam.schools),
        "dropped": 0,
        "sent_at": now.isoformat(),
        "exam": to_json(exam),
    }


def _summarise(
    session: Session, study: Study, findings: dict[str, Any], upload_id: int, now: datetime
) -> None:
    places: list[Place | None] = [*caring(session, study.scope_id, study.subject, study.grade)]
    for one in places or [None]:
        session.add(
            Summary(
                study_id=study.id,
                association_id=None if one is None else one.id,
                upload_id=upload_id,
                findings=findings,
                created_at=now,
                ready_at=now,
            )
        )
    session.flush()
