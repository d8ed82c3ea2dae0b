"""What is counted of staff: each table shares all people out among its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from db.models.staff import StaffMember

COURSE_YEARS = 3
"""A course longer ago than that is flagged."""
UNKNOWN = "unknown"

Cells = tuple[str, ...]
Sort = Callable[[StaffMember, date], str]


@dataclass(frozen=True, slots=True)
class Table:
    """Cells that every person falls into exactly one of.

    `groups` put cells together where they are too small alone; without groups there is only the
    whole table or none.
    """

    name: str
    cells: Cells
    groups: tuple[Cells, ...] = ()


def _category(member: StaffMember, _today: date) -> str:
    known = member.category in ("highest", "first", "fitness", "none")
    return str(member.category) if known else UNKNOWN


def _ending(member: StaffMember, today: date) -> str:
    # Of a year alone the first day is taken: a category may end as early as that.
    until = _day(member.category_until, "01-01")
    return "yes" if until is not None and until <= _years_from(today, 1) else "no"


def _applied(member: StaffMember, _today: date) -> str:
    return "yes" if member.applied_for else "no"


def _experience(member: StaffMember, _today: date) -> str:
    years = member.experience
    if years is None:
        return UNKNOWN
    if years < 3:
        return "to3"
    if years < 10:
        return "to10"
    return "to20" if years <= 20 else "over20"


def _course(member: StaffMember, today: date) -> str:
    # Of a year alone the last day is taken: nobody is sent to a course too early.
    last = _day(member.last_course_on, "12-31")
    if last is None:
        return UNKNOWN
    return "fresh" if last >= _years_from(today, -COURSE_YEARS) else "old"


CATEGORY = Table(
    "category",
    ("highest", "first", "fitness", "none", UNKNOWN),
    (("highest", "first"), ("fitness", "none", UNKNOWN)),
)
ENDING = Table("ending", ("yes", "no"))
APPLIED = Table("applied", ("yes", "no"))
EXPERIENCE = Table(
    "experience",
    ("to3", "to10", "to20", "over20", UNKNOWN),
    (("to3", "to10"), ("to20", "over20", UNKNOWN)),
)
COURSE = Table("course", ("fresh", "old", UNKNOWN), (("fresh",), ("old", UNKNOWN)))
SORTED_BY: Mapping[str, tuple[Table, Sort]] = {
    table.name: (table, sort)
    for table, sort in (
        (CATEGORY, _category),
        (ENDING, _ending),
        (APPLIED, _applied),
        (EXPERIENCE, _experience),
        (COURSE, _course),
    )
}
"""Each table with the rule by which a person falls into a cell."""


def counted(name: str, members: Iterable[StaffMember], today: date) -> dict[str, int]:
    """How many people fall into each cell of a table."""
    table, sort = SORTED_BY[name]
    counts = dict.fromkeys(table.cells, 0)
    for member in members:
        counts[sort(member, today)] += 1
    return counts


def by_subject(members: Iterable[StaffMember]) -> dict[str, int]:
    """How many people teach each subject; one may teach several."""
    counts: dict[str, int] = {}
    for member in members:
        for key in dict.fromkeys(member.subjects):
            counts[key] = counts.get(key, 0) + 1
    return counts


def _day(text: str | None, rest: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(f"{text}-{rest}" if len(text) == 4 else text)
    except ValueError:
        return None


def _years_from(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
