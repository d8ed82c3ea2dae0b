"""The sandbox's page in a real browser; skipped where Chromium or its driver is missing."""

import asyncio
import json
import re
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sandbox import Sandbox

pytest.importorskip("selenium.webdriver", reason="selenium is not installed")

from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.keys import Keys

from tests.browser import Browser, driver

__all__ = ["driver"]

PAGE = Path(__file__).parents[2] / "sandbox" / "page"
TEACHER, METHODOLOGIST, HEAD = 101, 102, 103
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


class Telegram:
    """The sandbox on its own thread, spoken to as scripts and bots do."""

    def __init__(self, data_dir: Path | None = None) -> None:
        self._data_dir = data_dir
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.url = self.start()

    def start(self, port: int = 0) -> str:
        self._sandbox = self._run(self._started())
        return str(self._run(self._sandbox.start(port=port)))

    async def _started(self) -> Sandbox:
        return Sandbox(data_dir=self._data_dir)

    def stop(self) -> None:
        self._run(self._sandbox.stop())

    def close(self) -> None:
        self.stop()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, coroutine: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(timeout=30)

    def ask(self, path: str, **body: Any) -> Any:
        return self._post(path, json.dumps(body).encode() if body else None, "application/json")

    def upload(self, user_id: int, chat_id: int, name: str) -> None:
        """A person sends a small file of this name."""
        parts = [("user_id", user_id), ("chat_id", chat_id), (f'document"; filename="{name}', "x")]
        form = "".join(
            f'--part\r\nContent-Disposition: form-data; name="{head}"\r\n\r\n{value}\r\n'
            for head, value in parts
        )
        body = f"{form}--part--\r\n".encode()
        self._post("/sim/message", body, "multipart/form-data; boundary=part")

    def _post(self, path: str, body: bytes | None, kind: str) -> Any:
        request = urllib.request.Request(self.url + path, data=body, headers={"Content-Type": kind})
        with urllib.request.urlopen(request, timeout=30) as response:
            return json.load(response)

    def bot(self, method: str, **fields: Any) -> Any:
        return self.ask(f"/bot1:token/{method}", **fields, _="")["result"]

    def send(self, chat_id: int, text: str, *rows: list[Any], **fields: Any) -> int:
        """The bot sends a text with inline buttons; a label or a whole button each."""
        if rows:
            keys = [
                [
                    key if isinstance(key, dict) else {"text": key, "callback_data": key}
                    for key in row
                ]
                for row in rows
            ]
            fields["reply_markup"] = {"inline_keyboard": keys}
        return int(self.bot("sendMessage", chat_id=chat_id, text=text, **fields)["message_id"])

    def update(self, kind: str, field: str = "") -> Any:
        """The next update of this kind, with this field, that the bot receives."""
        for _ in range(20):
            for update in self.bot("getUpdates", offset=self._offset, timeout=2):
                self._offset = update["update_id"] + 1
                if kind in update and field in ("", *update[kind]):
                    return update[kind]
        raise AssertionError(f"the bot received no {kind}")

    _offset = 0


@pytest.fixture
def telegram(tmp_path: Path) -> Iterator[Telegram]:
    made = Telegram(tmp_path / "telegram")
    made.ask("/sim/users", id=TEACHER, first_name="Марина", last_name="Ковалёва")
    made.ask("/sim/users", id=METHODOLOGIST, first_name="Ольга")
    yield made
    made.close()


@pytest.fixture
def browser(driver: WebDriver, telegram: Telegram) -> Iterator[Browser]:
    made = Browser(driver, telegram)
    made.size(1600, 1000)
    made.colour("light")
    yield made
    driver.get("about:blank")
    severe = [
        one["message"]
        for one in driver.execute("getLog", {"type": "browser"})["value"]
        if one["level"] == "SEVERE"
    ]
    refused = ("Failed to load resource", "ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED")
    assert [one for one in severe if not any(words in one for words in refused)] == []


@pytest.fixture
def group(telegram: Telegram) -> int:
    made = telegram.ask(
        "/sim/chats", type="supergroup", title="ШМО математики", owner=TEACHER,
        members=[METHODOLOGIST], bot="admin",
    )  # fmt: skip
    return int(made["id"])


@pytest.fixture
def started(telegram: Telegram) -> None:
    for person in (TEACHER, METHODOLOGIST):
        telegram.ask("/sim/start", user_id=person)
        telegram.update("message")


def test_a_typed_message_becomes_a_bubble_and_reaches_the_bot(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    browser.open()
    phone = browser.phone("Марина")
    browser.one("textarea", phone).send_keys("Нужна помощь", Keys.ENTER)
    browser.sees(phone, "Нужна помощь")
    assert telegram.update("message")["text"] == "Нужна помощь"
    assert browser.one("textarea", phone).get_attribute("value") == ""


def test_shift_and_enter_break_the_line(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    browser.open()
    field = browser.one("textarea", browser.phone("Марина"))
    field.send_keys("раз", Keys.SHIFT, Keys.ENTER, Keys.NULL, "два", Keys.ENTER)
    assert telegram.update("message")["text"] == "раз\nдва"


def test_the_first_button_starts_the_bot(browser: Browser, telegram: Telegram) -> None:
    browser.open()
    phone = browser.phone("Марина")
    assert browser.all("textarea", phone) == []
    browser.button("Начать", phone).click()
    assert telegram.update("message")["text"] == "/start"
    browser.one("textarea", phone)


def test_a_pressed_button_turns_until_the_bot_answers(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    browser.open()
    telegram.send(TEACHER, "С чем помочь?", ["Тема по предмету"], ["Назад"])
    phone = browser.phone("Марина")
    browser.button("Тема по предмету", phone).click()
    query = telegram.update("callback_query")
    assert query["data"] == "Тема по предмету"
    browser.one(".key[aria-busy] .spinner", phone)
    telegram.bot("answerCallbackQuery", callback_query_id=query["id"], text="Записано")
    browser.wait(lambda: not browser.all(".key[aria-busy]", phone))
    browser.wait(lambda: browser.one(".notice", phone).text == "Записано")
    assert len(browser.all(".notice", phone)) == 1


def test_buttons_of_a_silent_bot_do_not_stop_the_page(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    browser.open()
    labels = [str(number) for number in range(8)]
    telegram.send(TEACHER, "Оцените", labels)
    phone = browser.phone("Марина")
    for label in labels:
        browser.button(label, phone).click()
    browser.one("textarea", phone).send_keys("Есть кто?", Keys.ENTER)
    browser.sees(phone, "Есть кто?")
    assert len(browser.all(".key[aria-busy]", phone)) == len(labels)


def test_an_alert_stays_until_it_is_read(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    browser.open()
    telegram.send(TEACHER, "Сводка", ["Откуда цифры?"])
    phone = browser.phone("Марина")
    browser.button("Откуда цифры?", phone).click()
    query = telegram.update("callback_query")
    telegram.bot(
        "answerCallbackQuery", callback_query_id=query["id"], text="58 работ", show_alert=True
    )
    assert "58 работ" in browser.one("[role=alertdialog]", phone).text
    browser.focused().send_keys(Keys.ESCAPE)
    browser.wait(lambda: not browser.all("[role=alertdialog]", phone))


def test_an_edit_keeps_the_focus_on_the_keyboard(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    browser.open()
    message_id = telegram.send(TEACHER, "Что преподаёте?", ["Физика"], ["Дальше"])
    key = browser.button("Физика", browser.phone("Марина"))
    browser.run("arguments[0].focus()", key)
    key.send_keys(Keys.ENTER)
    query = telegram.update("callback_query")
    keys = [[{"text": one, "callback_data": one}] for one in ("Физика ✓", "Дальше")]
    telegram.bot(
        "editMessageReplyMarkup", chat_id=TEACHER, message_id=message_id,
        reply_markup={"inline_keyboard": keys},
    )  # fmt: skip
    telegram.bot("answerCallbackQuery", callback_query_id=query["id"])
    browser.wait(lambda: browser.focused().text == "Физика ✓")


def test_a_reply_keyboard_sends_its_words(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    browser.open()
    telegram.send(TEACHER, "Чем ответите?", reply_markup={"keyboard": [["Готовые ответы"]]})
    phone = browser.phone("Марина")
    browser.button("Готовые ответы", phone).click()
    assert telegram.update("message")["text"] == "Готовые ответы"
    telegram.send(TEACHER, "Хорошо", reply_markup={"remove_keyboard": True})
    browser.wait(lambda: not browser.all(".reply-keyboard", phone))


def test_a_vote_shows_the_results_and_can_be_taken_back(
    browser: Browser, telegram: Telegram, group: int, started: None
) -> None:
    browser.open(f"/#phones={TEACHER}.{group}")
    telegram.bot(
        "sendPoll", chat_id=group, question="Когда?", options=["Четверг", "Пятница"],
        is_anonymous=False,
    )  # fmt: skip
    phone = browser.phone("Марина")
    browser.button("Пятница", phone).click()
    assert telegram.update("poll_answer")["option_ids"] == [1]
    browser.wait(
        lambda: [one.text for one in browser.all(".poll-share", phone)] == ["0 %", "100 %"]
    )
    browser.button("Отменить голос", phone).click()
    assert telegram.update("poll_answer")["option_ids"] == []
    browser.button("Пятница", phone)


def test_markup_in_any_words_stays_words(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    evil = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>"
    telegram.ask("/sim/users", id=HEAD, first_name=evil, last_name=evil)
    telegram.ask("/sim/start", user_id=HEAD)
    chat = telegram.ask(
        "/sim/chats", type="supergroup", title=evil, owner=HEAD, members=[TEACHER], bot="admin"
    )
    telegram.upload(HEAD, chat["id"], "<img src=x onerror=document.title=1>.xlsx")
    telegram.ask("/sim/message", user_id=HEAD, chat_id=chat["id"], text=evil)
    telegram.send(
        chat["id"], evil, [{"text": evil, "callback_data": "1"}, {"text": evil, "url": "https://example.org/?<script>"}],
        entities=[{"type": "text_link", "offset": 0, "length": 4, "url": "javascript:alert(1)"}],
    )  # fmt: skip
    telegram.bot("sendPoll", chat_id=chat["id"], question=evil, options=[evil[:99], "нет"])
    telegram.bot("pinChatMessage", chat_id=chat["id"], message_id=3)
    browser.open(f"/#phones={TEACHER}.{chat['id']},{HEAD}.{HEAD},{HEAD}.list")
    phone = browser.phone("Марина")
    browser.sees(phone, evil)
    browser.button("Люди").click()
    browser.one(".dialog .person")
    assert browser.all("img[src='x']") == []
    assert browser.all("body script") == []
    assert not browser.driver.title.startswith("run")
    schemes = [one.get_attribute("href") or "" for one in browser.all("a")]
    assert not [one for one in schemes if one.startswith("javascript")]


def test_an_attached_file_reaches_the_bot_and_is_shown_with_its_size(
    browser: Browser, telegram: Telegram, started: None, tmp_path: Path
) -> None:
    file = tmp_path / "Протокол <b>№ 2<b>.docx"
    file.write_bytes(b"x" * 2048)
    browser.open()
    phone = browser.phone("Марина")
    browser.button("Прикрепить", phone).click()
    browser.button("Файл").click()
    browser.one("input[type=file]").send_keys(str(file))
    browser.one(".dialog textarea").send_keys("Черновик")
    browser.button("Отправить", browser.one(".dialog")).click()
    message = telegram.update("message")
    assert (message["document"]["file_name"], message["caption"]) == (file.name, "Черновик")
    card = browser.one(".file", phone)
    assert file.name in card.text
    assert "2 КБ" in card.text


def test_a_dropped_file_is_offered_before_it_is_sent(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    browser.open()
    phone = browser.phone("Марина")
    browser.run(
        """
        const transfer = new DataTransfer();
        transfer.items.add(new File(["a;b"], "баллы.csv", {type: "text/csv"}));
        arguments[0].dispatchEvent(new DragEvent("drop", {dataTransfer: transfer, bubbles: true}));
        """,
        browser.one(".messages", phone),
    )
    assert "баллы.csv" in browser.one(".dialog .preview").text
    browser.button("Отправить", browser.one(".dialog")).click()
    assert telegram.update("message", "document")["document"]["file_name"] == "баллы.csv"


def test_a_recorded_voice_reaches_the_bot_with_its_length(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    browser.open()
    phone = browser.phone("Марина")
    browser.button("Записать голосовое", phone).click()
    browser.wait(lambda: browser.one(".record-time", phone).text == "0:01")
    browser.button("Отправить запись", phone).click()
    assert telegram.update("message", "voice")["voice"]["duration"] >= 1
    browser.one(".voice", phone)
    browser.one("textarea", phone)


def test_a_photo_opens_large_and_closes_by_escape(
    browser: Browser, telegram: Telegram, started: None, tmp_path: Path
) -> None:
    file = tmp_path / "board.png"
    file.write_bytes(PICTURE)
    browser.open()
    phone = browser.phone("Марина")
    browser.button("Прикрепить", phone).click()
    browser.button("Фото").click()
    browser.one("input[type=file]").send_keys(str(file))
    browser.button("Отправить", browser.one(".dialog")).click()
    assert telegram.update("message")["photo"]
    image = browser.one(".photo img", phone)
    browser.wait(lambda: browser.run("return arguments[0].naturalWidth", image) == 1)
    image.click()
    browser.one(".lightbox[open]")
    browser.focused().send_keys(Keys.ESCAPE)
    browser.wait(lambda: not browser.all(".lightbox"))


def test_a_reply_from_the_menu_names_the_message(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    message_id = telegram.send(TEACHER, "Вопрос методиста")
    browser.open()
    phone = browser.phone("Марина")
    browser.sees(phone, "Вопрос методиста")
    browser.one(".messages", phone).send_keys(Keys.ARROW_UP, "")
    browser.focused().send_keys(Keys.ENTER)
    browser.button("Ответить").click()
    browser.focused().send_keys("Ответ учителя", Keys.ENTER)
    assert telegram.update("message")["reply_to_message"]["message_id"] == message_id
    assert "Вопрос методиста" in browser.one(".message.out .quote", phone).text


def test_an_own_message_is_edited_from_the_arrow_up(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    browser.open()
    phone = browser.phone("Марина")
    field = browser.one("textarea", phone)
    field.send_keys("Прценты", Keys.ENTER)
    browser.sees(phone, "Прценты")
    field.send_keys(Keys.ARROW_UP)
    field.send_keys(Keys.CONTROL, "a", Keys.NULL, "Проценты", Keys.ENTER)
    assert telegram.update("edited_message")["text"] == "Проценты"
    browser.one(".edited", phone)


def test_an_admin_writes_as_the_group(
    browser: Browser, telegram: Telegram, group: int, started: None
) -> None:
    browser.open(f"/#phones={TEACHER}.{group}")
    phone = browser.phone("Марина")
    browser.button("Писать от имени группы", phone).click()
    browser.one("textarea", phone).send_keys("Протокол готов", Keys.ENTER)
    assert telegram.update("message", "sender_chat")["sender_chat"]["id"] == group
    browser.wait(lambda: "ШМО математики" in browser.one(".author", phone).text)


def test_a_pasted_link_starts_with_its_code(browser: Browser, telegram: Telegram) -> None:
    browser.open()
    browser.button("Открыть по ссылке", browser.phone("Марина")).click()
    name = telegram.bot("getMe")["username"]
    browser.focused().send_keys(f"https://t.me/{name}?start=school1", Keys.ENTER)
    assert telegram.update("message")["text"] == "/start school1"


def test_a_link_of_another_site_is_not_taken_for_a_code(
    browser: Browser, telegram: Telegram
) -> None:
    browser.open()
    browser.button("Открыть по ссылке", browser.phone("Марина")).click()
    browser.focused().send_keys("https://example.org/?start=1", Keys.ENTER)
    assert "не похоже на ссылку" in browser.one(".form-error").text


def test_unread_messages_are_counted_until_the_chat_is_opened(
    browser: Browser, telegram: Telegram, group: int, started: None
) -> None:
    browser.open(f"/#phones={TEACHER}.list")
    for words in ("Раз", "Два"):
        telegram.send(group, words)
    phone = browser.phone("Марина")
    browser.wait(lambda: [one.text for one in browser.all(".badge", phone)] == ["2"])
    browser.one(f'.chat-line[data-chat="{group}"]', phone).click()
    browser.sees(phone, "Два")
    browser.button("К списку чатов", phone).click()
    browser.one(".chats", phone)
    browser.wait(lambda: not browser.all(".badge", phone))


def test_alt_and_arrows_walk_between_phones(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    browser.open()
    browser.one("textarea", browser.phone("Марина")).send_keys(Keys.ALT, Keys.ARROW_RIGHT)
    second = browser.phone("Ольга")
    browser.wait(lambda: browser.run("return arguments[0].matches(':focus-within')", second))
    browser.focused().send_keys("Я здесь", Keys.ENTER)
    assert telegram.update("message")["from"]["id"] == METHODOLOGIST


def test_a_person_is_added_and_renamed(browser: Browser, telegram: Telegram) -> None:
    browser.open()
    browser.button("Люди").click()
    browser.one(".dialog input[name=first_name]").send_keys("Галина Петровна", Keys.ENTER)
    phone = browser.phone("Галина Петровна")
    browser.button("Меню телефона", phone).click()
    browser.button("Переименовать").click()
    browser.focused().send_keys(Keys.CONTROL, "a", Keys.NULL, "Нина", Keys.ENTER)
    browser.phone("Нина")
    assert "Нина" in [one["first_name"] for one in telegram.ask("/sim/users")]


def test_a_narrow_screen_shows_one_phone_and_a_switcher(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    browser.size(390, 844)
    browser.open()
    first, second = browser.phone("Марина"), browser.phone("Ольга")
    assert round(first.size["width"]) == 390
    assert first.location["x"] == 0
    browser.button("Ольга", browser.one("#tabs")).click()
    browser.wait(lambda: browser.run("return arguments[0].getBoundingClientRect().x", second) == 0)
    assert browser.run("return document.documentElement.scrollWidth") <= 390
    browser.one("textarea", second).send_keys("С телефона", Keys.ENTER)
    browser.sees(second, "С телефона")


def test_the_theme_follows_the_system_and_then_the_button(browser: Browser) -> None:
    browser.colour("dark")
    browser.open()

    def theme() -> str:
        return str(browser.run("return document.documentElement.dataset.theme"))

    assert theme() == "dark"
    browser.colour("light")
    browser.wait(lambda: theme() == "light")
    for _ in range(2):
        browser.one("#theme").click()
    assert theme() == "dark"
    browser.open()
    assert theme() == "dark"


def test_no_network_is_ordered_and_ended_by_one_switch(
    browser: Browser, telegram: Telegram
) -> None:
    browser.open()
    switch = browser.one(".net-switch")
    switch.click()
    browser.wait(lambda: switch.get_attribute("aria-checked") == "true")
    (fault,) = telegram.ask("/sim/state")["faults"]
    assert (fault["drop"], fault["method"], fault["times"]) == (True, "*", 0)
    browser.open()
    browser.wait(lambda: browser.one(".net-switch").get_attribute("aria-checked") == "true")
    browser.one(".net-switch").click()
    browser.wait(lambda: telegram.ask("/sim/state")["faults"] == [])


def test_the_clock_is_moved_by_a_day(browser: Browser, telegram: Telegram) -> None:
    telegram.ask("/sim/clock", now="2026-10-06T15:00:00+03:00")
    browser.open()
    browser.wait(lambda: "6 октября" in browser.one(".clock-day").text)
    browser.button("+1 день").click()
    browser.wait(lambda: "7 октября" in browser.one(".clock-day").text)
    assert telegram.ask("/sim/clock")["now"].startswith("2026-10-07T12:0")


def test_the_log_shows_a_call_with_its_parameters(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    browser.open()
    browser.button("Вызовы API").click()
    telegram.send(TEACHER, "Слово для поиска")
    line = browser.wait(
        lambda: next((one for one in browser.all(".call") if "sendMessage" in one.text), None)
    )
    line.click()
    browser.wait(lambda: "Слово для поиска" in line.text)
    browser.one("#calls input[type=search]").send_keys("getMe")
    browser.wait(lambda: not line.is_displayed())


def test_a_long_chat_is_drawn_by_hundreds(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    for number in range(2000):
        telegram.ask("/sim/message", user_id=TEACHER, text=f"Сообщение {number}")
    browser.open(f"/#phones={TEACHER}.{TEACHER}")
    phone = browser.phone("Марина")
    browser.sees(phone, "Сообщение 1999")
    assert len(browser.all(".messages-inner .message", phone)) == 100
    browser.run("arguments[0].scrollTop = 0", browser.one(".messages", phone))
    browser.wait(lambda: len(browser.all(".messages-inner .message", phone)) >= 200)
    assert browser.run("return arguments[0].scrollTop", browser.one(".messages", phone)) > 0


def test_a_group_that_became_a_supergroup_stays_open(browser: Browser, telegram: Telegram) -> None:
    group = telegram.ask("/sim/chats", type="group", title="ШМО", owner=TEACHER, bot="member")
    browser.open(f"/#phones={TEACHER}.{group['id']}")
    new = telegram.ask("/sim/migrate", chat_id=group["id"])["new_chat_id"]
    browser.wait(lambda: str(new) in browser.run("return location.hash"))
    telegram.send(new, "Мы здесь")
    browser.sees(browser.phone("Марина"), "Мы здесь")


def test_a_reset_empties_the_phones_without_complaint(
    browser: Browser, telegram: Telegram, group: int, started: None
) -> None:
    browser.open(f"/#phones={TEACHER}.{group},{METHODOLOGIST}.{METHODOLOGIST}")
    telegram.ask("/sim/reset", now=True)
    browser.one(".chats", browser.phone("Марина"))
    browser.button("Начать", browser.phone("Ольга"))
    assert browser.all(".notice") == []


def test_the_page_finds_the_sandbox_again(
    browser: Browser, telegram: Telegram, started: None
) -> None:
    browser.open()
    phone = browser.phone("Марина")
    port = int(telegram.url.rpartition(":")[2])
    telegram.stop()
    browser.wait(lambda: browser.one("#link-lost").is_displayed())
    telegram.start(port)
    telegram.send(TEACHER, "Снова на связи")
    browser.sees(phone, "Снова на связи")
    browser.wait(lambda: not browser.one("#link-lost").is_displayed())


def test_the_page_parses_no_markup_and_calls_no_other_host() -> None:
    files = [one for one in PAGE.iterdir() if one.suffix in {".js", ".css", ".html", ".svg"}]
    words = {one.name: one.read_text(encoding="utf-8") for one in files}
    parsing = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|DOMParser"
    )
    assert [name for name, text in words.items() if parsing.search(text)] == []
    hosts = re.compile(r"(?:src|href|url|import|fetch)\W{1,3}(?:https?:)?//")
    assert [name for name, text in words.items() if hosts.search(text)] == []


def test_words_stand_out_from_their_background_in_both_themes() -> None:
    css = (PAGE / "base.css").read_text(encoding="utf-8")
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#\w{6});", part))
        for part in css.split('[data-theme="dark"]', 1)
    )
    pairs = (
        ("ink", "card"), ("ink", "bubble-in"), ("ink", "bubble-out"), ("ink-2", "card"),
        ("ink-2", "card-2"), ("ink-2", "bubble-in"), ("meta-out", "bubble-out"),
        ("accent", "card"), ("accent", "accent-soft"), ("accent-ink", "accent"),
        ("link", "bubble-in"), ("link", "bubble-out"), ("danger", "danger-soft"),
        ("good", "accent-soft"), *((f"tint-{number}", "bubble-in") for number in range(7)),
    )  # fmt: skip
    for theme in (light, light | dark):
        weak = [pair for pair in pairs if contrast(theme[pair[0]], theme[pair[1]]) < 4.5]
        assert weak == []


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
