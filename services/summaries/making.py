"""From loaded studies to summaries: reckoned outside, kept here, each following the last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from db.models.results import FindingVote, Study, Summary
from db.models.scopes import ScopeLevel
from services.associations import caring
from services.findings import Order, reckon
from services.jobs import JobKind, Params, Place, register
from services.scopes import place
from services.studies import as_of, orders, tells_of_own
from services.summaries.corrections import change_of
from services.summaries.hints import ask_about_conditions
from services.summaries.pushing import push, settle
from services.summaries.reporting import last_shown, tell_failure, tell_uploader
from services.summaries.shown import codes_of
from services.summaries.views import codes
from services.work import Work

Findings = dict[str, Any]


def _prepare(work: Work, params: Params) -> list[Order]:
    return orders(work, params["study_ids"])


def _apply(work: Work, params: Params, results: Sequence[Findings]) -> None:
    upload_id = params["upload_id"]
    studies = [work.session.get_one(Study, findings["study_id"]) for findings in results]
    fresh = zip(studies, results, strict=True)
    if any(as_of(study) != findings["as_of"] for study, findings in fresh):
        # Another file joined the study meanwhile: old figures must not take the place of new ones.
        work.later("summaries.reckon", params, key=f"upload:{upload_id}:reckon")
        return
    for study, findings in zip(studies, results, strict=True):
        wide = place(work.session, study.scope_id).level is not ScopeLevel.SCHOOL
        told = findings["tasks"] and findings["guarded"]
        if told and tells_of_own(study, wide=wide):
            _keep(work, study, findings, upload_id)
        ask_about_conditions(work, study, findings)
    tell_uploader(work, upload_id)


def _keep(work: Work, study: Study, findings: Findings, upload_id: int) -> None:
    places = caring(work.session, study.scope_id, study.subject, study.grade)
    receivers: list[int | None] = [place.id for place in places]
    for association_id in receivers or [None]:
        last = _last(work, study.id, association_id)
        if last is not None and _same(last.findings, findings):
            # Nothing new to say: the summary that is there stands for this file as well.
            last.upload_id, last.association_id = upload_id, association_id
            push(work, last)
            continue
        summary = _add(work, study, association_id, findings, upload_id, last)
        if codes_of(findings):
            key = f"summary:{summary.id}:picture"
            work.later("summaries.picture", {"summary_id": summary.id}, key=key)
        else:
            settle(work, summary)
    work.session.flush()


def _add(
    work: Work,
    study: Study,
    association_id: int | None,
    findings: Findings,
    upload_id: int,
    last: Summary | None,
) -> Summary:
    shown = None if last is None else last_shown(work, last)
    summary = Summary(
        study_id=study.id,
        association_id=association_id,
        upload_id=upload_id,
        findings=findings,
        change=None if shown is None else change_of(shown, findings),
        created_at=work.now,
    )
    work.session.add(summary)
    work.session.flush()
    if last is not None:
        last.followed_by = summary.id
        _carry_votes(work, last, summary)
    return summary


def _last(work: Work, study_id: int, association_id: int | None) -> Summary | None:
    """The summary that stands now; one made before the association was there counts too."""
    standing = work.session.scalars(
        select(Summary)
        .where(Summary.study_id == study_id, Summary.followed_by.is_(None))
        .order_by(Summary.id.desc())
    )
    found = list(standing)
    own = [one for one in found if one.association_id == association_id]
    return next(iter(own or [one for one in found if one.association_id is None]), None)


def _same(known: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    return all(known[name] == new[name] for name in ("summary", "tasks"))


def _carry_votes(work: Work, last: Summary, summary: Summary) -> None:
    """A word about a skill stays a word about it, whatever number it has now."""
    numbers = {code: number for number, code in enumerate(codes(summary), 1)}
    old = codes(last)
    for vote in work.session.scalars(select(FindingVote).where(FindingVote.summary_id == last.id)):
        number = numbers.get(old[vote.finding - 1])
        if number is not None:
            work.session.add(
                FindingVote(
                    summary_id=summary.id,
                    finding=number,
                    account=vote.account,
                    name=vote.name,
                    choice=vote.choice,
                    at=vote.at,
                )
            )


def _give_up(work: Work, params: Params, _error: str) -> None:
    tell_failure(work, params["upload_id"])


register(
    JobKind(
        "summaries.reckon",
        prepare=_prepare,
        run=reckon,
        apply=_apply,
        give_up=_give_up,
        place=Place.ANALYSIS,
    )
)
