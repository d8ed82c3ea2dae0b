"""Uploads: who may send, how many, what is kept of a file and for how long."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import delete, select

from db.models.people import RoleAssignment
from db.models.results import Study, StudyVersion, Upload
from services import uploads
from services.errors import Forbidden, NotFound
from services.results import FileRefused
from services.studies import Title
from services.uploads import (
    Asked,
    FileAsks,
    FileJoined,
    FileKnown,
    FilePreviewed,
    FileTakenAway,
    FileTurnedDown,
    NotAnAnswer,
    NotYoursToUpload,
    TooManyFiles,
    UploadDecided,
    UploadForgotten,
    WouldReplace,
)
from tests.services.results.files import MATH, SAMPLES, changed
from tests.services.results_scene import ANNA, MARINA, OLGA, Scene

TASKS = SAMPLES / "vpr_tasks_math6.xlsx"
FORM = SAMPLES / "form_english8.xlsx"
MARKS = SAMPLES / "vpr_marks_math6.xlsx"


def upload(scene: Scene, upload_id: int) -> Upload:
    return scene.session.get_one(Upload, upload_id)


@pytest.mark.parametrize("account", [MARINA, 999])
def test_only_administrators_and_methodologists_send_results(
    results_scene: Scene, account: int
) -> None:
    with results_scene.work(account) as work, pytest.raises(NotYoursToUpload):
        uploads.admit(work)


def test_three_files_are_read_at_once_and_the_fourth_waits(results_scene: Scene) -> None:
    with results_scene.work(ANNA) as work:
        for number in range(3):
            uploads.receive(work, file_key=f"{number}", name="a.xlsx", message_id=None)
        with pytest.raises(TooManyFiles):
            uploads.receive(work, file_key="3", name="a.xlsx", message_id=None)

    with results_scene.work(OLGA) as work:
        uploads.receive(work, file_key="3", name="a.xlsx", message_id=None)


def test_a_preview_tells_the_study_and_who_gets_it(results_scene: Scene) -> None:
    results_scene.links(results_scene.district.math.id)
    results_scene.sends(ANNA, MATH)

    shown = results_scene.heard(FilePreviewed)[0].preview
    assert (shown.works, shown.schools, shown.school) == (58, 1, "МБОУ СОШ № 106")
    assert [(one.name, one.group) for one in shown.receivers] == [
        ("ШМО учителей математики", "Математики")
    ]
    assert (shown.summarised, shown.compared, shown.foreign) == (True, False, ())


def test_marks_alone_make_no_summary(results_scene: Scene) -> None:
    results_scene.sends(ANNA, MARKS)

    shown = results_scene.heard(FilePreviewed)[0].preview
    assert (shown.summarised, shown.receivers) == (False, ())


def test_one_word_loads_all_files_of_a_study_that_wait(results_scene: Scene) -> None:
    first = results_scene.sends(ANNA, MATH)
    second = results_scene.sends(ANNA, TASKS)
    assert results_scene.heard(FilePreviewed)[1].preview.together == ("vpr_individual",)

    with results_scene.work(ANNA) as work:
        uploads.confirm(work, second)

    assert {upload(results_scene, one).status for one in (first, second)} == {"confirmed"}
    assert [notice.upload_id for notice in results_scene.heard(FileJoined)] == [first]
    study = results_scene.session.scalars(select(Study)).one()
    assert {part["kind"] for part in study.data["parts"]} == {
        "vpr_individual",
        "vpr_task_completion",
    }


def test_a_file_with_bad_rows_needs_its_own_word(results_scene: Scene, tmp_path: Path) -> None:
    def too_much(sheet: Worksheet) -> None:
        sheet["Q31"] = 5

    bad = results_scene.sends(ANNA, changed(tmp_path, too_much))
    tasks = results_scene.sends(ANNA, TASKS)

    with results_scene.work(ANNA) as work:
        with pytest.raises(NotFound):
            uploads.confirm(work, bad)
        uploads.confirm(work, tasks)
    assert upload(results_scene, bad).status == "previewed"

    with results_scene.work(ANNA) as work:
        uploads.confirm(work, bad, without_bad_rows=True)
    study = results_scene.session.scalars(select(Study)).one()
    assert sorted(part["dropped"] for part in study.data["parts"]) == [0, 1]


def test_nobody_decides_on_the_file_of_another(results_scene: Scene) -> None:
    upload_id = results_scene.sends(ANNA, MATH)

    with results_scene.work(OLGA) as work:
        for act in (uploads.look, uploads.confirm, uploads.drop):
            with pytest.raises(NotFound):
                act(work, upload_id)


def test_a_role_lost_between_preview_and_word_loads_nothing(results_scene: Scene) -> None:
    upload_id = results_scene.sends(ANNA, MATH)
    person_id = upload(results_scene, upload_id).person_id
    results_scene.session.execute(
        delete(RoleAssignment).where(RoleAssignment.person_id == person_id)
    )

    with results_scene.work(ANNA) as work, pytest.raises(Forbidden):
        uploads.confirm(work, upload_id)
    assert results_scene.session.scalars(select(Study)).all() == []


def test_a_decided_upload_is_decided(results_scene: Scene) -> None:
    loaded = results_scene.sends(ANNA, MATH)
    with results_scene.work(ANNA) as work:
        uploads.confirm(work, loaded)
        with pytest.raises(UploadDecided):
            uploads.confirm(work, loaded)
        with pytest.raises(UploadDecided):
            uploads.drop(work, loaded)
    assert upload(results_scene, loaded).parsed is None


def test_a_file_loaded_before_is_recognised(results_scene: Scene) -> None:
    results_scene.confirms(ANNA, results_scene.sends(ANNA, MATH))

    again = results_scene.sends(ANNA, MATH)

    assert upload(results_scene, again).reason == "known"
    assert len(results_scene.heard(FileKnown)) == 1


def test_the_file_of_one_school_says_nothing_to_another(results_scene: Scene) -> None:
    results_scene.confirms(ANNA, results_scene.sends(ANNA, MATH))
    with results_scene.work(OLGA) as work:
        person_id = work.actor.person_id
        results_scene.session.execute(
            delete(RoleAssignment).where(RoleAssignment.person_id == person_id)
        )
        results_scene.session.add(
            RoleAssignment(
                person_id=person_id,
                role="administrator",
                scope_id=results_scene.district.small_school.id,
                granted_at=work.now,
            )
        )

    results_scene.sends(OLGA, MATH)

    assert results_scene.heard(FileKnown) == []
    assert [notice.code for notice in results_scene.heard(FileTurnedDown)] == ["foreign"]


def test_a_file_with_names_is_taken_away_and_leaves_no_trace(results_scene: Scene) -> None:
    upload_id = results_scene.sends(ANNA, SAMPLES / "staff_2026.xlsx")

    row = upload(results_scene, upload_id)
    assert (row.status, row.reason, row.parsed, row.name) == ("refused", "staff", None, "")
    assert results_scene.heard(FileTakenAway) == [FileTakenAway(7)]
    results_scene.does("uploads.forget_file", {"upload_id": upload_id}, lambda _: None)
    assert not results_scene.files.path(row.file_key).exists()


def test_a_refused_file_says_its_code_and_cell(results_scene: Scene) -> None:
    with results_scene.work(ANNA) as work:
        upload_id, _ = uploads.receive(work, file_key="0", name="a.xlsx", message_id=None)
    refused = FileRefused("score_above_max", "Q31", {"rows": 3, "task": "11", "max": 2.0})

    results_scene.does("results.parse", {"upload_id": upload_id}, lambda _: refused)

    told = results_scene.heard(FileTurnedDown)[0]
    assert (told.code, told.cell, told.params["task"]) == ("score_above_max", "Q31", "11")


def test_a_file_is_kept_while_another_upload_of_it_is_open(results_scene: Scene) -> None:
    annas = results_scene.sends(ANNA, MATH)
    results_scene.sends(OLGA, MATH)
    with results_scene.work(ANNA) as work:
        uploads.drop(work, annas)

    results_scene.does("uploads.forget_file", {"upload_id": annas}, lambda _: None)

    assert results_scene.files.path(upload(results_scene, annas).file_key).exists()


def test_an_undecided_file_is_dropped_once(results_scene: Scene) -> None:
    upload_id = results_scene.sends(ANNA, MATH)
    results_scene.passes(hours=24)

    for _ in range(2):
        results_scene.does("uploads.expire", {"upload_id": upload_id}, lambda _: None)

    assert upload(results_scene, upload_id).status == "dropped"
    assert len(results_scene.heard(UploadForgotten)) == 1


def test_reading_the_same_file_twice_shows_it_once(results_scene: Scene) -> None:
    upload_id = results_scene.sends(ANNA, MATH)

    results_scene.does("results.parse", {"upload_id": upload_id}, lambda _: None)

    assert len(results_scene.heard(FilePreviewed)) == 1


def answers(scene: Scene, upload_id: int, **told: str) -> None:
    with scene.work(ANNA) as work:
        for key, value in told.items():
            uploads.answer(work, upload_id, key, value)


def the_question(scene: Scene, upload_id: int) -> Asked:
    with scene.work(ANNA) as work:
        notice = uploads.look(work, upload_id)
    assert isinstance(notice, FileAsks)
    return notice.asked


def test_a_file_that_does_not_say_all_is_asked_about_and_not_previewed(
    results_scene: Scene,
) -> None:
    upload_id = results_scene.sends(ANNA, FORM)

    assert results_scene.heard(FilePreviewed) == []
    asked = results_scene.heard(FileAsks)[0].asked
    assert (asked.name, asked.number, asked.total, asked.may_go_back) == ("year", 1, 2, False)
    with results_scene.work(ANNA) as work, pytest.raises(NotFound):
        uploads.confirm(work, upload_id)


def test_answers_fill_what_a_file_lacks(results_scene: Scene) -> None:
    upload_id = results_scene.sends(ANNA, FORM)

    answers(results_scene, upload_id, year="2026", subject="  Английский   язык ")

    with results_scene.work(ANNA) as work:
        notice = uploads.look(work, upload_id)
    assert isinstance(notice, FilePreviewed)
    assert notice.preview.titles == (Title("ВПР", 2026, "english", 8),)
    assert notice.preview.answered


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("year", "1812"),
        ("year", "2030"),
        ("year", "давно"),
        ("subject", "8"),
        ("subject", "я" * 61),
        ("subject", ""),
    ],
)
def test_words_that_say_nothing_are_refused_and_nothing_is_lost(
    results_scene: Scene, key: str, value: str
) -> None:
    upload_id = results_scene.sends(ANNA, FORM)

    with results_scene.work(ANNA) as work, pytest.raises(NotAnAnswer):
        uploads.answer(work, upload_id, key, value)

    assert the_question(results_scene, upload_id).name == "year"


def test_an_answer_nobody_asked_for_changes_nothing(results_scene: Scene) -> None:
    upload_id = results_scene.sends(ANNA, FORM)

    answers(results_scene, upload_id, grade="11", school="1", whatever="x")

    assert upload(results_scene, upload_id).answers == {}


def test_nobody_answers_for_another(results_scene: Scene) -> None:
    upload_id = results_scene.sends(ANNA, FORM)

    with results_scene.work(OLGA) as work:
        with pytest.raises(NotFound):
            uploads.answer(work, upload_id, "year", "2026")
        with pytest.raises(NotFound):
            uploads.go_back(work, upload_id)
        assert uploads.answer_in_words(work, "2026") is None


def test_an_answer_to_a_decided_file_is_refused(results_scene: Scene) -> None:
    upload_id = results_scene.sends(ANNA, FORM)
    with results_scene.work(ANNA) as work:
        uploads.drop(work, upload_id)
        with pytest.raises(UploadDecided):
            uploads.answer(work, upload_id, "year", "2026")
    assert upload(results_scene, upload_id).answers == {}


def test_going_back_further_than_the_beginning_stays_there(results_scene: Scene) -> None:
    upload_id = results_scene.sends(ANNA, FORM)
    answers(results_scene, upload_id, year="2026")

    with results_scene.work(ANNA) as work:
        for _ in range(3):
            uploads.go_back(work, upload_id)

    assert the_question(results_scene, upload_id).name == "year"


def test_a_file_that_waits_for_an_answer_is_not_loaded_beside_another(
    results_scene: Scene,
) -> None:
    form = results_scene.sends(ANNA, FORM)
    results_scene.confirms(ANNA, results_scene.sends(ANNA, MATH))

    assert upload(results_scene, form).status == "previewed"


def test_replacing_needs_a_word_about_that_very_file(results_scene: Scene, tmp_path: Path) -> None:
    def worse(sheet: Worksheet) -> None:
        sheet["Q31"] = 0

    results_scene.confirms(ANNA, results_scene.sends(ANNA, MATH))
    newer = results_scene.sends(ANNA, changed(tmp_path, worse))

    with results_scene.work(ANNA) as work:
        found = uploads.to_replace(work, newer)
        assert found is not None
        assert (found.works_before, found.works_after, found.schools) == (58, 58, 1)
        for wrong in (None, found.instead_of + 1):
            with pytest.raises(WouldReplace):
                uploads.confirm(work, newer, instead_of=wrong)
        uploads.confirm(work, newer, instead_of=found.instead_of)

    version = results_scene.session.scalars(select(StudyVersion)).one()
    assert (version.replaced_by, len(version.data["parts"])) == (newer, 1)


def test_a_report_that_joins_a_study_replaces_nothing(results_scene: Scene) -> None:
    results_scene.confirms(ANNA, results_scene.sends(ANNA, MATH))
    tasks = results_scene.sends(ANNA, TASKS)

    with results_scene.work(ANNA) as work:
        assert uploads.to_replace(work, tasks) is None
    results_scene.confirms(ANNA, tasks)
    assert results_scene.session.scalars(select(StudyVersion)).all() == []


def test_a_municipality_loading_what_a_school_has_loaded_replaces_nothing(
    results_scene: Scene,
) -> None:
    results_scene.confirms(ANNA, results_scene.sends(ANNA, MATH))
    again = results_scene.sends(OLGA, MATH)

    assert upload(results_scene, again).reason == "known"
