"""The named fields that templates of papers may use."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from services.papers.told import PaperKind

TABLE = Path(__file__).with_name("fields.toml")
NEAR = 0.6
"""How like two names must be for one to be suggested for the other."""


@dataclass(frozen=True, slots=True)
class Fields:
    """`names` by paper, `rows` by loop, and per paper the groups of which one must be used."""

    names: dict[str, frozenset[PaperKind]]
    rows: dict[str, tuple[str, ...]]
    important: dict[PaperKind, tuple[tuple[str, ...], ...]]

    def all_names(self) -> frozenset[str]:
        """Everything that can be named: fields, and fields of rows as "areas.skill"."""
        of_rows = (f"{loop}.{name}" for loop, names in self.rows.items() for name in names)
        return frozenset((*self.names, *of_rows))

    def kinds_of(self, name: str) -> frozenset[PaperKind]:
        """The papers a field belongs to; a row's field to those of its loop."""
        return self.names.get(name.partition(".")[0], frozenset())

    def of(self, kind: PaperKind) -> tuple[str, ...]:
        """The fields of one paper, in the order of the table, rows after their loop."""
        found: list[str] = []
        for name, kinds in self.names.items():
            if kind in kinds:
                found += [name, *(f"{name}.{one}" for one in self.rows.get(name, ()))]
        return tuple(found)

    def lacking(self, used: frozenset[str], kind: PaperKind) -> tuple[str, ...]:
        """The first field of every important group none of which is used."""
        return tuple(
            group[0] for group in self.important[kind] if not any(one in used for one in group)
        )


@cache
def fields() -> Fields:
    """The table of fields."""
    with TABLE.open("rb") as file:
        table = tomllib.load(file)
    return Fields(
        {name: frozenset(map(PaperKind, kinds)) for name, kinds in table["fields"].items()},
        {name: tuple(rows) for name, rows in table["of"].items()},
        {
            PaperKind(kind): tuple(tuple(group) for group in groups)
            for kind, groups in table["important"].items()
        },
    )


def nearest(name: str) -> str | None:
    """The known field a wrong name is most like."""
    known = fields().all_names()
    loop, dot, _ = name.partition(".")
    pool = [one for one in known if one.startswith(f"{loop}.")] if dot else sorted(known)
    return next(iter(difflib.get_close_matches(name, sorted(pool or known), 1, NEAR)), None)
