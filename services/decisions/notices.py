"""What people are told of a decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from services.decisions.views import DecisionView, ItemView
from services.notices import Notice
from services.studies import Title
from services.summaries.tallying import FindingTally


@dataclass(frozen=True)
class DecisionPosted(Notice):
    """A recorded decision, for the association's group: what is in the plan, who, until when."""

    decision: DecisionView


@dataclass(frozen=True)
class HelpWanted(Notice):
    """An association asks the methodologist for help; `number` is its case on the help desk."""

    number: int
    association: str
    place: str
    title: Title
    areas: tuple[str, ...]


@dataclass(frozen=True)
class MeetingComes(Notice):
    """The meeting is on the next working day and its decision is a draft; for whoever leads."""

    decision_id: int
    summary_id: int
    title: Title
    held_on: date
    findings: tuple[FindingTally, ...]


@dataclass(frozen=True)
class TermCame(Notice):
    """The day of an area has come: is it done? `more` areas of the same day wait behind it."""

    item_id: int
    number: int
    title: Title
    item: ItemView
    more: int
