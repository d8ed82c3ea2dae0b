"""Named queries of dialogs: each answer reads its row once and writes it once."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, Update, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from db.base import table_of
from db.models.dialogs import Dialog

DIALOG = table_of(Dialog)
KEY = ("chat_id", "form", "about")

_OF_CHAT: Select[Any] = select(DIALOG).where(DIALOG.c.chat_id == bindparam("of_chat"))
_NAMED = _OF_CHAT.where(
    DIALOG.c.form == bindparam("of_form"), DIALOG.c.about == bindparam("of_about")
)
_ACTIVE = _OF_CHAT.where(DIALOG.c.active.is_(True))
_AT_STEP = _OF_CHAT.where(
    DIALOG.c.form == bindparam("of_form"), DIALOG.c.step == bindparam("of_step")
)
_THIS = tuple(DIALOG.c[name] == bindparam(f"of_{name}") for name in KEY)
_DROP = delete(DIALOG).where(*_THIS)
_LAY_ASIDE = (
    update(DIALOG)
    .where(DIALOG.c.chat_id == bindparam("of_chat"), DIALOG.c.active.is_(True))
    .values(active=False)
)


class Which(NamedTuple):
    """The key of a dialog."""

    chat_id: int
    form: str
    about: str


def named(session: Session, which: Which) -> Row[Any] | None:
    """The row with this key."""
    values = {"of_chat": which.chat_id, "of_form": which.form, "of_about": which.about}
    return session.connection().execute(_NAMED, values).first()


def active(session: Session, chat_id: int) -> Row[Any] | None:
    """The row of what is being filled in."""
    return session.connection().execute(_ACTIVE, {"of_chat": chat_id}).first()


def at_step(session: Session, chat_id: int, form: str, step: int) -> Row[Any] | None:
    """The row of a form that stands exactly at this step."""
    values = {"of_chat": chat_id, "of_form": form, "of_step": step}
    return session.connection().execute(_AT_STEP, values).first()


def put(session: Session, values: dict[str, Any]) -> None:
    """Add a row, in place of the one with the same key; `values` names every column."""
    session.connection().execute(_upsert(session.get_bind().dialect.name), values)


def change(session: Session, which: Which, **values: Any) -> bool:
    """Write these columns; False where there is no such row any more."""
    statement = _change(tuple(values))
    changed = session.connection().execute(statement, {**values, **_key(which)})
    return changed.rowcount == 1


def drop(session: Session, which: Which) -> bool:
    """Delete the row; False where there is none."""
    return session.connection().execute(_DROP, _key(which)).rowcount == 1


def lay_aside(session: Session, chat_id: int) -> None:
    """Nothing is being filled in now."""
    session.connection().execute(_LAY_ASIDE, {"of_chat": chat_id})


def _key(which: Which) -> dict[str, Any]:
    return {"of_chat_id": which.chat_id, "of_form": which.form, "of_about": which.about}


@cache
def _change(columns: tuple[str, ...]) -> Update:
    return update(DIALOG).where(*_THIS).values({name: bindparam(name) for name in columns})


@cache
def _upsert(dialect: str) -> sqlite.Insert | postgresql.Insert:
    add = sqlite.insert(DIALOG) if dialect == "sqlite" else postgresql.insert(DIALOG)
    rest = [column.name for column in DIALOG.c if column.name not in KEY]
    return add.on_conflict_do_update(
        index_elements=list(KEY), set_={name: add.excluded[name] for name in rest}
    )
