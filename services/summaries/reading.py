"""Summaries in private: the whole table of tasks, the origin of the figures, the list."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import false, or_, select
from sqlalchemy.orm import defer

from db.models.results import Study, Summary
from db.models.scopes import Scope, ScopeLevel
from services.access import RULES, Action, holdings, may
from services.associations import is_group_of
from services.errors import NotFound
from services.scopes import place
from services.studies import Title, title
from services.summaries.corrections import remember
from services.summaries.views import (
    SourceView,
    SummaryView,
    TaskRow,
    source_view,
    study_of,
    task_rows,
    view,
)
from services.summaries.votes import belongs
from services.work import Work

LISTED = 60


@dataclass(frozen=True, slots=True)
class Table:
    """Everything a member may see of a study."""

    view: SummaryView
    place: str
    source: SourceView
    rows: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A summary in a list."""

    summary_id: int
    title: Title
    place: str


def table(work: Work, summary_id: int) -> Table:
    """The table of a summary, or of the one that followed it; for people of its place.

    The actor counts as one who has seen these figures.
    """
    summary = _seen(work, _newest(work, summary_id))
    remember(work, summary)
    where = place(work.session, study_of(work, summary).scope_id)
    return Table(view(work, summary), where.name, source_view(work, summary), task_rows(summary))


def table_of_study(work: Work, study_id: int) -> Table | None:
    """The table of a study's newest summary; None while there is none."""
    found = work.session.scalars(
        select(Summary)
        .where(Summary.study_id == study_id, Summary.followed_by.is_(None))
        .order_by(Summary.id)
    ).first()
    return None if found is None else table(work, found.id)


def source(work: Work, summary_id: int, chat_id: int) -> SourceView:
    """Where the figures come from: for the group they stand in, and for people of the place."""
    summary = work.session.get(Summary, summary_id)
    if summary is None:
        raise NotFound
    association_id = summary.association_id
    if association_id is None or not is_group_of(work.session, association_id, chat_id):
        _seen(work, summary)
    return source_view(work, summary)


def listed(work: Work) -> tuple[Listed, ...]:
    """The summaries the actor may see, the newest first; one per study."""
    seeing = [held for held in holdings(work) if held.role in RULES[Action.SEE_SUMMARY]]
    paths = sorted({held.path for held in seeing})
    own = [held.scope_id for held in seeing if held.level == ScopeLevel.ASSOCIATION]
    rows = work.session.execute(
        select(Summary.id, Study, Scope.name)
        .join(Study, Study.id == Summary.study_id)
        .join(Scope, Scope.id == Study.scope_id)
        .options(defer(Study.data))
        .where(
            Summary.followed_by.is_(None),
            Summary.ready_at.is_not(None),
            or_(
                false(),
                Summary.association_id.in_(own),
                *(Scope.path.startswith(path) for path in paths),
            ),
        )
        .order_by(Study.year.desc(), Study.updated_at.desc(), Summary.id)
    )
    found: dict[int, Listed] = {}
    for summary_id, study, name in rows:
        found.setdefault(study.id, Listed(summary_id, title(study), name))
        if len(found) == LISTED:
            break
    return tuple(found.values())


def _newest(work: Work, summary_id: int) -> Summary:
    summary = work.session.get(Summary, summary_id)
    if summary is None:
        raise NotFound
    while summary.followed_by is not None:
        summary = work.session.get_one(Summary, summary.followed_by)
    return summary


def _seen(work: Work, summary: Summary) -> Summary:
    where = place(work.session, study_of(work, summary).scope_id)
    allowed = may(work, Action.SEE_SUMMARY, where.path)
    if not allowed and summary.association_id is not None:
        allowed = belongs(work, summary.association_id)
    if not allowed:
        raise NotFound
    return summary
