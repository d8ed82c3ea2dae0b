"""The calendar and the staff dashboard fit a telephone, whatever they are filled with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from handlers.expected_studies.announcing import (
    MissingInTheEvening,
    ResultsReminder,
    SchoolsToCall,
)
from handlers.expected_studies.calendar_screens import (
    CalendarShown,
    ExpectedShown,
    MissingShown,
    SchoolsShown,
)
from handlers.expected_studies.excusing_screens import NotHeldWhat, NotHeldWhere, SchoolExcused
from handlers.expected_studies.planning_screens import (
    StudiesAdded,
    StudiesCancelled,
    StudiesRestored,
    WhichGrade,
    WhichSubject,
)
from handlers.picker import Choice
from handlers.staff.file_screens import StaffNotMade, StaffPicture, StaffTable
from handlers.staff.screens import StaffSchools, StaffShown, StaffSubjects, WhichStaff
from handlers.ui.screens import Screen
from handlers.ui.texts import TextLibrary, Texts
from services.expected_studies import Added
from services.expected_studies.notices import Awaited, Missing, Unreached
from services.expected_studies.views import Brief, Overview, School, Schools, Shown
from services.staff.dashboard import Count, Dashboard, StaffOf, SubjectCount, Told
from services.staff.tables import SORTED_BY
from services.studies import Title
from services.subjects import keys
from tests.handlers.ui.sizes import assert_fits, assert_survives_the_outbox

LIBRARY = TextLibrary.load(Path(__file__).parents[2] / "locales")
NOW = datetime(2027, 4, 1, 9, tzinfo=UTC)
DUE = date(2027, 5, 20)
LONG = "МБОУ «Средняя общеобразовательная школа № 106 имени Героя Советского Союза И. И. Иванова»"
SHORT = "СОШ № 3"
OWN = Title(
    "", 2027, "world_around", 10, "Региональный мониторинг метапредметных результатов весной"
)
VPR = Title("ВПР", 2027, "math", 6)
NAMES = (LONG, SHORT)


def brief(title: Title = OWN, *, late: bool = True, **more: Any) -> Brief:
    return replace(Brief(7, title, DUE, late, 4, 26), **more)


def many(count: int, name: str) -> tuple[School, ...]:
    return tuple(School(one, f"{name} {one}", 3, 30, excused=one % 2 == 0) for one in range(count))


def overview(count: int, name: str, *, school: bool) -> Overview:
    waited = tuple(brief(id=one) for one in range(count))
    done = tuple(brief(VPR, id=one, late=False, sent=26, excused=True) for one in range(count))
    return Overview(3, name, school, waited, done, plans=True, uploads=school)


def shown(count: int, name: str, *, school: bool) -> Shown:
    return Shown(
        brief(),
        school,
        3 if school else 0,
        name,
        many(count, name),
        many(count, name),
        edits=True,
        excuses=True,
        uploads=school,
    )


def awaited(count: int) -> tuple[Awaited, ...]:
    return tuple(Awaited(one, OWN, DUE, late=one % 2 == 0) for one in range(count))


def staff(name: str, *, people: int = 1999, tables: bool = True, subjects: int = 22) -> StaffOf:
    told = tuple(
        Told(
            table.name,
            tuple(Count((cell,), 499) for cell in table.cells) if tables else (),
            grouped=False,
        )
        for table, _ in SORTED_BY.values()
    )
    taught = tuple(SubjectCount(key, 199) for key in keys()[:subjects])
    at = datetime(2025, 9, 30, 9, tzinfo=UTC)
    return StaffOf(9, name, people, at, NOW, True, told, taught, True)


def board(name: str, count: int, *, school: bool = False, **more: Any) -> Dashboard:
    return Dashboard(
        staff(name, **more),
        school,
        () if school else tuple(staff(f"{name} {one}") for one in range(count)),
        () if school else tuple(f"{name} {one}" for one in range(count)),
        uploads=True,
    )


def screens() -> list[Screen]:
    found: list[Screen] = []
    for name in NAMES:
        for count in (0, 1, 2, 7, 40):
            for school in (False, True):
                calendar = overview(count, name, school=school)
                one = shown(count, name, school=school)
                found += [
                    CalendarShown(calendar, page, done, inside)
                    for page in (0, 1, 99)
                    for done in (False, True)
                    for inside in (False, school)
                ]
                found += [ExpectedShown(one, inside=school), MissingShown(one, 1)]
                found += [NotHeldWhere(one), NotHeldWhere(one, 2), NotHeldWhat(calendar, 1)]
            found.append(SchoolsShown(Schools(name, many(count, name)), 1))
            found += [StaffShown(board(name, count)), StaffSchools(board(name, count), 1)]
            if count:
                found += [ResultsReminder(3, awaited(count), last) for last in (False, True)]
                missing = tuple(
                    Missing(one, OWN, 4, 26, tuple(f"{name} {one}" for one in range(count)))
                    for one in range(count)
                )
                found.append(MissingInTheEvening(DUE, missing))
                unreached = Unreached(
                    name, "Константин Константинович", "8 (49139) 5-10-00", awaited(3)
                )
                found.append(SchoolsToCall((unreached,) * count))
        found.append(StaffShown(board(name, 0, school=True), inside=True, home=4))
        found += [
            StaffShown(board(name, 0, school=True, tables=False, subjects=0, people=people))
            for people in (0, 4, 30)
        ]
        found += [StaffSubjects(staff(name), page) for page in (0, 1, 5)]
        found += [StaffSubjects(staff(name, subjects=0))]
        found.append(WhichStaff(tuple(Choice(one, f"{name} {one}") for one in range(25)), 1))
        found += [StaffPicture("a1", 9, name, dark) for dark in (False, True)]
        found += [StaffTable("a1", 9, name, NOW), StaffNotMade(9)]
        found.append(
            StaffShown(
                Dashboard(
                    replace(staff(name), first_sent=None, last_sent=None), False, (), (), True
                )
            )
        )
    titles = tuple(replace(OWN, grade=grade) for grade in range(1, 12))
    added = Added(1, 11, titles, titles, DUE, 300, False, False, False)
    found += [StudiesAdded(added), StudiesAdded(replace(added, titles=(), first=0, last=0))]
    found += [StudiesAdded(replace(added, known=(), of_school=True, one_grade=True))]
    found += [StudiesCancelled(1, 11, titles), StudiesRestored(1, 11, titles)]
    found += [WhichSubject(1, 11, titles, keys(), page) for page in (0, 1, 2)]
    found += [WhichGrade(1, 11, titles, tuple(range(1, 12))), WhichGrade(1, 11, titles, ())]
    found += [
        SchoolExcused(7, 3, OWN, held, more) for held in (False, True) for more in (False, True)
    ]
    return found


@pytest.fixture(params=["ru", "en"])
def texts(request: pytest.FixtureRequest) -> Texts:
    return LIBRARY.of(request.param, UTC, NOW, bot="metodbot")


def test_every_screen_fits_a_telephone(texts: Texts) -> None:
    for screen in screens():
        try:
            assert_fits(screen.render(texts))
        except Exception as error:
            raise AssertionError(f"{screen}") from error


def test_every_screen_survives_the_outbox() -> None:
    for screen in screens():
        assert_survives_the_outbox(screen)
