"""Presses under questions. A stale one shows the present question and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Protocol, TypeVar

from handlers.forms import dialog
from handlers.forms.buttons import (
    Anew,
    Back,
    Choose,
    Done,
    Drop,
    Fix,
    Keep,
    Leave,
    Mark,
    Resume,
    Reword,
    Send,
    Skip,
    Turn,
)
from handlers.forms.ends import cancel_of, filled
from handlers.forms.screens import Deleted, WhichToFix
from handlers.ui.announce import announces
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome, Toast
from handlers.ui.routes import Routes
from handlers.ui.screens import Screen
from services import dialogs
from services.dialogs import DialogGone, DraftWaits, Filling
from services.forms import AnswerRefused, Kind, Question, Value

routes = Routes()


class OfForm(Protocol):
    """Every button of a form."""

    @property
    def form(self) -> str: ...
    @property
    def step(self) -> int: ...


P = TypeVar("P", bound=OfForm)
Press = Callable[[Context, P, Filling], Outcome]


def at_its_step(press: Press[P]) -> Callable[[Context, P], Outcome]:
    """Run a press only where the form still stands at the step the button was made for."""

    @wraps(press)
    def run(context: Context, button: P) -> Outcome:
        try:
            filling = dialogs.at_step(context.work, context.chat.id, button.form, button.step)
        except DialogGone:
            return instead(context)
        if not filling.active:
            filling = dialogs.resume(context.work, filling)
        return press(context, button, filling)

    return run


def instead(context: Context) -> Outcome:
    """What an old button lands on: the present question, or the word that all is answered.

    That word is no screen: the one pressed last in a form has turned into what follows it.
    """
    return dialog.present(context) or Toast("forms-closed")


@routes.press(Choose)
@at_its_step
def choose(context: Context, button: Choose, filling: Filling) -> Outcome:
    """Take the choice as the answer."""
    question = dialog.asked(context, filling)
    if question is None:
        return dialog.ask(context, filling)
    if question.kind is Kind.NOTE:
        return _skipped(context, filling)
    value = _chosen(question, button.index)
    if value is None:
        return dialog.ask(context, filling)
    return dialog.answer(context, filling, value)


@routes.press(Mark)
@at_its_step
def mark(context: Context, button: Mark, filling: Filling) -> Outcome:
    """Tick or untick, and show the same message with the change."""
    question = dialog.asked(context, filling)
    if question is None or not 0 <= button.index < len(question.choices):
        return dialog.ask(context, filling)
    name = question.choices[button.index].name
    others = tuple(one for one in dialog.ticked(filling, question) if one != name)
    marked = (*others, name) if button.ticked else others
    filling = dialogs.mark(context.work, filling, marked)
    return dialog.ask(context, filling, page=button.page)


@routes.press(Done)
@at_its_step
def done(context: Context, _button: Done, filling: Filling) -> Outcome:
    """What is ticked is the answer; nothing ticked means left out."""
    question = dialog.asked(context, filling)
    if question is None:
        return dialog.ask(context, filling)
    return dialog.answer(context, filling, list(dialog.ticked(filling, question)))


@routes.press(Turn)
@at_its_step
def turn(context: Context, button: Turn, filling: Filling) -> Outcome:
    """Show another page of choices."""
    return dialog.ask(context, filling, page=button.page)


@routes.press(Skip)
@at_its_step
def skip(context: Context, _button: Skip, filling: Filling) -> Outcome:
    """Leave the question out, if it may be."""
    return _skipped(context, filling)


@routes.press(Keep)
@at_its_step
def keep_offered(context: Context, _button: Keep, filling: Filling) -> Outcome:
    """Take what is offered, or was said before, as the answer."""
    question = dialog.asked(context, filling)
    if question is None or question.default is None:
        return dialog.ask(context, filling)
    return dialog.answer(context, filling, question.default)


@routes.press(Reword)
@at_its_step
def reword(context: Context, _button: Reword, filling: Filling) -> Outcome:
    """Ask for words of one's own."""
    question = dialog.asked(context, filling)
    if question is None:
        return dialog.ask(context, filling)
    return dialog.question_screen(filling, question, reworded=True)


@routes.press(Back)
@at_its_step
def back(context: Context, _button: Back, filling: Filling) -> Outcome:
    """The question before, its answer offered again."""
    return dialog.keep(context, filling, filling.form.back(filling.state))


@routes.press(Leave)
@at_its_step
def leave(context: Context, _button: Leave, filling: Filling) -> Outcome:
    """Stop: an untouched form goes, a begun one stays as a draft."""
    if filling.untouched:
        return _dropped(context, filling)
    dialogs.stop_nudging(context.work, filling)
    return dialog.draft_screen(filling)


@routes.press(Resume)
@at_its_step
def resume(context: Context, _button: Resume, filling: Filling) -> Outcome:
    """Ask where the person stopped."""
    return dialog.ask(context, filling)


@routes.press(Anew)
@at_its_step
def anew(context: Context, _button: Anew, filling: Filling) -> Outcome:
    """Forget the draft and ask the first question."""
    return dialog.ask(context, dialogs.again(context.work, filling))


@routes.press(Drop)
@at_its_step
def drop(context: Context, _button: Drop, filling: Filling) -> Outcome:
    """Delete the form."""
    return _dropped(context, filling)


@routes.press(Send)
@at_its_step
def send(context: Context, _button: Send, filling: Filling) -> Outcome:
    """Finish, unless an answer has become missing meanwhile."""
    if dialog.asked(context, filling) is not None:
        return dialog.ask(context, filling)
    return dialog.finish(context, filling)


@routes.press(Fix)
@at_its_step
def fix(context: Context, button: Fix, filling: Filling) -> Outcome:
    """Ask one question anew; with several, ask which."""
    lines = filled(context, filling).lines
    index = 0 if len(lines) == 1 else button.index
    if index is None:
        answers = tuple((line.label, line.value_label) for line in lines)
        return WhichToFix(filling.name, filling.step, answers)
    if not 0 <= index < len(lines):
        return dialog.ask(context, filling)
    return dialog.keep(context, filling, filling.form.edit(filling.state, lines[index].path))


@announces(DraftWaits)
def draft_waits(notice: DraftWaits) -> Screen:
    """Remind of a draft without a sound."""
    return dialog.waiting(notice)


def _chosen(question: Question, index: int) -> Value:
    """The value behind the pressed key; None for one that is not there."""
    if question.kind is Kind.AGAIN:
        return index == 0
    if question.kind is Kind.ACKNOWLEDGE:
        return True
    if question.kind is Kind.RANGE:
        numbers = dialog.range_of(question)
        return numbers[index] if 0 <= index < len(numbers) else None
    return question.choices[index].name if 0 <= index < len(question.choices) else None


def _skipped(context: Context, filling: Filling) -> Outcome:
    try:
        state = filling.form.skip(filling.state, dialogs.today(context.work))
    except AnswerRefused as refusal:
        return dialog.ask(context, filling, refusal=refusal)
    return dialog.keep(context, filling, state)


def _dropped(context: Context, filling: Filling) -> Outcome:
    dialogs.drop(context.work, filling)
    cancel = cancel_of(filling.name)
    return Deleted(filling.untouched) if cancel is None else cancel(context, filling.known)
