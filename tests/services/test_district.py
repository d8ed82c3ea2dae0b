from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models.people import Consent, Person, RoleAssignment
from db.models.scopes import Scope
from services.access import Role, holdings
from services.district import load_district
from services.scopes import by_login
from services.standing import appoint_owner, seat_owners
from services.work import Work
from tests.services.scene import scene

DISTRICT: dict[str, Any] = {
    "region": {
        "name": "Тверская область",
        "login": "reg69",
        "people": [{"name": "Куратор", "role": "curator"}],
        "municipalities": [
            {
                "name": "Бежецкий округ",
                "login": "reg69_m001",
                "details": {"phone": "5-10-00"},
                "associations": [{"name": "РМО физиков", "subject": "physics"}],
                "people": [
                    {"name": "Ольга", "role": "methodologist", "account": 500, "consent": True}
                ],
                "schools": [
                    {
                        "name": "Школа № 1",
                        "login": "edu690001",
                        "associations": [
                            {
                                "name": "ШМО физиков",
                                "subject": "physics",
                                "people": [
                                    {"name": "Ольга", "role": "association_head", "account": 500}
                                ],
                            }
                        ],
                        "people": [
                            {"name": "Иван", "role": "teacher", "subjects": ["physics"]},
                            {"name": "Иван", "role": "administrator"},
                        ],
                    },
                    {"name": "Школа без логина"},
                ],
            }
        ],
    }
}


def counts(session: Session) -> tuple[int, ...]:
    return tuple(
        session.scalar(select(func.count()).select_from(table)) or 0
        for table in (Scope, Person, RoleAssignment, Consent)
    )


def test_loading_twice_is_loading_once() -> None:
    with scene() as stage:
        work = Work(stage.session, stage.now)
        before = counts(stage.session)

        first = load_district(work, DISTRICT)
        once = counts(stage.session)
        second = load_district(work, DISTRICT)

        assert (first.new_places, first.new_people) == (6, 3)
        assert (second.new_places, second.new_people) == (0, 0)
        assert counts(stage.session) == once
        assert [b - a for a, b in zip(before, once, strict=True)] == [6, 3, 5, 1]


def test_one_person_may_hold_roles_in_several_places() -> None:
    with scene() as stage:
        load_district(Work(stage.session, stage.now), DISTRICT)

        held = {(one.role, one.scope_name) for one in holdings(stage.work(500))}

        assert held == {
            (Role.METHODOLOGIST, "Бежецкий округ"),
            (Role.ASSOCIATION_HEAD, "ШМО физиков"),
        }


def test_a_place_is_known_by_its_login_even_when_it_is_renamed() -> None:
    with scene() as stage:
        work = Work(stage.session, stage.now)
        load_district(work, DISTRICT)
        renamed = {"region": {**DISTRICT["region"], "name": "Тверской край", "municipalities": []}}

        assert load_district(work, renamed).new_places == 0


def test_a_role_nobody_knows_stops_the_loading() -> None:
    with scene() as stage, pytest.raises(ValueError, match="king"):
        load_district(
            Work(stage.session, stage.now),
            {"region": {"name": "Край", "people": [{"name": "Лев", "role": "king"}]}},
        )


def test_the_owner_of_the_settings_gets_every_region_that_is_loaded() -> None:
    with scene() as stage:
        appoint_owner(stage.session, 900, stage.now)
        load_district(Work(stage.session, stage.now), DISTRICT)
        seat_owners(stage.session, stage.now)

        owned = sorted(one.scope_name for one in holdings(stage.work(900)))

        assert owned == ["Рязанская область", "Тверская область"]


def test_another_owner_in_the_settings_does_not_inherit_later_regions_twice() -> None:
    with scene() as stage:
        appoint_owner(stage.session, 900, stage.now)
        appoint_owner(stage.session, 901, stage.now)

        load_district(Work(stage.session, stage.now), DISTRICT)

        assert [one.scope_name for one in holdings(stage.work(900))] == ["Рязанская область"]
        assert len(holdings(stage.work(901))) == 2


def test_places_lie_in_each_other() -> None:
    with scene() as stage:
        load_district(Work(stage.session, stage.now), DISTRICT)

        school = by_login(stage.session, "edu690001")
        municipality = by_login(stage.session, "reg69_m001")

        assert school is not None
        assert municipality is not None
        assert school.path.startswith(municipality.path)
        assert municipality.details == {"phone": "5-10-00"}
