"""Decisions: whoever leads drafts and records them; numbers, corrections, days, help."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.models.access import AuditRecord
from db.models.assistance import Difficulty
from db.models.decisions import Decision, DecisionItem, Paper
from db.models.jobs import Job
from db.models.people import Person, RoleAssignment
from db.models.results import Study, Summary
from services import decisions, summaries
from services.access import Role
from services.decisions import (
    DecisionPosted,
    HelpWanted,
    MeetingComes,
    NotADraft,
    NothingToDecide,
    NotYoursToDecide,
    Owner,
    TermCame,
)
from services.decisions.days import LESSONS_END, Terms, eve, in_weeks, terms
from services.decisions.suggesting import MEASURES, choice, measures
from services.errors import Forbidden, NotFound
from services.findings import summary_of
from services.people import privacy
from services.summaries import Choice, VotesGathered
from services.summaries.tallying import gather
from services.working_time import calendar_of
from tests.cast import register
from tests.services.results.files import MATH
from tests.services.results_scene import ANNA, GALINA, MARINA, NOW, OLGA, PAVEL, Scene

CALENDAR = calendar_of({})


def loaded(scene: Scene, *, group: bool = True) -> int:
    """The mathematics of the school, loaded and pushed; the id of its summary."""
    if group:
        scene.links(scene.district.math.id)
    scene.confirms(ANNA, scene.sends(ANNA, MATH))
    return scene.session.scalars(select(Summary.id).where(Summary.followed_by.is_(None))).one()


def votes(scene: Scene, summary_id: int, *said: tuple[int, int, Choice]) -> None:
    for account, finding, word in said:
        with scene.work(account) as work:
            summaries.vote(work, summary_id, finding, word)


def opened(scene: Scene, summary_id: int, account: int = GALINA) -> int:
    with scene.work(account) as work:
        return decisions.open_decision(work, summary_id)


def recorded(scene: Scene, decision_id: int, account: int = GALINA) -> decisions.Recorded:
    with scene.work(account) as work:
        return decisions.record(work, decision_id)


def items(scene: Scene, decision_id: int) -> list[DecisionItem]:
    return list(
        scene.session.scalars(
            select(DecisionItem)
            .where(DecisionItem.decision_id == decision_id)
            .order_by(DecisionItem.id)
        )
    )


def viewed(scene: Scene, decision_id: int) -> decisions.DecisionView:
    with scene.work() as work:
        return decisions.view(work, decision_id)


def jobs(scene: Scene, kind: str) -> list[Job]:
    scene.session.flush()
    waiting = (
        select(Job)
        .where(Job.kind == kind, Job.status == 0)
        .order_by(Job.due_at)
        .execution_options(populate_existing=True)
    )
    return list(scene.session.scalars(waiting))


def without_head(scene: Scene) -> None:
    scene.session.execute(
        delete(RoleAssignment).where(RoleAssignment.role == Role.ASSOCIATION_HEAD)
    )


def another_study(scene: Scene, summary_id: int, grade: int) -> int:
    """The same figures as another study of the school; the id of its summary."""
    old = scene.session.get_one(Summary, summary_id)
    study = scene.session.get_one(Study, old.study_id)
    other = Study(
        scope_id=study.scope_id,
        exam=study.exam,
        year=study.year,
        subject=study.subject,
        grade=grade,
        data=study.data,
        upload_ids=[],
        updated_at=scene.now,
    )
    scene.session.add(other)
    scene.session.flush()
    return follower(scene, old, other.id).id


def follower(scene: Scene, old: Summary, study_id: int) -> Summary:
    new = Summary(
        study_id=study_id,
        association_id=old.association_id,
        findings=old.findings,
        created_at=scene.now,
        ready_at=scene.now,
    )
    scene.session.add(new)
    scene.session.flush()
    return new


@contextmanager
def refused(error: type[Exception]) -> Iterator[None]:
    with pytest.raises(error):
        yield


# Who leads


def test_the_head_hears_of_the_votes_after_three_working_days(results_scene: Scene) -> None:
    loaded(results_scene)

    (job,) = jobs(results_scene, "summaries.gather")

    # The summary went on Thursday, 8 October; Saturday and Sunday are nobody's working days.
    assert job.due_at == datetime(2026, 10, 13, 15, tzinfo=UTC)


def test_the_holidays_of_january_are_not_counted(results_scene: Scene) -> None:
    results_scene.now = datetime(2026, 12, 30, 9, tzinfo=UTC)
    loaded(results_scene)

    (job,) = jobs(results_scene, "summaries.gather")

    assert job.due_at.date() > date(2027, 1, 11)


@pytest.mark.parametrize(
    ("gone", "told"),
    [
        ((), GALINA),
        ((Role.ASSOCIATION_HEAD,), ANNA),
        ((Role.ASSOCIATION_HEAD, Role.ADMINISTRATOR), OLGA),
    ],
)
def test_votes_reach_whoever_leads_now(
    results_scene: Scene, gone: tuple[Role, ...], told: int
) -> None:
    summary_id = loaded(results_scene)
    votes(results_scene, summary_id, (MARINA, 1, Choice.PLAN))
    results_scene.session.execute(delete(RoleAssignment).where(RoleAssignment.role.in_(gone)))

    with results_scene.work() as work:
        gather(work, {"summary_id": summary_id})
        told_to = [post.to for post in work.posts]

    person = results_scene.session.scalars(select(Person.id).where(Person.account == told)).one()
    assert [getattr(to, "person_id", None) for to in told_to] == [person]
    assert len(results_scene.heard(VotesGathered)) == 1


def test_only_whoever_leads_may_decide(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)

    for account, error in (
        (MARINA, Forbidden),
        (PAVEL, Forbidden),
        (ANNA, NotYoursToDecide),
        (OLGA, NotYoursToDecide),
        (999, Forbidden),
    ):
        with refused(error):
            opened(results_scene, summary_id, account)
    without_head(results_scene)
    assert opened(results_scene, summary_id, ANNA)


def test_a_head_who_is_one_no_more_cannot_record(results_scene: Scene) -> None:
    decision_id = opened(results_scene, loaded(results_scene))
    without_head(results_scene)

    with refused(Forbidden):
        recorded(results_scene, decision_id)
    assert recorded(results_scene, decision_id, ANNA).number == 1


def test_a_head_of_another_association_is_not_this_one(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    district = results_scene.district
    register(results_scene.session, 777, "РМО", Role.ASSOCIATION_HEAD, district.municipal_math, NOW)

    with refused(Forbidden):
        opened(results_scene, summary_id, 777)


# The draft


def test_what_most_members_said_is_chosen_already(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    votes(
        results_scene,
        summary_id,
        (MARINA, 2, Choice.HELP),
        (ANNA, 2, Choice.HELP),
        (GALINA, 2, Choice.PLAN),
        (MARINA, 3, Choice.NOT_OURS),
    )

    found = items(results_scene, opened(results_scene, summary_id))

    assert [(one.code, one.choice) for one in found] == [
        ("11", "plan"),
        ("9", "help"),
        ("3", "not_ours"),
    ]
    assert {one.owner for one in found} == {"все учителя предмета"}
    assert {one.due_on for one in found} == {"2026-10-23"}
    assert found[0].measure in MEASURES.values()


def test_opening_twice_is_one_draft_and_keeps_what_was_said(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    decision_id = opened(results_scene, summary_id)
    first = items(results_scene, decision_id)[0]
    with results_scene.work(GALINA) as work:
        decisions.set_measure(work, first.id, "Своими словами")
        decisions.take_owner(work, first.id, Owner.HEAD)
        decisions.set_due(work, first.id, date(2026, 12, 15))

    assert opened(results_scene, summary_id) == decision_id
    again = viewed(results_scene, decision_id).items[0]
    assert (again.measure, again.owner, again.due_on) == (
        "Своими словами",
        "руководитель ШМО",
        date(2026, 12, 15),
    )


def test_a_draft_follows_a_newer_summary_by_the_skills(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    decision_id = opened(results_scene, summary_id)
    kept = items(results_scene, decision_id)[0]
    with results_scene.work(GALINA) as work:
        decisions.set_measure(work, kept.id, "Осталось")
    old = results_scene.session.get_one(Summary, summary_id)
    new = follower(results_scene, old, old.study_id)
    told = old.findings["summary"]
    others = [{**told["findings"][0]}, {**told["findings"][1], "code": "13"}]
    new.findings = {**old.findings, "summary": {**told, "findings": others}}
    old.followed_by = new.id

    with results_scene.work(GALINA) as work:
        assert decisions.refresh(work, decision_id)
        assert not decisions.refresh(work, decision_id)

    found = items(results_scene, decision_id)
    assert [(one.code, one.measure == "Осталось") for one in found] == [
        ("11", True),
        ("13", False),
    ]


def test_a_summary_without_areas_is_nothing_to_decide(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    summary = results_scene.session.get_one(Summary, summary_id)
    summary.findings = {**summary.findings, "judged": False}

    with refused(NothingToDecide):
        opened(results_scene, summary_id)


def test_a_dropped_draft_leaves_nothing(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    decision_id = opened(results_scene, summary_id)

    with results_scene.work(GALINA) as work:
        decisions.drop(work, decision_id)

    assert results_scene.session.scalars(select(Decision)).all() == []
    assert results_scene.session.scalars(select(DecisionItem)).all() == []
    assert opened(results_scene, summary_id)


# The record


def test_recording_numbers_audits_posts_and_orders_papers_once(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    votes(results_scene, summary_id, (MARINA, 1, Choice.PLAN), (ANNA, 1, Choice.NOT_OURS))
    decision_id = opened(results_scene, summary_id)

    done = recorded(results_scene, decision_id)

    assert (done.number, done.group, done.case) == (1, "Математики", None)
    assert [kind.value for kind in done.papers] == ["plan", "minutes"]
    with refused(NotADraft):
        recorded(results_scene, decision_id)
    view = viewed(results_scene, decision_id)
    assert (view.status, view.school_year, view.held_on) == ("recorded", 2026, NOW.date())
    assert (view.association, view.school) == ("ШМО учителей математики", "МБОУ СОШ № 106")
    assert view.municipality == "Кадомский муниципальный район"
    assert (view.n, view.voters, view.head) == (58, 2, "account 505")
    assert (view.items[0].plan, view.items[0].not_ours, view.items[0].n) == (1, 1, 58)
    assert len(results_scene.heard(DecisionPosted)) == 1
    kinds = results_scene.session.scalars(select(Paper.kind).order_by(Paper.id)).all()
    assert kinds == ["plan", "minutes"]
    audit = results_scene.session.scalars(
        select(AuditRecord).where(AuditRecord.object == f"decision:{decision_id}")
    ).one()
    assert (audit.action, audit.details["number"]) == ("decision_recorded", 1)
    assert jobs(results_scene, "summaries.gather") == []


def test_votes_given_later_do_not_change_the_minutes(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    decision_id = opened(results_scene, summary_id)
    recorded(results_scene, decision_id)

    votes(results_scene, summary_id, (MARINA, 1, Choice.NOT_OURS))

    assert viewed(results_scene, decision_id).items[0].not_ours == 0


def test_numbers_count_through_the_school_year_of_each_association(results_scene: Scene) -> None:
    first = loaded(results_scene)
    second = another_study(results_scene, first, 7)
    third = another_study(results_scene, first, 8)

    assert recorded(results_scene, opened(results_scene, first)).number == 1
    assert recorded(results_scene, opened(results_scene, second)).number == 2
    results_scene.now = datetime(2027, 9, 1, 9, tzinfo=UTC)
    assert recorded(results_scene, opened(results_scene, third)).number == 1


def test_the_day_of_the_meeting_decides_the_school_year(results_scene: Scene) -> None:
    decision_id = opened(results_scene, loaded(results_scene))
    with results_scene.work(GALINA) as work:
        decisions.set_held_on(work, decision_id, date(2026, 8, 31))

    recorded(results_scene, decision_id)

    assert viewed(results_scene, decision_id).school_year == 2025


def test_nothing_in_the_plan_means_no_plan_on_paper(results_scene: Scene) -> None:
    decision_id = opened(results_scene, loaded(results_scene))
    with results_scene.work(GALINA) as work:
        for item in items(results_scene, decision_id):
            decisions.choose(work, item.id, Choice.NOT_OURS)

    assert [kind.value for kind in recorded(results_scene, decision_id).papers] == ["minutes"]


def test_a_correction_follows_the_old_decision_under_its_number(results_scene: Scene) -> None:
    first = loaded(results_scene)
    old_id = opened(results_scene, first)
    recorded(results_scene, old_id)
    recorded(results_scene, opened(results_scene, another_study(results_scene, first, 7)))
    with results_scene.work(GALINA) as work:
        new_id = decisions.correct(work, old_id)
        assert decisions.correct(work, old_id) == new_id
        decisions.choose(work, items(results_scene, new_id)[0].id, Choice.NOT_OURS)

    # Until it is recorded, the old one stands.
    with results_scene.work(ANNA) as work:
        assert decisions.card(work, old_id).view.id == old_id
    assert recorded(results_scene, new_id).number == 1

    old, new = viewed(results_scene, old_id), viewed(results_scene, new_id)
    assert (old.status, old.followed_by, new.corrects) == ("replaced", new_id, old_id)
    assert [one.choice for one in old.items] == ["plan", "plan", "plan"]
    assert [one.choice for one in new.items] == ["not_ours", "plan", "plan"]
    with results_scene.work(ANNA) as work:
        assert decisions.card(work, old_id).view.id == new_id
        latest = decisions.latest(work, new.association_id, new.study_id)
        assert latest is not None
        assert latest.id == new_id


def test_a_correction_left_changes_nothing(results_scene: Scene) -> None:
    old_id = opened(results_scene, loaded(results_scene))
    recorded(results_scene, old_id)
    with results_scene.work(GALINA) as work:
        draft = decisions.correct(work, old_id)
        decisions.drop(work, draft)

    assert viewed(results_scene, old_id).status == "recorded"


def test_a_decision_made_is_opened_and_not_begun_anew(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    decision_id = opened(results_scene, summary_id)
    recorded(results_scene, decision_id)

    with pytest.raises(NotADraft) as refusal:
        opened(results_scene, summary_id)
    assert refusal.value.decision_id == decision_id


# Help


def helped(scene: Scene, decision_id: int, *places: int) -> None:
    with scene.work(GALINA) as work:
        for place in places:
            decisions.choose(work, items(scene, decision_id)[place].id, Choice.HELP)


def test_areas_for_help_become_one_case_of_the_association(results_scene: Scene) -> None:
    decision_id = opened(results_scene, loaded(results_scene))
    helped(results_scene, decision_id, 0, 2)

    done = recorded(results_scene, decision_id)

    case = results_scene.session.scalars(select(Difficulty)).one()
    assert done.case == case.id
    assert (case.caller, case.subject, case.class_label) == ("ШМО учителей математики", "math", "6")
    assert (case.text or "").splitlines() == [
        "Решать текстовые задачи на проценты",
        "Находить часть числа и число по его части",
    ]
    (wanted,) = results_scene.heard(HelpWanted)
    assert (wanted.number, wanted.place) == (case.id, "МБОУ СОШ № 106")
    assert case.due_at == datetime(2026, 10, 13, 15, tzinfo=UTC)


def test_help_asked_for_is_not_asked_for_again_by_a_correction(results_scene: Scene) -> None:
    decision_id = opened(results_scene, loaded(results_scene))
    helped(results_scene, decision_id, 0)
    recorded(results_scene, decision_id)
    with results_scene.work(GALINA) as work:
        draft = decisions.correct(work, decision_id)

    assert recorded(results_scene, draft).case is None
    with results_scene.work(GALINA) as work:
        draft = decisions.correct(work, draft)
    helped(results_scene, draft, 1)
    assert recorded(results_scene, draft).case is not None

    texts = results_scene.session.scalars(select(Difficulty.text).order_by(Difficulty.id)).all()
    assert texts == [
        "Решать текстовые задачи на проценты",
        "Выполнять вычисления с рациональными числами",
    ]


def test_a_methodologist_who_decides_asks_nobody_but_the_region(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    results_scene.session.execute(
        delete(RoleAssignment).where(
            RoleAssignment.role.in_((Role.ASSOCIATION_HEAD, Role.ADMINISTRATOR))
        )
    )
    decision_id = opened(results_scene, summary_id, OLGA)
    with results_scene.work(OLGA) as work:
        decisions.choose(work, items(results_scene, decision_id)[0].id, Choice.HELP)

    assert recorded(results_scene, decision_id, OLGA).case is None
    assert results_scene.session.scalars(select(Difficulty)).all() == []


# The meeting


def test_the_meeting_is_brought_up_once_on_the_working_day_before(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    votes(results_scene, summary_id, (MARINA, 1, Choice.PLAN))
    # Monday: the working day before is Friday.
    with results_scene.work(GALINA) as work:
        waiting = decisions.wait_for(work, summary_id, date(2026, 10, 19))
    assert waiting.reminded
    (job,) = jobs(results_scene, "decisions.meeting")
    assert job.due_at == datetime(2026, 10, 16, 12, 10, tzinfo=UTC)

    results_scene.now = job.due_at
    results_scene.does("decisions.meeting", job.params, lambda _: None)

    (told,) = results_scene.heard(MeetingComes)
    assert (told.held_on, told.findings[0].plan) == (date(2026, 10, 19), 1)
    recorded(results_scene, waiting.decision_id)
    assert viewed(results_scene, waiting.decision_id).held_on == date(2026, 10, 19)


def test_a_meeting_moved_is_brought_up_before_its_new_day_only(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    for day in (date(2026, 10, 15), date(2026, 10, 22)):
        with results_scene.work(GALINA) as work:
            decisions.wait_for(work, summary_id, day)

    assert [one.due_at.date() for one in jobs(results_scene, "decisions.meeting")] == [
        date(2026, 10, 21)
    ]


def test_a_recorded_decision_needs_no_word_of_its_meeting(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    with results_scene.work(GALINA) as work:
        waiting = decisions.wait_for(work, summary_id, date(2026, 10, 15))
    params = jobs(results_scene, "decisions.meeting")[0].params
    recorded(results_scene, waiting.decision_id)

    assert jobs(results_scene, "decisions.meeting") == []
    results_scene.does("decisions.meeting", params, lambda _: None)
    assert results_scene.heard(MeetingComes) == []


def test_a_meeting_tomorrow_leaves_no_time_for_a_reminder(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    results_scene.now = datetime(2026, 10, 8, 16, tzinfo=UTC)
    with results_scene.work(GALINA) as work:
        assert not decisions.wait_for(work, summary_id, date(2026, 10, 9)).reminded
    assert jobs(results_scene, "decisions.meeting") == []


# The days of a plan


def test_on_the_day_itself_one_person_is_asked_once_after_lessons(results_scene: Scene) -> None:
    decision_id = opened(results_scene, loaded(results_scene))
    recorded(results_scene, decision_id)
    (job,) = jobs(results_scene, "decisions.due")
    assert job.due_at == datetime(2026, 10, 23, 12, 10, tzinfo=UTC)
    results_scene.now = job.due_at

    for _ in range(2):
        results_scene.does("decisions.due", job.params, lambda _: None)

    (asked,) = results_scene.heard(TermCame)
    assert (asked.item.code, asked.more) == ("11", 2)


def test_areas_of_one_day_are_asked_about_one_after_another(results_scene: Scene) -> None:
    decision_id = opened(results_scene, loaded(results_scene))
    recorded(results_scene, decision_id)
    (job,) = jobs(results_scene, "decisions.due")
    results_scene.now = job.due_at
    results_scene.does("decisions.due", job.params, lambda _: None)
    one, two, three = items(results_scene, decision_id)

    with results_scene.work(GALINA) as work:
        second = decisions.tell_outcome(work, one.id, "done")
        third = decisions.tell_outcome(work, two.id, "partly")
        last = decisions.put_off(work, three.id, date(2026, 12, 15))

    assert (second and second.item_id, third and third.item_id, last) == (two.id, three.id, None)
    found = viewed(results_scene, decision_id).items
    assert [one.outcome for one in found] == ["done", "partly", "moved"]
    # What was decided stays; the new day stands beside it.
    assert (found[2].due_on, found[2].moved_to) == (date(2026, 10, 23), date(2026, 12, 15))
    assert jobs(results_scene, "decisions.due")[1:] == []


def test_a_correction_carries_what_was_told_and_asks_nothing_twice(results_scene: Scene) -> None:
    decision_id = opened(results_scene, loaded(results_scene))
    recorded(results_scene, decision_id)
    (job,) = jobs(results_scene, "decisions.due")
    results_scene.now = job.due_at
    results_scene.does("decisions.due", job.params, lambda _: None)
    first = items(results_scene, decision_id)[0]
    with results_scene.work(GALINA) as work:
        decisions.tell_outcome(work, first.id, "done")
        draft = decisions.correct(work, decision_id)
    recorded(results_scene, draft)

    assert viewed(results_scene, draft).items[0].outcome == "done"
    results_scene.does("decisions.due", {**job.params, "decision_id": draft}, lambda _: None)
    assert len(results_scene.heard(TermCame)) == 1
    # A press under the old message speaks of the area as it stands now.
    second = items(results_scene, decision_id)[1]
    with results_scene.work(GALINA) as work:
        decisions.tell_outcome(work, second.id, "partly")
    assert viewed(results_scene, draft).items[1].outcome == "partly"


def test_a_day_the_bot_slept_through_is_made_up_on_a_working_day(results_scene: Scene) -> None:
    decision_id = opened(results_scene, loaded(results_scene))
    recorded(results_scene, decision_id)
    (job,) = jobs(results_scene, "decisions.due")
    results_scene.now = datetime(2026, 10, 24, 9, tzinfo=UTC)

    results_scene.does("decisions.due", job.params, lambda _: None)

    assert results_scene.heard(TermCame) == []
    assert datetime(2026, 10, 26, 12, 10, tzinfo=UTC) in [
        one.due_at for one in jobs(results_scene, "decisions.due")
    ]


def test_others_do_not_say_what_was_done(results_scene: Scene) -> None:
    decision_id = opened(results_scene, loaded(results_scene))
    recorded(results_scene, decision_id)
    item = items(results_scene, decision_id)[0]

    for account, error in ((MARINA, Forbidden), (ANNA, NotYoursToDecide)):
        with results_scene.work(account) as work, refused(error):
            decisions.tell_outcome(work, item.id, "done")


# Reading


def test_the_list_shows_drafts_to_whoever_leads_alone(results_scene: Scene) -> None:
    first = loaded(results_scene)
    recorded(results_scene, opened(results_scene, first))
    opened(results_scene, another_study(results_scene, first, 7))

    def listed(account: int) -> list[tuple[int, bool]]:
        with results_scene.work(account) as work:
            return [(one.number, one.draft) for one in decisions.listed(work)]

    assert listed(GALINA) == [(0, True), (1, False)]
    assert listed(ANNA) == listed(OLGA) == [(1, False)]
    assert listed(MARINA) == listed(PAVEL) == listed(999) == []


def test_a_decision_of_others_looks_like_none(results_scene: Scene) -> None:
    decision_id = opened(results_scene, loaded(results_scene))

    for account in (ANNA, PAVEL, MARINA, 999):
        with results_scene.work(account) as work, refused(NotFound):
            decisions.card(work, decision_id)


# Privacy


def named(session: Session, account: int, name: str) -> None:
    session.scalars(select(Person).where(Person.account == account)).one().name = name


def test_forgetting_takes_the_name_out_of_decisions(results_scene: Scene) -> None:
    named(results_scene.session, GALINA, "Галина Петровна")
    decision_id = opened(results_scene, loaded(results_scene))
    one, two, _ = items(results_scene, decision_id)
    with results_scene.work(GALINA) as work:
        decisions.set_owner(work, one.id, "галина  петровна")
        decisions.set_owner(work, two.id, "Марина Сергеевна")
    recorded(results_scene, decision_id)
    with results_scene.work(GALINA) as work:
        document = privacy.kept(work).document
        assert '"number": 1' in document
        privacy.forget(work)

    view = viewed(results_scene, decision_id)
    assert (view.head, view.items[0].owner, view.items[1].owner) == ("", None, "Марина Сергеевна")


def test_forgetting_somebody_who_is_only_named_wipes_the_name(results_scene: Scene) -> None:
    named(results_scene.session, MARINA, "Марина Сергеевна")
    decision_id = opened(results_scene, loaded(results_scene))
    with results_scene.work(GALINA) as work:
        decisions.set_owner(work, items(results_scene, decision_id)[0].id, "Марина Сергеевна")
    with results_scene.work(MARINA) as work:
        assert "Марина Сергеевна" in privacy.kept(work).document
        privacy.forget(work)

    assert viewed(results_scene, decision_id).items[0].owner is None


def test_a_namesake_in_another_school_is_left_alone(results_scene: Scene) -> None:
    named(results_scene.session, PAVEL, "Марина Сергеевна")
    decision_id = opened(results_scene, loaded(results_scene))
    with results_scene.work(GALINA) as work:
        decisions.set_owner(work, items(results_scene, decision_id)[0].id, "Марина Сергеевна")
    with results_scene.work(PAVEL) as work:
        privacy.forget(work)

    assert viewed(results_scene, decision_id).items[0].owner == "Марина Сергеевна"


# Pure rules

AREA = st.sampled_from(list(Choice))


@given(st.dictionaries(AREA, st.integers(0, 50)))
def test_the_choice_suggested_is_never_outvoted(counts: dict[Choice, int]) -> None:
    suggested = choice({str(one): count for one, count in counts.items()})

    assert counts.get(suggested, 0) == max([*counts.values(), 0])


def test_equal_votes_suggest_what_does_something() -> None:
    assert choice({}) is Choice.PLAN
    assert choice({"help": 2, "not_ours": 2}) is Choice.HELP


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)))
def test_terms_offered_are_working_days_that_leave_two_weeks(today: date) -> None:
    ends = terms(CALENDAR, today)

    for end in (ends.month, ends.quarter):
        assert CALENDAR.works(end)
        assert 12 <= (end - today).days <= 200


@pytest.mark.parametrize(
    ("today", "month", "quarter"),
    [
        (date(2026, 10, 8), date(2026, 10, 30), date(2026, 10, 23)),
        (date(2026, 10, 20), date(2026, 11, 30), date(2026, 12, 29)),
        (date(2027, 3, 20), date(2027, 4, 30), date(2027, 5, 26)),
        (date(2027, 7, 1), date(2027, 7, 30), date(2027, 10, 22)),
    ],
)
def test_terms_are_those_of_the_school(today: date, month: date, quarter: date) -> None:
    assert terms(CALENDAR, today) == Terms(month, quarter)


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)))
def test_the_eve_is_the_last_working_day_before(day: date) -> None:
    told = eve(CALENDAR, day).date()

    assert told < day
    assert CALENDAR.works(told)
    between = [date.fromordinal(one) for one in range(told.toordinal() + 1, day.toordinal())]
    assert not any(CALENDAR.works(one) for one in between)
    assert eve(CALENDAR, day).time() == LESSONS_END


def test_a_week_later_is_moved_off_a_holiday() -> None:
    assert in_weeks(CALENDAR, date(2026, 10, 28), 1) == date(2026, 11, 5)


def test_measures_follow_the_figures(results_scene: Scene) -> None:
    summary = results_scene.session.get_one(Summary, loaded(results_scene))
    found = summary_of(summary.findings).findings[0]
    basic = replace(found, threshold=60.0, difference="common", not_attempted=0)

    assert measures(basic)[0] == MEASURES["basic"]
    assert measures(replace(basic, threshold=30.0))[0] == MEASURES["advanced"]
    assert measures(replace(basic, difference="own_lower"))[0] == MEASURES["neighbours"]
    assert measures(replace(basic, not_attempted=basic.n))[0] == MEASURES["skipped"]
    assert all(len(set(measures(one))) == 3 for one in (None, basic))
