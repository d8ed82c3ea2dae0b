"""Summaries: made once, pushed once, voted on by those they concern."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import select

from db.models.people import Consent, Person
from db.models.results import FindingVote, Study, Summary
from db.models.scopes import ScopeLevel
from services import summaries, uploads
from services.access import Role
from services.errors import NotFound
from services.findings import Order, reckon
from services.notices import ToPerson
from services.scopes import add_scope
from services.studies import orders
from services.summaries import (
    Choice,
    ConditionsAsked,
    GroupMissing,
    NotAMember,
    SummariesDone,
    SummaryCorrected,
    SummaryReady,
    SummaryWaitedFor,
    VotesGathered,
)
from services.summaries.hints import ask_about_conditions
from tests.cast import register
from tests.services.results.files import MATH, RUSSIAN, SAMPLES, changed
from tests.services.results_scene import ANNA, GALINA, MARINA, OLGA, PAVEL, Scene

TASKS = SAMPLES / "vpr_tasks_math6.xlsx"


def loaded(scene: Scene, *, group: bool = True) -> int:
    """The mathematics of the school, loaded; the id of its summary."""
    if group:
        scene.links(scene.district.math.id)
    scene.confirms(ANNA, scene.sends(ANNA, MATH))
    return the_summary(scene).id


def the_summary(scene: Scene) -> Summary:
    return scene.session.scalars(select(Summary).where(Summary.followed_by.is_(None))).one()


def votes(scene: Scene, account: int, summary_id: int, finding: int, choice: Choice) -> str:
    with scene.work(account) as work:
        standing = summaries.vote(work, summary_id, finding, choice)
        return f"{standing.plan} {standing.not_ours} {standing.help}"


def test_a_summary_is_pushed_once_however_often_its_picture_comes(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)

    with results_scene.work() as work:
        summaries.pictured(work, {"summary_id": summary_id}, b"PNG")
        summaries.push(work, the_summary(results_scene))

    pushed = results_scene.heard(SummaryReady)
    assert len(pushed) == 1
    assert [finding.code for finding in pushed[0].view.findings] == ["11", "9", "3"]
    assert pushed[0].view.picture_key is not None
    assert results_scene.heard(SummariesDone)[-1].lines[0].group == "Математики"


def test_without_a_picture_the_words_go_all_the_same(results_scene: Scene) -> None:
    results_scene.links(results_scene.district.math.id)
    upload_id = results_scene.sends(ANNA, MATH)
    results_scene.confirms(ANNA, upload_id)
    summary = the_summary(results_scene)
    summary.ready_at = summary.pushed_at = summary.picture_key = None

    with results_scene.work() as work:
        summaries.unpictured(work, {"summary_id": summary.id}, "BrokenProcessPool")

    assert results_scene.heard(SummaryReady)[-1].view.picture_key is None


def test_a_summary_without_a_group_waits_and_the_methodologist_hears_once(
    results_scene: Scene,
) -> None:
    loaded(results_scene, group=False)
    results_scene.confirms(ANNA, results_scene.sends(ANNA, TASKS))

    assert results_scene.heard(SummaryReady) == []
    keys = {notice.association for notice in results_scene.heard(GroupMissing)}
    assert keys == {"ШМО учителей математики"}

    results_scene.links(results_scene.district.math.id)
    with results_scene.work(OLGA) as work:
        assert summaries.push_waiting(work, results_scene.district.math.id) == 1
        assert summaries.push_waiting(work, results_scene.district.math.id) == 0

    assert len(results_scene.heard(SummaryReady)) == 1
    assert len(results_scene.heard(SummaryWaitedFor)) == 1


def test_an_association_founded_later_gets_what_waited(results_scene: Scene) -> None:
    district = results_scene.district
    other = add_scope(
        results_scene.session,
        ScopeLevel.SCHOOL,
        "Восходская СШ",
        parent=district.municipality,
        login="edu621002",
    )
    add_scope(
        results_scene.session,
        ScopeLevel.SCHOOL,
        "Кадомская СШ",
        parent=district.municipality,
        login="edu621001",
    )
    results_scene.confirms(OLGA, results_scene.sends(OLGA, RUSSIAN))
    assert results_scene.heard(SummaryReady) == []

    founded = add_scope(
        results_scene.session,
        ScopeLevel.ASSOCIATION,
        "ШМО словесников",
        parent=other,
        subject="russian",
    )
    results_scene.links(founded.id)
    with results_scene.work(OLGA) as work:
        assert summaries.push_waiting(work, founded.id) == 1

    assert results_scene.heard(SummaryReady)[0].view.n == 21


def test_a_district_is_shown_pooled_to_its_own_association(results_scene: Scene) -> None:
    district = results_scene.district
    for name, login in (("Восходская СШ", "edu621002"), ("Кадомская СШ", "edu621001")):
        add_scope(
            results_scene.session,
            ScopeLevel.SCHOOL,
            name,
            parent=district.municipality,
            login=login,
        )
    whole = add_scope(
        results_scene.session,
        ScopeLevel.ASSOCIATION,
        "РМО словесников",
        parent=district.municipality,
        subject="russian",
    )
    results_scene.links(whole.id)

    results_scene.confirms(OLGA, results_scene.sends(OLGA, RUSSIAN))

    seen = [notice.view for notice in results_scene.heard(SummaryReady)]
    assert [(view.n, view.schools, view.wide) for view in seen] == [(74, 3, True)]
    summary_id = seen[0].id
    assert votes(results_scene, PAVEL, summary_id, 1, Choice.PLAN) == "1 0 0"


def test_two_schools_together_are_not_shown_to_each_other(results_scene: Scene) -> None:
    district = results_scene.district
    add_scope(
        results_scene.session,
        ScopeLevel.SCHOOL,
        "Восходская СШ",
        parent=district.municipality,
        login="edu621002",
    )
    whole = add_scope(
        results_scene.session,
        ScopeLevel.ASSOCIATION,
        "РМО словесников",
        parent=district.municipality,
        subject="russian",
    )
    results_scene.links(whole.id)

    results_scene.confirms(OLGA, results_scene.sends(OLGA, RUSSIAN))

    # Whoever knows one of the two would subtract it from the pool.
    assert results_scene.heard(SummaryReady) == []


def test_the_last_word_of_a_member_counts(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)

    assert votes(results_scene, MARINA, summary_id, 1, Choice.PLAN) == "1 0 0"
    assert votes(results_scene, ANNA, summary_id, 1, Choice.PLAN) == "2 0 0"
    assert votes(results_scene, MARINA, summary_id, 1, Choice.PLAN) == "2 0 0"
    assert votes(results_scene, MARINA, summary_id, 1, Choice.HELP) == "1 0 1"
    assert votes(results_scene, MARINA, summary_id, 2, Choice.HELP) == "0 0 1"


@pytest.mark.parametrize("account", [PAVEL, 999])
def test_people_of_other_places_do_not_vote(results_scene: Scene, account: int) -> None:
    summary_id = loaded(results_scene)

    with results_scene.work(account) as work, pytest.raises(NotAMember):
        summaries.vote(work, summary_id, 1, Choice.PLAN)
    assert results_scene.session.scalars(select(FindingVote)).all() == []


def test_a_consent_withdrawn_ends_the_right_to_vote(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    with results_scene.work(MARINA) as work:
        consent = work.session.scalars(
            select(Consent).where(Consent.person_id == work.actor.person_id)
        ).one()
        consent.withdrawn_at = work.now
        work.session.flush()
        with pytest.raises(NotAMember):
            summaries.vote(work, summary_id, 1, Choice.PLAN)


@pytest.mark.parametrize("finding", [0, 4, -1])
def test_a_finding_that_is_not_there_takes_no_vote(results_scene: Scene, finding: int) -> None:
    summary_id = loaded(results_scene)

    with results_scene.work(MARINA) as work, pytest.raises(NotFound):
        summaries.vote(work, summary_id, finding, Choice.PLAN)


def test_figures_of_an_older_state_do_not_take_the_place_of_newer_ones(
    results_scene: Scene,
) -> None:
    results_scene.links(results_scene.district.math.id)
    first = results_scene.sends(ANNA, MATH)
    with results_scene.work(ANNA) as work:
        uploads.confirm(work, first)
        study_id = work.session.scalars(select(Study.id)).one()
        older = reckon(orders(work, [study_id]))
    results_scene.passes(minutes=1)
    results_scene.confirms(ANNA, results_scene.sends(ANNA, TASKS))

    params = {"upload_id": first, "study_ids": [study_id]}
    results_scene.does("summaries.reckon", params, lambda _: older)

    pushed = results_scene.heard(SummaryReady)
    assert [notice.view.peer_level for notice in pushed] == ["region"]
    results_scene.does("summaries.reckon", params, reckon)
    assert len(results_scene.heard(SummaryReady)) == 1
    assert results_scene.heard(SummariesDone)[-1].lines[0].group == "Математики"


def test_a_report_on_groups_alone_makes_a_summary_too(results_scene: Scene) -> None:
    results_scene.links(results_scene.district.math.id)
    results_scene.confirms(ANNA, results_scene.sends(ANNA, TASKS))

    seen = results_scene.heard(SummaryReady)[0].view
    assert (seen.n, seen.judged, seen.peer_level) == (58, True, "region")
    assert [finding.code for finding in seen.findings][:2] == ["11", "9"]
    with results_scene.work(MARINA) as work:
        assert summaries.source(work, seen.id, -100500).works == 58


def test_a_newer_summary_takes_the_votes_along(results_scene: Scene) -> None:
    old = loaded(results_scene)
    votes(results_scene, MARINA, old, 2, Choice.HELP)

    results_scene.confirms(ANNA, results_scene.sends(ANNA, TASKS))

    new = the_summary(results_scene)
    assert (new.id != old, new.change) == (True, "compared")
    assert votes(results_scene, ANNA, old, 2, Choice.HELP) == "0 0 2"
    with results_scene.work(MARINA) as work:
        assert summaries.tally(work, new.id, 2)[Choice.HELP] == 2
        assert summaries.table(work, old).view.id == new.id


def test_the_head_hears_the_votes_after_three_working_days(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    votes(results_scene, MARINA, summary_id, 1, Choice.PLAN)

    results_scene.does("summaries.gather", {"summary_id": summary_id}, lambda _: None)

    told = results_scene.heard(VotesGathered)
    assert len(told) == 1
    assert [(one.code, one.plan, one.help) for one in told[0].findings] == [
        ("11", 1, 0),
        ("9", 0, 0),
        ("3", 0, 0),
    ]


def test_silence_is_not_reported_to_anybody(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)

    results_scene.does("summaries.gather", {"summary_id": summary_id}, lambda _: None)

    assert results_scene.heard(VotesGathered) == []


def test_the_table_is_for_people_of_the_place(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)

    for account in (MARINA, ANNA, OLGA, GALINA):
        with results_scene.work(account) as work:
            assert len(summaries.table(work, summary_id).rows) == 13
            assert len(summaries.listed(work)) == 1
    with results_scene.work(PAVEL) as work:
        assert summaries.listed(work) == ()
        with pytest.raises(NotFound):
            summaries.table(work, summary_id)


def test_the_origin_is_told_in_the_group_it_stands_in_only(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)

    with results_scene.work(999) as work:
        assert summaries.source(work, summary_id, -100500).works == 58
        with pytest.raises(NotFound):
            summaries.source(work, summary_id, -100501)


def test_few_works_are_shown_to_nobody(results_scene: Scene) -> None:
    results_scene.confirms(OLGA, results_scene.sends(OLGA, RUSSIAN))

    summary = the_summary(results_scene)
    with results_scene.work(OLGA) as work:
        seen = summaries.table(work, summary.id)
    assert (seen.view.n, seen.view.judged, seen.view.findings, seen.rows) == (6, False, (), ())
    with results_scene.work(PAVEL) as work, pytest.raises(NotFound):
        summaries.vote(work, summary.id, 1, Choice.PLAN)


def test_a_teacher_of_primary_classes_is_asked_before_the_mathematicians(
    results_scene: Scene,
) -> None:
    from services.associations import caring

    district = results_scene.district
    primary = add_scope(
        results_scene.session,
        ScopeLevel.ASSOCIATION,
        "ШМО начальных классов",
        parent=district.school,
        subject="primary",
    )
    everybody = add_scope(
        results_scene.session, ScopeLevel.ASSOCIATION, "Все учителя", parent=district.school
    )

    def of(subject: str, grade: int) -> list[int]:
        found = caring(results_scene.session, district.school.id, subject, grade)
        return [place.id for place in found]

    assert of("math", 4) == [primary.id]
    assert of("math", 6) == [district.math.id]
    assert of("physics", 8) == [everybody.id]


def test_an_association_head_of_the_school_may_vote(results_scene: Scene) -> None:
    summary_id = loaded(results_scene)
    register(
        results_scene.session,
        777,
        "Второй учитель",
        Role.TEACHER,
        results_scene.district.school,
        results_scene.now - timedelta(days=1),
    )

    assert votes(results_scene, 777, summary_id, 3, Choice.NOT_OURS) == "0 1 0"
    assert votes(results_scene, GALINA, summary_id, 3, Choice.PLAN) == "1 1 0"


def a_year_earlier(sheet: Worksheet) -> None:
    for row in sheet.iter_rows(max_row=8):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace("2026", "2025")
    for row in range(20, 50):
        sheet[f"Q{row}"] = 2


def test_the_year_before_is_told_beside_the_same_skill(
    results_scene: Scene, tmp_path: Path
) -> None:
    results_scene.links(results_scene.district.math.id)
    results_scene.confirms(ANNA, results_scene.sends(ANNA, changed(tmp_path, a_year_earlier)))

    results_scene.confirms(ANNA, results_scene.sends(ANNA, MATH))

    view = results_scene.heard(SummaryReady)[-1].view
    percents = next(one for one in view.findings if one.code == "11")
    assert (view.title.year, percents.since, percents.moved) == (2026, 2025, "fell")
    assert percents.was == pytest.approx(62.9, abs=0.1)


def test_what_the_works_show_of_a_difficulty_is_told(results_scene: Scene) -> None:
    loaded(results_scene)

    told = [one.typical for one in results_scene.heard(SummaryReady)[0].view.findings]

    assert any(one is not None for one in told)
    assert all(one is None or one.code in ("skipped", "strong_too", "apart") for one in told)


HINTS = [{"code": "marks_raised", "params": {"own": 31.0, "region": 14.0, "n": 58}}]


def asked_of(scene: Scene, study: Study) -> list[int]:
    """The accounts a question about conditions goes to."""
    with scene.work() as work:
        ask_about_conditions(work, study, {"hints": HINTS})
        told = [post.to.person_id for post in work.posts if isinstance(post.to, ToPerson)]
        assert len(told) == len(work.posts)
    people = [scene.session.get_one(Person, one) for one in told]
    return [person.account or 0 for person in people]


def test_a_question_about_conditions_goes_to_the_schools_administrator_alone(
    results_scene: Scene,
) -> None:
    loaded(results_scene)

    assert asked_of(results_scene, results_scene.session.scalars(select(Study)).one()) == [ANNA]


def test_a_question_about_a_district_goes_to_its_methodologist(results_scene: Scene) -> None:
    loaded(results_scene)
    study = results_scene.session.scalars(select(Study)).one()
    study.scope_id = results_scene.district.municipality.id

    assert asked_of(results_scene, study) == [OLGA]


def test_hints_never_stand_in_what_a_group_is_shown(results_scene: Scene) -> None:
    results_scene.links(results_scene.district.math.id)
    upload_id = results_scene.sends(ANNA, MATH)
    with results_scene.work(ANNA) as work:
        uploads.confirm(work, upload_id)
    study_id = results_scene.session.scalars(select(Study.id)).one()
    params = {"upload_id": upload_id, "study_ids": [study_id]}

    def with_hints(ordered: Sequence[Order]) -> list[dict[str, Any]]:
        return [{**one, "hints": HINTS} for one in reckon(ordered)]

    results_scene.does("summaries.reckon", params, with_hints)
    results_scene.does("summaries.reckon", params, with_hints)
    with results_scene.work() as work:
        summaries.pictured(work, {"summary_id": the_summary(results_scene).id}, b"PNG")

    asked = results_scene.heard(ConditionsAsked)[0]
    assert [(one.code, one.params["own"]) for one in asked.hints] == [("marks_raised", 31.0)]
    shown = results_scene.heard(SummaryReady)[0]
    assert "hints" not in str(shown)
    assert "marks_raised" not in str(shown)


def test_a_correction_waits_for_a_group_that_was_never_told(
    results_scene: Scene, tmp_path: Path
) -> None:
    def worse(sheet: Worksheet) -> None:
        for row in range(20, 50):
            sheet[f"Q{row}"] = 2

    loaded(results_scene, group=False)
    results_scene.confirms(ANNA, results_scene.sends(ANNA, changed(tmp_path, worse)))
    results_scene.links(results_scene.district.math.id)

    with results_scene.work(OLGA) as work:
        assert summaries.push_waiting(work, results_scene.district.math.id) == 1

    # Whoever saw nothing before is shown all of it, and no correction.
    assert len(results_scene.heard(SummaryReady)) == 1
    assert results_scene.heard(SummaryCorrected) == []
    codes = [one.code for one in results_scene.heard(SummaryReady)[0].view.findings]
    assert "11" not in codes


def test_a_second_correction_is_told_against_what_was_shown_last(
    results_scene: Scene, tmp_path: Path
) -> None:
    def filled(value: int) -> Callable[[Worksheet], None]:
        def change(sheet: Worksheet) -> None:
            for row in range(10, 20):
                sheet[f"Q{row}"] = value

        return change

    loaded(results_scene)
    for number, value in enumerate((0, 1)):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = changed(folder, filled(value))
        results_scene.passes(minutes=5)
        results_scene.confirms(ANNA, results_scene.sends(ANNA, path))

    told = [one.correction.changes[0] for one in results_scene.heard(SummaryCorrected)]
    assert len(told) == 2
    assert told[1].was == pytest.approx(told[0].now)
