"""Decisions of associations: drafted from votes, recorded as minutes, followed to their days."""

from __future__ import annotations

from services.decisions.beginning import NothingToDecide, correct, open_decision, refresh
from services.decisions.drafting import (
    choose,
    drop,
    set_due,
    set_held_on,
    set_measure,
    set_note,
    set_owner,
    take_measure,
    take_owner,
)
from services.decisions.following import area_in_plan, put_off, question_about, tell_outcome
from services.decisions.listing import Card, Listed, card, latest, listed
from services.decisions.meeting import Waiting, votes, wait_for, wait_until
from services.decisions.notices import DecisionPosted, HelpWanted, MeetingComes, TermCame
from services.decisions.offering import (
    Area,
    area,
    association_of,
    days,
    measures,
    meeting_days,
    owners,
)
from services.decisions.recording import Recorded, papers_again, record
from services.decisions.rights import NotADraft, NotYoursToDecide, leads, leads_summary
from services.decisions.suggesting import Owner
from services.decisions.views import DecisionView, ItemView, view

__all__ = [
    "Area",
    "Card",
    "DecisionPosted",
    "DecisionView",
    "HelpWanted",
    "ItemView",
    "Listed",
    "MeetingComes",
    "NotADraft",
    "NotYoursToDecide",
    "NothingToDecide",
    "Owner",
    "Recorded",
    "TermCame",
    "Waiting",
    "area",
    "area_in_plan",
    "association_of",
    "card",
    "choose",
    "correct",
    "days",
    "drop",
    "latest",
    "leads",
    "leads_summary",
    "listed",
    "measures",
    "meeting_days",
    "open_decision",
    "owners",
    "papers_again",
    "put_off",
    "question_about",
    "record",
    "refresh",
    "set_due",
    "set_held_on",
    "set_measure",
    "set_note",
    "set_owner",
    "take_measure",
    "take_owner",
    "tell_outcome",
    "view",
    "votes",
    "wait_for",
    "wait_until",
]
