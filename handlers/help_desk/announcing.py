"""What the staff are told by themselves: new cases, changes, additions, passing days."""

from __future__ import annotations

from handlers.help_desk.card import CaseCard
from handlers.help_desk.screens import AdditionShown
from handlers.ui.announce import announces
from handlers.ui.screens import Screen
from services.difficulties.notices import AdditionCame, CaseShown


@announces(CaseShown)
def case_shown(notice: CaseShown) -> Screen:
    """The card."""
    return CaseCard(notice.card, notice.why)


@announces(AdditionCame)
def addition_came(notice: AdditionCame) -> Screen:
    """The added words; the files are opened on the card."""
    return AdditionShown(notice.card, notice.text, len(notice.files))
