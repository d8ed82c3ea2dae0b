"""What a person may answer: plain values, files and messages, and their JSON form."""

from dataclasses import dataclass
from typing import Any, TypeAlias

from services.forms.xpath.atoms import to_string


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """A file that somebody sent; size is in bytes, duration in seconds."""

    file_id: str
    kind: str
    name: str | None = None
    size: int | None = None
    duration: int | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A free answer made of a text and files together."""

    text: str | None = None
    files: tuple[FileAnswer, ...] = ()


Value: TypeAlias = str | int | float | bool | list[str] | FileAnswer | Message | None


def message_of(value: Value) -> Message:
    """Return any answer to a free question as one shape: its text and its files."""
    match value:
        case Message():
            return value
        case FileAnswer():
            return Message(files=(value,))
        case None:
            return Message()
        case list():
            return Message(text=" ".join(value))
        case _:
            return Message(text=str(value))


def joined(first: Value, second: Value) -> Value:
    """Return two free answers as one: texts on separate lines, files in order."""
    one, two = message_of(first), message_of(second)
    texts = [text for text in (one.text, two.text) if text]
    return plainest(Message("\n".join(texts) or None, one.files + two.files))


def plainest(message: Message) -> Value:
    """Return a text alone as text and a file alone as file; anything more stays a message."""
    if not message.files:
        return message.text or None
    if len(message.files) == 1 and not message.text:
        return message.files[0]
    return message


def text_of(value: Value) -> str:
    """Return a value as expressions see it; a file is its id."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int() | float():
            return to_string(float(value))
        case list():
            return " ".join(value)
        case _:
            message = message_of(value)
            return message.text or " ".join(file.file_id for file in message.files)


def to_jsonable(value: Value) -> Any:
    """Return the value as JSON can carry it; the opposite of `from_jsonable`."""
    match value:
        case FileAnswer():
            return {"file": _file_fields(value)}
        case Message():
            return {"text": value.text, "files": [_file_fields(file) for file in value.files]}
        case list():
            return list(value)
        case _:
            return value


def from_jsonable(raw: Any) -> Value:
    """Return the value that `to_jsonable` wrote; raises TypeError on any other shape."""
    match raw:
        case {"file": list(fields)}:
            return FileAnswer(*fields)
        case {"text": text, "files": list(files)}:
            return Message(text, tuple(FileAnswer(*fields) for fields in files))
        case list():
            return [str(item) for item in raw]
        case str() | int() | float() | bool() | None:
            return raw
        case _:
            raise TypeError(f"not a form value: {type(raw).__name__}")


def _file_fields(file: FileAnswer) -> list[str | int | None]:
    fields: list[str | int | None] = [file.file_id, file.kind, file.name, file.size, file.duration]
    while fields[-1] is None:
        fields.pop()
    return fields
