"""Dialogs: forms being filled in, kept as rows so that no answer is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select, update

from db.models.dialogs import Dialog
from db.models.people import Person
from services.errors import ServiceError
from services.forms import Form, FormState, Question, load_form
from services.jobs import timed
from services.notices import Notice, ToPerson, Urgency
from services.work import Work
from services.working_time import DEFAULT_ZONE, not_at_night

FORMS = Path(__file__).resolve().parent.parent / "forms" / "ru"
NUDGE_AFTER = timedelta(hours=2)

Lists = Mapping[str, Any]


class DialogGone(ServiceError):
    """The form was finished or deleted meanwhile."""


@dataclass(frozen=True)
class DraftWaits(Notice):
    """A form was left half-way: once, silently."""

    form: str
    title: str
    step: int


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


def _path(name: str) -> Path:
    if not name.isidentifier():
        raise ValueError(f"not the name of a form: {name!r}")
    return FORMS / f"{name}.md"


def form_named(name: str, lists: Lists | None = None) -> Form:
    """The form of this name, with the lists that its file leaves open."""
    form = load_form(_path(name))
    return form.with_choices(lists) if lists else form


def preload() -> None:
    """Read every form once, before the first person asks for one."""
    for path in sorted(FORMS.glob("*.md")):
        load_form(path)


def start(
    work: Work,
    chat_id: int,
    name: str,
    *,
    about: str = "",
    known: Mapping[str, Any],
    lists: Lists | None = None,
) -> Filling:
    """Begin a form anew; what else the person was filling in becomes a draft."""
    form = form_named(name, lists)
    state = form.begin(known, today=today(work), seed=_step(work, 0))
    lay_aside(work, chat_id)
    work.session.execute(
        delete(Dialog).where(Dialog.chat_id == chat_id, Dialog.form == name, Dialog.about == about)
    )
    row = Dialog(
        chat_id=chat_id,
        form=name,
        about=about,
        active=True,
        state=state.to_json(),
        known=dict(known),
        choices=_plain(lists),
        step=_step(work, 0),
        marks=None,
        updated_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    filling = _filling(row, form)
    _nudge_later(work, filling)
    return filling


def active(work: Work, chat_id: int) -> Filling | None:
    """What the person is filling in now."""
    row = work.session.scalars(
        select(Dialog).where(Dialog.chat_id == chat_id, Dialog.active.is_(True))
    ).first()
    if row is None:
        return None
    # Held as long as the unit of work, or the session would forget it and ask again.
    work.session.info["active_dialog"] = row
    return _opened(work, row)


def draft(work: Work, chat_id: int, name: str, about: str = "") -> Filling | None:
    """The unfinished form of this name, active or laid aside."""
    row = work.session.get(Dialog, (chat_id, name, about))
    return None if row is None else _opened(work, row)


def at_step(work: Work, chat_id: int, name: str, step: int) -> Filling:
    """The form that stands exactly at this step; raise DialogGone where there is none."""
    row = work.session.scalars(
        select(Dialog).where(Dialog.chat_id == chat_id, Dialog.form == name, Dialog.step == step)
    ).first()
    if row is None:
        raise DialogGone
    return _opened(work, row)


def keep(
    work: Work,
    filling: Filling,
    state: FormState,
    *,
    album: str | None = None,
    album_path: str | None = None,
) -> Filling:
    """Write the answers down; every older button of this form is stale from now on.

    `album` with `album_path`: its other files belong to the answer at that path.
    """
    row = _row(work, filling)
    row.state = state.to_json()
    row.step = _step(work, row.step)
    row.marks = None
    row.album, row.album_path = album, album_path
    row.updated_at = work.now
    work.session.flush()
    return _filling(row, filling.form)


def add(work: Work, filling: Filling, state: FormState) -> Filling:
    """Write down one more file of an album; the question on the screen stays the present one."""
    row = _row(work, filling)
    row.state = state.to_json()
    row.updated_at = work.now
    work.session.flush()
    return replace(filling, state=state)


def again(work: Work, filling: Filling) -> Filling:
    """Begin the same form anew, opened as it was."""
    lists = _row(work, filling).choices
    return start(
        work,
        filling.chat_id,
        filling.name,
        about=filling.about,
        known=filling.known,
        lists=lists,
    )


def mark(work: Work, filling: Filling, marks: tuple[str, ...]) -> Filling:
    """Note what is ticked so far at the present question."""
    row = _row(work, filling)
    row.marks = list(marks)
    row.updated_at = work.now
    work.session.flush()
    return replace(filling, marks=marks)


def know(work: Work, filling: Filling, **more: object) -> Filling:
    """Add to what is known about this filling without touching its answers or its step."""
    row = _row(work, filling)
    row.known = {**row.known, **more}
    work.session.flush()
    return replace(filling, known=dict(row.known))


def resume(work: Work, filling: Filling) -> Filling:
    """Make a draft the present dialog again."""
    lay_aside(work, filling.chat_id)
    row = _row(work, filling)
    row.active = True
    row.updated_at = work.now
    work.session.flush()
    return replace(filling, active=True)


def lay_aside(work: Work, chat_id: int) -> None:
    """What the person was filling in waits as a draft."""
    work.session.execute(
        update(Dialog)
        .where(Dialog.chat_id == chat_id, Dialog.active.is_(True))
        .values(active=False)
        .execution_options(synchronize_session="fetch")
    )


def stop_nudging(work: Work, filling: Filling) -> None:
    """The person left the form on purpose: it is not brought up again."""
    row = _row(work, filling)
    row.active = False
    row.nudged = True
    work.session.flush()
    work.never_mind(_nudge_key(filling))


def drop(work: Work, filling: Filling) -> None:
    """Delete a finished or unwanted form."""
    work.session.delete(_row(work, filling))
    work.session.flush()
    work.never_mind(_nudge_key(filling))


def today(work: Work) -> date:
    """The day it is where the schools are."""
    return work.now.astimezone(DEFAULT_ZONE).date()


@timed("dialogs.nudge")
def nudge(work: Work, params: dict[str, Any]) -> None:
    """Remind of a draft once, unless the person went on or has finished."""
    row = work.session.get(Dialog, (params["chat_id"], params["form"], params["about"]))
    if row is None or row.nudged:
        return
    filling = _opened(work, row)
    if row.updated_at > work.now - NUDGE_AFTER:
        # They were at it meanwhile: an answer costs no write to put this off, so it is done here.
        _nudge_later(work, filling, since=row.updated_at)
        return
    if filling.untouched:
        return
    person_id = work.session.scalar(select(Person.id).where(Person.account == row.chat_id))
    if person_id is None:
        return
    row.nudged = True
    work.tell(
        ToPerson(person_id),
        DraftWaits(filling.name, filling.form.title, filling.step),
        urgency=Urgency.REMINDER,
    )


def _nudge_later(work: Work, filling: Filling, *, since: datetime | None = None) -> None:
    params = {"chat_id": filling.chat_id, "form": filling.name, "about": filling.about}
    due = not_at_night((since or work.now) + NUDGE_AFTER, DEFAULT_ZONE)
    work.later("dialogs.nudge", params, due_at=due, key=_nudge_key(filling))


def _nudge_key(filling: Filling) -> str:
    return f"dialog:{filling.chat_id}:{filling.name}:{filling.about}"


def _step(work: Work, before: int) -> int:
    """The update's own number: the same when it is tried again, never used before."""
    number = work.cause.rpartition(":")[2]
    return max(int(number), before + 1) if number.isdigit() else before + 1


def _row(work: Work, filling: Filling) -> Dialog:
    row = work.session.get(Dialog, (filling.chat_id, filling.name, filling.about))
    if row is None:
        raise DialogGone
    return row


def _opened(work: Work, row: Dialog) -> Filling:
    """The row with its form; a form changed by an update keeps the answers that still fit."""
    form = form_named(row.form, row.choices)
    if row.state["version"] != form.version:
        row.state = {**row.state, "version": form.version}
        row.step = _step(work, row.step)
        row.marks = None
        work.session.flush()
    return _filling(row, form)


def _filling(row: Dialog, form: Form) -> Filling:
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


def _plain(lists: Lists | None) -> dict[str, Any]:
    """Choices as JSON: (name, label) pairs or mappings."""
    return {
        name: [
            dict(one) if isinstance(one, Mapping) else {"name": str(one[0]), "label": str(one[1])}
            for one in given
        ]
        for name, given in (lists or {}).items()
    }
