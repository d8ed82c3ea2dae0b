"""The permanent cast: a small district, and the people who live in it, already registered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from db.models.people import Consent, Person, RoleAssignment
from db.models.scopes import ScopeLevel
from services.access import Role
from services.scopes import Place, add_scope
from tests.stage import Player, Stage


@dataclass
class District:
    """The places of the cast."""

    region: Place
    municipality: Place
    school: Place
    small_school: Place
    math: Place
    """The school's association of mathematics teachers (ШМО)."""
    municipal_math: Place
    """The district's association of mathematics teachers (РМО)."""


@dataclass
class Cast:
    """The people: Marina asks, Olga answers, Galina is next in the chain, Anna uploads."""

    district: District
    marina: Player
    pavel: Player
    olga: Player
    galina: Player
    anna: Player


def build_district(session: Session) -> District:
    region = add_scope(session, ScopeLevel.REGION, "Рязанская область")
    municipality = add_scope(
        session,
        ScopeLevel.MUNICIPALITY,
        "Кадомский муниципальный район",
        parent=region,
        login="reg62_m010",
        details={
            "short": "Кадомский район",
            "phone": "8 (49139) 5-10-00",
            "office": "12",
            "methodologist": "Ольга Ивановна Белова",
            "operator": "МКУ БМЦ Кадомского района, ИНН 6206000000",
        },
    )
    school = add_scope(
        session, ScopeLevel.SCHOOL, "МБОУ СОШ № 106", parent=municipality, login="edu621106"
    )
    small = add_scope(
        session, ScopeLevel.SCHOOL, "МБОУ «Енкаевская ООШ»", parent=municipality, login="edu621003"
    )
    math = add_scope(
        session, ScopeLevel.ASSOCIATION, "ШМО учителей математики", parent=school, subject="math"
    )
    municipal = add_scope(
        session,
        ScopeLevel.ASSOCIATION,
        "РМО учителей математики",
        parent=municipality,
        subject="math",
    )
    return District(region, municipality, school, small, math, municipal)


def register(
    session: Session,
    account: int,
    name: str,
    role: Role,
    place: Place,
    now: datetime,
    *,
    subjects: tuple[str, ...] = (),
    classes: tuple[str, ...] = (),
) -> int:
    """A person with consent and one role; the id."""
    person = Person(
        account=account, name=name, subjects=list(subjects), classes=list(classes), created_at=now
    )
    session.add(person)
    session.flush()
    session.add(Consent(person_id=person.id, kind="personal_data", version=1, given_at=now))
    session.add(RoleAssignment(person_id=person.id, role=role, scope_id=place.id, granted_at=now))
    session.flush()
    return person.id


async def enter(stage: Stage) -> Cast:
    """Everybody comes on stage; each has started the bot before, so it may write to them."""
    players = [await stage.person(name) for name in ("Марина", "Павел", "Ольга", "Галина", "Анна")]
    marina, pavel, olga, galina, anna = players
    now = stage.bot.clock.now()

    def settle(session: Session) -> District:
        places = build_district(session)
        people = (
            (marina, "Марина Сергеевна", Role.TEACHER, places.school, ("math",), ("5", "6")),
            (pavel, "Павел Андреевич", Role.TEACHER, places.small_school, ("physics",), ("7",)),
            (olga, "Ольга Ивановна", Role.METHODOLOGIST, places.municipality, (), ()),
            (galina, "Галина Петровна", Role.ASSOCIATION_HEAD, places.municipal_math, (), ()),
            (anna, "Анна Викторовна", Role.ADMINISTRATOR, places.school, (), ()),
        )
        for player, name, role, place, subjects, classes in people:
            register(session, player.id, name, role, place, now, subjects=subjects, classes=classes)
        return places

    district = await stage.run(settle)
    for player in players:
        await player.starts()
    return Cast(district, marina, pavel, olga, galina, anna)
