"""Forms in a chat: questions, buttons old and forged, drafts, albums, bad input."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import bot.application
from handlers import forms
from handlers.registry import ROUTES
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Routes
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services import dialogs
from tests.cast import Cast, enter
from tests.stage import Stage

FORM = """
| survey |
| | type | name | label::Русский (ru) | label::English (en) | required | appearance | constraint | constraint_message::Русский (ru) | relevant |
| | select_one colours | colour | Какой цвет? | Which colour? | yes | | | | |
| | select_multiple days | days | В какие дни? | Which days? | yes | | | | |
| | integer | years | Сколько лет работаете? | Years of work? | | | . >= 0 and . <= 70 | От 0 до 70, пожалуйста. | ${colour} != 'red' |
| | text | story | Расскажите подробнее | Tell us more | | voice photo file | | | |

| choices |
| | list_name | name | label::Русский (ru) | label::English (en) |
| | colours | red | Красный | Red |
| | colours | green | Зелёный | Green |
| | colours | blue | Синий | Blue |
| | days | mon | Понедельник | Monday |
| | days | tue | Вторник | Tuesday |
| | days | wed | Среда | Wednesday |

| settings |
| | form_title | form_id | default_language |
| | Опрос о дне | probe | Русский (ru) |
"""

OTHER = """
| survey |
| | type | name | label | required |
| | text | word | Одно слово? | yes |

| settings |
| | form_title | form_id |
| | Слово | other |
"""

ends: list[dict[str, Any]] = []
routes = Routes()


@dataclass(frozen=True)
class ProbeEnd(Screen):
    """The end of the tests' form."""

    colour: str

    def render(self, texts: Texts) -> Message:
        return Message(f"end {self.colour}")


@forms.finished("probe")
def probe_finished(
    context: Context, values: Mapping[str, Any], known: Mapping[str, Any]
) -> Outcome:
    ends.append({**values, "known": dict(known)})
    return ProbeEnd(str(values["colour"]))


@forms.finished("other")
def other_finished(
    context: Context, values: Mapping[str, Any], known: Mapping[str, Any]
) -> Outcome:
    return ProbeEnd(str(values["word"]))


@routes.command("probe")
def probe(context: Context) -> Outcome:
    return forms.begin(context, "probe", {"why": "test"})


@routes.command("other")
def other(context: Context) -> Outcome:
    return forms.begin(context, "other", {})


@pytest.fixture
async def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    (tmp_path / "probe.md").write_text(FORM, encoding="utf-8")
    (tmp_path / "other.md").write_text(OTHER, encoding="utf-8")
    monkeypatch.setattr(dialogs, "FORMS", tmp_path)
    monkeypatch.setattr(bot.application, "ROUTES", (routes, *ROUTES))
    ends.clear()
    one = Stage(tmp_path / "data")
    await one.open()
    yield one
    await one.close()


@pytest.fixture
async def cast(stage: Stage) -> Cast:
    return await enter(stage)


async def test_a_form_is_asked_question_by_question_to_its_end(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/probe")
    assert "Какой цвет?" in await marina.reads()
    assert "шаг 1 из 4" in await marina.reads()
    assert await marina.buttons() == ["Красный", "Зелёный", "Синий", "Отмена"]

    await marina.presses("Зелёный")
    assert "В какие дни?" in await marina.reads()
    await marina.presses("Вторник")
    assert "Вторник ✓" in await marina.buttons()
    await marina.presses("Готово")
    await marina.sends("12")
    await marina.sends("Хороший день")

    assert await marina.reads() == "end green"
    assert ends == [
        {
            "colour": "green",
            "days": ["tue"],
            "years": 12,
            "story": "Хороший день",
            "known": {"why": "test"},
        }
    ]
