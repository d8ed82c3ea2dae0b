"""What people are told of decisions by themselves."""

from __future__ import annotations

from handlers.decisions.card_screens import DecisionInGroup, HelpWantedFrom
from handlers.decisions.following import asked
from handlers.decisions.votes_screens import MeetingTomorrow, VotesOnSummary
from handlers.ui.announce import announces
from handlers.ui.screens import Screen
from services.decisions import DecisionPosted, HelpWanted, MeetingComes, TermCame
from services.summaries import VotesGathered


@announces(VotesGathered)
def votes_gathered(notice: VotesGathered) -> Screen:
    """The votes, for whoever leads."""
    return VotesOnSummary(notice.summary_id, notice.title, notice.findings)


@announces(MeetingComes)
def meeting_comes(notice: MeetingComes) -> Screen:
    """The meeting is on the next working day."""
    return MeetingTomorrow(notice.summary_id, notice.title, notice.held_on, notice.findings)


@announces(DecisionPosted)
def decision_posted(notice: DecisionPosted) -> Screen:
    """What was decided, for the group."""
    return DecisionInGroup(notice.decision)


@announces(HelpWanted)
def help_wanted(notice: HelpWanted) -> Screen:
    """An association asks for help."""
    return HelpWantedFrom(
        notice.number, notice.association, notice.place, notice.title, notice.areas
    )


@announces(TermCame)
def term_came(notice: TermCame) -> Screen:
    """The day of an area has come."""
    return asked(notice)
