"""Reading a table with one work per row, whatever report it stands in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

from services.results.layout import Layout, SchoolTally
from services.results.model import BadRow, Oddity, Task
from services.results.notes import Notes
from services.results.pupils import Pupil, PupilsWriter
from services.results.scores import ScoreReader, Scores, is_absent
from services.results.sheet import Row, address, number, text
from services.results.words import pattern, phrases, plain

MARKS = (2, 3, 4, 5)


@dataclass(slots=True)
class Works:
    """Works read so far; codes of participants live only here.

    `home` is the school of rows that name none, `label` their class.
    """

    layout: Layout
    home: str = ""
    label: str = ""
    notes: Notes = field(default_factory=Notes)
    pupils: PupilsWriter = field(init=False)
    bad_rows: list[BadRow] = field(default_factory=list)
    schools: dict[str, SchoolTally] = field(default_factory=dict)
    absent: int = 0
    dropped: int = 0
    maximum: float | None = None
    grades: set[str] = field(default_factory=set)
    _seen: defaultdict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    _named: dict[tuple[str, str], SchoolTally] = field(default_factory=dict)
    _current: str = ""
    _reader: ScoreReader = field(init=False)

    def __post_init__(self) -> None:
        unsaved = self.layout.header.block.sheet.unsaved
        self._reader = ScoreReader(self.layout.tasks, unsaved, self.layout.signed)
        self.pupils = PupilsWriter(len(self.layout.tasks))

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
            self.notes.add("no_scores", address(row, layout.anchor))
            self.dropped += 1
            return
        twin = self._twin(row, cells, tally)
        if twin == "same":
            self.notes.add("duplicate_row", address(row, layout.anchor))
            self.dropped += 1
            return
        tally.actual += 1
        problem = scores.problem
        if twin and not problem:
            problem = Oddity("duplicate_code", address(row, layout.anchor))
        if problem:
            sheet = layout.header.block.sheet.name
            self.bad_rows.append(BadRow(sheet, row + 1, problem))
            return
        self._note_empty(row, cells, scores)
        self.pupils.add(self._pupil(row, cells, scores, tally))

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
        counts = self.pupils.done().counts(place)
        return max((score or 0.0 for score, _skipped in counts), default=0.0) or 1.0

    def _says_absent(self, cells: Row, scores: Scores) -> bool:
        layout = self.layout
        told = [column.index for column in layout.tasks] if scores.blank else []
        for index in (layout.variant, layout.mark, *told):
            if index is not None and is_absent(cells[index]):
                return True
        return False

    def _row_school(self, cells: Row) -> SchoolTally:
        name = _cell(cells, self.layout.school_name) or _cell(cells, self.layout.school)
        if not name:
            return self._school(self._current or self.home)
        tally = self._school(name, _cell(cells, self.layout.school))
        tally.municipality = tally.municipality or _cell(cells, self.layout.municipality) or None
        return tally

    def _school(self, name: str, login_cell: str = "") -> SchoolTally:
        named = (name, login_cell)
        if named not in self._named:
            found = pattern("login").search(login_cell) or pattern("login").search(name)
            login = found["login"].lower() if found else None
            short = pattern("login").sub("", name).strip()
            self._named[named] = self.schools.setdefault(login or short, SchoolTally(login, short))
        return self._named[named]

    def _twin(self, row: int, cells: Row, tally: SchoolTally) -> str | None:
        """Whether the school already has the code, with the "same" row or an "other" one."""
        if self.layout.code is None:
            return None
        code = _cell(cells, self.layout.code)
        if not code:
            self.notes.add("no_code", address(row, self.layout.code))
            return None
        self.grades.add(code[0])
        trace = hash(tuple(cells))
        group = tally.login or tally.name
        if self.layout.codes_by_class:
            group += f" {_cell(cells, self.layout.class_label)}"
        seen = self._seen[group].setdefault(code, trace)
        if seen is trace:
            return None
        return "same" if seen == trace else "other"

    def _note_empty(self, row: int, cells: Row, scores: Scores) -> None:
        if scores.plain:
            return
        for column, value in zip(self.layout.tasks, scores.values, strict=True):
            if value is None and _cell(cells, column.index) == "":
                self.notes.add("empty_score", address(row, column.index), task=column.task.code)

    def _pupil(self, row: int, cells: Row, scores: Scores, tally: SchoolTally) -> Pupil:
        layout = self.layout
        self._check_total(row, cells, scores)
        label = _cell(cells, layout.class_label) or self.label
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


def _cell(cells: Row, index: int | None) -> str:
    return text(cells[index]) if index is not None else ""
