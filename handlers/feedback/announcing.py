"""What those who were helped are asked or told by themselves."""

from __future__ import annotations

from handlers.feedback.screens import CallOffered, Late, LessonAskedFor, PassedOn, RatingAskedFor
from handlers.ui.announce import announces
from handlers.ui.screens import Screen
from services.difficulties.notices import CaseLate, CasePassed, LessonAsked, RatingAsked


@announces(RatingAsked)
def rating_asked(notice: RatingAsked) -> Screen:
    """Right after the answer."""
    return RatingAskedFor(notice.number, notice.round, notice.helper)


@announces(LessonAsked)
def lesson_asked(notice: LessonAsked) -> Screen:
    """After two school weeks."""
    return LessonAskedFor(notice.case, notice.round)


def passed_screen(notice: CasePassed) -> Screen:
    """Somebody else has the case, or a call was promised."""
    if notice.call:
        return CallOffered(notice.number, notice.helper)
    return PassedOn(notice.number, notice.helper, notice.role, notice.due_at)


announces(CasePassed)(passed_screen)


@announces(CaseLate)
def case_late(notice: CaseLate) -> Screen:
    """The promised day has passed."""
    return Late(notice.number, notice.next_helper)
