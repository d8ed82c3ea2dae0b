"""Summaries on their way: to the association's group once, to the uploader a report of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select

from db.models.people import RoleAssignment
from db.models.results import Study, Summary, Upload
from db.models.scopes import ScopeLevel
from services.access import RULES, Action, Role, holdings
from services.associations import caring, group_title
from services.jobs import Params
from services.notices import Notice, ToAssociation, ToPerson
from services.scopes import above, place
from services.studies import Title, title
from services.summaries.tallying import gather_later
from services.summaries.views import SummaryView, study_of, view
from services.work import Work


@dataclass(frozen=True)
class SummaryReady(Notice):
    """A study's findings, for the group of an association."""

    view: SummaryView


@dataclass(frozen=True, slots=True)
class ReportLine:
    """What became of one summary; `association` and `group` are names, if there are any."""

    summary_id: int
    title: Title
    place: str
    association: str | None
    group: str | None
    pushed_at: datetime | None


@dataclass(frozen=True)
class SummariesDone(Notice):
    """All summaries of a file are where they belong, or wait."""

    upload_id: int
    lines: tuple[ReportLine, ...]
    disagreements: int
    links_groups: bool
    """Whether the sender links groups."""


@dataclass(frozen=True)
class SummariesFailed(Notice):
    """The results are kept, but no summary could be made of them."""

    upload_id: int


@dataclass(frozen=True)
class SummaryWaitedFor(Notice):
    """A summary that had waited for a group has gone to it."""

    line: ReportLine


@dataclass(frozen=True)
class GroupMissing(Notice):
    """A summary waits because a place has no group for the subject; for its methodologist."""

    place: str
    title: Title
    association: str | None


def settle(work: Work, summary: Summary) -> None:
    """A summary has all it needs: push it, or let it wait for its group."""
    summary.ready_at = work.now
    work.session.flush()
    if not push(work, summary):
        _tell_methodologists(work, summary)


def push(work: Work, summary: Summary) -> bool:
    """Send a ready summary to its group, once; False while there is no group."""
    association_id = summary.association_id
    if summary.ready_at is None or association_id is None:
        return False
    if group_title(work.session, association_id) is None:
        return False
    if summary.pushed_at is None:
        summary.pushed_at = work.now
        work.tell(
            ToAssociation(association_id),
            SummaryReady(view(work, summary)),
            key=f"summary:{summary.id}",
        )
        gather_later(work, summary)
        work.session.flush()
    return True


def push_waiting(work: Work, association_id: int) -> int:
    """A group was linked to this association: send what waited for it; how many."""
    pushed = 0
    for summary in _waiting(work, association_id):
        summary.association_id = association_id
        if push(work, summary):
            pushed += 1
            _tell_it_went(work, summary)
    return pushed


def tell_uploader(work: Work, upload_id: int) -> None:
    """Report what became of a file's summaries, once all of them are ready."""
    summaries = _of_upload(work, upload_id)
    if any(one.ready_at is None for one in summaries):
        return
    lines = tuple(line(work, one) for one in summaries)
    disagreements = sum(int(one.findings["disagreements"]) for one in summaries)
    links = _links_groups(work, upload_id)
    _tell_sender(work, upload_id, SummariesDone(upload_id, lines, disagreements, links))


def tell_failure(work: Work, upload_id: int) -> None:
    """The figures could not be reckoned: the sender hears that the results are kept."""
    _tell_sender(work, upload_id, SummariesFailed(upload_id))


def to_draw(work: Work, summary_id: int) -> tuple[SummaryView, Mapping[str, Any]]:
    """A summary as its readers see it, and its findings as they were reckoned."""
    summary = work.session.get_one(Summary, summary_id)
    return view(work, summary), summary.findings


def pictured(work: Work, params: Params, png: bytes) -> None:
    """Keep a summary's picture and send both on their way."""
    summary = work.session.get_one(Summary, params["summary_id"])
    if work.files is not None:
        summary.picture_key = work.files.put(png)
    _settle_and_report(work, summary)


def unpictured(work: Work, params: Params, _error: str) -> None:
    """The picture could not be drawn: the words go without it."""
    _settle_and_report(work, work.session.get_one(Summary, params["summary_id"]))


def line(work: Work, summary: Summary) -> ReportLine:
    """A summary in one line."""
    study = study_of(work, summary)
    association_id = summary.association_id
    return ReportLine(
        summary_id=summary.id,
        title=title(study),
        place=place(work.session, study.scope_id).name,
        association=None if association_id is None else place(work.session, association_id).name,
        group=None if association_id is None else group_title(work.session, association_id),
        pushed_at=summary.pushed_at,
    )


def _links_groups(work: Work, upload_id: int) -> bool:
    upload = work.session.get_one(Upload, upload_id)
    return any(held.role in RULES[Action.LINK_GROUP] for held in holdings(work, upload.person_id))


def _tell_sender(work: Work, upload_id: int, notice: Notice) -> None:
    upload = work.session.get(Upload, upload_id)
    if upload is not None:
        work.tell(ToPerson(upload.person_id), notice, anchor=f"upload:{upload_id}")


def _settle_and_report(work: Work, summary: Summary) -> None:
    # A newer file may have been loaded while this one was drawn: it speaks for both.
    if summary.followed_by is not None or summary.ready_at is not None:
        return
    settle(work, summary)
    if summary.upload_id is not None:
        tell_uploader(work, summary.upload_id)


def _of_upload(work: Work, upload_id: int) -> Sequence[Summary]:
    return work.session.scalars(
        select(Summary)
        .where(Summary.upload_id == upload_id, Summary.followed_by.is_(None))
        .order_by(Summary.id)
    ).all()


def _waiting(work: Work, association_id: int) -> list[Summary]:
    found = place(work.session, association_id)
    rows = work.session.execute(
        select(Summary, Study)
        .join(Study, Study.id == Summary.study_id)
        .where(
            Summary.ready_at.is_not(None),
            Summary.pushed_at.is_(None),
            Summary.followed_by.is_(None),
            Study.scope_id == found.parent_id,
            or_(Summary.association_id.is_(None), Summary.association_id == association_id),
        )
        .order_by(Summary.id)
    )
    return [
        summary
        for summary, study in rows
        if any(
            one.id == association_id
            for one in caring(work.session, study.scope_id, study.subject, study.grade)
        )
    ]


def _tell_it_went(work: Work, summary: Summary) -> None:
    upload = work.session.get(Upload, summary.upload_id) if summary.upload_id else None
    if upload is not None:
        work.tell(ToPerson(upload.person_id), SummaryWaitedFor(line(work, summary)))


def _tell_methodologists(work: Work, summary: Summary) -> None:
    """Whoever links groups there hears of it once per place and subject."""
    told = line(work, summary)
    study = study_of(work, summary)
    upload = work.session.get(Upload, summary.upload_id) if summary.upload_id else None
    for person_id in _methodologists(work, study.scope_id):
        if upload is None or person_id != upload.person_id:
            work.tell(
                ToPerson(person_id),
                GroupMissing(told.place, told.title, told.association),
                key=f"no-group:{study.scope_id}:{study.subject}:{person_id}",
            )


def _methodologists(work: Work, scope_id: int) -> Sequence[int]:
    path = place(work.session, scope_id).path
    municipality = above(work.session, path, ScopeLevel.MUNICIPALITY)
    if municipality is None:
        return ()
    return work.session.scalars(
        select(RoleAssignment.person_id)
        .where(
            RoleAssignment.role == Role.METHODOLOGIST, RoleAssignment.scope_id == municipality.id
        )
        .order_by(RoleAssignment.id)
    ).all()
