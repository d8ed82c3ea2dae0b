"""A form being filled in: the row, and the same as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.models.dialogs import Dialog
from services.dialogs.catalogue import form_named
from services.errors import ServiceError
from services.forms import Form, FormState, Question
from services.work import Work


class DialogGone(ServiceError):
    """The form was finished or deleted meanwhile."""


@dataclass(frozen=True, slots=True)
class Filling:
    """A form being filled in by the person of a private chat."""

    chat_id: int
    name: str
    """The form's name, which is the name of its file."""
    about: str
    form: Form
    state: FormState
    known: Mapping[str, Any]
    step: int
    active: bool = True
    marks: tuple[str, ...] | None = None
    """What is ticked so far; None: nobody has touched the ticks yet."""
    album: str | None = None
    album_path: str | None = None

    @property
    def untouched(self) -> bool:
        """Whether nothing has been answered yet."""
        return not self.state.answers

    def asked(self, language: str, today: date) -> Question | None:
        """The present question, None when all are answered."""
        return self.form.current(self.state, language, today)


def next_step(work: Work, before: int) -> int:
    """The update's own number: the same when it is tried again, never used before."""
    number = work.cause.rpartition(":")[2]
    return max(int(number), before + 1) if number.isdigit() else before + 1


def row_of(work: Work, filling: Filling) -> Dialog:
    """The row of a filling; raise DialogGone."""
    row = work.session.get(Dialog, (filling.chat_id, filling.name, filling.about))
    if row is None:
        raise DialogGone
    return row


def opened(work: Work, row: Dialog) -> Filling:
    """The row with its form; a form changed by an update keeps the answers that still fit."""
    form = form_named(row.form, row.choices)
    if row.state["version"] != form.version:
        row.state = {**row.state, "version": form.version}
        row.step = next_step(work, row.step)
        row.marks = None
        work.session.flush()
    return as_filling(row, form)


def as_filling(row: Dialog, form: Form) -> Filling:
    """The row as plain data."""
    return Filling(
        row.chat_id,
        row.form,
        row.about,
        form,
        FormState.from_json(row.state),
        dict(row.known),
        row.step,
        row.active,
        None if row.marks is None else tuple(row.marks),
        row.album,
        row.album_path,
    )
