"""Files leave the store when no row needs them, and no earlier."""

from __future__ import annotations

import os
from datetime import timedelta

from sqlalchemy import select

from db.models.jobs import Job
from db.models.results import Summary, Upload
from services.keeping import lend, sweep
from services.uploads import UploadStatus
from tests.services.results.files import MATH
from tests.services.results_scene import ANNA, Scene


def aged(scene: Scene, key: str) -> None:
    long_ago = (scene.now - timedelta(days=8)).timestamp()
    os.utime(scene.files.path(key), (long_ago, long_ago))


def test_what_was_made_for_somebody_leaves_after_its_letter(results_scene: Scene) -> None:
    scene = results_scene
    with scene.work() as work:
        key = lend(work, b"a spreadsheet")

    job = scene.session.scalars(select(Job).where(Job.kind == "files.let_go")).one()
    assert job.due_at - scene.now >= timedelta(days=1)
    scene.does("files.let_go", job.params, lambda _: None)
    assert not scene.files.path(key).exists()


def test_a_blank_sent_back_unchanged_is_not_lost_when_the_blank_goes(results_scene: Scene) -> None:
    scene = results_scene
    upload_id = scene.sends(ANNA, MATH)
    upload = scene.session.get_one(Upload, upload_id)
    assert upload.status == UploadStatus.PREVIEWED

    scene.does("files.let_go", {"key": upload.file_key}, lambda _: None)

    assert scene.files.path(upload.file_key).exists()


def test_what_a_crash_left_is_swept_and_what_rows_need_stays(results_scene: Scene) -> None:
    scene = results_scene
    scene.confirms(ANNA, scene.sends(ANNA, MATH))
    summary = scene.session.scalars(select(Summary)).one()
    picture = summary.picture_key or ""
    stray, fresh = scene.files.put(b"of a unit that failed"), scene.files.put(b"of this minute")
    draft = scene.files.path(fresh).with_suffix(".77")
    draft.write_bytes(b"half")
    for key in (picture, stray):
        aged(scene, key)
    os.utime(draft, (0, 0))
    moment = scene.now.timestamp()
    os.utime(scene.files.path(fresh), (moment, moment))

    with scene.work() as work:
        sweep(work)

    assert scene.files.path(picture).exists()
    assert scene.files.path(fresh).exists()
    assert not scene.files.path(stray).exists()
    assert not draft.exists()


def test_a_file_put_again_is_as_new_as_any(results_scene: Scene) -> None:
    scene = results_scene
    key = scene.files.put(b"sent twice")
    aged(scene, key)

    scene.files.put(b"sent twice")

    assert key not in scene.files.older_than(scene.now - timedelta(days=7))
