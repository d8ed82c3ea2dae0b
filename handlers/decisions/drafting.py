"""The draft: area by area, the whole, the record. All that is pressed is written down at once."""

from __future__ import annotations

from handlers.decisions.buttons import (
    AskDue,
    AskMeasure,
    AskNote,
    AskOwner,
    CheckDraft,
    ChooseFor,
    CorrectDecision,
    Decide,
    DropDraft,
    LayDraftAside,
    RecordDecision,
    ShowArea,
    TakeDue,
    TakeMeasure,
    TakeOwner,
    WriteDue,
    WriteHeldOn,
)
from handlers.decisions.detail_screens import DueAsked, MeasureAsked, NoteAsked, OwnerAsked
from handlers.decisions.draft_screens import (
    AreaOfDecision,
    DecisionWritten,
    DraftChecked,
    DraftDropped,
    DraftLaidAside,
    DropAsked,
)
from handlers.decisions.routes import landed, pressed
from handlers.decisions.writing import Field, listen
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome, Reply, Toast
from handlers.ui.screens import Screen
from services import decisions
from services.decisions import Card
from services.papers import PaperKind


@pressed(Decide)
def decide(context: Context, button: Decide) -> Outcome:
    """Begin the draft, or go on with the one there is, from its first area."""
    return shown_area(context, decisions.open_decision(context.work, button.summary), 0)


@pressed(CorrectDecision)
def correct(context: Context, button: CorrectDecision) -> Outcome:
    """A draft that follows the decision; its papers stay above as they were."""
    draft = decisions.correct(context.work, button.decision)
    return Reply(checked(decisions.card(context.work, draft)), replace=False)


@pressed(ShowArea)
def show_area(context: Context, button: ShowArea) -> Outcome:
    """An area, or the whole behind the last one."""
    return shown_area(context, button.decision, button.place)


@pressed(ChooseFor)
def choose(context: Context, button: ChooseFor) -> Outcome:
    """What becomes of the area; the same screen shows it."""
    decisions.choose(context.work, button.item, button.choice)
    return area_of(context, button.item)


@pressed(AskMeasure)
def ask_measure(context: Context, button: AskMeasure) -> Outcome:
    """Offer measures, and listen to words."""
    area = decisions.area(context.work, button.item)
    listen(context, Field.MEASURE, button.item)
    offered = decisions.measures(context.work, button.item)
    return MeasureAsked(area.decision_id, button.item, area.place, area.view, offered)


@pressed(TakeMeasure)
def take_measure(context: Context, button: TakeMeasure) -> Outcome:
    """One of those offered, or none."""
    if button.number is None:
        decisions.set_measure(context.work, button.item, None)
    else:
        decisions.take_measure(context.work, button.item, button.number)
    return area_of(context, button.item)


@pressed(AskOwner)
def ask_owner(context: Context, button: AskOwner) -> Outcome:
    """Offer the usual owners, and listen to words."""
    area = decisions.area(context.work, button.item)
    listen(context, Field.OWNER, button.item)
    offered = decisions.owners(context.work, button.item)
    return OwnerAsked(area.decision_id, button.item, area.place, area.view, offered)


@pressed(TakeOwner)
def take_owner(context: Context, button: TakeOwner) -> Outcome:
    """One of those offered, or nobody."""
    decisions.take_owner(context.work, button.item, button.owner)
    return area_of(context, button.item)


@pressed(AskDue)
def ask_due(context: Context, button: AskDue) -> Outcome:
    """Offer the usual days, and listen to words."""
    area = decisions.area(context.work, button.item)
    listen(context, Field.DUE, button.item)
    association_id = decisions.association_of(context.work, button.item)
    offered = decisions.days(context.work, association_id)
    return DueAsked(area.decision_id, button.item, area.place, area.view, offered)


@pressed(WriteDue)
def write_due(context: Context, button: WriteDue) -> Outcome:
    """The day will be written."""
    decisions.area(context.work, button.item)
    return listen(context, Field.DUE, button.item)


@pressed(TakeDue)
def take_due(context: Context, button: TakeDue) -> Outcome:
    """Until this day, or open."""
    decisions.set_due(context.work, button.item, button.day)
    return area_of(context, button.item)


@pressed(CheckDraft)
def check(context: Context, button: CheckDraft) -> Outcome:
    """The whole draft."""
    return whole(context, button.decision)


@pressed(AskNote)
def ask_note(context: Context, button: AskNote) -> Outcome:
    """Listen to words for the minutes, or take those there are out."""
    if button.away:
        decisions.set_note(context.work, button.decision, None)
        return whole(context, button.decision)
    note = decisions.card(context.work, button.decision).view.note
    listen(context, Field.NOTE, button.decision)
    return NoteAsked(button.decision, note)


@pressed(WriteHeldOn)
def write_held_on(context: Context, button: WriteHeldOn) -> Outcome:
    """The day of the meeting will be written."""
    decisions.refresh(context.work, button.decision)
    return listen(context, Field.HELD, button.decision)


@pressed(LayDraftAside)
def lay_aside(context: Context, button: LayDraftAside) -> Outcome:
    """Everything is kept already."""
    decisions.refresh(context.work, button.decision)
    return DraftLaidAside(button.decision)


@pressed(DropDraft)
def drop(context: Context, button: DropDraft) -> Outcome:
    """Delete the draft, after asking."""
    view = decisions.card(context.work, button.decision).view
    corrects = view.corrects is not None
    if not button.sure:
        decisions.refresh(context.work, button.decision)
        return DropAsked(button.decision, corrects)
    decisions.drop(context.work, button.decision)
    return DraftDropped(view.summary_id, corrects)


@pressed(RecordDecision)
def record(context: Context, button: RecordDecision) -> Outcome:
    """Record it; where the figures changed since it was shown, show it once more instead."""
    if decisions.refresh(context.work, button.decision):
        shown = checked(decisions.card(context.work, button.decision))
        return Reply(shown, toast=Toast("decision-figures-changed", alert=True))
    done = decisions.record(context.work, button.decision)
    view = decisions.view(context.work, done.decision_id)
    return DecisionWritten(
        decision_id=done.decision_id,
        number=done.number,
        group=done.group,
        case=done.case,
        plan=PaperKind.PLAN in done.papers,
        corrected=view.corrects is not None,
        held_on=view.held_on,
    )


def shown_area(context: Context, decision_id: int, place: int) -> Outcome:
    """An area of a draft by its place; the whole draft where there is none."""
    decisions.refresh(context.work, decision_id)
    card = decisions.card(context.work, decision_id)
    if not 0 <= place < len(card.items):
        return checked(card)
    return AreaOfDecision(
        decision_id=card.view.id,
        item_id=card.items[place],
        place=place,
        total=len(card.items),
        title=card.view.title,
        item=card.view.items[place],
    )


def area_of(context: Context, item_id: int) -> Outcome:
    """The area a detail belongs to."""
    area = decisions.area(context.work, item_id)
    return shown_area(context, area.decision_id, area.place)


def whole(context: Context, decision_id: int) -> Outcome:
    """The whole draft, or the decision it has become."""
    card = decisions.card(context.work, decision_id)
    return checked(card) if card.view.status == "draft" else landed(context, decision_id)


def checked(card: Card) -> Screen:
    """The whole of a draft as a screen."""
    return DraftChecked(card.view, card.coming)
