"""What people attach: the messenger's own ids of files, kept so that they travel again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from services.forms import FileAnswer, Value, message_of


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file somebody sent: photo, document, voice, video or audio."""

    kind: str
    file_id: str
    name: str = ""


def from_rows(rows: Iterable[Any]) -> tuple[Attachment, ...]:
    """The attachments of a stored list."""
    return tuple(Attachment(**row) for row in rows)


def to_rows(files: Iterable[Attachment]) -> list[Any]:
    """The list that is stored."""
    return [asdict(file) for file in files]


def of_answer(value: Value) -> tuple[str, list[Any]]:
    """The text of a free answer and its files, as they are stored."""
    said = message_of(value)
    return said.text or "", to_rows(attachment(file) for file in said.files)


def attachment(file: FileAnswer) -> Attachment:
    """A file of an answer."""
    return Attachment(file.kind, file.file_id, file.name or "")
