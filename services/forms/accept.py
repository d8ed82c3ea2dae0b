"""Whether an answer is one the question takes, and its tidy form."""

import math
import re
from collections.abc import Callable
from datetime import date, datetime, time

from services.forms.days import days_meant
from services.forms.here import Here
from services.forms.problems import AnswerRefused
from services.forms.questions import Kind
from services.forms.run import Run
from services.forms.values import FileAnswer, Message, Value, message_of, plainest, text_of
from services.forms.walk import Step

MOST_LETTERS = 4096
MOST_FILES = 10
_LARGEST = 10**15
_SPACES = re.compile(r"[\s\u00a0\u202f]")
_INTEGER = re.compile(r"[+-]?\d+(?:[.,]0+)?", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", re.ASCII)
_SHORT_HOUR = re.compile(r"^(\S+)[ T](\d):", re.ASCII)
_PICTURES = frozenset({"jpg", "jpeg", "png", "gif", "webp", "heic", "heif", "bmp", "tif", "tiff"})
_KINDS_OF_FILES: dict[Kind, frozenset[str]] = {
    Kind.IMAGE: frozenset({"photo", "image"}),
    Kind.AUDIO: frozenset({"voice", "audio"}),
    Kind.VIDEO: frozenset({"video", "video_note"}),
}
_ATTACHED: dict[str, str] = {
    "voice": "voice",
    "audio": "audio",
    "photo": "photo",
    "image": "photo",
    "video": "video",
    "video_note": "video",
}
_AGREED = "OK"


def accepted(run: Run, step: Step, value: Value) -> Value:
    """Return the answer as it will be kept, None for no answer; raises AnswerRefused."""
    tidy = _ACCEPT[step.kind](run, step, value) if value not in (None, "", []) else None
    if tidy is None or tidy == "":
        refuse_if_required(run, step)
        return None
    if step.kind is not Kind.AGAIN and not run.meets_constraint(step.node, step.rounds, tidy):
        message = run.fill(run.local(step.node.constraint_message), step.rounds)
        raise AnswerRefused(_reason(step, tidy), message or None)
    return tidy


def refuse_if_required(run: Run, step: Step) -> None:
    """Raise AnswerRefused when the question cannot be left without an answer."""
    if is_required(run, step):
        message = run.fill(run.local(step.node.required_message), step.rounds)
        raise AnswerRefused("required", message or None)


def is_required(run: Run, step: Step) -> bool:
    """Return whether an answer must be given; a note and a further round need none."""
    if step.kind in {Kind.NOTE, Kind.AGAIN} or step.node.required is None:
        return False
    return step.node.required(Here(run, step.node, step.rounds))


def _reason(step: Step, value: Value) -> str:
    """A constraint on a length or a count has a reason of its own."""
    bounds = step.node.bounds
    if step.kind is Kind.MANY and isinstance(value, list):
        if bounds.most is not None and len(value) > bounds.most:
            return "too_many"
        if bounds.least is not None and len(value) < bounds.least:
            return "too_few"
    too_long = bounds.most is not None and len(text_of(value)) > bounds.most
    return "too_long" if step.kind in {Kind.TEXT, Kind.ANY} and too_long else "constraint"


def _text(_: Run, __: Step, value: Value) -> str:
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        raise AnswerRefused("wrong_kind")
    return _tidy_text(str(value))


def _tidy_text(value: str) -> str:
    text = value.replace("\0", "").strip()
    if len(text) > MOST_LETTERS:
        raise AnswerRefused("too_long")
    return text


def _number(value: Value, pattern: re.Pattern[str]) -> float:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise AnswerRefused("wrong_kind")
    text = _SPACES.sub("", str(value)).replace("\u2212", "-")
    if not pattern.fullmatch(text):
        raise AnswerRefused("not_a_number")
    number = float(text.replace(",", "."))
    if not math.isfinite(number) or abs(number) > _LARGEST:
        raise AnswerRefused("not_a_number")
    return number


def _integer(_: Run, __: Step, value: Value) -> int:
    return int(_number(value, _INTEGER))


def _decimal(_: Run, __: Step, value: Value) -> int | float:
    number = _number(value, _DECIMAL)
    return int(number) if number.is_integer() else number


def _range(run: Run, step: Step, value: Value) -> int | float:
    number = _decimal(run, step, value)
    parameters, bounds = step.node.parameters, step.node.bounds
    start, width = float(parameters.get("start", 1)), abs(float(parameters.get("step", 1)))
    places = (number - start) / width if width else 0.0
    on_step = math.isclose(places, round(places), abs_tol=1e-9)
    if not on_step or not (bounds.least or 0) <= number <= (bounds.most or 0):
        raise AnswerRefused("constraint")
    return number


def _date(run: Run, step: Step, value: Value) -> str:
    text = _given_text(value, "not_a_date")
    today = date.fromisoformat(run.today[:10]) if run.today else None
    days = [day.isoformat() for day in days_meant(text, today)]
    if not days:
        raise AnswerRefused("not_a_date")
    # Without its year a day is the nearest one that the question takes.
    fit = (day for day in days if run.meets_constraint(step.node, step.rounds, day))
    return next(fit, days[0])


def _time(_: Run, __: Step, value: Value) -> str:
    text = _given_text(value, "not_a_date")
    try:
        return time.fromisoformat(text.replace(".", ":").rjust(5, "0")).strftime("%H:%M")
    except ValueError as error:
        raise AnswerRefused("not_a_date") from error


def _datetime(_: Run, __: Step, value: Value) -> str:
    text = _given_text(value, "not_a_date")
    try:
        moment = datetime.fromisoformat(_SHORT_HOUR.sub(r"\1 0\2:", _iso_day(text)))
    except ValueError as error:
        raise AnswerRefused("not_a_date") from error
    return moment.isoformat(timespec="minutes")


def _iso_day(text: str) -> str:
    return _DOTTED.sub(lambda day: f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}", text, count=1)


def _given_text(value: Value, reason: str) -> str:
    if not isinstance(value, str):
        raise AnswerRefused("wrong_kind")
    if not (text := value.strip()):
        raise AnswerRefused(reason)
    return text


def _one(run: Run, step: Step, value: Value) -> str:
    name = value[0] if isinstance(value, list) and len(value) == 1 else value
    if isinstance(name, int | float) and not isinstance(name, bool):
        name = text_of(name)
    if not isinstance(name, str) or not run.offers(step.node, step.rounds, [name]):
        raise AnswerRefused("not_a_choice")
    return name


def _many(run: Run, step: Step, value: Value) -> list[str]:
    names = value.split() if isinstance(value, str) else value
    if not isinstance(names, list):
        raise AnswerRefused("not_a_choice")
    chosen = set(map(str, names))
    if not run.offers(step.node, step.rounds, sorted(chosen)):
        raise AnswerRefused("not_a_choice")
    return [name for name in run.form.list_index(step.node.list) if name in chosen]


def _rank(run: Run, step: Step, value: Value) -> list[str]:
    names = value.split() if isinstance(value, str) else value
    offered = [choice.name for choice in run.choices(step.node, step.rounds)]
    if not isinstance(names, list) or not set(names) <= set(offered):
        raise AnswerRefused("not_a_choice")
    if len(names) != len(set(names)):
        raise AnswerRefused("too_many")
    if len(names) < len(offered):
        raise AnswerRefused("too_few")
    return [str(name) for name in names]


def _acknowledge(_: Run, __: Step, value: Value) -> str | None:
    if value is False:
        return None
    if value is True or (isinstance(value, str) and value.strip().upper() == _AGREED):
        return _AGREED
    raise AnswerRefused("not_a_choice")


def _again(_: Run, __: Step, value: Value) -> bool:
    if not isinstance(value, bool):
        raise AnswerRefused("not_a_choice")
    return value


def _file(_: Run, step: Step, value: Value) -> FileAnswer:
    if not isinstance(value, FileAnswer):
        raise AnswerRefused("wrong_kind")
    kinds = _KINDS_OF_FILES.get(step.kind)
    if kinds is None or value.kind in kinds:
        return value
    if step.kind is Kind.IMAGE and (value.name or "").rpartition(".")[2].lower() in _PICTURES:
        return value
    raise AnswerRefused("wrong_kind")


def _any(_: Run, step: Step, value: Value) -> Value:
    if not isinstance(value, str | FileAnswer | Message):
        raise AnswerRefused("wrong_kind")
    message = message_of(value)
    kinds = {_ATTACHED.get(file.kind, "file") for file in message.files}
    if "file" not in step.node.accepts and not kinds <= set(step.node.accepts):
        raise AnswerRefused("wrong_kind")
    if len(message.files) > MOST_FILES:
        raise AnswerRefused("too_many")
    return plainest(Message(_tidy_text(message.text or "") or None, message.files))


def _location(_: Run, __: Step, value: Value) -> str:
    """Latitude and longitude in degrees, altitude and accuracy in metres if known."""
    parts = _given_text(value, "wrong_kind").replace(",", " ").split()
    try:
        numbers = [float(part) for part in parts]
    except ValueError as error:
        raise AnswerRefused("wrong_kind") from error
    if not 2 <= len(numbers) <= 4 or abs(numbers[0]) > 90 or abs(numbers[1]) > 180:
        raise AnswerRefused("wrong_kind")
    return " ".join(text_of(number) for number in [*numbers, 0.0, 0.0][:4])


_ACCEPT: dict[Kind, Callable[[Run, Step, Value], Value]] = {
    Kind.TEXT: _text,
    Kind.INTEGER: _integer,
    Kind.DECIMAL: _decimal,
    Kind.RANGE: _range,
    Kind.DATE: _date,
    Kind.TIME: _time,
    Kind.DATETIME: _datetime,
    Kind.ONE: _one,
    Kind.MANY: _many,
    Kind.RANK: _rank,
    Kind.ACKNOWLEDGE: _acknowledge,
    Kind.AGAIN: _again,
    Kind.NOTE: lambda _, __, ___: None,
    Kind.IMAGE: _file,
    Kind.AUDIO: _file,
    Kind.VIDEO: _file,
    Kind.FILE: _file,
    Kind.ANY: _any,
    Kind.LOCATION: _location,
}
