"""The calendar's rules: days, who has sent, who is reminded, who may change what."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.models.expected_studies import ExpectedSchool, ExpectedStudy
from db.models.jobs import Job, JobStatus
from db.models.people import Person
from db.models.results import Study
from db.models.scopes import ScopeLevel
from services import expected_studies
from services.access import Role
from services.errors import Forbidden, NotFound
from services.expected_studies import DueDayPassed, NoSchoolChosen, Wish
from services.expected_studies.days import after_day, allowed_at, before_day, due_days
from services.expected_studies.notices import NobodyToRemind, ResultsAwaited, ResultsMissing
from services.expected_studies.sending import plain
from services.forms.check import check_file
from services.jobs import KINDS
from services.notices import Notice
from services.people import privacy
from services.scopes import Place, add_scope
from services.work import Work
from services.working_time import calendar_of, school_year
from tests.services.forms.at_hand import SHIPPED
from tests.services.scene import Scene, scene

TIMES = calendar_of({})
NOW = datetime(2027, 4, 1, 6, tzinfo=UTC)
DUE = date(2027, 5, 20)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 1))


def vpr(**more: Any) -> Wish:
    values = {"exam": "vpr", "name": "", "subject": "math", "grades": (6,), "due_on": DUE, **more}
    return Wish(**values)


@dataclass
class Office:
    """The district with its methodologist, an administrator, and everything they were told."""

    scene: Scene
    olga: int
    anna: int
    now: datetime = NOW

    def __post_init__(self) -> None:
        self.told: list[tuple[datetime, Any, Notice]] = []

    @contextmanager
    def work(self, account: int | None = None) -> Iterator[Work]:
        one = self.scene.work(account or self.olga, now=self.now)
        yield one
        self.scene.session.flush()
        self.told += [(self.now, post.to, post.notice) for post in one.posts]

    def plans(self, wish: Wish | None = None, account: int | None = None, **more: Any) -> Any:
        scope = more.pop("scope", self.scene.district.municipality.id)
        with self.work(account) as work:
            return expected_studies.add(work, scope, wish or vpr(), **more)

    def sends(self, place: Place, **more: Any) -> None:
        values = {
            "exam": "ВПР",
            "occasion": "",
            "year": 2027,
            "subject": "math",
            "grade": 6,
            "updated_at": self.now,
            **more,
        }
        self.scene.session.add(
            Study(scope_id=place.id, data={"parts": []}, upload_ids=[], **values)
        )
        self.scene.session.flush()

    def passes(self, until: datetime) -> None:
        """Do all that is planned until a moment, each at its time."""
        session = self.scene.session
        waiting = select(Job).where(Job.status == JobStatus.WAITING).order_by(Job.due_at)
        while True:
            session.flush()
            job = session.scalars(waiting.where(Job.due_at <= until)).first()
            if job is None:
                break
            self.now = max(self.now, job.due_at)
            job.status = JobStatus.DONE
            session.flush()
            with self.work() as work:
                KINDS[job.kind].apply(work, dict(job.params), None)
        self.now = until

    def heard(self, kind: type[Notice]) -> list[Any]:
        return [notice for _, _, notice in self.told if isinstance(notice, kind)]


@pytest.fixture
def office() -> Iterator[Office]:
    with scene() as one:
        olga = one.enters("Ольга Ивановна", Role.METHODOLOGIST, one.district.municipality)
        anna = one.enters("Анна Викторовна", Role.ADMINISTRATOR, one.district.school)
        yield Office(one, olga, anna)


@pytest.mark.parametrize("name", ["expected_study", "due_day"])
def test_the_linter_has_nothing_to_say_of_the_forms(name: str) -> None:
    report = check_file(SHIPPED / f"{name}.md")
    assert (report.errors, report.warnings) == ((), ())
    assert report.languages == ("ru", "en")
    assert report.minutes <= 2


@given(DAYS)
def test_reminders_stand_on_working_days_around_the_due_day(due_on: date) -> None:
    before, after = before_day(TIMES, due_on), after_day(TIMES, due_on)
    assert before < due_on < after
    assert TIMES.works(before)
    assert TIMES.works(after)
    between = [before + timedelta(days=one) for one in range((due_on - before).days)]
    assert sum(TIMES.works(day) for day in between) == 2
    nearer = [due_on + timedelta(days=one) for one in range(1, (after - due_on).days)]
    assert not any(TIMES.works(day) for day in nearer)


@given(st.integers(0, 2 * 365 * 24 * 60))
def test_schools_are_written_to_after_lessons_of_working_days_only(minutes: int) -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    at = allowed_at(TIMES, moment)
    local = at.astimezone(TIMES.zone)
    assert at >= moment
    assert TIMES.works(local.date())
    assert time(15, 10) <= local.time() < time(19)
    assert allowed_at(TIMES, at) == at


@given(DAYS, st.lists(DAYS, max_size=3))
def test_the_offered_days_lie_ahead_in_order_and_are_few(today: date, used: list[date]) -> None:
    offered = due_days(TIMES, today, used)
    assert list(offered) == sorted(set(offered))
    assert 3 <= len(offered) <= 6
    assert all(day >= today for day in offered)
    assert {day for day in used if day >= today} <= set(offered)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Контрольный срез, апрель", "контрольный срез (Апрель)"),
        ("Входной  контроль", "входной контроль."),
        ("Тёмный лес", "темный лес"),
    ],
)
def test_one_name_is_known_in_other_signs(one: str, other: str) -> None:
    assert plain(one) == plain(other)


def test_a_school_year_begins_in_september() -> None:
    assert school_year(date(2027, 8, 31)) == 2026
    assert school_year(date(2027, 9, 1)) == 2027


@pytest.mark.parametrize(
    ("more", "sent"),
    [
        ({}, 1),
        ({"year": 2026}, 0),
        ({"grade": 7}, 0),
        ({"subject": "russian"}, 0),
        ({"exam": "ОГЭ"}, 0),
        ({"exam": "", "occasion": "ВПР"}, 0),
    ],
)
def test_only_the_study_itself_counts_as_sent(
    office: Office, more: dict[str, Any], sent: int
) -> None:
    added = office.plans()
    office.sends(office.scene.district.school, **more)
    with office.work() as work:
        assert expected_studies.shown(work, added.first).brief.sent == sent


@pytest.mark.parametrize(
    ("year", "at", "sent"),
    [
        (2026, datetime(2026, 12, 20, tzinfo=UTC), True),
        (2027, datetime(2027, 1, 12, tzinfo=UTC), True),
        (2026, datetime(2026, 5, 20, tzinfo=UTC), False),
        (2025, datetime(2026, 12, 20, tzinfo=UTC), False),
    ],
)
def test_an_own_study_of_the_winter_may_be_called_by_either_year(
    office: Office, year: int, at: datetime, sent: bool
) -> None:
    office.now = datetime(2026, 12, 1, 6, tzinfo=UTC)
    wish = vpr(exam="", name="Зимний срез", due_on=date(2027, 1, 15))
    added = office.plans(wish)
    school = office.scene.district.school
    office.sends(school, exam="", occasion="зимний срез", year=year, updated_at=at)
    with office.work() as work:
        assert bool(expected_studies.shown(work, added.first).brief.sent) is sent


def test_all_schools_of_the_place_are_asked_unless_some_are_chosen(office: Office) -> None:
    small = office.scene.district.small_school
    whole, part = office.plans(), office.plans(vpr(grades=(7,)), school_ids=[small.id])
    assert (whole.schools, whole.all_schools) == (2, True)
    assert (part.schools, part.all_schools) == (1, False)
    with pytest.raises(NoSchoolChosen):
        office.plans(vpr(grades=(8,)), school_ids=[10**6])


def test_a_school_that_was_left_out_can_be_asked_later(office: Office) -> None:
    small = office.scene.district.small_school
    office.plans(school_ids=[small.id])
    again = office.plans()
    assert len(again.titles) == 1
    schools = office.scene.session.scalars(
        select(ExpectedSchool.scope_id).where(ExpectedSchool.expected_id == again.first)
    ).all()
    assert schools == [office.scene.district.school.id]


@pytest.mark.parametrize(
    "wish",
    [
        vpr(exam="pisa"),
        vpr(exam=""),
        vpr(exam="", name="x" * 61),
        vpr(grades=()),
        vpr(grades=(12,)),
        vpr(subject=""),
    ],
)
def test_what_no_form_would_give_is_not_found(office: Office, wish: Wish) -> None:
    with pytest.raises(NotFound):
        office.plans(wish)


@pytest.mark.parametrize("due_on", [date(2027, 3, 31), date(2029, 5, 20)])
def test_a_day_gone_by_or_years_away_is_refused(office: Office, due_on: date) -> None:
    with pytest.raises(DueDayPassed):
        office.plans(vpr(due_on=due_on))


def test_an_administrator_changes_only_what_the_school_ordered(office: Office) -> None:
    school = office.scene.district.school
    ordered = office.plans().first
    own = office.plans(vpr(exam="", name="Срез"), office.anna, scope=school.id).first
    with office.work(office.anna) as work:
        expected_studies.move(work, own, date(2027, 5, 25))
        expected_studies.cancel(work, own)
        with pytest.raises(Forbidden):
            expected_studies.move(work, ordered, date(2027, 5, 25))
        with pytest.raises(Forbidden):
            expected_studies.cancel(work, ordered)
        with pytest.raises(Forbidden):
            expected_studies.excuse(work, ordered, office.scene.district.small_school.id)
        with pytest.raises(Forbidden):
            expected_studies.add(work, office.scene.district.municipality.id, vpr())
        with pytest.raises(Forbidden):
            expected_studies.overview(work, office.scene.district.small_school.id)


def test_a_cancelled_study_cannot_be_moved_and_reminds_nobody(office: Office) -> None:
    added = office.plans()
    with office.work() as work:
        expected_studies.cancel(work, added.first)
        with pytest.raises(NotFound):
            expected_studies.move(work, added.first, date(2027, 5, 25))
    office.passes(datetime(2027, 7, 1, tzinfo=UTC))
    assert office.told == []


def test_what_is_put_back_reminds_again(office: Office) -> None:
    added = office.plans()
    with office.work() as work:
        expected_studies.cancel(work, added.first)
        expected_studies.restore(work, added.first)
    office.passes(datetime(2027, 7, 1, tzinfo=UTC))
    assert len(office.heard(ResultsAwaited)) == 2


MOVES = st.lists(st.tuples(st.integers(0, 70), st.integers(0, 60)), max_size=6)


@settings(max_examples=20, deadline=None)
@given(MOVES)
def test_no_school_is_reminded_more_than_twice_however_the_day_moves(
    moves: list[tuple[int, int]],
) -> None:
    with scene() as one:
        olga = one.enters("Ольга Ивановна", Role.METHODOLOGIST, one.district.municipality)
        anna = one.enters("Анна Викторовна", Role.ADMINISTRATOR, one.district.school)
        office = Office(one, olga, anna)
        added = office.plans()
        for waited, ahead in sorted(moves):
            office.passes(max(office.now, NOW + timedelta(days=waited)))
            with office.work() as work:
                day = (office.now + timedelta(days=ahead + 1)).date()
                expected_studies.move(work, added.first, day)
        office.passes(office.now + timedelta(days=120))

        reminded = [(at, notice) for at, _, notice in office.told if is_reminder(notice)]
        assert 1 <= len(reminded) <= 2
        for at, _ in reminded:
            assert allowed_at(TIMES, at) == at


def is_reminder(notice: Notice) -> bool:
    return isinstance(notice, ResultsAwaited)


def test_results_that_come_between_stop_the_second_reminder(office: Office) -> None:
    office.plans()
    office.passes(datetime(2027, 5, 19, tzinfo=UTC))
    office.sends(office.scene.district.school)
    office.passes(datetime(2027, 7, 1, tzinfo=UTC))
    assert len(office.heard(ResultsAwaited)) == 1
    (missing,) = office.heard(ResultsMissing)
    assert missing.studies[0].schools == ("МБОУ «Енкаевская ООШ»",)


def test_an_administrator_who_blocked_the_bot_is_called(office: Office) -> None:
    office.plans()
    session = office.scene.session
    session.scalars(select(Person).where(Person.account == office.anna)).one().blocked_at = NOW
    office.passes(datetime(2027, 5, 19, tzinfo=UTC))
    (told,) = office.heard(NobodyToRemind)
    assert [one.school for one in told.schools] == ["МБОУ «Енкаевская ООШ»", "МБОУ СОШ № 106"]
    assert told.schools[1].name == "Анна Викторовна"


def test_a_schools_own_study_is_no_business_of_the_methodologist(office: Office) -> None:
    school = office.scene.district.school
    office.plans(vpr(exam="", name="Срез"), office.anna, scope=school.id)
    office.passes(datetime(2027, 7, 1, tzinfo=UTC))
    assert len(office.heard(ResultsAwaited)) == 2
    assert office.heard(ResultsMissing) == []
    assert office.heard(NobodyToRemind) == []


def test_a_region_hears_of_its_own_studies_and_its_municipalities_of_theirs(
    office: Office,
) -> None:
    region = office.scene.district.region
    inna = office.scene.enters("Инна", Role.METHODOLOGIST, region)
    other = add_scope(
        office.scene.session, ScopeLevel.MUNICIPALITY, "Сасовский район", parent=region
    )
    add_scope(office.scene.session, ScopeLevel.SCHOOL, "СОШ № 3", parent=other)
    added = office.plans(vpr(), inna, scope=region.id)
    assert added.schools == 3
    with office.work() as work:
        assert expected_studies.shown(work, added.first).brief.total == 2
        assert not expected_studies.shown(work, added.first).edits
    office.passes(datetime(2027, 5, 19, tzinfo=UTC))
    # The other municipality has nobody: its schools are the region's to call.
    told = office.heard(NobodyToRemind)
    assert [[one.school for one in notice.schools] for notice in told] == [
        ["МБОУ «Енкаевская ООШ»"],
        ["СОШ № 3"],
    ]


def test_the_names_of_own_studies_that_are_waited_for_are_known(office: Office) -> None:
    school = office.scene.district.school
    office.plans(vpr(exam="", name="Зимний срез"), office.anna, scope=school.id)
    office.plans(vpr(exam="", name="Диагностика"))
    with office.work(office.anna) as work:
        assert expected_studies.occasions(work) == ("Диагностика", "Зимний срез")


def test_what_a_person_planned_is_shown_to_them_and_forgotten(office: Office) -> None:
    office.plans()
    with office.work() as work:
        document = privacy.kept(work).document
        assert '"studies_planned"' in document
        assert "2027-05-20" in document
        privacy.forget(work)
    row = office.scene.session.scalars(select(ExpectedStudy)).one()
    office.scene.session.refresh(row)
    assert row.person_id is None
    assert row.cancelled_at is None
