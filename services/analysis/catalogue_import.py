"""Taking a task catalogue over: read, checked line by line, written where we look first."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from services.analysis.catalogue import COLUMNS, file_name, look_first_in
from services.results import FileRefused, parse
from services.results.model import Task
from services.results.words import level_letters

ENCODINGS = ("utf-8-sig", "cp1251")
SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a catalogue."""

    code: str
    max: float
    level: str
    skill: str
    content_element: str


class CatalogueRefused(ValueError):
    """A file that is no catalogue; the message names the line."""


def read(path: Path) -> tuple[Row, ...]:
    """The lines of a catalogue: a CSV with our columns, or a report that names the skills.

    Raises CatalogueRefused with the line that is wrong, OSError without the file.
    """
    if path.suffix.casefold() != ".csv":
        return tuple(_of_report(path))
    text = _decoded(path.read_bytes())
    separator = max(SEPARATORS, key=text.partition("\n")[0].count)
    lines = csv.DictReader(io.StringIO(text), delimiter=separator)
    missing = [name for name in COLUMNS[:4] if name not in (lines.fieldnames or ())]
    if missing:
        raise CatalogueRefused(f"line 1: no column {', '.join(missing)}")
    return _whole([_row(number, line) for number, line in enumerate(lines, 2)])


def keep(
    rows: Sequence[Row], root: Path, *, family: str, named: tuple[str, int, int | None]
) -> Path:
    """Write a catalogue under the operator's root; `named` is subject, grade, year. The path."""
    subject, grade, year = named
    path = root / family / file_name(subject, grade, year)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(
            (one.code, f"{one.max:g}", one.level, one.skill, one.content_element) for one in rows
        )
    look_first_in(root)
    return path


def _decoded(content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CatalogueRefused("neither utf-8 nor cp1251")


def _row(number: int, line: dict[str, str | None]) -> Row:
    told = {name: (line.get(name) or "").strip() for name in COLUMNS}
    try:
        most = float(told["max"].replace(",", "."))
    except ValueError:
        raise CatalogueRefused(f"line {number}: max is no number") from None
    if not told["code"] or most <= 0:
        raise CatalogueRefused(f"line {number}: a code and a max above 0 are needed")
    if told["level"] and told["level"] not in level_letters():
        letters = ", ".join(sorted(level_letters()))
        raise CatalogueRefused(f"line {number}: level is one of {letters} or empty")
    return Row(told["code"], most, told["level"], told["skill"], told["content_element"])


def _whole(rows: Sequence[Row]) -> tuple[Row, ...]:
    if not rows:
        raise CatalogueRefused("no tasks")
    codes = [one.code for one in rows]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise CatalogueRefused(f"twice: {', '.join(twice)}")
    return tuple(rows)


def _of_report(path: Path) -> Iterator[Row]:
    try:
        parsed = parse(path, name=path.name)
    except FileRefused as refused:
        raise CatalogueRefused(refused.code) from None
    tasks: tuple[Task, ...] = parsed.exams[0].tasks if parsed.exams else ()
    if not any(task.skill for task in tasks):
        raise CatalogueRefused("no report that names skills")
    for task in tasks:
        yield Row(task.code, task.max, task.level or "", task.skill or "", "")
