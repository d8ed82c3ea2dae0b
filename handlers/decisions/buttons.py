"""The buttons of decisions. Each says what it sets, so that pressing it twice changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from handlers.ui.buttons import Button
from services.decisions.suggesting import Owner
from services.summaries import Choice


@dataclass(frozen=True, slots=True)
class Decide(Button):
    """Write down the decision about a summary, from its first area."""

    prefix = "dde"
    summary: int


@dataclass(frozen=True, slots=True)
class SeeVotes(Button):
    """How the votes on a summary stand now."""

    prefix = "dvo"
    summary: int


@dataclass(frozen=True, slots=True)
class WaitForMeeting(Button):
    """Decide at the meeting; `day` None: ask when it is."""

    prefix = "dwa"
    summary: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class WriteMeeting(Button):
    """The day of the meeting will be written."""

    prefix = "dwm"
    summary: int


@dataclass(frozen=True, slots=True)
class ShowArea(Button):
    """An area of a draft, counted from 0; behind the last one the whole is checked."""

    prefix = "dar"
    decision: int
    place: int


@dataclass(frozen=True, slots=True)
class ChooseFor(Button):
    """What becomes of an area."""

    prefix = "dch"
    item: int
    choice: Choice


@dataclass(frozen=True, slots=True)
class AskMeasure(Button):
    """What is done about an area?"""

    prefix = "dme"
    item: int


@dataclass(frozen=True, slots=True)
class TakeMeasure(Button):
    """One of the measures offered; None: nothing is named."""

    prefix = "dmt"
    item: int
    number: int | None


@dataclass(frozen=True, slots=True)
class AskOwner(Button):
    """Who answers for an area?"""

    prefix = "dow"
    item: int


@dataclass(frozen=True, slots=True)
class TakeOwner(Button):
    """One of the owners offered; None: nobody is named."""

    prefix = "dot"
    item: int
    owner: Owner | None


@dataclass(frozen=True, slots=True)
class AskDue(Button):
    """Until when?"""

    prefix = "ddu"
    item: int


@dataclass(frozen=True, slots=True)
class TakeDue(Button):
    """Until this day; None: it is left open."""

    prefix = "ddt"
    item: int
    day: date | None


@dataclass(frozen=True, slots=True)
class WriteDue(Button):
    """The day will be written."""

    prefix = "ddw"
    item: int


@dataclass(frozen=True, slots=True)
class CheckDraft(Button):
    """The whole draft before it is recorded."""

    prefix = "dck"
    decision: int


@dataclass(frozen=True, slots=True)
class AskNote(Button):
    """Something in the head's own words for the minutes; `away` takes it out again."""

    prefix = "dno"
    decision: int
    away: bool = False


@dataclass(frozen=True, slots=True)
class WriteHeldOn(Button):
    """The day of the meeting the minutes are of."""

    prefix = "dhe"
    decision: int


@dataclass(frozen=True, slots=True)
class RecordDecision(Button):
    """The draft is the decision."""

    prefix = "dre"
    decision: int


@dataclass(frozen=True, slots=True)
class LayDraftAside(Button):
    """Go on another time."""

    prefix = "dla"
    decision: int


@dataclass(frozen=True, slots=True)
class DropDraft(Button):
    """Delete a draft; `sure` after it was asked once more."""

    prefix = "ddr"
    decision: int
    sure: bool = False


@dataclass(frozen=True, slots=True)
class CorrectDecision(Button):
    """Begin a correction of a recorded decision."""

    prefix = "dco"
    decision: int


@dataclass(frozen=True, slots=True)
class OpenDecision(Button):
    """A decision as it stands now."""

    prefix = "dop"
    decision: int


@dataclass(frozen=True, slots=True)
class OpenDecisions(Button):
    """The decisions one may read, page by page from 0."""

    prefix = "dls"
    page: int = 0


@dataclass(frozen=True, slots=True)
class OrderPapers(Button):
    """Have the papers of a decision written anew."""

    prefix = "dpa"
    decision: int


@dataclass(frozen=True, slots=True)
class FinishDecision(Button):
    """All is as it should be: the buttons under the papers go."""

    prefix = "dfi"
    decision: int


@dataclass(frozen=True, slots=True)
class AskHowItWent(Button):
    """Tell how the areas of a plan went, from the first that is open."""

    prefix = "dho"
    decision: int


@dataclass(frozen=True, slots=True)
class TellOutcome(Button):
    """How an area went: done | partly."""

    prefix = "dou"
    item: int
    outcome: str


@dataclass(frozen=True, slots=True)
class PutOff(Button):
    """Move an area to another day; None: ask to which."""

    prefix = "dpu"
    item: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class WriteMoved(Button):
    """The other day will be written."""

    prefix = "dmw"
    item: int
