"""A form being filled in: the row, and the same as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from db import dialogs
from db.dialogs import Which
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
    updated_at: datetime
    active: bool = True
    marks: tuple[str, ...] | None = None
    """What is ticked so far; None: nobody has touched the ticks yet."""
    album: str | None = None
    album_path: str | None = None
    nudged: bool = False
    choices: Mapping[str, Any] = field(default_factory=dict)
    """The lists that were known only when the form was opened, as JSON."""

    @property
    def which(self) -> Which:
        """The key of its row."""
        return Which(self.chat_id, self.name, self.about)

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


def opened(work: Work, row: Row[Any]) -> Filling:
    """The row with its form; a form changed by an update keeps the answers that still fit."""
    form = form_named(row.form, row.choices)
    filling = as_filling(row, form)
    if filling.state.version == form.version:
        return filling
    state = replace(filling.state, version=form.version)
    step = next_step(work, filling.step)
    written = {"state": state.to_json(), "step": step, "marks": None}
    dialogs.change(work.session, filling.which, **written)
    return replace(filling, state=state, step=step, marks=None)


def as_filling(row: Row[Any], form: Form) -> Filling:
    """The row as plain data."""
    return Filling(
        row.chat_id,
        row.form,
        row.about,
        form,
        FormState.from_json(row.state),
        row.known,
        row.step,
        updated_at=row.updated_at,
        active=row.active,
        marks=None if row.marks is None else tuple(row.marks),
        album=row.album,
        album_path=row.album_path,
        nudged=row.nudged,
        choices=row.choices,
    )
