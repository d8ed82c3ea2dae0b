"""Corrections: whoever saw figures that have changed hears what was and what is, once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db.models.results import Summary, SummaryReader, Upload
from services.findings import difference
from services.notices import Notice, ToPerson, Urgency
from services.scopes import place
from services.studies import Title, title
from services.summaries.seeing import may_see
from services.summaries.shown import codes_of, shown_rows
from services.summaries.views import study_of
from services.work import Work

Json = Mapping[str, Any]
TOLD_MARKS = ("passed", "quality")


@dataclass(frozen=True, slots=True)
class Changed:
    """A task whose figure is another one now; percents 0-100, None where there was or is none.

    `number` is its place among the findings of the new summary, 0 when it is none of them;
    `state` says whether it came among the findings, went from them, stays or never was there.
    """

    code: str
    level: str | None
    skill: str | None
    was: float | None
    now: float | None
    number: int
    state: str


@dataclass(frozen=True, slots=True)
class ChangedMark:
    """A percent of marks that is another one now: `name` is passed, quality or a mark."""

    name: str
    was: float
    now: float


@dataclass(frozen=True, slots=True)
class Correction:
    """What a newer summary says otherwise; `n_was` and `n_now` count the works behind each.

    Marks are told to those who saw them: a group is shown none.
    """

    summary_id: int
    title: Title
    place: str
    n_was: int
    n_now: int
    judged: bool
    changes: tuple[Changed, ...]
    marks: tuple[ChangedMark, ...] = ()


@dataclass(frozen=True)
class SummaryCorrected(Notice):
    """The figures a group was shown have changed."""

    correction: Correction


@dataclass(frozen=True)
class FiguresCorrected(Notice):
    """The figures somebody opened in private have changed."""

    correction: Correction


def remember(work: Work, summary: Summary) -> None:
    """Note that the actor has seen the figures of a summary."""
    person_id = work.actor.person_id
    if person_id is None or _reader(work, summary.id, person_id) is not None:
        return
    work.session.add(SummaryReader(summary_id=summary.id, person_id=person_id, at=work.now))
    work.session.flush()


def change_of(last: Summary, findings: Json) -> str | None:
    """What is new for a group that was shown `last`: compared, named, replaced, corrected or None.

    compared and named add to what was said, replaced judges for the first time; None means that
    nothing they saw is otherwise.
    """
    if findings["judged"] and not last.findings["judged"]:
        return "replaced"
    if _of_group(last.findings, findings) or _n(last.findings) != _n(findings):
        return "corrected"
    had, has = (any(task["peers"] for task in one["tasks"]) for one in (last.findings, findings))
    if has and not had:
        return "compared"
    known, named = (_skills(one) for one in (last.findings, findings))
    return "named" if any(named[code] and not known.get(code) for code in named) else None


def for_group(work: Work, last: Summary, summary: Summary) -> Correction:
    """What the group is told: the findings that are otherwise."""
    return _correction(work, last, summary, _of_group(last.findings, summary.findings))


def tell_readers(work: Work, last: Summary, summary: Summary) -> None:
    """Tell those who opened the figures before; for who loaded the newer file they are no news."""
    changes = _of_table(last.findings, summary.findings)
    marks = _marks(last.findings, summary.findings)
    notice = FiguresCorrected(_correction(work, last, summary, changes, marks))
    for person_id in _readers(work, last.id):
        if _reader(work, summary.id, person_id) is not None:
            continue
        work.session.add(SummaryReader(summary_id=summary.id, person_id=person_id, at=work.now))
        concerns = person_id != _sender(work, summary) and may_see(work, person_id, summary)
        if concerns and _is_news(notice.correction):
            key = f"summary:{summary.id}:difference:{person_id}"
            work.tell(ToPerson(person_id), notice, urgency=Urgency.REMINDER, key=key)
    work.session.flush()


def _is_news(correction: Correction) -> bool:
    told = correction.changes or correction.marks
    return bool(told) or correction.n_was != correction.n_now


def _correction(
    work: Work,
    last: Summary,
    summary: Summary,
    changes: Sequence[Changed],
    marks: Sequence[ChangedMark] = (),
) -> Correction:
    study = study_of(work, summary)
    return Correction(
        summary_id=summary.id,
        title=title(study),
        place=place(work.session, study.scope_id).name,
        n_was=_n(last.findings),
        n_now=_n(summary.findings),
        judged=bool(summary.findings["judged"]),
        changes=tuple(changes),
        marks=tuple(marks),
    )


def _of_group(old: Json, new: Json) -> list[Changed]:
    """The findings whose shown figures are otherwise, in the order of the new summary."""
    before, after = codes_of(old), codes_of(new)
    found = [_changed(code, old, new) for code in dict.fromkeys([*after, *before])]
    return [one for one in found if one is not None]


def _of_table(old: Json, new: Json) -> list[Changed]:
    """All tasks whose shown figures are otherwise, the greatest change first."""
    every = dict.fromkeys(row["code"] for row in (*shown_rows(new), *shown_rows(old)))
    found = [one for code in every if (one := _changed(code, old, new)) is not None]
    moved = [one for one in found if one.state == "stays" or one.was != one.now]
    return sorted(moved, key=lambda one: -abs((one.now or 0) - (one.was or 0)))


def _marks(old: Json, new: Json) -> list[ChangedMark]:
    """Shares of marks and their sums people read, as far as they changed visibly."""
    if not (old["judged"] and new["judged"]):
        return []
    return [
        ChangedMark(one.name, one.was, one.now)
        for one in difference(old, new).marks
        if one.name in TOLD_MARKS and one.was is not None and one.now is not None
        if round(one.was) != round(one.now)
    ]


def _changed(code: str, old: Json, new: Json) -> Changed | None:
    before, after = codes_of(old), codes_of(new)
    was, now = (_row(findings, code) for findings in (old, new))
    state = "stays" if (code in before) is (code in after) else "went" if code in before else "came"
    if state == "stays" and _face(was) == _face(now):
        return None
    told = now or was or {}
    return Changed(
        code=code,
        level=told.get("level"),
        skill=told.get("skill"),
        was=was["percent"] if was else None,
        now=now["percent"] if now else None,
        number=after.index(code) + 1 if code in after else 0,
        state=state,
    )


def _n(findings: Json) -> int:
    return int(findings["summary"]["n"])


def _row(findings: Json, code: str) -> Json | None:
    return next((row for row in shown_rows(findings) if row["code"] == code), None)


def _face(row: Json | None) -> int | None:
    """What people read of a figure."""
    return None if row is None else round(row["percent"])


def _skills(findings: Json) -> dict[str, str | None]:
    told = {row["code"]: row["skill"] for row in shown_rows(findings)}
    return {code: told.get(code) for code in codes_of(findings)}


def _reader(work: Work, summary_id: int, person_id: int) -> SummaryReader | None:
    return work.session.scalars(
        select(SummaryReader).where(
            SummaryReader.summary_id == summary_id, SummaryReader.person_id == person_id
        )
    ).first()


def _readers(work: Work, summary_id: int) -> Sequence[int]:
    return work.session.scalars(
        select(SummaryReader.person_id)
        .where(SummaryReader.summary_id == summary_id)
        .order_by(SummaryReader.id)
    ).all()


def _sender(work: Work, summary: Summary) -> int | None:
    upload = work.session.get(Upload, summary.upload_id) if summary.upload_id else None
    return None if upload is None else upload.person_id
