"""Uploads: who may send, how many, what is kept of a file and for how long."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import delete, select

from db.models.people import RoleAssignment
from db.models.results import Study, Upload
from services import uploads
from services.errors import Forbidden, NotFound
from services.results import FileRefused
from services.uploads import (
    FileJoined,
    FileKnown,
    FilePreviewed,
    FileTakenAway,
    FileTurnedDown,
    NotYoursToUpload,
    TooManyFiles,
    UploadDecided,
    UploadForgotten,
)
from tests.services.results.files import MATH, SAMPLES, changed
from tests.services.results_scene import ANNA, MARINA, OLGA, Scene

TASKS = SAMPLES / "vpr_tasks_math6.xlsx"
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
