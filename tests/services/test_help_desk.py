"""The fallback chain and the desk as services: who is asked, in which order, how often."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

import db.models  # noqa: F401 every table is known
from db.base import Base
from db.models.assistance import Difficulty
from db.models.jobs import Job, JobStatus
from db.models.people import RoleAssignment
from db.models.scopes import ScopeLevel
from services import feedback
from services.access import Role
from services.difficulties import own, report
from services.difficulties.report import Wish
from services.errors import Forbidden, NotFound
from services.help_desk import chain, desk
from services.help_desk.desk import CaseIsClosed, TakenAlready
from services.scopes import add_scope
from services.work import Actor, Work
from tests.cast import District, build_district, register

NOW = datetime(2026, 10, 5, 8, tzinfo=UTC)
VALUES = {"group": "topic", "item": "math_percent", "subject": "math", "explanation": "как?"}


class Town:
    """A district in memory, and its people by name."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.places: District = build_district(session)
        self.ids: dict[str, int] = {}
        self.updates = 0
        places = self.places
        self.add("marina", Role.TEACHER, places.school, subjects=("math",))
        self.add("olga", Role.METHODOLOGIST, places.municipality)
        self.add("galina", Role.ASSOCIATION_HEAD, places.municipal_math)

    def add(self, name: str, role: Role, place: object, **more: object) -> int:
        account = 100 + len(self.ids)
        self.ids[name] = register(self.session, account, name, role, place, NOW, **more)  # type: ignore[arg-type]
        return self.ids[name]

    def work(self, name: str, *, later: timedelta = timedelta()) -> Work:
        self.updates += 1
        person_id = self.ids[name]
        return Work(
            self.session, NOW + later, Actor(person_id, person_id, name), f"update:{self.updates}"
        )

    def reported(self, wish: Wish | None = None, **values: str) -> int:
        kept = report.report(self.work("marina"), {**VALUES, **values}, wish or Wish())
        return kept.number

    def answered(self, number: int, name: str) -> None:
        desk.answer(self.work(name), number, "так", [])

    def row(self, number: int) -> Difficulty:
        return self.session.get_one(Difficulty, number)


@pytest.fixture
def town() -> Iterator[Town]:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        yield Town(session)
    engine.dispose()


def names(town: Town, number: int) -> list[str]:
    known = {person_id: name for name, person_id in town.ids.items()}
    work = town.work("olga")
    return [known[one.person_id] for one in chain.chain_of(work, town.row(number))]


def test_the_chain_goes_from_near_to_far(town: Town) -> None:
    town.add("irina", Role.METHODOLOGIST, town.places.municipality)
    town.add("rita", Role.CURATOR, town.places.region)
    other = add_scope(
        town.session,
        ScopeLevel.ASSOCIATION,
        "РМО физиков",
        parent=town.places.municipality,
        subject="physics",
    )
    town.add("fedor", Role.ASSOCIATION_HEAD, other)
    town.add("pavel", Role.ASSOCIATION_HEAD, town.places.math)

    assert names(town, town.reported()) == ["olga", "irina", "galina", "rita"]


def test_a_sensitive_case_stays_with_methodologists(town: Town) -> None:
    town.add("rita", Role.CURATOR, town.places.region)
    town.add("vera", Role.METHODOLOGIST, town.places.region)
    number = town.reported(sensitive="true")
    assert names(town, number) == ["olga", "vera"]


def test_a_hidden_subject_is_not_kept_and_passes_the_subjects_head_by(town: Town) -> None:
    number = town.reported(Wish(anonymous=True, subject_hidden=True))
    row = town.row(number)
    assert (row.subject, row.item, row.title, row.school_id) == (None, "other", "", None)
    assert names(town, number) == ["olga"]


def test_every_poor_answer_goes_to_somebody_new_until_nobody_is_left(town: Town) -> None:
    town.add("irina", Role.METHODOLOGIST, town.places.municipality)
    number = town.reported()
    asked = []
    for name in ("olga", "irina", "galina"):
        town.answered(number, name)
        round_ = town.row(number).round
        feedback.rate(town.work("marina"), number, round_, 1)
        passed = feedback.explain(town.work("marina"), number, round_, "known")
        assert passed is not None
        asked.append((passed.helper, passed.call))

    assert asked == [("irina", False), ("galina", False), ("galina", True)]


def test_a_reason_given_twice_passes_the_case_on_once(town: Town) -> None:
    number = town.reported()
    town.answered(number, "olga")
    feedback.rate(town.work("marina"), number, 1, 2)
    assert feedback.explain(town.work("marina"), number, 1, "known") is not None
    assert feedback.explain(town.work("marina"), number, 1, "not_mine") is None
    assert town.row(number).assignee_id == town.ids["galina"]


def test_the_same_update_never_makes_two_cases(town: Town) -> None:
    work = town.work("marina")
    first = report.report(work, VALUES, Wish())
    again = report.report(work, VALUES, Wish())
    assert first == again
    assert len(town.session.scalars(select(Difficulty)).all()) == 1


def test_a_curator_and_a_head_see_only_what_is_passed_on_to_them(town: Town) -> None:
    town.add("rita", Role.CURATOR, town.places.region)
    number = town.reported()
    for name in ("rita", "galina"):
        assert desk.inbox(town.work(name)).cards == ()
        with pytest.raises(NotFound):
            desk.card(town.work(name), number)
    desk.give(town.work("olga"), number, town.ids["rita"])
    assert desk.card(town.work("rita"), number).mine


def test_a_methodologist_of_another_district_sees_nothing(town: Town) -> None:
    elsewhere = add_scope(
        town.session, ScopeLevel.MUNICIPALITY, "Сасовский район", parent=town.places.region
    )
    town.add("inna", Role.METHODOLOGIST, elsewhere)
    number = town.reported()
    assert desk.inbox(town.work("inna")).cards == ()
    with pytest.raises(NotFound):
        desk.take(town.work("inna"), number)


def test_a_role_taken_away_takes_the_cases_with_it(town: Town) -> None:
    number = town.reported()
    desk.give(town.work("olga"), number, town.ids["galina"])
    for held in town.session.scalars(select(RoleAssignment)):
        if held.person_id == town.ids["galina"]:
            town.session.delete(held)
    town.session.flush()
    with pytest.raises(NotFound):
        desk.card(town.work("galina"), number)


def test_a_case_is_given_to_nobody_beyond_its_chain(town: Town) -> None:
    number = town.reported()
    with pytest.raises(Forbidden):
        desk.give(town.work("olga"), number, town.ids["marina"])


def test_a_case_taken_by_one_is_not_taken_by_another(town: Town) -> None:
    town.add("irina", Role.METHODOLOGIST, town.places.municipality)
    number = town.reported()
    assert desk.take(town.work("olga"), number).mine
    assert desk.take(town.work("olga"), number).mine
    with pytest.raises(TakenAlready) as refused:
        desk.take(town.work("irina"), number)
    assert refused.value.details["name"] == "olga"
    with pytest.raises(TakenAlready):
        town.answered(number, "irina")


def test_a_closed_case_is_not_answered(town: Town) -> None:
    number = town.reported()
    desk.close(town.work("olga"), number)
    with pytest.raises(CaseIsClosed):
        town.answered(number, "olga")
    own.add(town.work("marina"), number, "остался вопрос", [])
    town.answered(number, "olga")
    assert town.row(number).status == "answered"


def test_an_answer_ends_the_watch_over_the_promised_day(town: Town) -> None:
    number = town.reported()
    town.answered(number, "olga")
    waiting = town.session.scalars(select(Job.kind).where(Job.status == JobStatus.WAITING))
    assert sorted(waiting) == ["feedback.on_lesson"]


def test_withdrawing_ends_everything(town: Town) -> None:
    number = town.reported()
    own.withdraw(town.work("marina"), number)
    waiting = town.session.scalars(select(Job.kind).where(Job.status == JobStatus.WAITING))
    assert list(waiting) == []
    with pytest.raises(CaseIsClosed):
        desk.take(town.work("olga"), number)


def test_what_somebody_else_reported_cannot_be_rated_or_read(town: Town) -> None:
    town.add("pavel", Role.TEACHER, town.places.small_school)
    number = town.reported()
    town.answered(number, "olga")
    for act in (
        lambda work: feedback.rate(work, number, 1, 1),
        lambda work: feedback.tell_of_lesson(work, number, 1, "no"),
        lambda work: own.case(work, number),
        lambda work: own.answers(work, number),
        lambda work: own.withdraw(work, number),
    ):
        with pytest.raises(NotFound):
            act(town.work("pavel"))


@pytest.mark.parametrize("wish", [Wish(anonymous=True), Wish(anonymous=True, subject_hidden=True)])
def test_no_card_of_an_unnamed_case_names_anybody(town: Town, wish: Wish) -> None:
    number = town.reported(wish)
    town.answered(number, "olga")
    own.add(town.work("marina"), number, "ещё", [])
    card = desk.card(town.work("olga"), number)
    assert (card.who, card.school) == ("", "")
    work = town.work("olga")
    desk.give(work, number, town.add("irina", Role.METHODOLOGIST, town.places.municipality))
    assert work.posts
    assert all("marina" not in repr(post.notice) for post in work.posts)
