from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services import access_requests, groups, invitations
from services.access import RULES, Action, Role, authorize, holdings, may
from services.errors import Forbidden, ServiceError
from services.people import enrolment, privacy, roles
from services.scopes import Place
from services.work import SYSTEM, Work
from tests.services.scene import Scene, scene

Try = Callable[[Work], Any]

T, H, A, M, C, D, B, W = Role
ALLOWED: dict[Action, set[Role]] = {
    Action.REPORT_DIFFICULTY: {T, H, A, D},
    Action.ENTER_CALL: {M},
    Action.WORK_AT_HELP_DESK: {M, H, C},
    Action.SEE_STATISTICS: {M, W, B},
    Action.UPLOAD_RESULTS: {A, M},
    Action.PUSH_SUMMARY: {A, M},
    Action.SEE_SUMMARY: {T, H, A, M},
    Action.VOTE: {T, H, A},
    Action.DECIDE: {H, A, M},
    Action.SEE_DECISIONS: {H, A, M, D},
    Action.SEE_ANALYSIS: {T, H, A, D, M, B},
    Action.SAY_LOADS: {T},
    Action.CONFIRM_LOADS: {A, D},
    Action.SEE_CALENDAR: {M, A, D, B},
    Action.PLAN_STUDIES: {M, A, D},
    Action.SEE_STAFF: {M, A, B},
    Action.WRITE_PAPERS: {H, A, M, D},
    Action.KEEP_TEMPLATES: {H, A, M},
    Action.INVITE: {M, W, A},
    Action.DECIDE_ACCESS: {M, W},
    Action.LINK_GROUP: {M, W},
    Action.MANAGE_ROLES: {W},
}
"""Written by hand, so that a change of the rules is a change of two places."""


@pytest.mark.parametrize("action", tuple(Action))
@pytest.mark.parametrize("role", tuple(Role))
def test_each_role_may_what_the_table_says_and_nothing_else(role: Role, action: Action) -> None:
    with scene() as stage:
        where = stage.district.school
        work = stage.work(stage.enters("Некто", role, where))

        assert may(work, action, where.path) is (role in ALLOWED[action])


@pytest.mark.parametrize("action", tuple(Action))
def test_nobody_may_anything_in_a_place_beside_or_above_their_own(action: Action) -> None:
    with scene() as stage:
        here = stage.district.school
        for role in RULES[action]:
            work = stage.work(stage.enters(role, role, here))
            for elsewhere in (stage.district.small_school, stage.district.municipality):
                assert not may(work, action, elsewhere.path)
            assert may(work, action, stage.district.math.path)


@pytest.mark.parametrize("action", tuple(Action))
def test_strangers_and_the_system_may_nothing(action: Action) -> None:
    with scene() as stage:
        path = stage.district.region.path
        for work in (stage.work(77), Work(stage.session, stage.now, SYSTEM)):
            with pytest.raises(Forbidden):
                authorize(work, action, path)


def test_a_place_whose_number_only_begins_alike_is_another_place() -> None:
    with scene() as stage:
        school = stage.district.school
        work = stage.work(stage.enters("Завуч", Role.ADMINISTRATOR, school))
        lookalike = f"{school.path.rstrip('/')}9/"

        assert not may(work, Action.INVITE, lookalike)


def test_nobody_invites_their_own_kind_or_an_owner() -> None:
    for role, invited in invitations.INVITABLE.items():
        assert role not in invited
        assert Role.OWNER not in invited
        assert role in RULES[Action.INVITE]


def rights(work: Work, places: list[Place]) -> set[tuple[Action, int]]:
    return {(action, one.id) for action in Action for one in places if may(work, action, one.path)}


def attempt(stage: Scene, account: int, kind: str, codes: list[str]) -> None:
    """Everything of one kind that somebody can try; refusals are part of the game."""
    for tried in tuple(tries(stage, account, kind, codes)):
        savepoint = stage.session.begin_nested()
        try:
            tried(stage.work(account))
        except ServiceError:
            savepoint.rollback()
        else:
            savepoint.commit()


def tries(stage: Scene, account: int, kind: str, codes: list[str]) -> Iterator[Try]:
    of = stage.district
    if kind == "invite":
        for role, place in product(Role, places(stage)):
            yield partial(invite, role=role, place=place, codes=codes)
    elif kind == "redeem":
        yield from (partial(enrolment.enter, way=code, name="Некто") for code in codes)
    elif kind == "ask":
        yield from (partial(ask, school=school) for school in (of.school, of.small_school))
    elif kind == "wear":
        held = holdings(stage.work(account))
        yield from (partial(roles.wear, assignment_id=one.assignment_id) for one in held)
    elif kind == "code":
        yield from (partial(groups.new_group_code, scope_id=one.id) for one in places(stage))
    elif kind == "forget":
        yield privacy.forget
    else:
        yield from (partial(NUMBERED[kind], number=number) for number in range(1, 6))


def invite(work: Work, role: Role, place: Place, codes: list[str]) -> None:
    codes.append(invitations.invite(work, role, place.id, uses=30)[0])


def ask(work: Work, school: Place) -> None:
    access_requests.begin(work, school.id)
    access_requests.send(work, "Некто Некий")


def decide(work: Work, number: int) -> None:
    access_requests.decide(work, number, accepted=True)


def use(work: Work, number: int) -> None:
    enrolment.enter(work, f"r_{number}", name="Некто")


def dismiss(work: Work, number: int) -> None:
    roles.dismiss(work, number)


NUMBERED: dict[str, Callable[..., Any]] = {"decide": decide, "use": use, "dismiss": dismiss}
KINDS = ("invite", "redeem", "ask", "decide", "use", "wear", "dismiss", "code", "forget")


def places(stage: Scene) -> tuple[Place, ...]:
    of = stage.district
    return (of.region, of.municipality, of.school, of.small_school, of.math, of.municipal_math)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    role=st.sampled_from(tuple(Role)),
    where=st.integers(0, 5),
    steps=st.lists(st.sampled_from(KINDS), max_size=10),
)
def test_whatever_one_does_alone_never_raises_ones_own_rights(
    role: Role, where: int, steps: list[str]
) -> None:
    with scene() as stage:
        everywhere = list(places(stage))
        account = stage.enters("Некто", role, everywhere[where])
        before = rights(stage.work(account), everywhere)
        codes: list[str] = []

        for step in steps:
            attempt(stage, account, step, codes)

            assert rights(stage.work(account), everywhere) <= before


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(st.tuples(st.integers(0, 2), st.sampled_from(KINDS)), max_size=12))
def test_teachers_and_strangers_together_come_to_nothing(
    steps: list[tuple[int, str]],
) -> None:
    with scene() as stage:
        everywhere = list(places(stage))
        teachers = [stage.enters(name, Role.TEACHER, stage.district.school) for name in "АБ"]
        players = [*teachers, 77]
        before = rights(stage.work(teachers[0]), everywhere)
        codes: list[str] = []

        for who, step in steps:
            attempt(stage, players[who], step, codes)

        for account in players:
            assert rights(stage.work(account), everywhere) <= before


def test_an_invitation_dies_with_the_right_of_its_author() -> None:
    with scene() as stage:
        region, municipality = stage.district.region, stage.district.municipality
        owner = stage.enters("Владелец", Role.OWNER, region)
        author = stage.enters("Методист", Role.METHODOLOGIST, municipality)
        payload, _ = invitations.invite(
            stage.work(author), Role.TEACHER, stage.district.school.id, uses=30
        )
        lost = holdings(stage.work(author))[0].assignment_id

        roles.dismiss(stage.work(owner), lost)

        assert enrolment.doorway(stage.work(77), payload) is None


def test_the_last_owner_cannot_be_taken_away_or_go() -> None:
    with scene() as stage:
        owner = stage.enters("Владелец", Role.OWNER, stage.district.region)
        only = holdings(stage.work(owner))[0].assignment_id

        with pytest.raises(roles.LastOwner):
            roles.dismiss(stage.work(owner), only)
        with pytest.raises(roles.LastOwner):
            privacy.forget(stage.work(owner))


def test_an_expired_invitation_opens_nothing_at_its_very_last_moment() -> None:
    with scene() as stage:
        author = stage.enters("Методист", Role.METHODOLOGIST, stage.district.municipality)
        payload, expires_at = invitations.invite(
            stage.work(author), Role.TEACHER, stage.district.school.id
        )

        just_before = stage.work(77, now=expires_at - timedelta(milliseconds=1))
        assert enrolment.doorway(just_before, payload) is not None
        assert enrolment.doorway(stage.work(77, now=expires_at), payload) is None


def test_nobody_decides_their_own_request() -> None:
    with scene() as stage:
        author = stage.enters("Методист", Role.METHODOLOGIST, stage.district.municipality)
        ask(stage.work(author), stage.district.school)

        with pytest.raises(Forbidden):
            access_requests.decide(stage.work(author), 1, accepted=True)
