"""A form played with given answers: the sequence a person would meet, for a form's author."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from services.forms.form import Form
from services.forms.loading import load_form
from services.forms.problems import AnswerRefused
from services.forms.questions import Kind, Question
from services.forms.state import FormState
from services.forms.values import FileAnswer, Value, from_jsonable, to_jsonable

_MOST_STEPS = 10_000
_FILES = {Kind.IMAGE: "photo", Kind.AUDIO: "audio", Kind.VIDEO: "video", Kind.FILE: "document"}
_NONE = object()


def simulate(
    path: Path,
    answers: Mapping[str, Any],
    today: date | None = None,
    language: str | None = None,
) -> list[dict[str, Any]]:
    """Return a step per question and note: name, type, label, answer, accepted, error.

    Answers are nested by groups or flat by name, repeats are lists. A question without an answer
    takes its default, else it is skipped if it may be; a refused answer is one step, and the
    walk goes on. Raises FormInvalid.
    """
    form = load_form(Path(path))
    language = language or form.default_language
    state = form.begin(_known(form, answers), today=today)
    played: list[dict[str, Any]] = []
    while len(played) < _MOST_STEPS:
        question = form.current(state, language, today)
        if question is None:
            break
        if question.kind is Kind.AGAIN:
            state = form.answer(state, _wants_more(question.path, answers), today, language)
            continue
        step, state = _played(form, state, question, answers, today, language)
        played.append(step)
    return played


def _played(
    form: Form,
    state: FormState,
    question: Question,
    answers: Mapping[str, Any],
    today: date | None,
    language: str,
) -> tuple[dict[str, Any], FormState]:
    given = _found(answers, question.path.split("/"))
    step = {"name": question.path, "type": question.type, "label": question.label}
    try:
        value = question.default if given in (_NONE, None) else _value(question, given)
        following = form.answer(state, value, today, language)
    except (AnswerRefused, TypeError) as refusal:
        reason = str(refusal) if isinstance(refusal, AnswerRefused) else "wrong_kind"
        shown = None if given is _NONE else given
        outcome = {"answer": shown, "accepted": False, "error": reason}
        return step | outcome, form.pass_over(state, today)
    kept = following.answers[question.path]
    shown = kept.name if isinstance(kept, FileAnswer) else to_jsonable(kept)
    return step | {"answer": shown, "accepted": True, "error": None}, following


def _value(question: Question, given: Any) -> Value:
    """A file is given by its name."""
    if question.kind in _FILES and isinstance(given, str):
        return FileAnswer(given, _FILES[question.kind], given)
    return from_jsonable(given)


def _known(form: Form, answers: Mapping[str, Any]) -> dict[str, Value]:
    """Hidden fields are given like answers."""
    known: dict[str, Value] = {}
    for node in form.nodes:
        if node.role == "hidden" and node.depth == 0:
            given = _found(answers, node.path.split("/"))
            if given is not _NONE:
                known[node.name] = from_jsonable(given)
    return known


def _found(level: Any, names: list[str]) -> Any:
    """Look for an answer by its path; groups may be left out on the way."""
    if not isinstance(level, Mapping):
        return _NONE
    name, _, number = names[0].rstrip("]").partition("[")
    inner = level.get(name, _NONE)
    if len(names) == 1:
        return inner
    if number:
        rounds = inner if isinstance(inner, list) else [inner]
        place = int(number) - 1
        return _found(rounds[place], names[1:]) if place < len(rounds) else _NONE
    found = _found(inner, names[1:])
    return _found(level, names[1:]) if found is _NONE else found


def _wants_more(path: str, answers: Mapping[str, Any]) -> bool:
    """Whether the list of a repeat has an item for the round that `path` names."""
    *above, last = path.split("/")
    name, _, number = last.rstrip("]").partition("[")
    rounds = _found(answers, [*above, name])
    return isinstance(rounds, list) and len(rounds) >= int(number)
