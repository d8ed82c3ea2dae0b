"""Waiting for the meeting: when it is, and what was kept of it."""

from __future__ import annotations

from handlers.decisions.buttons import SeeVotes, WaitForMeeting, WriteMeeting
from handlers.decisions.routes import pressed
from handlers.decisions.votes_screens import MeetingWaitedFor, VotesOnSummary, WhenIsTheMeeting
from handlers.decisions.writing import Field, listen
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from services import decisions
from services.decisions import Waiting


@pressed(SeeVotes)
def see_votes(context: Context, button: SeeVotes) -> Outcome:
    """How the votes stand now."""
    votes = decisions.votes(context.work, button.summary)
    return VotesOnSummary(votes.summary_id, votes.title, votes.findings)


@pressed(WaitForMeeting)
def wait_for_meeting(context: Context, button: WaitForMeeting) -> Outcome:
    """Ask when it is, in keys or in words; then keep the day."""
    if button.day is not None:
        waiting = decisions.wait_for(context.work, button.summary, button.day)
        return kept(button.summary, waiting)
    days = decisions.meeting_days(context.work, button.summary)
    listen(context, Field.MEETING, button.summary)
    return WhenIsTheMeeting(button.summary, days)


@pressed(WriteMeeting)
def write_meeting(context: Context, button: WriteMeeting) -> Outcome:
    """The day will be written."""
    decisions.meeting_days(context.work, button.summary)
    return listen(context, Field.MEETING, button.summary)


def kept(summary_id: int, waiting: Waiting) -> MeetingWaitedFor:
    """What a kept day looks like."""
    return MeetingWaitedFor(summary_id, waiting.held_on, waiting.reminded)
