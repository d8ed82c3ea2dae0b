"""Whose results are seen by whom, and what of them is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.people import Person
from db.models.results import FindingVote, Summary, SummaryReader
from db.models.scopes import ScopeLevel
from services import analyses
from services.access import Role
from services.analyses import exports
from services.analyses.areas import Area, Peer, best, hardest
from services.analyses.reading import read
from services.analyses.wanted import help_wanted
from services.errors import NotFound
from services.scopes import Place, add_scope
from tests.cast import register
from tests.services.analysed import (
    JOURNAL,
    MARKS,
    MATH,
    TASKS,
    exams,
    of_school,
    of_year,
    store,
)
from tests.services.results_scene import ANNA, GALINA, MARINA, NOW, OLGA, PAVEL, Scene

RUSSIAN = "2849913.xlsx"
AREA = Area(0, "1", "Б", None, 50, 50.0, 40.0, 60.0, "deficit", "firm", 0, 60.0)


@pytest.fixture
def scene(results_scene: Scene) -> Scene:
    person(results_scene, MARINA).subjects = ["math"]
    results_scene.session.flush()
    return results_scene


def person(scene: Scene, account: int) -> Person:
    return scene.session.scalars(select(Person).where(Person.account == account)).one()


def put(scene: Scene, *names: str, where: Place | None = None) -> int:
    sender = person(scene, ANNA).id
    return store(scene.session, where or scene.district.school, exams(*names), sender, NOW)


def comes(scene: Scene, account: int, role: Role, place: Place, *subjects: str) -> None:
    register(scene.session, account, "Кто-то", role, place, NOW, subjects=subjects)


def sees(scene: Scene, account: int, study: int) -> bool:
    with scene.work(account) as work:
        try:
            analyses.see(work, study)
        except NotFound:
            return False
        return True


def listed(scene: Scene, account: int) -> list[tuple[str, int, bool]]:
    with scene.work(account) as work:
        found = analyses.listed(work)
    return [(one.title.subject, one.title.year, one.wide) for one in found]


def test_each_role_sees_what_is_theirs_and_nothing_else(scene: Scene) -> None:
    of = scene.district
    math, russian = put(scene, MATH), put(scene, RUSSIAN)
    comes(scene, 601, Role.DIRECTOR, of.school)
    comes(scene, 602, Role.OBSERVER, of.municipality)
    comes(scene, 603, Role.OWNER, of.region)
    comes(scene, 604, Role.CURATOR, of.region)
    comes(scene, 605, Role.TEACHER, of.school, "primary")

    seen = {
        account: (sees(scene, account, math), sees(scene, account, russian))
        for account in (MARINA, GALINA, ANNA, PAVEL, OLGA, 601, 602, 603, 604, 605, 77)
    }

    assert seen == {
        MARINA: (True, False),
        GALINA: (True, False),
        ANNA: (True, True),
        PAVEL: (False, False),
        OLGA: (False, False),
        601: (True, True),
        602: (False, False),
        603: (False, False),
        604: (False, False),
        605: (False, False),
        77: (False, False),
    }


def test_a_primary_teacher_sees_every_subject_of_the_first_grades(scene: Scene) -> None:
    [this] = exams(MATH)
    fourth = replace(this, grade=4)
    store(scene.session, scene.district.school, [fourth], person(scene, ANNA).id, NOW)
    comes(scene, 605, Role.TEACHER, scene.district.school, "primary")

    assert listed(scene, 605) == [("math", 2026, False)]


def test_studies_come_newest_first_and_by_subject(scene: Scene) -> None:
    put(scene, RUSSIAN)
    put(scene, MATH)
    [this] = exams(MATH)
    store(scene.session, scene.district.school, [of_year(this, 2025)], person(scene, ANNA).id, NOW)

    assert listed(scene, ANNA) == [
        ("math", 2026, False),
        ("russian", 2026, False),
        ("math", 2025, False),
    ]
    assert listed(scene, OLGA) == [
        ("math", 2026, True),
        ("russian", 2026, True),
        ("math", 2025, True),
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("математика", 1),
        ("Математика 6", 1),
        ("матем 6 класс 2026", 1),
        ("впр математика", 1),
        ("анализ по математике", 1),
        ("mathematics 6", 1),
        ("русский", 1),
        ("русский язык 5", 1),
        ("впр", 2),
        ("математика 7", 0),
        ("математика 2025", 0),
        ("задачи по математике", 0),
        ("6", 0),
        ("2026", 0),
        ("", 0),
        ("?!", 0),
        ("математика " * 12, 0),
    ],
)
def test_words_find_studies_and_questions_find_none(scene: Scene, words: str, found: int) -> None:
    put(scene, MATH)
    put(scene, RUSSIAN)

    with scene.work(ANNA) as work:
        assert len(analyses.find(work, words)) == found


def test_the_hardest_agree_with_the_summary_of_the_group(scene: Scene) -> None:
    study = put(scene, MATH, TASKS)

    with scene.work(ANNA) as work:
        shown = analyses.overview(work, study)

    assert [one.code for one in shown.hard] == ["11", "9", "3"]
    assert shown.difference == "common"
    assert shown.peer_level == "region"
    assert not {one.index for one in shown.hard} & {one.index for one in shown.best}


def test_an_area_keeps_what_was_reckoned(scene: Scene) -> None:
    study = put(scene, MATH, TASKS)

    with scene.work(ANNA) as work:
        shown = analyses.area(work, study, 10)

    assert (shown.area.code, shown.area.level, round(shown.area.percent)) == ("11", "П", 16)
    assert [one.level for one in shown.area.peers] == ["municipality", "region", "country"]
    assert all(group.n >= 5 for group in shown.groups)


def test_whoever_looked_is_known_when_figures_change(scene: Scene) -> None:
    study = put(scene, MATH)

    with scene.work(MARINA) as work:
        analyses.overview(work, study)

    readers = scene.session.scalars(select(SummaryReader.person_id)).all()
    assert readers == [person(scene, MARINA).id]


def test_marks_of_reports_alone_stand_beside_wider_places(scene: Scene) -> None:
    study = put(scene, MARKS, JOURNAL)

    with scene.work(ANNA) as work:
        shown = analyses.marks(work, study)
        assert analyses.overview(work, study).areas == 0

    assert shown.marks is not None
    assert shown.marks.n == 58
    assert round(sum(shown.marks.percents), 1) == 100
    assert {one.level for one in shown.marks.peers} >= {"municipality", "region"}
    assert shown.marks.journal is not None


def test_hints_are_for_those_who_lead_the_school(scene: Scene) -> None:
    study = put(scene, MATH)
    with scene.work(ANNA) as work:
        summary = read(work, study).summary
        assert summary is not None
        summary.findings = {
            **summary.findings,
            "hints": [{"code": "marks_raised", "params": {"own": 50, "region": 10, "n": 58}}],
        }
        scene.session.flush()
        assert [one.code for one in analyses.marks(work, study).hints] == ["marks_raised"]

    with scene.work(MARINA) as work:
        assert analyses.marks(work, study).hints == ()


def test_only_shared_skills_are_compared_with_earlier_years(scene: Scene) -> None:
    [this] = exams(MATH)
    old = of_year(this, 2025)
    renamed = replace(
        old,
        tasks=tuple(
            replace(one, skill="Совсем другое умение") if one.code == "1" else one
            for one in old.tasks
        ),
    )
    study = store(
        scene.session,
        scene.district.school,
        [this],
        person(scene, ANNA).id,
        NOW,
        earlier=[(2025, [renamed])],
    )

    with scene.work(ANNA) as work:
        compared = analyses.with_years(work, study)
        together = analyses.years_together(work, study)

    assert "1" not in {one.area.code for one in compared.rows}
    assert compared.left_out == 1
    assert {one.told for one in compared.rows} == {"same"}
    assert together.years == (2025, 2026)
    assert all(one.n == 116 for one in together.rows)


def districted(scene: Scene, *works: int) -> list[int]:
    """The study in as many schools, each with so many works."""
    [this] = exams(MATH)
    pupils, first, studies = tuple(this.pupils), 0, []
    places = [scene.district.school, scene.district.small_school]
    for number in range(2, len(works)):
        name = f"Школа {number}"
        places.append(
            add_scope(scene.session, ScopeLevel.SCHOOL, name, parent=scene.district.municipality)
        )
    for place, count in zip(places, works, strict=False):
        exam = of_school(this, place.name, pupils[first : first + count])
        studies.append(store(scene.session, place, [exam], person(scene, OLGA).id, NOW))
        first += count
    return studies


@pytest.mark.parametrize(
    ("works", "told"),
    [((20,), False), ((20, 20), False), ((12, 12, 12), True), ((20, 20, 2), False)],
)
def test_a_district_is_told_only_where_no_school_can_be_got(
    scene: Scene, works: tuple[int, ...], told: bool
) -> None:
    studies = districted(scene, *works)

    with scene.work(OLGA) as work:
        shown = analyses.district(work, studies[0])

    assert bool(shown.areas) is told
    assert len(shown.sent) == len(works)


def test_a_district_weighs_schools_by_their_works(scene: Scene) -> None:
    studies = districted(scene, 12, 14, 20)
    percents = []
    for study in studies:
        rows = _tasks(scene.session, study)
        percents.append((rows["1"]["n"], rows["1"]["percent"]))

    with scene.work(OLGA) as work:
        area = analyses.district(work, studies[2]).areas[0]

    whole = sum(n for n, _percent in percents)
    assert area.n == whole == 46
    assert area.percent == pytest.approx(sum(n * p for n, p in percents) / whole)
    assert area.low < area.percent < area.high


def _tasks(session: Session, study: int) -> dict[str, dict[str, float]]:
    findings = session.scalars(select(Summary.findings).where(Summary.study_id == study)).one()
    return {row["code"]: row for row in findings["tasks"]}


def test_a_district_names_schools_in_their_alphabet_whatever_they_reached(scene: Scene) -> None:
    studies = districted(scene, 12, 12, 12)

    with scene.work(OLGA) as work:
        shown = analyses.district(work, studies[1])

    assert list(shown.sent) == sorted(shown.sent)
    assert shown.awaited == ()


def test_what_was_loaded_for_the_whole_district_stands_for_it(scene: Scene) -> None:
    study = put(scene, MATH, where=scene.district.municipality)

    with scene.work(OLGA) as work:
        shown = analyses.district(work, study)
        assert analyses.see(work, study).place.id == scene.district.municipality.id

    assert shown.n == 58
    assert shown.hard


def test_a_file_is_made_for_whoever_still_may(scene: Scene) -> None:
    study = put(scene, MATH)
    with scene.work(MARINA) as work:
        exports.ask(work, study, exports.Form.SHEET)
    params = {"study_id": study, "person_id": person(scene, MARINA).id, "form": "sheet"}
    with scene.work() as work:
        exports.made(work, params, b"xlsx")
    assert [one.study_id for one in scene.heard(exports.FileMade)] == [study]

    person(scene, MARINA).subjects = ["physics"]
    scene.session.flush()
    with scene.work() as work, pytest.raises(NotFound):
        exports.material(work, params)


def test_help_that_was_asked_for_is_told_once_and_without_names(scene: Scene) -> None:
    put(scene, MATH)
    summary = scene.session.scalars(select(Summary)).one()
    for account, finding, choice in ((1, 2, "help"), (2, 2, "help"), (3, 1, "plan")):
        scene.session.add(
            FindingVote(
                summary_id=summary.id,
                finding=finding,
                account=account,
                name="Марина",
                choice=choice,
                at=NOW,
            )
        )
    scene.session.flush()

    with scene.work(ANNA) as work:
        assert [one.code for one in help_wanted(work)] == ["9"]
    with scene.work(PAVEL) as work:
        assert help_wanted(work) == ()


def test_there_is_nothing_to_take_of_few_works(scene: Scene) -> None:
    [this] = exams(MATH)
    small = replace(this, pupils=tuple(replace(one, mark=None) for one in list(this.pupils)[:4]))
    study = store(scene.session, scene.district.school, [small], person(scene, ANNA).id, NOW)

    with scene.work(ANNA) as work, pytest.raises(exports.NothingToTake):
        exports.ask(work, study, exports.Form.SHEET)


def test_years_are_drawn_only_where_there_are_years(scene: Scene) -> None:
    study = put(scene, MATH)

    with scene.work(ANNA) as work:
        assert exports.Form.YEARS not in exports.offer(work, study).forms
        with pytest.raises(exports.NothingToTake):
            exports.ask(work, study, exports.Form.YEARS)


def test_the_hardest_are_the_surest_and_then_the_furthest_below() -> None:
    likely = replace(AREA, index=1, confidence="likely", percent=5.0)
    far = replace(AREA, index=2, percent=20.0)
    border = replace(AREA, index=3, status="uncertain")
    good = replace(AREA, index=4, status="sufficient", percent=90.0)

    assert [one.index for one in hardest([AREA, likely, far, border, good])] == [2, 0, 1]
    assert [one.index for one in best([AREA, good, border])] == [4]


def test_without_levels_the_best_are_never_the_hardest() -> None:
    areas = [
        replace(AREA, index=n, status="unknown", threshold=None, percent=10.0 * n) for n in range(4)
    ]

    hard = hardest(areas)
    assert [one.index for one in hard] == [0, 1, 2]
    assert [one.index for one in best(areas, hard)] == [3]


def test_the_region_is_asked_before_the_country_and_the_district() -> None:
    peers = (Peer("municipality", 1.0), Peer("region", 2.0), Peer("country", 3.0))

    assert replace(AREA, peers=peers).nearest == peers[1]
    assert replace(AREA, peers=peers[:1]).nearest == peers[0]
    assert AREA.nearest is None
