"""Studies: each school's rows in its own study, reports of one study together, nothing twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import select

from db.models.results import Study
from db.models.scopes import ScopeLevel
from services.findings import reckon
from services.results import exam_from_json, to_json
from services.scopes import Place, add_scope
from services.studies import Title, missing, orders, store, title_of
from services.subjects import circles, subject, subject_of
from tests.services.results.files import MATH, RUSSIAN, SAMPLES, changed, read_here
from tests.services.results_scene import ANNA, OLGA, Scene

TASKS = SAMPLES / "vpr_tasks_math6.xlsx"
PLANNED = SAMPLES / "vpr_planned_results_math6.xlsx"


def stores(scene: Scene, account: int, path: Path, upload_id: int = 1) -> tuple[int, ...]:
    with scene.work(account) as work:
        person_id = work.actor.person_id
        assert person_id is not None
        return store(work, read_here(path), person_id, upload_id=upload_id, sent_at=work.now)


def studies(scene: Scene) -> list[Study]:
    return list(scene.session.scalars(select(Study).order_by(Study.id)))


def other_schools(scene: Scene) -> list[Place]:
    return [
        add_scope(
            scene.session,
            ScopeLevel.SCHOOL,
            name,
            parent=scene.district.municipality,
            login=login,
        )
        for name, login in (("Кадомская СШ", "edu621001"), ("Восходская СШ", "edu621002"))
    ]


def test_a_file_is_filed_under_its_school_subject_and_grade(results_scene: Scene) -> None:
    stores(results_scene, ANNA, MATH)

    study = studies(results_scene)[0]
    assert study.scope_id == results_scene.district.school.id
    assert (study.exam, study.year, study.subject, study.grade) == ("ВПР", 2026, "math", 6)
    assert study.held_on == "2026-04-20"


def test_the_same_file_changes_nothing(results_scene: Scene) -> None:
    first = stores(results_scene, ANNA, MATH)
    before = studies(results_scene)[0].data

    assert stores(results_scene, ANNA, MATH, upload_id=2) == first
    assert studies(results_scene)[0].data == before
    assert studies(results_scene)[0].upload_ids == [1]


def test_a_corrected_file_replaces_the_one_before(results_scene: Scene, tmp_path: Path) -> None:
    def worse(sheet: Worksheet) -> None:
        sheet["Q31"] = 0

    stores(results_scene, ANNA, MATH)
    stores(results_scene, ANNA, changed(tmp_path, worse), upload_id=2)

    study = studies(results_scene)[0]
    assert [part["kind"] for part in study.data["parts"]] == ["vpr_individual"]
    assert study.upload_ids == [1, 2]


def test_other_reports_of_the_study_stand_beside_it(results_scene: Scene) -> None:
    for number, path in enumerate((MATH, TASKS, PLANNED), 1):
        stores(results_scene, ANNA, path, upload_id=number)

    found = studies(results_scene)
    assert len(found) == 1
    with results_scene.work() as work:
        told = reckon(orders(work, [found[0].id]))[0]
    assert told["summary"]["n"] == 58
    assert told["tasks"][10]["peers"]["region"] == pytest.approx(19.0)
    assert told["disagreements"] == 0


def test_an_administrator_files_only_the_rows_of_the_own_school(results_scene: Scene) -> None:
    other_schools(results_scene)

    assert stores(results_scene, ANNA, RUSSIAN) == ()
    assert studies(results_scene) == []


def test_a_methodologist_files_every_school_and_the_district_pooled(
    results_scene: Scene,
) -> None:
    kadom, voskhod = other_schools(results_scene)
    stores(results_scene, OLGA, RUSSIAN)

    found = {study.scope_id: study for study in studies(results_scene)}
    works = {
        scope_id: sum(len(exam_from_json(part["exam"]).pupils) for part in study.data["parts"])
        for scope_id, study in found.items()
    }
    assert works == {
        kadom.id: 47,
        voskhod.id: 21,
        results_scene.district.small_school.id: 6,
        results_scene.district.municipality.id: 74,
    }


def test_a_school_missing_in_the_list_leaves_the_others_alone(results_scene: Scene) -> None:
    stores(results_scene, OLGA, RUSSIAN)

    assert [study.scope_id for study in studies(results_scene)] == [
        results_scene.district.small_school.id
    ]


def test_two_variants_of_an_exam_are_not_pooled(results_scene: Scene) -> None:
    stores(results_scene, ANNA, MATH)
    study = studies(results_scene)[0]
    part = study.data["parts"][0]
    exam = exam_from_json(part["exam"])
    pupils = tuple(
        replace(one, scores=one.scores[:-1], not_attempted=one.not_attempted[:-1])
        for one in exam.pupils[:20]
    )
    short = replace(exam, tasks=exam.tasks[:-1], pupils=pupils)
    fewer = {**part, "exam": to_json(short)}
    study.data = {"parts": [fewer, part]}
    results_scene.session.flush()

    with results_scene.work() as work:
        assert reckon(orders(work, [study.id]))[0]["summary"]["n"] == 58


def test_an_exam_without_year_or_subject_is_not_filed() -> None:
    exam = read_here(MATH).exams[0]

    assert missing(exam) == ()
    assert title_of(exam) == Title("ВПР", 2026, "math", 6)
    assert missing(replace(exam, year=None, subject=None)) == ("year", "subject")
    with pytest.raises(ValueError, match="year"):
        title_of(replace(exam, year=None))


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Математика", "math"),
        ("  математика (базовый уровень) ", "math"),
        ("Иностранный язык (немецкий)", "german"),
        ("Русский язык", "russian"),
        ("Основы безопасности и защиты Родины", "safety"),
        ("Мировая художественная культура", "мировая художественная культура"),
    ],
)
def test_subjects_are_known_under_the_names_of_files(written: str, key: str) -> None:
    assert subject_of(written).key == key
    assert subject(key).key == key


def test_primary_classes_belong_to_their_teachers_first() -> None:
    assert circles("math", 4) == ("primary", "math")
    assert circles("math", 5) == ("math",)
    assert circles("german", 7) == ("language2",)


def test_every_subject_of_teachers_is_one_people_can_choose() -> None:
    form = (Path(__file__).parents[2] / "forms" / "ru" / "registration.md").read_text("utf-8")
    chosen = {line.split("|")[3].strip() for line in form.splitlines() if "| subjects  |" in line}
    keys = ("math", "russian", "literary_reading", "german", "social", "safety", "pe", "music")

    assert {subject(key).circle for key in keys} <= chosen
