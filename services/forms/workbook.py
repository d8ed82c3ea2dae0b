"""Reading a form's file: sheets as rows, with guards against files that are not forms."""

import hashlib
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from services.forms.problems import FormInvalid, FormProblem

SUFFIXES = frozenset({".md", ".csv", ".xlsx", ".xlsm", ".xls"})
_MOST_BYTES = 5_000_000
_MOST_UNPACKED = 60_000_000
_FIRST_ROW = 2
_USUAL = frozenset(
    [
        "type",
        "command",
        "name",
        "value",
        "tag",
        "label",
        "hint",
        "guidance_hint",
        "list_name",
        "list",
        "relevant",
        "relevance",
        "constraint",
        "constraint_message",
        "required",
        "required_message",
        "calculation",
        "calculate",
        "default",
        "choice_filter",
        "appearance",
        "parameters",
        "repeat_count",
        "read_only",
        "readonly",
    ]
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet; `number` counts from 1 with the header."""

    number: int
    cells: dict[str, str]

    def get(self, *columns: str) -> tuple[str, str]:
        """Return the first filled column of these and its text, or two empty texts."""
        for column in columns:
            if text := self.cells.get(column):
                return column, text
        return "", ""


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a form, and the same as pyxform wants them."""

    name: str
    version: str
    survey: list[Row]
    choices: list[Row]
    raw: Any


def content_hash(data: bytes) -> str:
    """Return the short name of a content: twelve hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()[:12]


def read_workbook(path: Path) -> Workbook:
    """Return the sheets of the file; raises FormInvalid when it cannot be read as a form."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise _unreadable("unknown_format", f"Not a form: {suffix or 'no'} extension")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable("not_found", f"Cannot read the file: {error.strerror}") from error
    _guard(data, suffix)
    raw = _sheets(data, suffix)
    return Workbook(
        name=path.stem,
        version=content_hash(data),
        survey=_rows(raw.survey),
        choices=_rows(raw.choices),
        raw=raw,
    )


def _guard(data: bytes, suffix: str) -> None:
    if not data.strip():
        raise _unreadable("empty", "The file is empty")
    if len(data) > _MOST_BYTES:
        raise _unreadable("too_big", "The file is bigger than 5 MB")
    if suffix not in {".xlsx", ".xlsm"}:
        return
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise _unreadable("broken", "The file is not a spreadsheet or is damaged") from error
    if unpacked > _MOST_UNPACKED:
        raise _unreadable("too_big", "The file unpacks to more than 60 MB")


def _sheets(data: bytes, suffix: str) -> Any:
    from pyxform.errors import PyXFormError
    from pyxform.xls2json_backends import get_xlsform

    try:
        return get_xlsform(BytesIO(data), file_type=suffix)
    except PyXFormError as error:
        raise _unreadable("broken", f"The file cannot be read as a form: {error}") from error
    except IndexError as error:
        message = "A row has more cells than the header; a | inside a cell is written \\|"
        raise _unreadable("cells", message) from error
    except Exception as error:  # readers of old and broken spreadsheets raise anything
        raise _unreadable("broken", "The file cannot be read as a form") from error


def _rows(raw: list[dict[str, Any]] | None) -> list[Row]:
    return [
        Row(number, {_column(name): " ".join(str(cell).split()) for name, cell in cells.items()})
        for number, cells in enumerate(raw or [], start=_FIRST_ROW)
    ]


def _column(name: str) -> str:
    """XLSForm's own columns may be written with capitals and spaces; other columns may not."""
    usual = str(name).strip().lower().replace(" ", "_")
    return usual if usual in _USUAL else str(name)


def _unreadable(code: str, message: str) -> FormInvalid:
    return FormInvalid([FormProblem(None, None, None, message, code)])
