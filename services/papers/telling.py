"""From rows to what a paper tells; whoever orders a paper was authorised before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import select

from db.models.decisions import Paper
from db.models.results import Study, Summary
from db.models.scopes import ScopeLevel
from services.access import Role, holdings
from services.analysis import Summary as FoundSummary
from services.errors import NotFound
from services.findings import summary_of
from services.papers import reckoned
from services.papers.told import Area, Meeting, PaperKind, Source, StudyTold, Told
from services.scopes import Place, above, place
from services.studies import title
from services.work import Work
from services.working_time import calendar_of


def told(work: Work, paper: Paper) -> Told:
    """All that a paper needs, as it stands now."""
    meeting, summary = None, None
    if paper.decision_id is not None:
        meeting, summary = _meeting(work, paper.decision_id)
    elif paper.study_id is not None:
        summary = standing(work, paper.study_id)
    if summary is None:
        raise NotFound
    kind = PaperKind(paper.kind)
    where = _place_of(work, summary)
    study = _study(work, summary)
    if not _answers_for(work, paper, where):
        study = replace(study, hints=())
    return Told(kind, _today(work, where.path), study, meeting)


def standing(work: Work, study_id: int) -> Summary | None:
    """The summary of a study that no other has taken the place of; one with a group first."""
    found = work.session.scalars(
        select(Summary)
        .where(Summary.study_id == study_id, Summary.followed_by.is_(None))
        .order_by(Summary.association_id.is_(None), Summary.id)
    )
    return found.first()


def _meeting(work: Work, decision_id: int) -> tuple[Meeting, Summary]:
    # A decision orders its papers, and papers tell of decisions: one of the two must wait.
    from services.decisions.views import view

    found = view(work, decision_id)
    areas = tuple(
        Area(
            code=one.code,
            skill=one.skill,
            level=one.level,
            choice=one.choice,
            plan=one.plan,
            not_ours=one.not_ours,
            help=one.help,
            measure=one.measure,
            owner=one.owner,
            due_on=one.due_on,
        )
        for one in found.items
    )
    meeting = Meeting(
        found.number,
        found.held_on,
        found.association,
        found.school,
        found.municipality,
        areas,
        found.note,
    )
    return meeting, work.session.get_one(Summary, found.summary_id)


def _study(work: Work, summary: Summary) -> StudyTold:
    study = work.session.get_one(Study, summary.study_id)
    where = _place_of(work, summary)
    findings, found = summary.findings, summary_of(summary.findings)
    judged = bool(findings["judged"])
    pool = None if judged else reckoned.pool(findings)
    tasks = reckoned.tasks(findings, judged=judged)
    by_code = {one.code: one for one in tasks}
    hard = tuple(by_code[one.code] for one in found.findings if one.code in by_code)
    return StudyTold(
        title=title(study),
        place=where.name,
        municipality=_name(work, where, ScopeLevel.MUNICIPALITY),
        region=_name(work, where, ScopeLevel.REGION),
        wide=where.level is not ScopeLevel.SCHOOL,
        n=found.n,
        judged=judged,
        findings=hard,
        tasks=tasks,
        difference=found.difference if hard and judged else "unknown",
        peer_level=next((one.peer_level for one in hard if one.peer_level), None),
        source=_source(study, found),
        held_on=date.fromisoformat(study.held_on) if study.held_on else None,
        marks=reckoned.marks(findings) if judged else (),
        journal=reckoned.journal(findings) if judged else (),
        trends=reckoned.trends(findings) if judged else (),
        hints=reckoned.hints(findings) if judged else (),
        pool=pool,
        picture=work.stored(summary.picture_key) if summary.picture_key else None,
    )


def _answers_for(work: Work, paper: Paper, where: Place) -> bool:
    """Whether who asked for a paper is asked about the conditions of a study: nobody else reads it.

    A school's leaders of the school's figures, methodologists of those of their municipality.
    """
    school = where.level is ScopeLevel.SCHOOL
    roles = {Role.ADMINISTRATOR, Role.DIRECTOR} if school else {Role.METHODOLOGIST}
    asked = () if paper.person_id is None else holdings(work, paper.person_id)
    return any(held.role in roles and held.scope_id == where.id for held in asked)


def _source(study: Study, found: FoundSummary) -> Source:
    sent = max(datetime.fromisoformat(part["sent_at"]) for part in study.data["parts"])
    origin = found.source
    return Source(
        origin.kinds,
        sent,
        origin.rows or found.n,
        origin.dropped,
        origin.not_attempted,
        origin.absent,
    )


def _place_of(work: Work, summary: Summary) -> Place:
    return place(work.session, work.session.get_one(Study, summary.study_id).scope_id)


def _name(work: Work, where: Place, level: ScopeLevel) -> str:
    found = above(work.session, where.path, level)
    return "" if found is None else found.name


def _today(work: Work, path: str) -> date:
    municipality = above(work.session, path, ScopeLevel.MUNICIPALITY)
    calendar = calendar_of({} if municipality is None else municipality.details)
    return work.now.astimezone(calendar.zone).date()
