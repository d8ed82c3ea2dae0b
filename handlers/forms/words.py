"""What people write, say or send while a form is open."""

from __future__ import annotations

import re

from handlers.forms import dialog, typed
from handlers.forms.ends import filled
from handlers.forms.screens import NotAdded
from handlers.forms.typed import letters
from handlers.ui.context import Context
from handlers.ui.outcome import PASS, Outcome, Reply
from handlers.ui.routes import Routes
from handlers.ui.screens import Screen
from services import dialogs
from services.dialogs import Filling
from services.forms import AnswerRefused, FileAnswer, FormState, Kind, Message, Question, Value

routes = Routes()

PRESSED = frozenset({Kind.ONE, Kind.MANY, Kind.RANK, Kind.AGAIN, Kind.ACKNOWLEDGE, Kind.NOTE})
SHORTEST_BEGINNING = 3
OTHER = "other"
"""What forms call the choice «something else, in my own words»."""
WRITTEN = frozenset({Kind.TEXT, Kind.DATE})
"""What «other» may open: the words sent at the choice are its answer."""


@routes.text
def said(context: Context) -> Outcome:
    """Take what was sent as the answer to the present question, if a form is open here."""
    filling = dialogs.active(context.work, context.chat.id) if context.private else None
    if filling is None or context.text.startswith("/"):
        return PASS
    if context.group_key is not None and context.group_key == filling.album:
        try:
            return _next_of_album(context, filling)
        except AnswerRefused as refusal:
            return NotAdded(refusal.reason)
    question = dialog.asked(context, filling)
    if question is None or matching(question, context.text) is None:
        button = typed.button_typed(context, filling, question)
        if button is not None:
            return typed.press(context, button)
    if question is None:
        return _after_all(context, filling)
    value = _value(context, question)
    if value is None:
        return dialog.ask(context, filling, refusal=AnswerRefused("wrong_kind"))
    return _taken(context, filling, question, value)


def _value(context: Context, question: Question) -> Value:
    """What was sent as a form value; None for stickers and the like."""
    file = _file(context)
    text = context.text
    if file is not None:
        return Message(text, (file,)) if text and question.kind is Kind.ANY else file
    return text or None


def _taken(context: Context, filling: Filling, question: Question, value: Value) -> Outcome:
    chosen = matching(question, value) if isinstance(value, str) else None
    if chosen is not None:
        return dialog.answer(context, filling, chosen)
    welcome = question.accepts and question.kind is not Kind.ANY
    if isinstance(value, str) and not welcome and offers_other(question):
        return _other_said(context, filling, value)
    if question.kind in PRESSED and not welcome:
        return dialog.ask(context, filling, refusal=AnswerRefused("not_a_choice"))
    day, language = dialogs.today(context.work), context.work.actor.language
    try:
        state = filling.form.say(filling.state, value, day, language)
    except AnswerRefused as refusal:
        return dialog.ask(context, filling, refusal=refusal)
    if context.group_key is None:
        return dialog.keep(context, filling, state)
    path = dialog.free_question(filling, question)
    kept = dialogs.keep(context.work, filling, state, album=context.group_key, album_path=path)
    return _for_album(context, kept)


def _other_said(context: Context, filling: Filling, value: str) -> Outcome:
    """None of the choices: words of one's own, the answer to the question that «other» opens."""
    day, language = dialogs.today(context.work), context.work.actor.language
    state = filling.form.answer(filling.state, OTHER, day, language)
    asked = filling.form.current(state, language, day)
    if asked is None or asked.kind not in WRITTEN:
        return dialog.ask(context, filling, refusal=AnswerRefused("not_a_choice"))
    kept = dialogs.keep(context.work, filling, state)
    return dialog.answer(context, kept, value)


def offers_other(question: Question) -> bool:
    """Whether there is a choice for what the list does not have."""
    return question.kind is Kind.ONE and any(one.name == OTHER for one in question.choices)


def _next_of_album(context: Context, filling: Filling) -> Outcome:
    """One more file of an album goes into the same answer; what is on the screen changes there."""
    state = _with_more(context, filling, filling.album_path)
    if state is None:
        return None
    return _for_album(context, dialogs.add(context.work, filling, state))


def _after_all(context: Context, filling: Filling) -> Outcome:
    """All is answered and waits for «send»: words that come now belong to the free answer."""
    free = [line.path for line in filled(context, filling).lines if line.kind is Kind.ANY]
    path = free[-1] if free else None
    try:
        state = _with_more(context, filling, path)
    except AnswerRefused as refusal:
        return NotAdded(refusal.reason)
    if state is None:
        return dialog.ask(context, filling)
    kept = dialogs.keep(context.work, filling, state, album=context.group_key, album_path=path)
    return _for_album(context, kept) if context.group_key else dialog.ask(context, kept)


def _with_more(context: Context, filling: Filling, path: str | None) -> FormState | None:
    """The answers with what was sent added; None where there is nothing to add or no place."""
    file = _file(context)
    if path is None or (file is None and not context.text):
        return None
    value: Value = context.text if file is None else Message(context.text or None, (file,))
    day, language = dialogs.today(context.work), context.work.actor.language
    return filling.form.add(filling.state, path, value, day, language)


def _for_album(context: Context, filling: Filling) -> Outcome:
    """One screen for a whole album: each further file edits it."""
    outcome = dialog.ask(context, filling)
    if not isinstance(outcome, Screen):
        return outcome
    return Reply(outcome, anchor=f"album:{context.group_key}")


def _file(context: Context) -> FileAnswer | None:
    sent = context.file
    if sent is None:
        return None
    return FileAnswer(sent.file_id, sent.kind, sent.name or None, sent.size or None, sent.duration)


def matching(question: Question, text: str) -> Value:
    """The choice whose label was typed, whole or by an unmistakable beginning; else None."""
    if question.kind is Kind.MANY:
        parts = [part for part in re.split(r"[,;\n]", text) if part.strip()]
        found = [_one(question, part) for part in parts]
        names = [name for name in found if name is not None]
        return names if names and len(names) == len(parts) else None
    return _one(question, text) if question.kind is Kind.ONE else None


def _one(question: Question, text: str) -> str | None:
    sought = letters(text)
    labels = {choice.name: letters(choice.label) for choice in question.choices}
    same = [name for name, label in labels.items() if label == sought]
    if not same and len(sought) >= SHORTEST_BEGINNING:
        same = [name for name, label in labels.items() if label.startswith(sought)]
    return same[0] if len(same) == 1 else None
