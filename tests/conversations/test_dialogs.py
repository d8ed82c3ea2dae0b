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
from services.dialogs import catalogue
from services.forms import message_of
from tests.cast import Cast, enter
from tests.conversations.albums import sends_of_album
from tests.stage import Stage

FORM = """
| survey |
| | type | name | label | required | appearance | constraint | constraint_message | relevant |
| | select_one colours | colour | Какой цвет? | yes | | | | |
| | select_multiple days | days | В какие дни? | yes | | | | |
| | integer | years | Сколько лет? | | | . >= 0 and . <= 70 | От 0 до 70. | ${colour} != 'red' |
| | text | story | Расскажите подробнее | | voice photo file | | | |

| choices |
| | list_name | name | label |
| | colours | red | Красный |
| | colours | green | Зелёный |
| | colours | blue | Синий |
| | days | mon | Понедельник |
| | days | tue | Вторник |
| | days | wed | Среда |

| settings |
| | form_title | form_id |
| | Опрос о дне | probe |
"""

OTHER = """
| survey |
| | type | name | label | required | constraint |
| | text | word | Одно слово? | yes | string-length(.) <= 100 |

| settings |
| | form_title | form_id |
| | Слово | other |
"""

LETTER = """
| survey |
| | type | name | label | required | appearance |
| | text | said | Что передать? | yes | voice photo video file |

| settings |
| | form_title | form_id |
| | Письмо | letter |
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


@dataclass(frozen=True)
class LetterCheck(Screen):
    """The check of the letter."""

    step: int
    files: int
    text: str

    def render(self, texts: Texts) -> Message:
        send = forms.Send("letter", self.step).labelled(texts.label("forms-send"))
        fix = forms.Fix("letter", self.step).labelled(texts.label("forms-fix"))
        return Message(f"files {self.files} {self.text}", rows=((send, fix),))


@forms.review("letter")
def letter_check(context: Context, filled: forms.Filled) -> Screen:
    said = message_of(filled.values["said"])
    return LetterCheck(filled.step, len(said.files), said.text or "")


@forms.finished("letter")
def letter_sent(context: Context, values: Mapping[str, Any], known: Mapping[str, Any]) -> Outcome:
    ends.append(dict(values))
    return ProbeEnd("sent")


@routes.command("letter")
def letter(context: Context) -> Outcome:
    return forms.begin(context, "letter", {})


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
    (tmp_path / "letter.md").write_text(LETTER, encoding="utf-8")
    monkeypatch.setattr(catalogue, "FORMS", tmp_path)
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
    assert "шаг 1 из 4, ~1 минута" in await marina.reads()
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


async def test_a_label_typed_by_hand_counts_as_the_button(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/probe")
    await cast.marina.sends("зеленый!")
    await cast.marina.sends("среда, пон")
    await cast.marina.sends("3")
    await cast.marina.sends("текст")

    assert ends[0]["colour"] == "green"
    assert ends[0]["days"] == ["mon", "wed"]


async def test_going_out_and_back_may_be_typed(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/probe")
    await marina.sends("зелёный")
    await marina.sends("понедельник")
    await marina.sends("Пропустить")
    assert "Расскажите подробнее" in await marina.reads()

    await marina.sends("назад")
    assert "Сколько лет?" in await marina.reads()
    await marina.sends("Отмена")
    assert "не дописано, всё цело" in await marina.reads()


async def test_words_that_are_no_choice_are_met_kindly(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/probe")
    await cast.marina.sends("какой-нибудь")

    text = await cast.marina.reads()
    assert text.startswith("Среди вариантов такого нет")
    assert "Какой цвет?" in text
    assert "Красный" in await cast.marina.buttons()


async def test_a_sticker_in_a_form_gets_a_sentence(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/probe")
    await stage.post("/sim/message", user_id=cast.marina.id, sticker="👍")
    await stage.quiet()

    assert (await cast.marina.reads()).startswith("Здесь нужно нажать кнопку")


async def test_the_forms_own_words_explain_a_refusal(stage: Stage, cast: Cast) -> None:
    await _to_years(cast)
    await cast.marina.sends("700")
    assert "От 0 до 70." in await cast.marina.reads()
    await cast.marina.sends("семь")
    assert "не похоже на число" in await cast.marina.reads()


async def test_a_text_beyond_the_limit_is_refused_and_nothing_is_lost(
    stage: Stage, cast: Cast
) -> None:
    await cast.marina.sends("/other")
    # Ten thousand characters reach the bot as Telegram's clients cut them.
    for length in (4096, 4096, 1808):
        await cast.marina.sends("ж" * length)

    first = [one for one in await cast.marina.messages() if one["from"]["is_bot"]][-1]
    assert "здесь хватит 100 знаков" in first["text"]
    assert "Одно слово?" in first["text"]
    await cast.marina.sends("слово")
    assert await cast.marina.reads() == "end слово"


async def test_controls_and_directions_do_not_get_into_answers(stage: Stage, cast: Cast) -> None:
    await _to_years(cast)
    await cast.marina.presses("Пропустить")
    await cast.marina.sends("до\u202eпосле\x00 <b>жирно</b>")

    assert ends[0]["story"] == "допосле <b>жирно</b>"


async def test_an_older_button_shows_the_present_question(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/probe")
    first = await marina.last()
    await marina.sends("Синий")

    await marina.presses("Красный", message_id=first["message_id"])

    assert "В какие дни?" in await marina.reads()
    await marina.presses("Среда")
    await marina.presses("Готово")
    await marina.sends("1")
    await marina.sends("всё")
    assert ends[0]["colour"] == "blue"


async def test_pressing_twice_answers_once(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/probe")
    data = (await marina.last())["keyboard"][0][0]["data"]
    body = {"user_id": marina.id, "data": data, "message_id": (await marina.last())["message_id"]}
    await stage.post("/sim/press", **body)
    await stage.post("/sim/press", **body)
    await stage.quiet()

    assert "В какие дни?" in await marina.reads()


async def test_ticking_twice_is_ticking_once(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/probe")
    await marina.presses("Красный")
    message = await marina.last()
    body = {
        "user_id": marina.id,
        "data": message["keyboard"][0][0]["data"],
        "message_id": message["message_id"],
    }
    await stage.post("/sim/press", **body)
    await stage.post("/sim/press", **body)
    await stage.quiet()

    assert "Понедельник ✓" in await marina.buttons()
    await marina.presses("Понедельник ✓")
    assert "Понедельник" in await marina.buttons()


async def test_a_forged_button_changes_nothing(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/probe")
    message = await marina.last()
    data = message["keyboard"][0][0]["data"]
    answer = await stage.post(
        "/sim/press?wait=5",
        user_id=marina.id,
        data=data[:-1] + ("a" if data[-1] != "a" else "b"),
        message_id=message["message_id"],
    )
    await stage.quiet()

    assert answer["answer"]["alert"]
    assert "Какой цвет?" in await marina.reads()


async def test_somebody_elses_button_changes_nothing(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/probe")
    data = (await cast.marina.last())["keyboard"][0][0]["data"]
    await cast.pavel.sends("/other")
    message_id = (await cast.pavel.last())["message_id"]
    answer = await stage.post(
        "/sim/press?wait=5", user_id=cast.pavel.id, data=data, message_id=message_id
    )
    await stage.quiet()

    assert answer["answer"]["alert"]
    assert "Какой цвет?" in await cast.marina.reads()


async def test_a_button_of_a_finished_form_says_so(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/other")
    old = await marina.last()
    await marina.sends("слово")

    answer = await marina.presses("Отмена", message_id=old["message_id"])

    assert answer is not None
    assert "уже есть ответ" in answer["text"]
    assert await marina.reads() == "end слово"


async def test_going_back_offers_the_earlier_answer(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/probe")
    await marina.presses("Красный")
    await marina.presses("Среда")
    await marina.presses("Готово")
    assert "Расскажите" in await marina.reads()

    await marina.presses("‹ Назад")

    assert "Среда ✓" in await marina.buttons()


async def test_nothing_ticked_is_not_an_answer_where_one_is_needed(
    stage: Stage, cast: Cast
) -> None:
    await cast.marina.sends("/probe")
    await cast.marina.presses("Красный")
    await cast.marina.presses("Готово")

    assert "Отметьте хотя бы один" in await cast.marina.reads()


async def test_a_form_survives_a_restart_and_days(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/probe")
    await marina.presses("Зелёный")

    await stage.bot.stop()
    await stage.start_bot()
    await stage.advance(days=5)
    assert "не дописано" in await marina.reads()
    await marina.presses("Продолжить")

    assert "В какие дни?" in await marina.reads()


async def test_a_draft_is_mentioned_once_after_two_hours_and_silently(
    stage: Stage, cast: Cast
) -> None:
    marina = cast.marina
    await stage.post("/sim/clock", now="2026-10-05T10:00:00+00:00")
    await marina.sends("/probe")
    await marina.presses("Красный")
    await stage.advance(hours=1, minutes=59)
    assert "не дописано" not in await marina.reads()
    await stage.advance(minutes=2)
    assert "не дописано" in await marina.reads()
    calls = (await stage.get("/sim/calls?method=sendMessage"))["calls"]
    assert calls[-1]["params"]["disable_notification"]

    count = len(await marina.messages())
    await stage.advance(days=3)
    assert len(await marina.messages()) == count


async def test_an_untouched_form_is_not_mentioned(stage: Stage, cast: Cast) -> None:
    await stage.post("/sim/clock", now="2026-10-05T10:00:00+00:00")
    await cast.marina.sends("/probe")
    await stage.advance(hours=5)

    assert "Какой цвет?" in await cast.marina.reads()


async def test_a_second_form_leaves_the_first_as_a_draft(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/probe")
    await marina.presses("Красный")
    await marina.sends("/other")
    await marina.sends("слово")
    assert await marina.reads() == "end слово"

    await marina.sends("/probe")
    assert "не дописано" in await marina.reads()
    assert await marina.buttons() == ["Продолжить", "Начать заново"]
    await marina.presses("Продолжить")
    assert "В какие дни?" in await marina.reads()


async def test_a_form_begun_anew_forgets_its_draft(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/probe")
    await marina.presses("Красный")
    await marina.sends("/probe")
    await marina.presses("Начать заново")

    assert "Какой цвет?" in await marina.reads()


async def test_a_form_left_is_kept_until_it_is_deleted(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/probe")
    await marina.presses("Красный")
    await marina.presses("Отмена")
    assert await marina.buttons() == ["Продолжить", "Удалить"]
    await marina.presses("Продолжить")
    await marina.presses("Отмена")
    await marina.presses("Удалить")
    assert "Удалено" in await marina.reads()

    await marina.sends("/probe")
    assert "Какой цвет?" in await marina.reads()


async def test_answers_that_still_fit_survive_a_change_of_the_form(
    stage: Stage, cast: Cast
) -> None:
    marina = cast.marina
    await marina.sends("/probe")
    await marina.presses("Синий")
    old = await marina.last()
    changed = FORM.replace("В какие дни?", "По каким дням?").replace("Понедельник", "В начале")
    (catalogue.FORMS / "probe.md").write_text(changed, encoding="utf-8")

    await marina.presses("Вторник", message_id=old["message_id"])

    assert "По каким дням?" in await marina.reads()
    await marina.sends("Среда")
    await marina.sends("4")
    await marina.sends("да")
    assert ends[0]["colour"] == "blue"


async def test_a_voice_is_an_answer_where_voices_are_welcome(stage: Stage, cast: Cast) -> None:
    await _to_years(cast)
    await cast.marina.sends_file("voice.ogg", b"OggS", kind="voice")
    assert "Здесь нужно число" in await cast.marina.reads()
    await cast.marina.presses("Пропустить")
    await cast.marina.sends_file("voice.ogg", b"OggS", kind="voice")

    assert ends[0]["story"].kind == "voice"


async def _to_years(cast: Cast) -> None:
    await cast.marina.sends("/probe")
    await cast.marina.presses("Зелёный")
    await cast.marina.presses("Среда")
    await cast.marina.presses("Готово")


async def test_an_album_is_one_answer_of_several_files(stage: Stage, cast: Cast) -> None:
    marina = cast.marina
    await marina.sends("/letter")
    for name in ("one.jpg", "two.jpg", "three.jpg"):
        await sends_of_album(stage, marina, "album-1", name)

    assert "files 3" in await marina.reads()
    await marina.sends("и ещё слово")
    assert "files 3 и ещё слово" in await marina.reads()
    await marina.presses("Отправить")
    assert [one.kind for one in ends[0]["said"].files] == ["photo"] * 3
