"""Studies: one exam of one year, subject and grade in one place, put together from its reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select

from db.models.results import Study, StudyVersion
from db.models.scopes import Scope, ScopeLevel
from services.access import Holding
from services.analysis.thresholds import Thresholds
from services.findings import Order
from services.portions import Portion, Portions, has_own_figures, portions, rights
from services.report_figures import works
from services.results import Exam, ParsedFile, exam_from_json, to_json
from services.scopes import Place, above, place
from services.subjects import subject_of
from services.work import Work

Part = dict[str, Any]
OCCASIONS_SEEN, OCCASIONS_OFFERED = 60, 4
EARLIER_YEARS = 4
SCHOOLS_AROUND = 60


@dataclass(frozen=True, slots=True)
class Title:
    """What a study is called; `subject` is a key of `services.subjects`.

    An own study has an `occasion`, its name in the sender's words, and no `exam` ("").
    """

    exam: str
    year: int
    subject: str
    grade: int
    occasion: str = ""


def missing(exam: Exam) -> tuple[str, ...]:
    """What keeps an exam from being filed: exam (or occasion), year, subject, grade."""
    needed = ("occasion" if exam.occasion else "exam", "year", "subject", "grade")
    return tuple(name for name in needed if not getattr(exam, name))


def title_of(exam: Exam) -> Title:
    """The title of an exam that misses nothing."""
    if not (exam.year and exam.subject and exam.grade and (exam.exam or exam.occasion)):
        raise ValueError(f"an exam without {missing(exam)}")
    key = subject_of(exam.subject).key
    return Title(
        "" if exam.occasion else exam.exam or "",
        exam.year,
        key,
        exam.grade,
        " ".join((exam.occasion or "").split()),
    )


def shares(
    work: Work, parsed: ParsedFile, person_id: int, *, school_id: int | None = None
) -> tuple[Portions, ...]:
    """Per exam of a file, what the person may load of it.

    `school_id` is whose the results are where the file names no school.
    """
    held = rights(work, person_id)
    return tuple(portions(work, exam, held, school_id=school_id) for exam in parsed.exams)


def is_compared(work: Work, portion: Portion) -> bool:
    """Whether the study a portion belongs to holds a report on wider places already."""
    study = find(work, portion.place.id, title_of(portion.exam))
    parts: list[Part] = [] if study is None else study.data["parts"]
    return any(_compares(part["exam"]["groups"]) for part in parts)


def others(work: Work, portion: Portion) -> list[Exam]:
    """The reports that will stand beside a portion in its study: those it does not replace."""
    study = find(work, portion.place.id, title_of(portion.exam))
    parts: list[Part] = [] if study is None else study.data["parts"]
    kept = [part for part in parts if not _replaces(portion, portion.exam.kind, part)]
    return [exam_from_json(part["exam"]) for part in kept]


def replaced(work: Work, portion: Portion, sha256: str, dropped: int) -> list[Part]:
    """The stored reports a portion of a file would take the place of."""
    study = find(work, portion.place.id, title_of(portion.exam))
    parts: list[Part] = [] if study is None else study.data["parts"]
    new = {**_identity(portion), "sha256": sha256, "dropped": dropped}
    if any(_same(new, part) for part in parts):
        return []
    return [part for part in parts if _replaces(portion, portion.exam.kind, part)]


def stored_already(work: Work, portion: Portion, sha256: str) -> int | None:
    """The study that holds this portion of this very file, if one does."""
    study = find(work, portion.place.id, title_of(portion.exam))
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
    work: Work,
    parsed: ParsedFile,
    person_id: int,
    *,
    upload_id: int,
    sent_at: datetime,
    school_id: int | None = None,
) -> tuple[int, ...]:
    """File every portion into its study; the ids of the studies, whether changed or not.

    A report of the same kind replaces the one before it, which stays as a version of the study;
    the same file changes nothing.
    """
    ids = []
    for share in shares(work, parsed, person_id, school_id=school_id):
        for portion in share.taken:
            part: Part = {
                **_identity(portion),
                "sha256": parsed.sha256,
                "upload_id": upload_id,
                "dropped": parsed.rows_dropped,
                "sent_at": sent_at.isoformat(),
                "exam": to_json(portion.exam),
            }
            ids.append(_file(work, portion, part))
    return tuple(ids)


def occasions(work: Work, held: Sequence[Holding]) -> tuple[str, ...]:
    """Names of own studies stored in the places of these roles, the newest first."""
    if not held:
        return ()
    found = work.session.scalars(
        select(Study.occasion)
        .join(Scope, Scope.id == Study.scope_id)
        .where(Study.occasion != "", or_(*(Scope.path.startswith(one.path) for one in held)))
        .order_by(Study.updated_at.desc())
        .limit(OCCASIONS_SEEN)
    )
    return tuple(dict.fromkeys(found))[:OCCASIONS_OFFERED]


def orders(work: Work, study_ids: Sequence[int]) -> list[Order]:
    """What the analysis process needs to reckon these studies."""
    found = work.session.scalars(select(Study).where(Study.id.in_(study_ids)).order_by(Study.id))
    return [_order(work, study) for study in found]


def _order(work: Work, study: Study) -> Order:
    where = place(work.session, study.scope_id)
    return Order(
        study.id,
        as_of(study),
        tuple(study.data["parts"]),
        wide=where.level is not ScopeLevel.SCHOOL,
        earlier=tuple((one.year, tuple(one.data["parts"])) for one in _earlier(work, study)),
        around=_around(work, study, where),
        before=_a_grade_earlier(work, study),
    )


def _earlier(work: Work, study: Study) -> Sequence[Study]:
    """The same study of the same place in the years before, the latest first."""
    return work.session.scalars(
        select(Study)
        .where(
            Study.scope_id == study.scope_id,
            Study.exam == study.exam,
            Study.occasion == study.occasion,
            Study.subject == study.subject,
            Study.grade == study.grade,
            Study.year < study.year,
        )
        .order_by(Study.year.desc())
        .limit(EARLIER_YEARS)
    ).all()


def _around(work: Work, study: Study, where: Place) -> tuple[Part, ...]:
    """The same study in other schools of the municipality, where our own works are too few."""
    few = Thresholds().smallest_n
    if where.level is not ScopeLevel.SCHOOL or not 0 < works_of(study) < few:
        return ()
    municipality = above(work.session, where.path, ScopeLevel.MUNICIPALITY)
    if municipality is None:
        return ()
    found = work.session.scalars(
        select(Study)
        .join(Scope, Scope.id == Study.scope_id)
        .where(
            Scope.path.startswith(municipality.path),
            Scope.level == ScopeLevel.SCHOOL,
            Study.scope_id != study.scope_id,
            Study.exam == study.exam,
            Study.occasion == study.occasion,
            Study.year == study.year,
            Study.subject == study.subject,
            Study.grade == study.grade,
        )
        .order_by(Study.id)
        .limit(SCHOOLS_AROUND)
    )
    return tuple(part for one in found for part in one.data["parts"])


def _a_grade_earlier(work: Work, study: Study) -> tuple[Part, ...]:
    """The same pupils' study of the year before."""
    if not study.exam:
        return ()
    named = Title(study.exam, study.year - 1, study.subject, study.grade - 1)
    found = find(work, study.scope_id, named)
    return () if found is None else tuple(found.data["parts"])


def works_of(study: Study) -> int:
    """How many works a stored study tells of."""
    exams = [exam_from_json(part["exam"]) for part in study.data["parts"]]
    return max((works(exam) for exam in exams), default=0)


def tells_of_own(study: Study, *, wide: bool) -> bool:
    """Whether a report tells how this very place did the tasks, not only how wider ones did."""
    exams = (exam_from_json(part["exam"]) for part in study.data["parts"])
    return any(has_own_figures(exam, wide=wide) for exam in exams)


def as_of(study: Study) -> str:
    """The moment of a study's last change, to know figures of an older state by."""
    return study.updated_at.isoformat(timespec="milliseconds")


def title(study: Study) -> Title:
    """The title of a stored study."""
    return Title(study.exam, study.year, study.subject, study.grade, study.occasion)


def find(work: Work, scope_id: int, named: Title) -> Study | None:
    """The stored study of a place that has this title."""
    return work.session.scalars(
        select(Study).where(
            Study.scope_id == scope_id,
            Study.exam == named.exam,
            Study.occasion == named.occasion,
            Study.year == named.year,
            Study.subject == named.subject,
            Study.grade == named.grade,
        )
    ).first()


def _file(work: Work, portion: Portion, part: Part) -> int:
    study = find(work, portion.place.id, title_of(portion.exam)) or _open(work, portion)
    parts: list[Part] = study.data["parts"]
    if not any(_same(part, other) for other in parts):
        kept = [other for other in parts if not _replaces(portion, part["kind"], other)]
        if len(kept) < len(parts):
            _remember(work, study, part["upload_id"])
        study.data = {"parts": [*kept, part]}
        study.upload_ids = [*study.upload_ids, part["upload_id"]]
        study.updated_at = work.now
        work.session.flush()
    return study.id


def _remember(work: Work, study: Study, upload_id: int) -> None:
    work.session.add(
        StudyVersion(
            study_id=study.id, data=study.data, replaced_by=upload_id, replaced_at=work.now
        )
    )


def _open(work: Work, portion: Portion) -> Study:
    named = title_of(portion.exam)
    held = portion.exam.date
    study = Study(
        scope_id=portion.place.id,
        exam=named.exam,
        occasion=named.occasion,
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


def _identity(portion: Portion) -> Part:
    keys = sorted(school.key for school in portion.exam.schools)
    return {"kind": portion.exam.kind, "schools": keys}


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
