"""What a form shows: a question with its choices, and a line of the summary."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from services.forms.values import Value


class Kind(Enum):
    """How a question is answered."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    TIME = "time"
    DATETIME = "datetime"
    ONE = "one"
    MANY = "many"
    RANK = "rank"
    RANGE = "range"
    ACKNOWLEDGE = "acknowledge"
    NOTE = "note"
    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    FILE = "file"
    LOCATION = "location"
    ANY = "any"
    AGAIN = "again"
    """Whether one more round of a repeated group is wanted: answered by true or false."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a list; `image` is a file name beside the form."""

    name: str
    label: str
    image: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask now; texts are in the language asked for, with earlier answers filled in.

    `min` and `max` bound a number, the count of chosen items or, for texts, the length.
    `accepts` names the attachments of a free question: voice, audio, photo, video, file.
    `section` is the label of the innermost labelled group.
    """

    path: str
    name: str
    kind: Kind
    type: str
    label: str
    hint: str
    guidance: str
    required: bool
    choices: tuple[Choice, ...]
    min: float | None
    max: float | None
    appearance: str
    default: Value
    number: int
    remaining: int
    parameters: Mapping[str, str]
    section: str = ""
    accepts: tuple[str, ...] = ()
    media: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One answered question; a file's `value_label` is its name, or empty when it has none."""

    path: str
    label: str
    value_label: str
    value: Value
    kind: Kind
