"""Mistakes that are seen in the rows of a form, all of them at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from services.forms.problems import FormProblem
from services.forms.types import IGNORED, KINDS, NOT_CARRIED, PRELOADS, SILENT, usual_name
from services.forms.workbook import Row, Workbook

_SELECT = re.compile(
    r"(?P<command>select_one|select one|select one from|select1|select_multiple|select multiple"
    r"|select all that apply|select all that apply from|rank|select_one_external"
    r"|select_one_from_file|select_multiple_from_file) (?P<list>\S+)"
    r"(?: (?:or_other|or specify other|or other))?"
)
_CONTROL = re.compile(r"(?:begin|end)[ _](?:group|repeat|lgroup|looped group)")
_LOOP = re.compile(r"(?:begin|end)[ _]loop.*")
_EXTERNAL = re.compile(r"select_one_external|_from_file|\$\{")
_SETTINGS = {"form_title", "form_id", "set form title", "set form id", "prefix"}
_OTHER_TYPES = {"calculate", "hidden", *_SETTINGS}


@dataclass(frozen=True, slots=True)
class Sheets:
    """What the rows are checked against: names of questions and columns of lists."""

    names: frozenset[str]
    lists: dict[str, frozenset[str]]


def sheets_of(workbook: Workbook) -> Sheets:
    """Return the names the form defines, those pyxform will add included."""
    names = {row.get("name", "value", "tag")[1] for row in workbook.survey}
    for row in workbook.survey:
        name = row.get("name")[1]
        if "other" in row.get("type")[1].partition(" ")[2]:
            names.add(f"{name}_other")
        if row.get("repeat_count", "jr:count")[1]:
            names.add(f"{name}_count")
    lists: dict[str, set[str]] = {}
    for row in workbook.choices:
        columns = lists.setdefault(row.get("list_name", "list")[1], set())
        columns.update(row.cells)
    return Sheets(
        frozenset(names - {""}), {name: frozenset(columns) for name, columns in lists.items()}
    )


def row_problems(workbook: Workbook, sheets: Sheets) -> Iterator[FormProblem]:
    """Yield mistakes in types, lists and names."""
    for row in workbook.survey:
        if kind := row.get("type", "command")[1]:
            yield from _type_problems(row, kind, sheets)
        yield from _name_problems(row, kind)
    yield from _duplicates(workbook)
    yield from _choice_problems(workbook)


def list_of(row: Row) -> str | None:
    """Return the name of the list a row chooses from."""
    match = _SELECT.fullmatch(row.get("type", "command")[1])
    return match["list"] if match else None


def asks(row: Row) -> bool:
    """Return whether the row asks something: neither a group nor a note nor a hidden value."""
    kind = row.get("type", "command")[1]
    if row.get("calculation", "calculate")[1] or kind == "note":
        return False
    return bool(_SELECT.fullmatch(kind)) or usual_name(kind) in KINDS


def _type_problems(row: Row, kind: str, sheets: Sheets) -> Iterator[FormProblem]:
    if kind in NOT_CARRIED or _LOOP.fullmatch(kind) or _EXTERNAL.search(kind):
        yield _problem(row, "type", f"A chat cannot carry {kind!r}", "not_carried", type=kind)
    elif match := _SELECT.fullmatch(kind):
        if match["list"] not in sheets.lists:
            yield _problem(
                row, "type", f"There is no list {match['list']!r}", "no_list", list=match["list"]
            )
    elif not _CONTROL.fullmatch(kind) and not _known(kind):
        yield _problem(row, "type", f"Unknown question type {kind!r}", "unknown_type", type=kind)


def _name_problems(row: Row, kind: str) -> Iterator[FormProblem]:
    from pyxform.parsing.expression import is_xml_tag

    name = row.get("name", "value", "tag")[1]
    if kind.startswith("end") or kind in {"note", "audit", *_SETTINGS}:
        return
    if kind and not name:
        yield _problem(row, "name", "There is no name", "no_name")
    elif name and not is_xml_tag(name):
        sentence = f"{name!r} is no name: begin with a letter, no spaces"
        yield _problem(row, "name", sentence, "bad_name", name=name)


def _known(kind: str) -> bool:
    plain = {*PRELOADS, *SILENT, *IGNORED, *_OTHER_TYPES}
    return kind in plain or usual_name(kind) in {*KINDS, "calculate"} or kind.startswith("uri:")


def _duplicates(workbook: Workbook) -> Iterator[FormProblem]:
    """Names must differ within their group."""
    groups: list[set[str]] = [set()]
    for row in workbook.survey:
        kind, name = row.get("type", "command")[1], row.get("name")[1]
        if kind.startswith("end") and _CONTROL.fullmatch(kind):
            groups = groups[:-1] or [set()]
            continue
        if name and name in groups[-1]:
            yield _problem(row, "name", f"The name {name!r} is used twice", "twice", name=name)
        groups[-1].add(name)
        if _CONTROL.fullmatch(kind):
            groups.append(set())


def _choice_problems(workbook: Workbook) -> Iterator[FormProblem]:
    seen: set[tuple[str, str]] = set()
    for row in workbook.choices:
        column, name = row.get("name", "value")
        pair = (row.get("list_name", "list")[1], name)
        if row.cells and not name:
            yield _problem(row, "name", "A choice has no name", "no_name", sheet="choices")
        elif name and pair in seen:
            yield _problem(
                row, column, f"The choice {name!r} is there twice", "twice", "choices", name=name
            )
        seen.add(pair)


def _problem(
    row: Row, column: str, message: str, code: str, sheet: str = "survey", **params: str
) -> FormProblem:
    return FormProblem(sheet, row.number, column, message, code, params)
