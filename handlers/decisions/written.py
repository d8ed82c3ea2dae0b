"""What was written in words goes where it belongs; what follows is the screen it came from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from handlers import forms
from handlers.decisions import drafting, following, waiting
from handlers.decisions.buttons import PutOff, WaitForMeeting
from handlers.decisions.routes import landed
from handlers.decisions.writing import FORM, Field
from handlers.forms.ends import Known, Values
from handlers.refusals import refuse
from handlers.ui.clean import clean_line, clean_text
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from services import decisions
from services.decisions import NotADraft
from services.errors import ServiceError

LONGEST_MEASURE, LONGEST_OWNER, LONGEST_NOTE = 300, 100, 500


@forms.finished(FORM)
def written(context: Context, values: Values, known: Known) -> Outcome:
    """Keep the words. A refusal ends the question too: it would wait for ever otherwise."""
    field, about = Field(known["field"]), int(known["about"])
    try:
        return KEEP[field](context, about, str(values.get(field.value) or ""))
    except NotADraft as recorded:
        return landed(context, recorded.decision_id)
    except ServiceError as error:
        return refuse(context, error, pressed=False)


@forms.cancelled(FORM)
def left(context: Context, known: Known) -> Outcome:
    """No words after all: back to where they were asked for."""
    field, about = Field(known["field"]), int(known["about"])
    if field in (Field.MEASURE, Field.OWNER, Field.DUE):
        return drafting.area_of(context, about)
    if field in (Field.NOTE, Field.HELD):
        return drafting.whole(context, about)
    if field is Field.MEETING:
        return waiting.wait_for_meeting(context, WaitForMeeting(about))
    return following.put_off(context, PutOff(about))


def _measure(context: Context, item: int, words: str) -> Outcome:
    measure = clean_text(words, limit=LONGEST_MEASURE) or None
    decisions.set_measure(context.work, item, measure)
    return drafting.area_of(context, item)


def _owner(context: Context, item: int, words: str) -> Outcome:
    owner = clean_line(words, limit=LONGEST_OWNER) or None
    decisions.set_owner(context.work, item, owner)
    return drafting.area_of(context, item)


def _due(context: Context, item: int, words: str) -> Outcome:
    decisions.set_due(context.work, item, date.fromisoformat(words))
    return drafting.area_of(context, item)


def _note(context: Context, decision: int, words: str) -> Outcome:
    decisions.set_note(context.work, decision, clean_text(words, limit=LONGEST_NOTE) or None)
    return drafting.whole(context, decision)


def _held(context: Context, decision: int, words: str) -> Outcome:
    decisions.set_held_on(context.work, decision, date.fromisoformat(words))
    return drafting.whole(context, decision)


def _meeting(context: Context, summary: int, words: str) -> Outcome:
    day = date.fromisoformat(words)
    return waiting.kept(summary, decisions.wait_for(context.work, summary, day))


def _moved(context: Context, item: int, words: str) -> Outcome:
    question = decisions.put_off(context.work, item, date.fromisoformat(words))
    return following.next_or_kept(context, item, "moved", question)


KEEP: dict[Field, Callable[[Context, int, str], Outcome]] = {
    Field.MEASURE: _measure,
    Field.OWNER: _owner,
    Field.DUE: _due,
    Field.NOTE: _note,
    Field.HELD: _held,
    Field.MEETING: _meeting,
    Field.MOVED: _moved,
}
