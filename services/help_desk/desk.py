"""The desk itself: what waits, taking, answering, giving away, closing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, false, or_, select, update

from db.models.assistance import Difficulty
from db.models.scopes import Scope, ScopeLevel
from services import feedback
from services.access import RULES, Action, holdings, record
from services.difficulties.attachments import Attachment, from_rows
from services.difficulties.cards import Card, card_of, is_free, own_case
from services.difficulties.cases import LEFT, OPEN, desks, name_of, seen_by_staff
from services.difficulties.entries import Entry, entries_of, say_in
from services.difficulties.notices import (
    CaseClosed,
    RatingAsked,
)
from services.errors import Forbidden, ServiceError
from services.help_desk import chain, deadlines
from services.help_desk.chain import Helper
from services.help_desk.letters import letters
from services.help_desk.passing import pass_to, tell_passed
from services.help_desk.telling import refresh, tell_reporter
from services.work import Work


class TakenAlready(ServiceError):
    """Somebody else has the case; `name` says who."""


class CaseIsClosed(ServiceError):
    """The case was closed or withdrawn meanwhile; `number` says which."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """What waits for the actor, the most pressing first."""

    cards: tuple[Card, ...]
    new: int
    mine: int
    late: int


def inbox(work: Work) -> Inbox:
    """Open cases of the actor's places and those passed on to them: late, mine, new, others."""
    cards = [card_of(work, row, work.actor.person_id) for row in _open_rows(work)]
    cards.sort(
        key=lambda card: (not card.delayed, not card.mine, card.status != "new", card.due_at)
    )
    return Inbox(
        tuple(cards),
        new=sum(card.status == "new" for card in cards),
        mine=sum(card.mine for card in cards),
        late=sum(card.delayed for card in cards),
    )


def card(work: Work, number: int) -> Card:
    """One case; raise NotFound for those it does not concern."""
    return card_of(work, seen_by_staff(work, number), work.actor.person_id)


def said(work: Work, number: int) -> tuple[Entry, ...]:
    """Everything said and attached in a case, by both sides, first to last."""
    row = seen_by_staff(work, number)
    first = Entry("report", row.text or "", from_rows(row.attachments), row.reported_at)
    later = entries_of(work, number, "addition", "answer", "call", "passed_on", "obstacle")
    return (first, *(one for one in later if one.text not in feedback.CODES or one.files))


def take(work: Work, number: int) -> Card:
    """Take a case, unless somebody was quicker: then raise TakenAlready."""
    row = seen_by_staff(work, number)
    _refuse_closed(row)
    if row.assignee_id != work.actor.person_id:
        _take(work, row)
        refresh(work, row)
    return card_of(work, row, work.actor.person_id)


def take_to_answer(work: Work, number: int) -> Card:
    """Take a case about to be answered; one that was answered stays as it is."""
    row = seen_by_staff(work, number)
    return (
        card_of(work, row, work.actor.person_id) if row.status == "answered" else take(work, number)
    )


def _take(work: Work, row: Difficulty) -> None:
    free: ColumnElement[bool] = Difficulty.assignee_id.is_(None)
    if is_free(row):
        # Past its day a case is anybody's who was asked to help: of the one who has it now.
        free = or_(free, Difficulty.assignee_id == row.assignee_id)
    taken = work.session.execute(
        update(Difficulty)
        .where(Difficulty.id == row.id, free, Difficulty.status.in_(OPEN))
        .values(assignee_id=work.actor.person_id, status="taken", taken_at=work.now)
        .execution_options(synchronize_session="fetch")
    )
    if not isinstance(taken, CursorResult) or taken.rowcount == 0:
        work.session.refresh(row)
        raise TakenAlready(name=name_of(work, row.assignee_id), number=row.id)
    work.session.refresh(row)


def answer(work: Work, number: int, text: str, files: list[Any]) -> Card:
    """Send the answer to the one who asked, and ask at once whether it helped."""
    row = seen_by_staff(work, number)
    _refuse_closed(row)
    if row.assignee_id != work.actor.person_id:
        _take(work, row)
    row.answered_at = row.answered_at or work.now
    row.round += 1
    row.call_at, row.delayed = None, False
    by_phone = row.channel == "phone" or row.reporter_id is None
    kind = "call" if by_phone else "answer"
    say_in(work, row, kind, author_id=work.actor.person_id, text=text, files=files)
    row.status = "closed" if by_phone else "answered"
    row.closed_at = work.now if by_phone else None
    deadlines.kept(work, row)
    record(work, "difficulty_answered", f"difficulty:{row.id}", round=row.round)
    work.session.flush()
    if not by_phone:
        _send(work, row, text, from_rows(files))
    refresh(work, row)
    return card_of(work, row, work.actor.person_id)


def _send(work: Work, row: Difficulty, text: str, files: Sequence[Attachment]) -> None:
    for notice in letters(row.id, work.actor.name, text, files):
        tell_reporter(work, row, notice)
    tell_reporter(work, row, RatingAsked(row.id, row.round, work.actor.name))
    feedback.ask_later(work, row)


def close(work: Work, number: int) -> Card:
    """Close a case; one never answered is closed too, and its reporter may ask again."""
    row = seen_by_staff(work, number)
    if row.status not in LEFT:
        row.status, row.closed_at = "closed", work.now
        row.assignee_id = row.assignee_id or work.actor.person_id
        deadlines.kept(work, row)
        record(work, "difficulty_closed", f"difficulty:{row.id}")
        work.session.flush()
        tell_reporter(work, row, CaseClosed(own_case(work, row)))
        refresh(work, row)
    return card_of(work, row, work.actor.person_id)


def candidates(work: Work, number: int) -> tuple[Helper, ...]:
    """Whom a case can be given to."""
    row = seen_by_staff(work, number)
    besides = {one for one in (work.actor.person_id, row.assignee_id) if one is not None}
    return chain.others(work, row, besides)


def give(work: Work, number: int, person_id: int) -> Card:
    """Give a case to somebody else of its chain; raise Forbidden for anybody beyond."""
    row = seen_by_staff(work, number)
    _refuse_closed(row)
    found = [one for one in candidates(work, number) if one.person_id == person_id]
    if not found:
        raise Forbidden(action=Action.WORK_AT_HELP_DESK.value)
    say_in(work, row, "given", author_id=work.actor.person_id)
    record(work, "difficulty_given", f"difficulty:{row.id}", to=person_id)
    tell_passed(work, row, pass_to(work, row, found[0]))
    refresh(work, row)
    return card_of(work, row, work.actor.person_id)


def schools_of_actor(work: Work) -> tuple[tuple[str, str], ...]:
    """(id, name) of the schools whose calls the actor may write down."""
    paths = [held.path for held in holdings(work) if held.role in RULES[Action.ENTER_CALL]]
    if not paths:
        raise Forbidden(action=Action.ENTER_CALL.value)
    rows = work.session.execute(
        select(Scope.id, Scope.name)
        .where(
            Scope.level == ScopeLevel.SCHOOL,
            or_(*(Scope.path.startswith(path) for path in paths)),
        )
        .order_by(Scope.name)
    )
    return tuple((str(scope_id), name) for scope_id, name in rows)


def _open_rows(work: Work) -> list[Difficulty]:
    person_id = work.actor.person_id
    if person_id is None or not any(
        one.role in RULES[Action.WORK_AT_HELP_DESK] for one in holdings(work)
    ):
        raise Forbidden(action=Action.WORK_AT_HELP_DESK.value)
    homes = select(Scope.id).where(
        Scope.level == ScopeLevel.MUNICIPALITY,
        or_(false(), *(Scope.path.startswith(path) for path in desks(work))),
    )
    rows = work.session.scalars(
        select(Difficulty).where(
            Difficulty.status.in_(OPEN),
            or_(Difficulty.municipality_id.in_(homes), Difficulty.assignee_id == person_id),
        )
    ).all()
    asked = work.session.scalars(
        select(Difficulty).where(
            Difficulty.status.in_(OPEN),
            or_(Difficulty.assignee_id.is_(None), Difficulty.delayed.is_(True)),
        )
    )
    return [*rows, *(one for one in asked if person_id in one.offered and one not in rows)]


def _refuse_closed(row: Difficulty) -> None:
    if row.status in LEFT:
        raise CaseIsClosed(number=row.id)
