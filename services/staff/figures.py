"""What is told of the staff of a municipality and of each of its schools, decided together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.models.staff import StaffMember
from services import disclosure
from services.staff.publishing import Counts, Detail, Published, publish, told
from services.staff.tables import SORTED_BY, Table, by_subject, counted

TEACHES = Table("teaches", ("yes", "no"))
Members = Mapping[int, Sequence[StaffMember]]
Shown = dict[tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class Figure:
    """One table of several schools with what may be told of it."""

    table: Table
    counts: Mapping[int, Counts]
    published: Published[int]

    def detail(self, school_id: int | None) -> Detail:
        """How finely it is told of a school, or (None) of all together."""
        if school_id is None:
            return self.published.whole
        return self.published.parts.get(school_id, Detail.NONE)

    def shown(self, school_id: int | None) -> Shown:
        """What is told of a school, or (None) of all together."""
        some = self.counts if school_id is None else {school_id: self.counts.get(school_id, {})}
        total = {
            cell: sum(counts.get(cell, 0) for counts in some.values()) for cell in self.table.cells
        }
        return told(self.table, total, self.detail(school_id))


@dataclass(frozen=True, slots=True)
class Figures:
    """The tables by name, and who teaches what by subject."""

    tables: Mapping[str, Figure]
    subjects: Mapping[str, Figure]


def figures(members: Members, today: date) -> Figures:
    """The figures of schools by their members; they must be all schools that are told together."""
    tables = {}
    for name, (table, _) in SORTED_BY.items():
        counts = {key: counted(name, some, today) for key, some in members.items()}
        tables[name] = Figure(table, counts, publish(table, counts))
    return Figures(tables, _coverage(members))


def _coverage(members: Members) -> dict[str, Figure]:
    """Who teaches what: a subject is told where it could not be got from the others either."""
    each = {key: by_subject(some) for key, some in members.items()}
    whole = by_subject(member for some in members.values() for member in some)
    tellable: dict[int | None, set[str]] = {key: _tellable(each[key]) for key in members}
    tellable[None] = _tellable(whole)
    found = {}
    for subject in sorted(whole):
        counts = {key: _teaching(each[key].get(subject, 0), len(members[key])) for key in members}
        withheld = [key for key, subjects in tellable.items() if subject not in subjects]
        found[subject] = Figure(TEACHES, counts, publish(TEACHES, counts, withheld=withheld))
    return found


def _teaching(people: int, of: int) -> Counts:
    return {"yes": people, "no": of - people}


def _tellable(counts: Counts) -> set[str]:
    """The subjects of a place that are not small, nor give a small one away beside their sum."""
    return {key for key, cell in disclosure.parts(counts).items() if cell.exact}
