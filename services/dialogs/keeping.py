"""Beginning, keeping, resuming and dropping forms: each answer one commit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import delete, select, update

from db.models.dialogs import Dialog
from services.dialogs.catalogue import Lists, as_json, form_named
from services.dialogs.filling import DialogGone, Filling, as_filling, next_step, opened, row_of
from services.dialogs.nudging import NUDGE_AFTER, nudge_key, nudge_later
from services.forms import FormState
from services.work import Work
from services.working_time import DEFAULT_ZONE


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
    state = form.begin(known, today=today(work), seed=next_step(work, 0))
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
        choices=as_json(lists),
        step=next_step(work, 0),
        marks=None,
        updated_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    filling = as_filling(row, form)
    nudge_later(work, filling)
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
    return opened(work, row)


def draft(work: Work, chat_id: int, name: str, about: str = "") -> Filling | None:
    """The unfinished form of this name, active or laid aside."""
    row = work.session.get(Dialog, (chat_id, name, about))
    return None if row is None else opened(work, row)


def at_step(work: Work, chat_id: int, name: str, step: int) -> Filling:
    """The form that stands exactly at this step; raise DialogGone where there is none."""
    row = work.session.scalars(
        select(Dialog).where(Dialog.chat_id == chat_id, Dialog.form == name, Dialog.step == step)
    ).first()
    if row is None:
        raise DialogGone
    return opened(work, row)


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
    row = row_of(work, filling)
    row.state = state.to_json()
    row.step = next_step(work, row.step)
    row.marks = None
    row.album, row.album_path = album, album_path
    if row.updated_at <= work.now - NUDGE_AFTER and not row.nudged:
        nudge_later(work, filling)
    row.updated_at = work.now
    work.session.flush()
    return as_filling(row, filling.form)


def add(work: Work, filling: Filling, state: FormState) -> Filling:
    """Write down one more file of an album; the question on the screen stays the present one."""
    row = row_of(work, filling)
    row.state = state.to_json()
    row.updated_at = work.now
    work.session.flush()
    return replace(filling, state=state)


def again(work: Work, filling: Filling) -> Filling:
    """Begin the same form anew, opened as it was."""
    lists = row_of(work, filling).choices
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
    row = row_of(work, filling)
    row.marks = list(marks)
    row.updated_at = work.now
    work.session.flush()
    return replace(filling, marks=marks)


def know(work: Work, filling: Filling, **more: object) -> Filling:
    """Add to what is known about this filling without touching its answers or its step."""
    row = row_of(work, filling)
    row.known = {**row.known, **more}
    work.session.flush()
    return replace(filling, known=dict(row.known))


def resume(work: Work, filling: Filling) -> Filling:
    """Make a draft the present dialog again."""
    lay_aside(work, filling.chat_id)
    row = row_of(work, filling)
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
    row = row_of(work, filling)
    row.active = False
    row.nudged = True
    work.session.flush()
    work.never_mind(nudge_key(filling))


def drop(work: Work, filling: Filling) -> None:
    """Delete a finished or unwanted form."""
    work.session.delete(row_of(work, filling))
    work.session.flush()
    work.never_mind(nudge_key(filling))


def today(work: Work) -> date:
    """The day it is where the schools are."""
    return work.now.astimezone(DEFAULT_ZONE).date()
