"""What help associations ask for: areas with a word «help», without names and counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from db.models.results import FindingVote, Study, Summary
from services.analyses.sights import see
from services.errors import NotFound
from services.scopes import place
from services.studies import Title, title
from services.summaries import Choice
from services.work import Work

LISTED = 5
LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """An area somebody asked help for."""

    study_id: int
    title: Title
    place: str
    code: str
    level: str | None
    skill: str | None


def help_wanted(work: Work) -> tuple[Wanted, ...]:
    """The areas of studies the actor sees for which members of associations asked help."""
    found: dict[tuple[int, str], Wanted] = {}
    for one in _asked(work):
        found.setdefault((one.study_id, one.code), one)
        if len(found) == LISTED:
            break
    return tuple(found.values())


def _asked(work: Work) -> Iterator[Wanted]:
    rows = work.session.execute(
        select(FindingVote.summary_id, FindingVote.finding)
        .join(Summary, Summary.id == FindingVote.summary_id)
        .where(FindingVote.choice == Choice.HELP, Summary.followed_by.is_(None))
        .order_by(FindingVote.summary_id.desc(), FindingVote.finding)
        .distinct()
        .limit(LOOKED_AT)
    )
    for summary_id, number in rows.all():
        summary = work.session.get_one(Summary, summary_id)
        try:
            study = see(work, summary.study_id).study
        except NotFound:
            continue
        yield _wanted(work, study, summary, number)


def _wanted(work: Work, study: Study, summary: Summary, number: int) -> Wanted:
    finding = summary.findings["summary"]["findings"][number - 1]
    return Wanted(
        study.id,
        title(study),
        place(work.session, study.scope_id).name,
        finding["code"],
        finding["level"],
        finding["skill"],
    )
