"""A study of the cast's school with its summary, as loading a file leaves them in the tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy.orm import Session

from db.models.results import Study, Summary
from services.analysis import Finding, Peer, Source
from services.analysis import Summary as Reckoned
from services.analysis.picture import PictureLabels, picture
from services.files import FileStore
from services.findings import Drawing, Order, draw, reckon
from services.papers import StudyTold, Task
from services.results import to_json
from services.scopes import Place
from tests.services.results.files import MATH, read_here

NOW = datetime(2026, 5, 21, 9, tzinfo=UTC)
LABELS = PictureLabels(
    title="ВПР-2026, математика, 6 класс",
    subtitle="58 участников. Доля набранных баллов",
    own="Наша школа",
    municipality="Район",
    region="Область",
    country="Россия",
    findings=("1. Текстовые задачи на проценты", "2. Рациональные числа", "3. Часть числа"),
    footnote="Усы показывают промежуток 95 %.",
    threshold="Столько баллов считается достаточным",
)


@cache
def part() -> dict[str, Any]:
    exam = to_json(read_here(MATH).exams[0])
    return {
        "kind": exam["kind"],
        "sha256": "0" * 64,
        "upload_id": 0,
        "schools": ["edu621106"],
        "dropped": 0,
        "sent_at": NOW.isoformat(),
        "exam": exam,
    }


@cache
def findings() -> dict[str, Any]:
    return reckon([Order(1, NOW.isoformat(), (part(),), wide=False)])[0]


@cache
def drawn() -> bytes:
    return draw(Drawing(findings()["summary"], LABELS))


def drawn_of(told: StudyTold) -> bytes:
    """The picture of the findings a study tells, beside the region."""
    source = Source((), None, told.n, 0, 0, 0, 1)
    summary = Reckoned(
        "ВПР",
        2026,
        "математика",
        6,
        told.n,
        tuple(_finding(one) for one in told.findings),
        told.difference,
        None,
        None,
        source,
    )
    names = tuple(f"{number}. {one.skill}" for number, one in enumerate(told.findings, 1))
    return picture(summary, replace(LABELS, findings=names))


def _finding(one: Task) -> Finding:
    peers = ()
    if one.peer is not None:
        peers = (Peer("region", "Область", 9120, one.peer, one.peer - 1, one.peer + 1),)
    names = ("code", "skill", "level", "n", "percent", "low", "high", "status", "confidence")
    return Finding(
        **{name: getattr(one, name) for name in names},
        max=1,
        not_attempted=0,
        difference="common",
        threshold=one.threshold,
        peers=peers,
    )


def settle(
    session: Session, school: Place, association: Place | None, files: FileStore | None = None
) -> Study:
    """The study and its summary; the picture lies in the store, if there is one."""
    study = Study(
        scope_id=school.id,
        exam="ВПР",
        year=2026,
        subject="math",
        grade=6,
        held_on="2026-04-14",
        data={"parts": [part()]},
        upload_ids=[],
        updated_at=NOW,
    )
    session.add(study)
    session.flush()
    summary = Summary(
        study_id=study.id,
        association_id=None if association is None else association.id,
        findings=findings(),
        picture_key=None if files is None else files.put(drawn()),
        created_at=NOW,
        ready_at=NOW,
    )
    session.add(summary)
    session.flush()
    return study
