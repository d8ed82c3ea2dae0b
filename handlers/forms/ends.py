"""What happens at the end of a form: its own check before sending, its finish, its deletion."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.screens import Screen
from services.dialogs import Filling, today
from services.forms import SummaryLine, Value

Values = Mapping[str, Value]
Known = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Filled:
    """A form all answered, waiting for «send»: `step` belongs into the buttons below it."""

    form: str
    step: int
    about: str
    values: Values
    known: Known
    lines: tuple[SummaryLine, ...]


Finish = Callable[[Context, Values, Known], Outcome]
Review = Callable[[Context, Filled], Screen]
Cancel = Callable[[Context, Known], Outcome]
E = TypeVar("E", Finish, Review, Cancel)

_finishes: dict[str, Finish] = {}
_reviews: dict[str, Review] = {}
_cancels: dict[str, Cancel] = {}


def finished(form: str) -> Callable[[Finish], Finish]:
    """Register what happens with the values of a form once it is finished."""
    return _registering(_finishes, form)


def review(form: str) -> Callable[[Review], Review]:
    """Register the screen that shows a form before it is sent (with Send, Fix, Drop below)."""
    return _registering(_reviews, form)


def cancelled(form: str) -> Callable[[Cancel], Cancel]:
    """Register what a person sees when they delete a form."""
    return _registering(_cancels, form)


def finish_of(form: str) -> Finish:
    """What happens at the end of a form; KeyError for a form nobody finishes."""
    return _finishes[form]


def review_of(form: str) -> Review | None:
    """The check screen of a form, if it has one."""
    return _reviews.get(form)


def cancel_of(form: str) -> Cancel | None:
    """What follows a deletion, if the form says."""
    return _cancels.get(form)


def filled(context: Context, filling: Filling) -> Filled:
    """A filling as its end sees it."""
    day = today(context.work)
    return Filled(
        filling.name,
        filling.step,
        filling.about,
        filling.form.values(filling.state, day),
        filling.known,
        tuple(filling.form.summary(filling.state, context.work.actor.language, day)),
    )


def _registering(known: dict[str, E], form: str) -> Callable[[E], E]:
    def decorate(function: E) -> E:
        if form in known:
            raise ValueError(f"the form {form} has two ends of one kind")
        known[form] = function
        return function

    return decorate
