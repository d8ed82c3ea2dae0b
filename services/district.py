"""A district from a plain table of values: places, associations, people with their roles.

Loading the same district again changes nothing twice: places are known by their login or their
name under the same parent, people by their account or their name in the same place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from db.models.people import Person, RoleAssignment
from db.models.scopes import Scope, ScopeLevel
from services import consents
from services.access import Role
from services.people.roles import grant
from services.scopes import Place, add_scope, place
from services.standing import seat_owners
from services.work import Work

Table = Mapping[str, Any]

CHILDREN: dict[ScopeLevel, tuple[tuple[str, ScopeLevel], ...]] = {
    ScopeLevel.REGION: (
        ("municipalities", ScopeLevel.MUNICIPALITY),
        ("associations", ScopeLevel.ASSOCIATION),
    ),
    ScopeLevel.MUNICIPALITY: (
        ("schools", ScopeLevel.SCHOOL),
        ("associations", ScopeLevel.ASSOCIATION),
    ),
    ScopeLevel.SCHOOL: (("associations", ScopeLevel.ASSOCIATION),),
    ScopeLevel.ASSOCIATION: (),
}


@dataclass(slots=True)
class Loaded:
    """What a loading has added; `places` are all places of the table by login or name."""

    places: dict[str, Place] = field(default_factory=dict)
    new_places: int = 0
    new_people: int = 0


def load_district(work: Work, table: Table) -> Loaded:
    """Grow the tree and its people by `table`.

    {"region": {"name", "login"?, "details"?, "people"?: […], "associations"?: […],
    "municipalities"?: [{…, "schools"?: [{…, "associations"?: […]}]}]}}; an association has a
    "subject"; a person has "name", "role", and maybe "account", "subjects", "classes",
    "language", "consent". Raise KeyError or ValueError for what is not so.
    """
    loaded = Loaded()
    _load(work, table["region"], ScopeLevel.REGION, None, loaded)
    seat_owners(work.session, work.now)
    return loaded


def _load(
    work: Work, table: Table, level: ScopeLevel, parent: Place | None, loaded: Loaded
) -> None:
    where = _find(work, table, level, parent)
    if where is None:
        where = add_scope(
            work.session,
            level,
            table["name"],
            parent=parent,
            login=table.get("login"),
            subject=table.get("subject"),
            details=dict(table.get("details") or {}),
        )
        loaded.new_places += 1
    loaded.places[table.get("login") or table["name"]] = where
    for person in table.get("people") or ():
        _enter(work, person, where, loaded)
    for key, below in CHILDREN[level]:
        for child in table.get(key) or ():
            _load(work, child, below, where, loaded)


def _find(work: Work, table: Table, level: ScopeLevel, parent: Place | None) -> Place | None:
    query = select(Scope.id).where(Scope.level == level)
    if table.get("login"):
        query = query.where(Scope.login == table["login"])
    else:
        query = query.where(
            Scope.name == table["name"],
            Scope.parent_id == (None if parent is None else parent.id),
        )
    found = work.session.scalar(query)
    return None if found is None else place(work.session, found)


def _enter(work: Work, table: Table, where: Place, loaded: Loaded) -> None:
    role = Role(table["role"])
    person_id = _known(work, table, where)
    if person_id is None:
        row = Person(
            account=table.get("account"),
            name=table["name"],
            language=table.get("language", "ru"),
            subjects=list(table.get("subjects") or ()),
            classes=list(table.get("classes") or ()),
            created_at=work.now,
        )
        work.session.add(row)
        work.session.flush()
        person_id = row.id
        loaded.new_people += 1
    if table.get("consent"):
        consents.give(work, person_id)
    grant(work, person_id, role, where.id, by=None)


def _known(work: Work, table: Table, where: Place) -> int | None:
    account = table.get("account")
    if account is not None:
        return work.session.scalar(select(Person.id).where(Person.account == account))
    return work.session.scalar(
        select(Person.id)
        .join(RoleAssignment, RoleAssignment.person_id == Person.id)
        .where(
            RoleAssignment.scope_id == where.id,
            Person.name == table["name"],
            Person.account.is_(None),
        )
    )
