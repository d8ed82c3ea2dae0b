"""What a sender of results and the methodologists hear of summaries on their way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.models.people import RoleAssignment
from db.models.results import Summary, Upload
from db.models.scopes import ScopeLevel
from services.access import RULES, Action, Role, holdings
from services.associations import group_title
from services.notices import Notice, ToPerson
from services.scopes import above, place
from services.studies import Title, title
from services.summaries.views import study_of
from services.work import Work

ADDED = ("compared", "named", "replaced")
"""Changes that are worth the whole summary again."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """What became of one summary; `association` and `group` are names, if there are any."""

    summary_id: int
    title: Title
    place: str
    association: str | None
    group: str | None
    pushed_at: datetime | None
    news: str = "whole"
    """What the group was shown: whole, corrected, or nothing where all they saw still holds."""


@dataclass(frozen=True)
class SummariesDone(Notice):
    """All summaries of a file are where they belong, or wait."""

    upload_id: int
    lines: tuple[ReportLine, ...]
    disagreements: int
    links_groups: bool
    """Whether the sender links groups."""
    left_out: int = 0
    """Works on other tasks than the rest of their study."""


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


def last_shown(work: Work, summary: Summary | None) -> Summary | None:
    """This summary, or the one before it that its group was shown."""
    while summary is not None and summary.pushed_at is None:
        summary = follows(work, summary)
    return summary


def follows(work: Work, summary: Summary) -> Summary | None:
    """The summary this one took the place of."""
    return work.session.scalars(
        select(Summary).where(Summary.followed_by == summary.id).order_by(Summary.id.desc())
    ).first()


def tell_uploader(work: Work, upload_id: int) -> None:
    """Report what became of a file's summaries, once all of them are ready."""
    summaries = _of_upload(work, upload_id)
    if any(one.ready_at is None for one in summaries):
        return
    lines = tuple(line(work, one) for one in summaries)
    # Several associations may have a summary of one study.
    studies = {one.study_id: one.findings for one in summaries}.values()
    disagreements = sum(int(findings["disagreements"]) for findings in studies)
    links = _links_groups(work, upload_id)
    left_out = sum(int(findings.get("left_out", 0)) for findings in studies)
    notice = SummariesDone(upload_id, lines, disagreements, links, left_out)
    _tell_sender(work, upload_id, notice)


def tell_failure(work: Work, upload_id: int) -> None:
    """The figures could not be reckoned: the sender hears that the results are kept."""
    _tell_sender(work, upload_id, SummariesFailed(upload_id))


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
        news=news_of(work, summary),
    )


def news_of(work: Work, summary: Summary) -> str:
    """What a group is shown of a summary: whole, corrected or nothing."""
    if summary.change in ADDED or last_shown(work, follows(work, summary)) is None:
        return "whole"
    return "corrected" if summary.change == "corrected" else "nothing"


def _links_groups(work: Work, upload_id: int) -> bool:
    upload = work.session.get_one(Upload, upload_id)
    return any(held.role in RULES[Action.LINK_GROUP] for held in holdings(work, upload.person_id))


def _tell_sender(work: Work, upload_id: int, notice: Notice) -> None:
    upload = work.session.get(Upload, upload_id)
    if upload is not None:
        work.tell(ToPerson(upload.person_id), notice, anchor=f"upload:{upload_id}")


def _of_upload(work: Work, upload_id: int) -> Sequence[Summary]:
    return work.session.scalars(
        select(Summary)
        .where(Summary.upload_id == upload_id, Summary.followed_by.is_(None))
        .order_by(Summary.id)
    ).all()


def tell_it_went(work: Work, summary: Summary) -> None:
    """The sender hears that a summary which waited has gone."""
    upload = work.session.get(Upload, summary.upload_id) if summary.upload_id else None
    if upload is not None:
        work.tell(ToPerson(upload.person_id), SummaryWaitedFor(line(work, summary)))


def tell_methodologists(work: Work, summary: Summary) -> None:
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
