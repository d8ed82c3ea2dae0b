"""Beginning, keeping, resuming and dropping forms: each answer one commit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from db import dialogs as rows
from db.dialogs import Which
from services.dialogs.catalogue import Lists, as_json, form_named
from services.dialogs.filling import DialogGone, Filling, next_step, opened
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
    step = next_step(work, 0)
    state = form.begin(known, today=today(work), seed=step)
    choices = as_json(lists)
    lay_aside(work, chat_id)
    row = {
        "chat_id": chat_id,
        "form": name,
        "about": about,
        "active": True,
        "state": state.to_json(),
        "known": dict(known),
        "choices": choices,
        "step": step,
        "marks": None,
        "album": None,
        "album_path": None,
        "updated_at": work.now,
        "nudged": False,
    }
    rows.put(work.session, row)
    filling = Filling(
        chat_id, name, about, form, state, dict(known), step, work.now, choices=choices
    )
    nudge_later(work, filling)
    return filling


def active(work: Work, chat_id: int) -> Filling | None:
    """What the person is filling in now."""
    row = rows.active(work.session, chat_id)
    return None if row is None else opened(work, row)


def draft(work: Work, chat_id: int, name: str, about: str = "") -> Filling | None:
    """The unfinished form of this name, active or laid aside."""
    row = rows.named(work.session, Which(chat_id, name, about))
    return None if row is None else opened(work, row)


def at_step(work: Work, chat_id: int, name: str, step: int) -> Filling:
    """The form that stands exactly at this step; raise DialogGone where there is none."""
    row = rows.at_step(work.session, chat_id, name, step)
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
    kept = replace(
        filling,
        state=state,
        step=next_step(work, filling.step),
        marks=None,
        album=album,
        album_path=album_path,
        updated_at=work.now,
    )
    _write(
        work,
        kept,
        state=state.to_json(),
        step=kept.step,
        marks=None,
        album=album,
        album_path=album_path,
        updated_at=work.now,
    )
    if filling.updated_at <= work.now - NUDGE_AFTER and not filling.nudged:
        nudge_later(work, kept)
    return kept


def add(work: Work, filling: Filling, state: FormState) -> Filling:
    """Write down one more file of an album; the question on the screen stays the present one."""
    _write(work, filling, state=state.to_json(), updated_at=work.now)
    return replace(filling, state=state, updated_at=work.now)


def again(work: Work, filling: Filling) -> Filling:
    """Begin the same form anew, opened as it was."""
    return start(
        work,
        filling.chat_id,
        filling.name,
        about=filling.about,
        known=filling.known,
        lists=filling.choices,
    )


def mark(work: Work, filling: Filling, marks: tuple[str, ...]) -> Filling:
    """Note what is ticked so far at the present question."""
    _write(work, filling, marks=list(marks), updated_at=work.now)
    return replace(filling, marks=marks, updated_at=work.now)


def know(work: Work, filling: Filling, **more: object) -> Filling:
    """Add to what is known about this filling without touching its answers or its step."""
    known = {**filling.known, **more}
    _write(work, filling, known=known)
    return replace(filling, known=known)


def resume(work: Work, filling: Filling) -> Filling:
    """Make a draft the present dialog again."""
    lay_aside(work, filling.chat_id)
    _write(work, filling, active=True, updated_at=work.now)
    return replace(filling, active=True, updated_at=work.now)


def lay_aside(work: Work, chat_id: int) -> None:
    """What the person was filling in waits as a draft."""
    rows.lay_aside(work.session, chat_id)


def stop_nudging(work: Work, filling: Filling) -> None:
    """The person left the form on purpose: it is not brought up again."""
    _write(work, filling, active=False, nudged=True)
    work.never_mind(nudge_key(filling))


def drop(work: Work, filling: Filling) -> None:
    """Delete a finished or unwanted form; raise DialogGone where that was done before."""
    if not rows.drop(work.session, filling.which):
        raise DialogGone
    work.never_mind(nudge_key(filling))


def today(work: Work) -> date:
    """The day it is where the schools are."""
    return work.now.astimezone(DEFAULT_ZONE).date()


def _write(work: Work, filling: Filling, **values: Any) -> None:
    if not rows.change(work.session, filling.which, **values):
        raise DialogGone
