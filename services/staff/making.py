"""Pictures and spreadsheets of staff on their way to whoever asked for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.models.people import Person
from services.access import Action, authorize
from services.errors import Forbidden
from services.jobs import Params
from services.keeping import lend
from services.notices import Notice, ToPerson
from services.scopes import place
from services.staff.dashboard import Dashboard, sees, staff_of
from services.work import Work

PICTURE, TABLE = "staff.picture", "staff.table"


@dataclass(frozen=True)
class StaffDrawn(Notice):
    """A picture is ready."""

    key: str
    place_id: int
    place: str
    dark: bool


@dataclass(frozen=True)
class StaffTabled(Notice):
    """A spreadsheet is ready."""

    key: str
    place_id: int
    place: str
    made_at: datetime


@dataclass(frozen=True)
class StaffMakingFailed(Notice):
    """Neither could be made."""

    place_id: int


def order(work: Work, kind: str, scope_id: int, **more: Any) -> None:
    """Leave the job that makes a picture or a spreadsheet of a place for the actor."""
    where = place(work.session, scope_id)
    authorize(work, Action.SEE_STAFF, where.path)
    params = {"place": scope_id, "person": work.actor.person_id, **more}
    name = ":".join(str(value) for value in (kind, *params.values()))
    work.later(kind, params, key=name)


def asked_for(work: Work, params: Params) -> tuple[Dashboard, str]:
    """The figures as they stand, and the language of who asked; Forbidden for who may no more."""
    where = place(work.session, params["place"])
    if not sees(work, params["person"], where):
        raise Forbidden(action=Action.SEE_STAFF.value)
    person = work.session.get_one(Person, params["person"])
    return staff_of(work, where), person.language


def drawn(work: Work, params: Params, png: bytes) -> None:
    """Send the picture."""
    notice = StaffDrawn(lend(work, png), params["place"], _name(work, params), params["dark"])
    work.tell(ToPerson(params["person"]), notice)


def tabled(work: Work, params: Params, xlsx: bytes) -> None:
    """Send the spreadsheet."""
    notice = StaffTabled(lend(work, xlsx), params["place"], _name(work, params), work.now)
    work.tell(ToPerson(params["person"]), notice)


def not_made(work: Work, params: Params, _error: str) -> None:
    """Say that it could not be made."""
    work.tell(ToPerson(params["person"]), StaffMakingFailed(params["place"]))


def _name(work: Work, params: Params) -> str:
    where = place(work.session, params["place"])
    return str(where.details.get("short") or where.name)
