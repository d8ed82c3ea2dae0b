"""`metodbot demo` as a newcomer meets it: in a process of its own, through a real browser."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("selenium.webdriver", reason="selenium is not installed")

from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.keys import Keys

from tests.browser import Browser, driver

__all__ = ["driver"]

ROOT = Path(__file__).resolve().parent.parent
PICTURES = os.environ.get("METODBOT_PICTURES")
"""Where pictures for the documentation are written, when they are to be renewed."""
GROUP = "ШМО математики, школа № 106"


class Demo:
    """The demo in a process of its own."""

    def __init__(self, directory: Path, *flags: str) -> None:
        self._flags = flags
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self._directory = directory
        self.start()

    def start(self) -> None:
        began = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "demo", "--no-browser", "--port", str(self.port)]
            + ["--data", str(self._directory), *self._flags],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        assert self.url in self.process.stdout.readline()
        self.seconds_to_open = time.monotonic() - began

    def ask(self, path: str, **body: Any) -> Any:
        data = json.dumps(body).encode() if body else None
        request = urllib.request.Request(
            self.url + path, data=data, headers={"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def group(self) -> int:
        chats = self.ask("/sim/chats")
        return next(int(chat["id"]) for chat in chats if chat.get("title") == GROUP)

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=15)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A district whose two years of the past have been played, once for all tests."""
    directory = tmp_path_factory.mktemp("settled") / "demo"
    one = Demo(directory)
    assert one.seconds_to_open < 60
    assert one.stop() == 0
    return directory


@pytest.fixture
def demo(tmp_path: Path, settled: Path) -> Iterator[Demo]:
    shutil.copytree(settled, tmp_path / "demo")
    one = Demo(tmp_path / "demo")
    yield one
    if one.process.poll() is None:
        one.kill()


def picture(browser: Browser, name: str) -> None:
    if PICTURES:
        time.sleep(0.6)
        browser.driver.save_screenshot(str(Path(PICTURES) / f"{name}.png"))


def opened(driver: WebDriver, demo: Demo, phones: str) -> Browser:
    browser = Browser(driver, demo)
    browser.size(1600, 1000)
    browser.colour("light")
    browser.open(f"/#phones={phones}")
    return browser


def test_a_teacher_asks_and_a_methodologist_answers_on_the_page(
    driver: WebDriver, demo: Demo
) -> None:
    browser = opened(driver, demo, "101.101,102.102")
    marina, olga = browser.phone("Марина"), browser.phone("Ольга")

    browser.button("Нужна помощь", marina).click()
    browser.sees(marina, "С чем помочь?")
    picture(browser, "difficulty-groups")
    browser.button("Тема по предмету", marina).click()
    browser.sees(marina, "Что даётся трудно?")
    browser.button("Задачи на проценты", marina).click()
    browser.sees(marina, "В каком классе?")
    browser.button("6", marina).click()
    words = "Считают верно, а какую величину брать за 100 % — угадывают"
    browser.sees(marina, "что уже пробовали")
    browser.one("textarea", marina).send_keys(words, Keys.ENTER)
    browser.sees(marina, "Кто увидит")
    picture(browser, "difficulty-check")
    browser.button("Отправить", marina).click()
    browser.sees(marina, "Принято, обращение")

    browser.sees(olga, words)
    browser.button("Взять", olga).click()
    browser.button("Ответить", olga).click()
    browser.sees(olga, "Можно текстом")
    browser.one("textarea", olga).send_keys("Попробуйте схему-полоску", Keys.ENTER)
    browser.button("Отправить", olga).click()
    browser.sees(marina, "Попробуйте схему-полоску")
    browser.sees(marina, "понятен и к месту")
    picture(browser, "help-desk")
    browser.button("5", marina).click()
    browser.sees(marina, "Хорошо, закрываю")


def test_a_file_of_results_becomes_a_summary_in_the_group(driver: WebDriver, demo: Demo) -> None:
    browser = opened(driver, demo, f"201.201,203.{demo.group()}")
    anna, dmitry = browser.phone("Анна"), browser.phone("Дмитрий")
    for name in ("vpr_individual_math6.xlsx", "vpr_tasks_math6.xlsx"):
        upload(demo, 201, ROOT / "examples" / "results" / name)
        time.sleep(0.5)

    browser.button("Отправить в ШМО", anna).click()
    browser.sees(dmitry, "Обсудим")
    browser.button("1 В план", dmitry).click()
    browser.wait(lambda: "Ваш голос" in browser.one(".notice", dmitry).text)
    picture(browser, "summary")
    browser.colour("dark")
    picture(browser, "summary-dark")


def test_the_page_fits_a_telephone(driver: WebDriver, demo: Demo) -> None:
    browser = opened(driver, demo, "101.101,102.102")
    browser.size(390, 844)
    browser.button("Нужна помощь", browser.phone("Марина")).click()
    browser.sees(browser.phone("Марина"), "С чем помочь?")
    picture(browser, "narrow")

    assert browser.run("return document.documentElement.scrollWidth <= 390")


def test_a_killed_demo_opens_again_where_it_was(driver: WebDriver, demo: Demo) -> None:
    browser = opened(driver, demo, "101.101")
    browser.button("Нужна помощь", browser.phone("Марина")).click()
    browser.sees(browser.phone("Марина"), "С чем помочь?")

    demo.kill()
    demo.start()

    browser.open("/#phones=101.101")
    browser.button("Как построить урок", browser.phone("Марина")).click()
    browser.sees(browser.phone("Марина"), "Что даётся трудно")


@pytest.mark.skipif(not PICTURES, reason="pictures are renewed by `make pictures`")
def test_the_picture_of_the_whole_demo(driver: WebDriver, tmp_path: Path) -> None:
    demo = Demo(tmp_path / "demo", "--tour")
    try:
        assert demo.process.stdout is not None
        while "Показ окончен" not in demo.process.stdout.readline():
            pass
        phones = f"101.101,102.102,201.201,202.{demo.group()}"
        picture(opened(driver, demo, phones), "demo")
    finally:
        demo.kill()


def test_a_taken_port_is_said_and_sigterm_is_a_good_end(demo: Demo, tmp_path: Path) -> None:
    second = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--no-browser", "--port", str(demo.port)]
        + ["--data", str(tmp_path / "second")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert second.returncode == 1
    assert f"Порт {demo.port} занят" in second.stderr
    assert demo.stop() == 0


def upload(demo: Demo, user_id: int, path: Path) -> None:
    """Somebody sends a file to the bot."""
    boundary = b"part-of-the-demo-test"
    head = f'Content-Disposition: form-data; name="document"; filename="{path.name}"'.encode()
    body = b"\r\n".join(
        [
            b"--" + boundary,
            b'Content-Disposition: form-data; name="user_id"',
            b"",
            str(user_id).encode(),
            b"--" + boundary,
            head,
            b"",
            path.read_bytes(),
            b"--" + boundary + b"--",
            b"",
        ]
    )
    request = urllib.request.Request(
        f"{demo.url}/sim/message",
        data=body,
        headers={"Content-Type": f"multipart/form-data; boundary={boundary.decode()}"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        assert answer.status == 200
