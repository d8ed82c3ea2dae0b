"""Lists of staff: shared out among schools, previewed, stored without names, replaced."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, select

from db.models.access import AuditRecord
from db.models.people import RoleAssignment
from db.models.results import Upload
from db.models.staff import StaffList, StaffMember
from services import uploads
from services.errors import Forbidden, NotFound
from services.results import Oddity, ParsedFile, StaffRow
from services.staff import StaffPreview, StaffPreviewed
from services.uploads import (
    FileMisplaced,
    PageFileTurnedDown,
    Purpose,
    UploadDecided,
)
from services.uploads.console import act_as, read_at_console
from tests.services.results.files import MATH, read_here
from tests.services.results_scene import ANNA, MARINA, OLGA, Scene

OWN, SMALL = "edu621106", "МБОУ «Енкаевская ООШ»"


def row(school: str | None = OWN, **told: object) -> StaffRow:
    return StaffRow(**{"school": school, "post": "учитель", "subjects": ("Математика",), **told})  # type: ignore[arg-type]


def listed(*rows: StaffRow, warnings: tuple[Oddity, ...] = ()) -> ParsedFile:
    return ParsedFile(
        sha256="0" * 64,
        kind="staff",
        personal=True,
        exams=(),
        rows_read=len(rows),
        rows_dropped=0,
        people=len(rows),
        staff=rows,
        staff_warnings=warnings,
    )


def reads(
    scene: Scene, account: int, parsed: ParsedFile, purpose: Purpose = Purpose.STAFF
) -> tuple[int, object]:
    """Have a file read for somebody; the upload, and what is told."""
    with scene.work() as work:
        act_as(work, account=account)
        return read_at_console(work, parsed, purpose=purpose, answers={})


def shown(scene: Scene, account: int, parsed: ParsedFile) -> tuple[int, StaffPreview]:
    upload_id, notice = reads(scene, account, parsed)
    assert isinstance(notice, StaffPreviewed)
    return upload_id, notice.preview


def confirms(scene: Scene, account: int, upload_id: int) -> None:
    with scene.work(account) as work:
        uploads.confirm_staff(work, upload_id)


def kept(scene: Scene, school_id: int) -> list[StaffMember]:
    return list(
        scene.session.scalars(
            select(StaffMember)
            .join(StaffList, StaffList.id == StaffMember.list_id)
            .where(StaffList.scope_id == school_id, StaffList.replaced_at.is_(None))
            .order_by(StaffMember.id)
        )
    )


def test_a_preview_counts_people_and_says_what_was_not_understood(results_scene: Scene) -> None:
    warnings = (
        Oddity("not_understood", "D7", {"field": "category"}),
        Oddity("not_understood", "F8", {"field": "course"}),
        Oddity("not_understood", "D9", {"field": "category"}),
    )

    _id, preview = shown(results_scene, ANNA, listed(row(), row(), warnings=warnings))

    assert preview.people == 2
    assert [(one.name, one.people) for one in preview.schools] == [("МБОУ СОШ № 106", 2)]
    assert [(one.what, one.count, one.cell) for one in preview.oddities] == [
        ("category", 2, "D7"),
        ("course", 1, "F8"),
    ]


def test_nothing_is_kept_before_the_word(results_scene: Scene) -> None:
    upload_id, _ = shown(results_scene, ANNA, listed(row()))
    assert results_scene.session.scalars(select(StaffList)).all() == []

    with results_scene.work(ANNA) as work:
        uploads.drop(work, upload_id)

    upload = results_scene.session.get_one(Upload, upload_id)
    assert (upload.status, upload.parsed) == ("dropped", None)
    assert results_scene.session.scalars(select(StaffMember)).all() == []


def test_what_is_told_of_a_teacher_is_stored_and_subjects_become_keys(
    results_scene: Scene,
) -> None:
    told = row(
        category="first",
        category_until="2027-05-01",
        applied_for="highest",
        experience=12,
        last_course_on="2023",
    )
    upload_id, _ = shown(results_scene, ANNA, listed(told))

    confirms(results_scene, ANNA, upload_id)

    (member,) = kept(results_scene, results_scene.district.school.id)
    assert (member.post, member.subjects) == ("учитель", ["math"])
    assert (member.category, member.category_until, member.applied_for) == (
        "first",
        "2027-05-01",
        "highest",
    )
    assert (member.experience, member.last_course_on) == (12, "2023")
    acts = results_scene.session.scalars(select(AuditRecord.action)).all()
    assert "upload_staff" in acts


def test_a_newer_list_takes_the_place_of_the_one_before(results_scene: Scene) -> None:
    school = results_scene.district.school.id
    first, _ = shown(results_scene, ANNA, listed(row(), row(), row()))
    confirms(results_scene, ANNA, first)
    sent_at = results_scene.now
    results_scene.passes(days=30)

    second, preview = shown(results_scene, ANNA, listed(row(category="highest")))
    assert preview.schools[0].replaced_at == sent_at
    confirms(results_scene, ANNA, second)

    assert [one.category for one in kept(results_scene, school)] == ["highest"]
    assert len(results_scene.session.scalars(select(StaffMember)).all()) == 1
    lists = results_scene.session.scalars(select(StaffList).order_by(StaffList.id)).all()
    assert [one.replaced_at is None for one in lists] == [False, True]


def test_a_list_of_several_schools_goes_to_each(results_scene: Scene) -> None:
    parsed = listed(row(), row("106"), row("СОШ № 106"), row(SMALL))

    upload_id, preview = shown(results_scene, OLGA, parsed)
    confirms(results_scene, OLGA, upload_id)

    assert {(one.name, one.people) for one in preview.schools} == {
        ("МБОУ СОШ № 106", 3),
        (SMALL, 1),
    }
    assert len(kept(results_scene, results_scene.district.small_school.id)) == 1


def test_rows_of_other_schools_are_left_out_and_named(results_scene: Scene) -> None:
    upload_id, preview = shown(results_scene, ANNA, listed(row(), row(SMALL), row("Гимназия № 2")))
    assert (preview.people, preview.foreign) == (1, (SMALL, "Гимназия № 2"))

    confirms(results_scene, ANNA, upload_id)

    assert kept(results_scene, results_scene.district.small_school.id) == []


def test_a_list_without_a_school_is_of_the_only_one_its_sender_has(results_scene: Scene) -> None:
    _id, preview = shown(results_scene, ANNA, listed(row(None), row(None)))
    assert [one.people for one in preview.schools] == [2]

    _id, notice = reads(results_scene, OLGA, listed(row(None)))
    assert isinstance(notice, PageFileTurnedDown)
    assert (notice.code, notice.params["schools"]) == ("foreign", 0)


def test_a_file_for_the_other_purpose_is_told_so(results_scene: Scene) -> None:
    _id, staff = reads(results_scene, ANNA, listed(row()), Purpose.RESULTS)
    _id, results = reads(results_scene, ANNA, read_here(MATH), Purpose.STAFF)

    assert isinstance(staff, FileMisplaced)
    assert (staff.awaited, staff.kind, staff.people) == (Purpose.RESULTS, "staff", 1)
    assert isinstance(results, FileMisplaced)
    assert (results.awaited, results.kind) == (Purpose.STAFF, "vpr_individual")


def test_only_the_sender_decides_and_only_once(results_scene: Scene) -> None:
    upload_id, _ = shown(results_scene, ANNA, listed(row()))
    for account in (OLGA, MARINA):
        with pytest.raises(NotFound):
            confirms(results_scene, account, upload_id)

    confirms(results_scene, ANNA, upload_id)
    with pytest.raises(UploadDecided):
        confirms(results_scene, ANNA, upload_id)


def test_a_button_of_staff_loads_no_results(results_scene: Scene) -> None:
    upload_id, _ = reads(results_scene, ANNA, read_here(MATH), Purpose.RESULTS)

    with pytest.raises(NotFound):
        confirms(results_scene, ANNA, upload_id)


def test_a_role_lost_before_the_word_stores_nothing(results_scene: Scene) -> None:
    upload_id, _ = shown(results_scene, ANNA, listed(row()))
    person_id = results_scene.session.get_one(Upload, upload_id).person_id
    results_scene.session.execute(
        delete(RoleAssignment).where(RoleAssignment.person_id == person_id)
    )

    with pytest.raises(Forbidden):
        confirms(results_scene, ANNA, upload_id)
    assert results_scene.session.scalars(select(StaffMember)).all() == []
