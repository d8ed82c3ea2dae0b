"""The dialog runner: from a filling to the screen that asks its present question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.forms.ends import filled, finish_of, review_of
from handlers.forms.screens import Ask, Draft
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome, Reply
from handlers.ui.screens import Screen
from services import dialogs
from services.dialogs import DraftWaits, Filling
from services.forms import AnswerRefused, FormState, Kind, Question, Value, message_of


def begin(
    context: Context,
    form_name: str,
    known: Mapping[str, Any],
    choices: dialogs.Lists | None = None,
    *,
    about: str = "",
    replace: bool = True,
) -> Outcome:
    """Open a form for the person of this chat and ask its first question.

    `known` is given to the form by field name and back to its end as it is; `choices` are lists
    the file leaves open, {"schools": [(name, label), …]}. Forms with another `about` are kept
    apart. An unfinished one that was opened alike is offered first. `replace`: whether the
    pressed message turns into the question.
    """
    before = dialogs.draft(context.work, context.chat.id, form_name, about)
    if before is not None and not before.untouched and _opened_alike(before, known):
        return Reply(draft_screen(before, anew=True), replace=replace)
    filling = dialogs.start(
        context.work, context.chat.id, form_name, about=about, known=known, lists=choices
    )
    return _replacing(ask(context, filling), replace=replace)


def present(context: Context) -> Outcome:
    """Show the question the person is at; None where they are filling in nothing."""
    filling = dialogs.active(context.work, context.chat.id)
    return None if filling is None else ask(context, filling)


def ask(
    context: Context, filling: Filling, *, page: int = 0, refusal: AnswerRefused | None = None
) -> Outcome:
    """The present question, or the check, or the end."""
    question = asked(context, filling)
    if question is not None:
        return question_screen(filling, question, page=page, refusal=refusal)
    check = review_of(filling.name)
    if check is not None:
        return check(context, filled(context, filling))
    return finish(context, filling)


def asked(context: Context, filling: Filling) -> Question | None:
    """The present question in the person's language."""
    return filling.asked(context.work.actor.language, dialogs.today(context.work))


def finish(context: Context, filling: Filling) -> Outcome:
    """Hand the values over; the dialog is gone before its end may open another."""
    done = filled(context, filling)
    dialogs.drop(context.work, filling)
    return finish_of(filling.name)(context, done.values, done.known)


def keep(context: Context, filling: Filling, state: FormState) -> Outcome:
    """Write an answer down and go on."""
    return ask(context, dialogs.keep(context.work, filling, state))


def answer(context: Context, filling: Filling, value: Value, *, page: int = 0) -> Outcome:
    """Take an answer to the present question, or say why it cannot be taken."""
    day, language = dialogs.today(context.work), context.work.actor.language
    try:
        state = filling.form.answer(filling.state, value, day, language)
    except AnswerRefused as refusal:
        return ask(context, filling, page=page, refusal=refusal)
    return keep(context, filling, state)


def draft_screen(filling: Filling, *, anew: bool = False) -> Screen:
    """«It is unfinished and whole»: go on, or not."""
    return Draft(filling.name, filling.step, filling.form.title, anew=anew)


def waiting(notice: DraftWaits) -> Screen:
    """The same, sent by the clock: without a sound."""
    return Draft(notice.form, notice.step, notice.title, silent=True)


def free_question(filling: Filling, question: Question) -> str | None:
    """The path of the question that takes words and files freely: this one, or the form's first."""
    if question.kind is Kind.ANY:
        return question.path
    free = (node.path for node in filling.form.questions if node.kind is Kind.ANY)
    return next(free, None)


def question_screen(
    filling: Filling,
    question: Question,
    *,
    page: int = 0,
    refusal: AnswerRefused | None = None,
    reworded: bool = False,
) -> Ask:
    """The question as a screen; `reworded`: without what it offers, words are wanted."""
    names = [choice.name for choice in question.choices]
    marks = ticked(filling, question)
    return Ask(
        form=filling.name,
        step=filling.step,
        question=question.name,
        kind=question.kind.value,
        label=question.label,
        hint=question.hint,
        options=options_of(question),
        marked=tuple(names.index(one) for one in marks if one in names),
        page=page,
        number=question.number,
        total=question.number + question.remaining,
        skippable=not question.required and question.kind not in UNSKIPPABLE,
        returnable=question.number > 1 or filling.state.asking is not None,
        accepts=question.accepts,
        before="" if reworded else _said_before(question),
        keepable=not reworded and _keepable(question),
        reworded=reworded,
        refusal=refusal.reason if refusal is not None else "",
        own_words=(refusal.message or "") if refusal is not None else "",
        most=None if question.max is None else int(question.max),
        minutes=filling.form.minutes if question.number == 1 else 0,
    )


UNSKIPPABLE = frozenset({Kind.NOTE, Kind.AGAIN})


def options_of(question: Question) -> tuple[str, ...]:
    """The labels of what can be pressed; a range is pressed by its numbers."""
    if question.kind is Kind.RANGE:
        return tuple(str(number) for number in range_of(question))
    return tuple(choice.label for choice in question.choices)


def range_of(question: Question) -> list[int]:
    """The numbers of a range question; none when there are too many to press or they are broken."""
    step = float(question.parameters.get("step", 1))
    least, most = question.min, question.max
    if least is None or most is None or step != int(step) or (most - least) / step > 20:
        return []
    return list(range(int(least), int(most) + 1, int(step) or 1))


def ticked(filling: Filling, question: Question) -> tuple[str, ...]:
    """What is ticked: by the person, before they went back, or by the form."""
    if filling.marks is not None:
        return filling.marks
    return tuple(question.default) if isinstance(question.default, list) else ()


def _opened_alike(filling: Filling, known: Mapping[str, Any]) -> bool:
    """Whether the draft was opened with the same; what its end has learnt since is beside."""
    return all(filling.known.get(name) == value for name, value in known.items())


def _said_before(question: Question) -> str:
    """The text given before the person went back."""
    if question.kind not in {Kind.TEXT, Kind.ANY}:
        return ""
    return message_of(question.default).text or ""


def _keepable(question: Question) -> bool:
    """Whether what was said before, or is known, can be taken by one press."""
    return question.kind in {Kind.TEXT, Kind.ANY} and question.default is not None


def _replacing(outcome: Outcome, *, replace: bool) -> Outcome:
    return Reply(outcome, replace=replace) if isinstance(outcome, Screen) else outcome
