"""The screens of the upload page keep their sizes, in both languages and at their longest."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.contact import ContactShown
from handlers.ui.screens import Screen
from handlers.ui.texts import TextLibrary
from handlers.upload_links.screens import (
    PageFileMisplaced,
    PageFileNotTaken,
    UploadLinkExpired,
    UploadLinkOffered,
    UploadLinkUsed,
    UploadPageMissing,
)
from handlers.upload_links.staff_screens import StaffListFound, StaffListStored
from services.staff import SchoolStaff, StaffOddity, StaffPreview
from services.uploads import Purpose
from tests.handlers.ui.sizes import assert_fits, assert_survives_the_outbox

LIBRARY = TextLibrary.load(Path(__file__).resolve().parents[2] / "locales")
NOW = datetime(2026, 10, 8, 9, tzinfo=UTC)
LONG = "МБОУ «Средняя общеобразовательная школа № 106 имени Героя Советского Союза»"
PREVIEW = StaffPreview(
    upload_id=2**40,
    people=480,
    schools=tuple(SchoolStaff(f"{LONG} {number}", 48, NOW) for number in range(9)),
    foreign=(LONG, LONG),
    own_only=False,
    oddities=(
        StaffOddity("category", 12, "AD1048"),
        StaffOddity("course", 7, "AE1049"),
        StaffOddity("experience", 2, "AF7"),
        StaffOddity("more", 300, None),
    ),
)
ONE = StaffPreview(1, 48, (SchoolStaff(LONG, 48, NOW),), (LONG,), True, PREVIEW.oddities)
SCREENS: tuple[Screen, ...] = (
    *(UploadLinkOffered(f"https://bot.example.ru/upload/{'x' * 38}", one, NOW) for one in Purpose),
    UploadPageMissing(ContactShown(LONG, "Ольга Ивановна Белова", "8 (49139) 5-10-00", "12")),
    UploadLinkUsed(),
    *(UploadLinkExpired(one) for one in Purpose),
    *(
        PageFileNotTaken(purpose, "foreign", None, {"schools": count, "first": LONG, "own": own})
        for purpose in Purpose
        for count in (0, 1, 3)
        for own in (True, False)
    ),
    *(PageFileNotTaken(Purpose.RESULTS, code) for code in ("damaged", "encrypted", "failed")),
    PageFileNotTaken(Purpose.RESULTS, "score_above_max", "Q31", {"value": 5, "max": 2, "task": 7}),
    PageFileMisplaced(Purpose.RESULTS, "staff", 48),
    PageFileMisplaced(Purpose.STAFF, "vpr_task_completion_by_marks", 0),
    StaffListFound(PREVIEW),
    StaffListFound(ONE),
    StaffListStored(48),
)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("screen", SCREENS, ids=lambda one: type(one).__name__)
def test_a_screen_fits_and_survives_the_outbox(screen: Screen, language: str) -> None:
    assert_fits(screen.render(LIBRARY.of(language, now=NOW)))
    assert_survives_the_outbox(screen)


def test_a_link_is_a_secret() -> None:
    assert UploadLinkOffered.secret


def test_a_cell_is_named_where_a_category_was_not_understood() -> None:
    said = StaffListFound(ONE).render(LIBRARY.of("ru", now=NOW)).text

    assert "48 человек" in said
    assert "Категорий не понято: 12 (ячейка <b>AD1048</b>)" in said
