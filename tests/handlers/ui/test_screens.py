import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.ui.buttons import Key
from handlers.ui.screens import FileRef, Message, Screen, ScreenOutdated
from handlers.ui.stored_values import Json
from handlers.ui.texts import Texts
from tests.handlers.ui.conftest import MakeLibrary
from tests.handlers.ui.sizes import assert_fits, assert_survives_the_outbox


class Mood(StrEnum):
    CALM = "calm"
    TIRED = "tired"


@dataclass(frozen=True)
class Line:
    topic: str
    share: float
    bounds: tuple[float, float]


@dataclass(frozen=True, slots=True)
class RequestTaken(Screen):
    number: int
    who: str
    due: datetime

    def render(self, texts: Texts) -> Message:
        return Message(texts("taken", number=self.number, who=self.who, due=self.due))


@dataclass(frozen=True, slots=True)
class EverythingShown(Screen):
    title: str
    lines: tuple[Line, ...]
    pair: tuple[int, str]
    mood: Mood | None
    day: date | None
    at: datetime | None
    price: Decimal
    chart: FileRef | None = None
    final: bool = False

    def render(self, texts: Texts) -> Message:
        return Message(self.title)


@dataclass(frozen=True)
class Refusal(Screen):
    details: dict[str, Any]
    counts: Mapping[str, int]

    def render(self, texts: Texts) -> Message:
        return Message(texts("refusal", **self.details))


finite = st.floats(allow_nan=False, allow_infinity=False)
moments = st.datetimes(timezones=st.just(UTC) | st.just(timezone(timedelta(hours=3))))
everything = st.builds(
    EverythingShown,
    title=st.text(),
    lines=st.lists(st.builds(Line, st.text(), finite, st.tuples(finite, finite))).map(tuple),
    pair=st.tuples(st.integers(), st.text()),
    mood=st.none() | st.sampled_from(Mood),
    day=st.none() | st.dates(),
    at=st.none() | moments,
    price=st.decimals(allow_nan=False, allow_infinity=False),
    chart=st.none() | st.builds(FileRef, st.just("ab12"), st.text()),
    final=st.booleans(),
)


@given(everything)
def test_a_screen_comes_back_from_the_outbox_as_it_was(screen: EverythingShown) -> None:
    stored = json.loads(json.dumps(screen.to_json(), allow_nan=False))

    assert Screen.from_json(screen.name, stored) == screen


loose = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | finite
    | st.text()
    | st.dates()
    | moments
    | st.times(),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text().filter(lambda key: not key.startswith("$")), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), loose), st.dictionaries(st.text(), st.integers()))
def test_loose_details_come_back_as_they_were(
    details: dict[str, Any], counts: dict[str, int]
) -> None:
    screen = Refusal(details, counts)
    stored = json.loads(json.dumps(screen.to_json(), allow_nan=False))

    assert Screen.from_json(screen.name, stored) == screen


@pytest.mark.parametrize(
    "value",
    [object(), {1}, {"a": {"$day": 1}}, datetime(2026, 1, 1), float("inf")],  # noqa: DTZ001
)
def test_details_that_would_not_come_back_are_refused(value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        Refusal({"value": value}, {}).to_json()


@pytest.mark.parametrize(
    "value", [{"$day": "soon"}, {"$gone": "1"}, {"$decimal": "x"}, {"$day": 1}]
)
def test_details_of_another_version_are_outdated(value: Json) -> None:
    with pytest.raises(ScreenOutdated):
        Screen.from_json("Refusal", {"details": {"value": value}, "counts": {}})


def test_a_screen_is_found_by_the_name_of_its_class() -> None:
    assert Screen.registry["RequestTaken"] is RequestTaken
    assert RequestTaken(1, "", datetime(2026, 1, 1, tzinfo=UTC)).name == "RequestTaken"


def test_a_screen_is_worded_in_the_language_of_its_reader(make_library: MakeLibrary) -> None:
    library = make_library(
        "taken = Принято, № { $number }. Ответит { $who } { UNTIL($due) }.",
        "taken = Accepted, no. { $number }. { $who } answers { UNTIL($due) }.",
    )
    now = datetime(2026, 10, 1, tzinfo=UTC)
    screen = RequestTaken(412, "О. И.", datetime(2026, 10, 8, 21, 30, tzinfo=UTC))
    moscow = timezone(timedelta(hours=3))

    russian = screen.render(library.of("ru", moscow, now))
    english = screen.render(library.of("en", UTC, now))

    assert russian.text == "Принято, № 412. Ответит О. И. до пятницы, 9 октября."
    assert english.text == "Accepted, no. 412. О. И. answers by Thursday, October 8."
    assert_fits(russian)
    assert_survives_the_outbox(screen)


def test_a_screen_nobody_knows_any_more_is_outdated() -> None:
    with pytest.raises(ScreenOutdated) as caught:
        Screen.from_json("ClubOfLastYear", {})
    assert caught.value.name == "ClubOfLastYear"


STORED: dict[str, Json] = {"number": 1, "who": "О. И.", "due": "2026-10-08T12:00:00+00:00"}


@pytest.mark.parametrize(
    "change",
    [
        {"extra": 1},
        {"number": None},
        {"number": True},
        {"number": "1"},
        {"who": 5},
        {"due": "2026-10-08T12:00:00"},
        {"due": "soon"},
        {"due": 20261008},
    ],
)
def test_fields_of_another_version_are_outdated(change: dict[str, Json]) -> None:
    with pytest.raises(ScreenOutdated):
        Screen.from_json("RequestTaken", {**STORED, **change})


@pytest.mark.parametrize("absent", STORED)
def test_a_missing_field_is_outdated(absent: str) -> None:
    stored: dict[str, Json] = {name: value for name, value in STORED.items() if name != absent}

    with pytest.raises(ScreenOutdated):
        Screen.from_json("RequestTaken", stored)


def test_a_field_added_with_a_default_lets_waiting_screens_through() -> None:
    screen = EverythingShown("т", (), (1, "а"), None, None, None, Decimal(1))
    stored = screen.to_json()
    del stored["final"], stored["chart"]

    assert Screen.from_json("EverythingShown", stored) == screen


@pytest.mark.parametrize("mood", ["angry", 1, []])
def test_a_value_no_longer_in_its_enum_is_outdated(mood: Json) -> None:
    screen = EverythingShown("т", (), (1, "а"), None, None, None, Decimal(1))

    with pytest.raises(ScreenOutdated):
        Screen.from_json(screen.name, {**screen.to_json(), "mood": mood})


def test_a_moment_without_a_zone_is_not_stored() -> None:
    with pytest.raises(ValueError, match="time zone"):
        RequestTaken(1, "", datetime(2026, 1, 1)).to_json()  # noqa: DTZ001


def test_a_wrong_type_is_refused_before_it_is_stored() -> None:
    with pytest.raises(TypeError):
        RequestTaken("1", "", datetime(2026, 1, 1, tzinfo=UTC)).to_json()  # type: ignore[arg-type]


def test_two_screens_cannot_share_a_name() -> None:
    with pytest.raises(TypeError, match="RequestTaken"):
        type("RequestTaken", (Screen,), {})


def test_a_message_carries_one_file_and_one_keyboard() -> None:
    file = FileRef("abc", "план.docx")

    assert Message("т", document=file).limit == 1024
    assert Message("т").limit == 4096
    with pytest.raises(ValueError, match="one file"):
        Message(photo=file, document=file)
    with pytest.raises(ValueError, match="one keyboard"):
        Message("т", rows=((Key("да", copy="да"),),), reply_rows=(("нет",),))


def test_a_file_key_cannot_lead_elsewhere() -> None:
    with pytest.raises(ValueError, match="key"):
        FileRef("../secret", "a")
