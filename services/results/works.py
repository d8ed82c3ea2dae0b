"""Reading a table with one work per row, whatever report it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from services.results.header import Header, TaskColumn
from services.results.model import BadRow, Oddity, Pupil, School, Task
from services.results.notes import Notes
from services.results.scores import ScoreReader, Scores, is_absent
from services.results.sheet import Cell, Row, address, number, text
from services.results.words import pattern, phrases, plain

MARKS = (2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column holds what; None where the report has no such column."""

    header: Header
    tasks: tuple[TaskColumn, ...]
    code: int
    school: int | None = None
    school_name: int | None = None
    municipality: int | None = None
    class_label: int | None = None
    variant: int | None = None
    total: int | None = None
    mark: int | None = None
    journal_mark: int | None = None


@dataclass(slots=True)
class SchoolTally:
    """A school while its rows are being counted."""

    login: str | None
    name: str
    municipality: str | None = None
    declared: int | None = None
    declared_cell: str | None = None
    actual: int = 0

    def done(self) -> School:
        """The school as the exam keeps it."""
        return School(self.login, self.name, self.municipality, self.declared, self.actual)


@dataclass(slots=True)
class Works:
    """Works read so far; codes of participants live only here."""

    layout: Layout
    notes: Notes = field(default_factory=Notes)
    pupils: list[Pupil] = field(default_factory=list)
    bad_rows: list[BadRow] = field(default_factory=list)
    schools: dict[str, SchoolTally] = field(default_factory=dict)
    absent: int = 0
    dropped: int = 0
    maximum: float | None = None
    grades: set[str] = field(default_factory=set)
    _seen: dict[tuple[str, str], int] = field(default_factory=dict)
    _current: str = ""
    _reader: ScoreReader = field(init=False)

    def __post_init__(self) -> None:
        unsaved = self.layout.header.block.sheet.unsaved
        self._reader = ScoreReader(self.layout.tasks, unsaved)

    def section(self, row: int, cells: Row) -> bool:
        """Take a line that opens a school; False when the row is something else."""
        first = next((cell for cell in cells if cell != ""), "")
        match = pattern("participants").match(first) if isinstance(first, str) else None
        if not match:
            return False
        tally = self._school(match["school"])
        tally.declared = int(match["declared"])
        tally.declared_cell = address(row, list(cells).index(first))
        self._current = tally.login or tally.name
        return True

    def add(self, row: int, cells: Row) -> None:
        """Take one row of a participant."""
        layout = self.layout
        tally = self._row_school(cells)
        scores = self._reader.read(row, cells)
        if self._says_absent(cells, scores):
            self.absent += 1
            return
        if scores.blank and scores.problem is None:
            self.notes.add("no_scores", address(row, layout.code))
            self.dropped += 1
            return
        twin = self._twin(row, cells, tally)
        if twin == "same":
            self.notes.add("duplicate_row", address(row, layout.code))
            self.dropped += 1
            return
        tally.actual += 1
        problem = scores.problem
        if twin and not problem:
            problem = Oddity("duplicate_code", address(row, layout.code))
        if problem:
            sheet = layout.header.block.sheet.name
            self.bad_rows.append(BadRow(sheet, row + 1, problem))
            return
        self._note_empty(row, cells, scores)
        self.pupils.append(self._pupil(row, cells, scores, tally))

    def finish(self) -> None:
        """Say where a school declares another number of works than it has."""
        for tally in self.schools.values():
            if tally.declared is not None and tally.declared != tally.actual:
                self.notes.add(
                    "declared_differs",
                    tally.declared_cell,
                    school=tally.name,
                    declared=tally.declared,
                    actual=tally.actual,
                )
        if self.absent:
            self.notes.add("absent", count=self.absent)

    def tasks(self) -> tuple[Task, ...]:
        """The tasks; a maximum the header does not tell is the largest score seen."""
        guessed = [column.task.code for column in self.layout.tasks if not column.task.max]
        if guessed:
            self.notes.add("maximum_guessed", tasks=guessed)
        return tuple(
            column.task if column.task.max else replace(column.task, max=self._largest(place))
            for place, column in enumerate(self.layout.tasks)
        )

    def grade_by_codes(self) -> int | None:
        """A participant's code begins with the grade; None when the codes disagree."""
        first = next(iter(self.grades), "")
        return int(first) if len(self.grades) == 1 and first.isdecimal() else None

    def _largest(self, place: int) -> float:
        return max((pupil.scores[place] or 0.0 for pupil in self.pupils), default=0.0) or 1.0

    def _says_absent(self, cells: Row, scores: Scores) -> bool:
        layout = self.layout
        told = [] if scores.plain else [column.index for column in layout.tasks]
        for index in (layout.variant, layout.mark, *told):
            if index is not None and is_absent(cells[index]):
                return True
        return False

    def _row_school(self, cells: Row) -> SchoolTally:
        name = _cell(cells, self.layout.school_name) or _cell(cells, self.layout.school)
        if not name:
            return self._school(self._current) if self._current else self._school("")
        tally = self._school(name, _cell(cells, self.layout.school))
        tally.municipality = tally.municipality or _cell(cells, self.layout.municipality) or None
        return tally

    def _school(self, name: str, login_cell: str = "") -> SchoolTally:
        found = pattern("login").search(login_cell) or pattern("login").search(name)
        login = found["login"].lower() if found else None
        short = pattern("login").sub("", name).strip()
        key = login or short
        if key not in self.schools:
            self.schools[key] = SchoolTally(login, short)
        return self.schools[key]

    def _twin(self, row: int, cells: Row, tally: SchoolTally) -> str | None:
        """Whether the school already has the code, with the "same" row or an "other" one."""
        code = _cell(cells, self.layout.code)
        if not code:
            self.notes.add("no_code", address(row, self.layout.code))
            return None
        self.grades.add(code[0])
        trace = hash(tuple(cells))
        key = (tally.login or tally.name, code)
        if key not in self._seen:
            self._seen[key] = trace
            return None
        return "same" if self._seen[key] == trace else "other"

    def _note_empty(self, row: int, cells: Row, scores: Scores) -> None:
        if scores.plain:
            return
        for column, value in zip(self.layout.tasks, scores.values, strict=True):
            if value is None and _cell(cells, column.index) == "":
                self.notes.add("empty_score", address(row, column.index), task=column.task.code)

    def _pupil(self, row: int, cells: Row, scores: Scores, tally: SchoolTally) -> Pupil:
        layout = self.layout
        self._check_total(row, cells, scores)
        label = _cell(cells, layout.class_label)
        variant = _cell(cells, layout.variant)
        return Pupil(
            school=tally.login or tally.name,
            class_label=label if pattern("class_label").match(label) and label else None,
            variant=variant if variant.isdecimal() else None,
            scores=scores.values,
            not_attempted=scores.not_attempted,
            total=scores.total,
            mark=self._mark(row, cells, layout.mark),
            journal_mark=self._mark(row, cells, layout.journal_mark),
        )

    def _check_total(self, row: int, cells: Row, scores: Scores) -> None:
        index = self.layout.total
        written = number(cells[index]) if index is not None else None
        if index is not None and written is not None and written != scores.total:
            self.notes.add(
                "total_differs", address(row, index), written=written, counted=scores.total
            )

    def _mark(self, row: int, cells: Row, index: int | None) -> int | None:
        if index is None:
            return None
        value = number(cells[index])
        if value in MARKS:
            return int(value)
        if cells[index] != "" and plain(cells[index]) not in phrases("no_mark", "values"):
            self.notes.add("unknown_mark", address(row, index))
        return None


def is_summary_row(cells: Sequence[Cell]) -> bool:
    """Whether the row sums up the rows above it."""
    first = next((cell for cell in cells if cell != ""), "")
    return plain(first) in phrases("summary_rows")


def _cell(cells: Row, index: int | None) -> str:
    return text(cells[index]) if index is not None else ""
