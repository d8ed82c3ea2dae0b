"""Summaries on their way: to the association's group once, to the uploader a report of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select

from db.models.results import Study, Summary
from services.associations import caring, group_title
from services.jobs import Params
from services.keeping import claims
from services.notices import Notice, ToAssociation
from services.scopes import place
from services.summaries.corrections import SummaryCorrected, for_group, tell_readers
from services.summaries.reporting import (
    follows,
    last_shown,
    news_of,
    tell_it_went,
    tell_methodologists,
    tell_uploader,
)
from services.summaries.shown import drawn
from services.summaries.tallying import gather_later
from services.summaries.views import SummaryView, view
from services.work import Work


@dataclass(frozen=True)
class SummaryReady(Notice):
    """A study's findings, for the group of an association."""

    view: SummaryView


def settle(work: Work, summary: Summary) -> None:
    """A summary has all it needs: push it, or let it wait for its group."""
    summary.ready_at = work.now
    work.session.flush()
    last = follows(work, summary)
    if last is not None:
        tell_readers(work, last, summary)
    if not push(work, summary):
        tell_methodologists(work, summary)


def push(work: Work, summary: Summary) -> bool:
    """Send a ready summary to its group, once; False while there is no group."""
    association_id = summary.association_id
    if summary.ready_at is None or association_id is None:
        return False
    if group_title(work.session, association_id) is None:
        return False
    if summary.pushed_at is None:
        summary.pushed_at = work.now
        notice = _news(work, summary)
        if notice is not None:
            work.tell(ToAssociation(association_id), notice, key=f"summary:{summary.id}")
        gather_later(work, summary)
        work.session.flush()
    return True


def _news(work: Work, summary: Summary) -> Notice | None:
    """What a group is shown: all of it, a short correction, or nothing where nothing is new."""
    last = last_shown(work, follows(work, summary))
    news = news_of(work, summary)
    if last is None or news == "whole":
        return SummaryReady(view(work, summary))
    return SummaryCorrected(for_group(work, last, summary)) if news == "corrected" else None


def push_waiting(work: Work, association_id: int) -> int:
    """A group was linked to this association: send what waited for it; how many."""
    pushed = 0
    for summary in _waiting(work, association_id):
        summary.association_id = association_id
        if push(work, summary):
            pushed += 1
            tell_it_went(work, summary)
    return pushed


def to_draw(work: Work, summary_id: int) -> tuple[SummaryView, Mapping[str, Any]]:
    """A summary as its readers see it, and what its picture is drawn from."""
    summary = work.session.get_one(Summary, summary_id)
    return view(work, summary), drawn(summary.findings)


def pictured(work: Work, params: Params, png: bytes) -> None:
    """Keep a summary's picture and send both on their way."""
    summary = work.session.get_one(Summary, params["summary_id"])
    if work.files is not None:
        summary.picture_key = work.files.put(png)
    _settle_and_report(work, summary)


@claims
def needed(work: Work, keys: Collection[str]) -> Iterator[str | None]:
    """The pictures of summaries."""
    wanted = select(Summary.picture_key).where(Summary.picture_key.in_(list(keys)))
    yield from work.session.scalars(wanted)


def unpictured(work: Work, params: Params, _error: str) -> None:
    """The picture could not be drawn: the words go without it."""
    _settle_and_report(work, work.session.get_one(Summary, params["summary_id"]))


def _settle_and_report(work: Work, summary: Summary) -> None:
    # A newer file may have been loaded while this one was drawn: it speaks for both.
    if summary.followed_by is not None or summary.ready_at is not None:
        return
    settle(work, summary)
    if summary.upload_id is not None:
        tell_uploader(work, summary.upload_id)


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
