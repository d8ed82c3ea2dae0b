"""The upload page in a real browser, at the size of a phone, from the demo's chat and back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("selenium.webdriver", reason="selenium is not installed")

from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.browser import Browser, driver
from tests.test_demo import ROOT, Demo, opened, picture, upload

__all__ = ["driver"]

OGE = ROOT / "examples" / "results" / "oge_protocol_rus9.xlsx"
ANNA = 201
PHONE = (360, 740)


@pytest.fixture(scope="module")
def one_demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    made = Demo(tmp_path_factory.mktemp("demo") / "demo")
    yield made
    made.kill()


def offered(driver: WebDriver, demo: Demo) -> tuple[Browser, str]:
    """A browser, and the address Anna is given after she sent what must not be sent."""
    browser = opened(driver, demo, f"{ANNA}.{ANNA}")
    old = addresses(demo)
    upload(demo, ANNA, OGE)
    browser.wait(lambda: "Получить ссылку" in labels(demo))
    demo.ask("/sim/press", user_id=ANNA, label="Получить ссылку")
    new: set[str] = browser.wait(lambda: addresses(demo) - old)
    return browser, new.pop()


def keys(demo: Demo) -> list[dict[str, str]]:
    """All keys under the bot's messages to Anna."""
    said = demo.ask(f"/sim/chat/{ANNA}")["messages"]
    return [key for one in said for row in one.get("keyboard") or () for key in row]


def labels(demo: Demo) -> list[str]:
    return [key["text"] for key in keys(demo)]


def addresses(demo: Demo) -> set[str]:
    return {key["url"] for key in keys(demo) if "url" in key}


def at_the_page(browser: Browser, address: str, *, colour: str = "light") -> None:
    browser.size(*PHONE)
    browser.colour(colour)
    browser.driver.get(address)
    browser.one("h1")


def choose(browser: Browser, path: Path) -> None:
    browser.one("#file").send_keys(str(path))


def reads(browser: Browser, words: str) -> None:
    browser.wait(lambda: words in browser.one("main").text)


def complaints(browser: Browser) -> list[str]:
    """What the browser itself objects to: a policy that is broken, a script that fails."""
    return [one["message"] for one in browser.driver.get_log("browser") if one["level"] == "SEVERE"]


def slow_down(browser: Browser, bytes_a_second: int) -> None:
    browser.driver.execute_cdp_cmd("Network.enable", {})
    browser.driver.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": 0,
            "downloadThroughput": -1,
            "uploadThroughput": bytes_a_second,
        },
    )


def test_a_protocol_goes_by_the_page_and_its_preview_stands_in_the_chat(
    driver: WebDriver, one_demo: Demo
) -> None:
    browser, address = offered(driver, one_demo)
    complaints(browser)
    for colour in ("dark", "light"):
        at_the_page(browser, address, colour=colour)
        picture(browser, "upload-page-dark" if colour == "dark" else "upload-page")
        assert browser.run("return document.documentElement.scrollWidth") <= PHONE[0]

    choose(browser, OGE)
    browser.wait(lambda: browser.one("#name").text == OGE.name)
    browser.one("#send").click()
    reads(browser, "Вернитесь в Telegram")
    picture(browser, "upload-page-done")
    assert browser.one("h1").text == "Файл получен"
    assert browser.focused().get_attribute("id") == "heading"
    assert complaints(browser) == []

    # Nobody knows whose link this is: the page speaks the language of the browser.
    at_the_page(browser, address)
    reads(browser, "15")
    assert browser.all("form") == []
    phone = opened(driver, one_demo, f"{ANNA}.{ANNA}").phone("Анна")
    browser.sees(phone, "ОГЭ-2026, русский язык, 9 класс")
    browser.button("Отмена", phone).click()


def test_a_sending_is_watched_cancelled_and_made_again(
    driver: WebDriver, one_demo: Demo, tmp_path: Path
) -> None:
    browser, address = offered(driver, one_demo)
    large = tmp_path / "large.csv"
    large.write_bytes(b"a;b\n" * (1 << 19))
    at_the_page(browser, address)
    slow_down(browser, 200_000)
    try:
        choose(browser, large)
        browser.one("#send").click()
        browser.wait(lambda: 10 <= int(browser.one("#percent").text.split()[0]) < 90)
        picture(browser, "upload-page-sending")
        assert not browser.one("#send").is_displayed()
        browser.one("#cancel").click()
        reads(browser, "Отправка отменена")
    finally:
        slow_down(browser, -1)

    choose(browser, OGE)
    browser.one("#send").click()
    reads(browser, "Вернитесь в Telegram")


def test_too_large_a_file_is_told_before_it_is_sent(
    driver: WebDriver, one_demo: Demo, tmp_path: Path
) -> None:
    browser, address = offered(driver, one_demo)
    large = tmp_path / "large.xlsx"
    with large.open("wb") as file:
        os.truncate(file.fileno(), 40 << 20)
    at_the_page(browser, address)

    choose(browser, large)
    reads(browser, "Файл больше 20 МБ")
    picture(browser, "upload-page-too-big")
    assert not browser.one("#send").is_enabled()

    choose(browser, OGE)
    browser.wait(lambda: browser.one("#send").is_enabled())
    assert "20 МБ, ничего" not in browser.one("main").text


def test_the_page_works_without_a_script(driver: WebDriver, one_demo: Demo) -> None:
    browser, address = offered(driver, one_demo)
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        at_the_page(browser, address)
        choose(browser, ROOT / "README.md")
        choose(browser, OGE)
        browser.one("#send").click()
        reads(browser, "Вернитесь в Telegram")
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_page_is_used_by_keyboard_and_said_by_a_reader(
    driver: WebDriver, one_demo: Demo
) -> None:
    browser, address = offered(driver, one_demo)
    at_the_page(browser, address)

    order = []
    for _ in range(2):
        ActionChains(driver).send_keys(Keys.TAB).perform()
        order.append(browser.focused().get_attribute("id"))
    assert order == ["file", "send"]

    named = browser.one("#file").accessible_name
    assert "Выбрать файл" in named
    assert browser.one("#notice").get_attribute("role") == "status"
    choose(browser, OGE)
    browser.one("#send").send_keys(Keys.ENTER)
    reads(browser, "Вернитесь в Telegram")


def test_a_dropped_file_is_taken(driver: WebDriver, one_demo: Demo) -> None:
    browser, address = offered(driver, one_demo)
    at_the_page(browser, address)
    browser.run(
        "const one = new DataTransfer();"
        "one.items.add(new File(['a;b\\n1;2\\n'], 'dropped.csv'));"
        "document.getElementById('drop').dispatchEvent("
        "new DragEvent('drop', {dataTransfer: one, bubbles: true, cancelable: true}));"
    )

    browser.wait(lambda: browser.one("#name").text == "dropped.csv")
    browser.one("#send").click()
    reads(browser, "Вернитесь в Telegram")
