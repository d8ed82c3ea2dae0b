"""A table with a row per pupil and task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from services.results.header import headers, task_of
from services.results.kinds.kind import Reading
from services.results.layout import is_summary_row
from services.results.model import BadRow, Exam, Oddity, School, Task
from services.results.notes import Notes
from services.results.pupils import Pupil, Pupils
from services.results.scores import is_absent, meaning
from services.results.sheet import Block, Row, address, number, text
from services.results.tables.grades import Grades
from services.results.tables.mapping import (
    LONG_ROLES,
    ROLES,
    Mapping,
    columns_under,
    is_numeric,
    mapped,
    promising,
    questions,
)
from services.results.words import level_letter, pattern
from services.results.works import MARKS

_ROLES = (*LONG_ROLES, *ROLES)
_NEEDED = {"task", "score"}
_WHO = {"code", "number"}

Who = tuple[str, str, str]
Key = tuple[str | None, int | None]


@dataclass(slots=True)
class _Work:
    """One pupil's scores by task."""

    label: str
    variant: str
    mark: float | None
    scores: dict[str, tuple[float | None, bool]] = field(default_factory=dict)
    is_bad: bool = False


@dataclass(slots=True)
class _Stack:
    """The rows of one exam; codes of participants live only here."""

    tasks: dict[str, Task] = field(default_factory=dict)
    works: dict[Who, _Work] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes)
    bad_rows: list[BadRow] = field(default_factory=list)
    absent: set[Who] = field(default_factory=set)
    dropped: int = 0


def recognised(block: Block) -> Mapping | None:
    """The columns of a long table; None when it is none."""
    for header in headers(block):
        if not promising(header, _ROLES):
            continue
        mapping = mapped(header, _ROLES, columns_under(header))
        known = mapping.roles.keys()
        who = bool(known & _WHO) or mapping.personal
        if known >= _NEEDED and who and is_numeric(mapping.cells[mapping.roles["score"]]):
            return mapping
    return None


def read(mapping: Mapping, kind: str) -> Reading:
    """One exam per subject and grade of the table."""
    grades = Grades.of(mapping)
    stacks: dict[Key, _Stack] = {}
    for row, cells in mapping.header.block.rows(mapping.header.row + 1):
        if _is_line(mapping, cells):
            key = (_cell(mapping, cells, "subject") or None, grades.of_row(cells))
            _take(stacks.setdefault(key, _Stack()), mapping, row, cells)
    exams = tuple(_exam(kind, stack, *key) for key, stack in stacks.items())
    return Reading(
        exams,
        rows_read=sum(len(exam.pupils) for exam in exams),
        rows_dropped=sum(stack.dropped for stack in stacks.values()),
        bad_rows=tuple(_bad_rows(stacks.values())),
        questions=questions(mapping),
        personal=mapping.personal,
    )


def _is_line(mapping: Mapping, cells: Row) -> bool:
    filled = cells[mapping.roles["task"]] != "" and not is_summary_row(cells)
    return filled and cells[mapping.roles["score"]] != mapping.header.cells[mapping.roles["score"]]


def _take(stack: _Stack, mapping: Mapping, row: int, cells: Row) -> None:
    who = _who(mapping, cells)
    at = mapping.roles["score"]
    if is_absent(cells[at]):
        stack.absent.add(who)
        return
    task = _task(stack, mapping, cells)
    value, skipped, problem = meaning(cells[at], task.max)
    work = stack.works.setdefault(who, _new(mapping, cells))
    if problem is None and task.code in work.scores:
        if work.scores[task.code] == (value, skipped):
            stack.notes.add("duplicate_row", address(row, at))
            stack.dropped += 1
            return
        problem = "duplicate_code"
    if problem is not None:
        work.is_bad = True
        params = {"task": task.code, "max": task.max}
        if number(cells[at]) is not None:
            params["value"] = text(cells[at])
        oddity = Oddity(problem, address(row, at), params)
        stack.bad_rows.append(BadRow(mapping.header.block.sheet.name, row + 1, oddity))
        return
    work.scores[task.code] = (value, skipped)


def _who(mapping: Mapping, cells: Row) -> Who:
    code = _cell(mapping, cells, "code") or _cell(mapping, cells, "number")
    if not code and mapping.personal:
        code = str(hash(tuple(cells[index] for index in _unread(mapping))))
    return _cell(mapping, cells, "school"), _cell(mapping, cells, "class"), code


def _unread(mapping: Mapping) -> Iterator[int]:
    # Who it is only tells rows of one pupil from those of another, and is forgotten at once.
    known = set(mapping.roles.values()) | set(mapping.unsure)
    return (index for index in range(len(mapping.header.cells)) if index not in known)


def _task(stack: _Stack, mapping: Mapping, cells: Row) -> Task:
    cell = cells[mapping.roles["task"]]
    named = task_of(cell) or Task(text(cell), 0.0)
    if named.code not in stack.tasks:
        most = number(_cell(mapping, cells, "max")) or named.max
        level = level_letter(_cell(mapping, cells, "level"))
        skill = _cell(mapping, cells, "skill") or None
        stack.tasks[named.code] = Task(named.code, most, level, skill)
    return stack.tasks[named.code]


def _new(mapping: Mapping, cells: Row) -> _Work:
    label = _cell(mapping, cells, "class")
    variant = _cell(mapping, cells, "variant")
    mark = number(_cell(mapping, cells, "mark"))
    return _Work(label, variant if variant.isdecimal() else "", mark)


def _exam(kind: str, stack: _Stack, subject: str | None, grade: int | None) -> Exam:
    whole = {who: work for who, work in stack.works.items() if not work.is_bad}
    tasks = tuple(_with_maximum(stack, task, list(whole.values())) for task in stack.tasks.values())
    names = [school for school, _label, _code in whole if school]
    if stack.absent:
        stack.notes.add("absent", count=len(stack.absent))
    return Exam(
        kind=kind,
        exam=None,
        year=None,
        subject=subject,
        grade=grade,
        date=None,
        max_score=sum(task.max for task in tasks) or None,
        tasks=tasks,
        pupils=Pupils.of((_pupil(who, work, tasks) for who, work in whole.items()), len(tasks)),
        schools=tuple(_school(name, names.count(name)) for name in dict.fromkeys(names)),
        absent=len(stack.absent),
        warnings=stack.notes.all(),
    )


def _with_maximum(stack: _Stack, task: Task, works: list[_Work]) -> Task:
    if task.max:
        return task
    stack.notes.add("maximum_guessed", tasks=[task.code])
    found = (work.scores.get(task.code, (0.0, False))[0] for work in works)
    return replace(task, max=max((score or 0.0 for score in found), default=0.0) or 1.0)


def _pupil(who: Who, work: _Work, tasks: tuple[Task, ...]) -> Pupil:
    school, label, _code = who
    scores = [work.scores.get(task.code, (None, False)) for task in tasks]
    mark = int(work.mark) if work.mark in MARKS and work.mark is not None else None
    return Pupil(
        school=_school(school, 0).key,
        class_label=label if label and pattern("class_label").match(label) else None,
        variant=work.variant or None,
        scores=tuple(score for score, _skipped in scores),
        not_attempted=tuple(skipped for _score, skipped in scores),
        total=sum(score for score, _skipped in scores if score is not None),
        mark=mark,
    )


def _school(name: str, works: int) -> School:
    found = pattern("login").search(name)
    login = found["login"].lower() if found else None
    return School(login, pattern("login").sub("", name).strip(), None, None, works)


def _bad_rows(stacks: Iterable[_Stack]) -> Iterator[BadRow]:
    for place, stack in enumerate(stacks):
        yield from (replace(bad, exam=place) for bad in stack.bad_rows)


def _cell(mapping: Mapping, cells: Row, role: str) -> str:
    at = mapping.roles.get(role)
    return text(cells[at]) if at is not None else ""
