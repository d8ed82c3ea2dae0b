"""Telling staff and reporters: cards that change in place, words that arrive."""

from __future__ import annotations

from db.models.assistance import Difficulty
from services.difficulties.cards import card_of
from services.difficulties.notices import CaseShown
from services.help_desk import chain
from services.notices import Notice, ToPerson, Urgency
from services.work import Work


def show_card(
    work: Work,
    row: Difficulty,
    person_id: int,
    *,
    why: str = "",
    urgency: Urgency = Urgency.REPLY,
) -> None:
    """Send the card; without a reason the one already sent changes in place."""
    notice = CaseShown(card_of(work, row, person_id), why)
    anchor = f"difficulty:{row.id}" if why in ("", "new") else None
    work.tell(ToPerson(person_id), notice, urgency=urgency, anchor=anchor)


def announce(work: Work, row: Difficulty) -> None:
    """Tell everybody who can answer first of a new case."""
    told = [one.person_id for one in chain.first_helpers(work, row)]
    if row.told != told:
        row.told = told
        work.session.flush()
    for person_id in row.told:
        show_card(work, row, person_id, why="new")


def refresh(work: Work, row: Difficulty) -> None:
    """Let the cards that were sent when the case came show how it stands now."""
    for person_id in row.told:
        show_card(work, row, person_id)


def tell_reporter(
    work: Work, row: Difficulty, notice: Notice, urgency: Urgency = Urgency.REPLY
) -> None:
    """Tell the one who asked, if they can still be told."""
    if row.reporter_id is not None:
        work.tell(ToPerson(row.reporter_id), notice, urgency=urgency)
