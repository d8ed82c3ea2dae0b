"""What people say and who they are stays out of logs and metrics, however much is logged."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import structlog

from bot.logs import RedactingFilter, impersonal, set_up_logs, told
from db.engine import open_engine
from db.migrations.upgrade import upgrade
from db.units import Units
from sandbox import Sandbox
from services.access import Role
from services.clock import SystemClock
from tests.cast import build_district, register
from tests.databases import sqlite_url
from tests.stage import TOKEN

ROOT = Path(__file__).resolve().parent.parent.parent
TEACHER, STRANGER = 501, 502
SURNAME, LATIN, PHONE = "Канарейкина", "Canaryson", "79991234567"
WORDS = "канареечные слова"
SECRETS = (SURNAME, LATIN, PHONE, WORDS, "канар", TOKEN, TOKEN.split(":")[1], "секрет.xlsx")


@pytest.fixture
def put_back() -> Iterator[None]:
    yield
    set_up_logs("WARNING")


def test_an_error_is_told_without_the_words_it_quotes() -> None:
    try:
        try:
            int(SURNAME)
        except ValueError as error:
            raise KeyError(LATIN) from error
    except KeyError as error:
        words = told(error)
    assert "KeyError" in words
    assert "ValueError: invalid literal for int()" in words
    assert "test_logs.py" in words
    assert not [one for one in SECRETS if one in words]


@pytest.mark.parametrize("words", [f"call +{PHONE} now", "8 (999) 123-45-67", f"bot{TOKEN}/getMe"])
def test_numbers_of_people_and_the_token_are_no_part_of_an_error(words: str) -> None:
    assert "999" not in impersonal(words)
    assert TOKEN not in impersonal(words)


def test_a_library_logs_in_the_same_shape_as_we_do(
    put_back: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.StringIO()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", out)
        set_up_logs("INFO")
        logging.getLogger("alembic.runtime.migration").info("Running upgrade %s", "0001")

    line = json.loads(out.getvalue())
    assert line["event"] == "Running upgrade 0001"
    assert (line["level"], line["logger"]) == ("info", "alembic.runtime.migration")


def test_a_library_that_logs_an_error_by_itself_is_redacted_too() -> None:
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.addFilter(RedactingFilter())
    logger = logging.getLogger("tests.logs")
    logger.addHandler(handler)
    try:
        raise ValueError(f"{SURNAME} {TOKEN}")
    except ValueError:
        logger.exception("failed for %s", SURNAME)
    finally:
        logger.removeHandler(handler)
    assert "ValueError" in out.getvalue()
    assert not [one for one in SECRETS if one in out.getvalue()]


def test_an_exception_in_our_own_log_is_one_json_line(
    put_back: None, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs("DEBUG")
    try:
        raise ValueError(SURNAME)
    except ValueError:
        structlog.get_logger().exception("update_failed", update_id=5)
    line = json.loads(capsys.readouterr().err)
    assert line["event"] == "update_failed"
    assert "ValueError" in line["exception"]
    assert SURNAME not in line["exception"]


def settle(url: str) -> None:
    engine = open_engine(url)
    upgrade(engine)
    units = Units(engine)
    now = SystemClock().now()

    def write(session: Any) -> None:
        places = build_district(session)
        name = f"{SURNAME} {LATIN}"
        register(session, TEACHER, name, Role.TEACHER, places.school, now, subjects=("math",))

    units.run_now(write)
    units.close()
    engine.dispose()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


async def live(http: aiohttp.ClientSession, url: str) -> None:
    """A teacher and a stranger do a little of everything; Telegram fails a little of it."""

    async def post(path: str, **body: Any) -> Any:
        async with http.post(url + path, json=body) as answer:
            return await answer.json()

    for account in (TEACHER, STRANGER):
        await post("/sim/users", id=account, first_name=SURNAME, last_name=LATIN)
        await post("/sim/start", user_id=account, payload=f"i_{LATIN}{LATIN}")
    await post("/sim/fault", method="sendMessage", code=500, times=2)
    await post("/sim/fault", method="sendMessage", code=400, description="Bad Request: no", times=1)
    await post("/sim/fault", method="getFile", code=502, times=3)
    for words in ("/ask", WORDS, f"{WORDS} {PHONE}", "\u202e" + WORDS, WORDS * 400):
        for account in (TEACHER, STRANGER):
            await post("/sim/message", user_id=account, text=words)
    contact = {"phone_number": PHONE, "first_name": SURNAME}
    await post("/sim/message", user_id=STRANGER, contact=contact)
    await post("/sim/press", user_id=TEACHER, data=f"1forged:{LATIN}:AAAAAAAA")
    form = aiohttp.FormData({"user_id": str(TEACHER)})
    form.add_field("document", b"PK\x03\x04" + WORDS.encode(), filename=f"{WORDS} секрет.xlsx")
    async with http.post(f"{url}/sim/message", data=form) as answer:
        assert answer.status == 200


async def quiet(http: aiohttp.ClientSession, url: str) -> None:
    async with asyncio.timeout(60):
        calm, calls = 0, -1
        while calm < 15:
            async with http.get(f"{url}/sim/state") as answer:
                state = await answer.json()
            still = state["pending_updates"] == 0 and state["calls"] == calls and calls > 10
            calm, calls = calm + 1 if still else 0, state["calls"]
            await asyncio.sleep(0.1)


def running(url: str, database: str, port: int, log: Path) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "METODBOT_TOKEN": TOKEN,
        "METODBOT_API_URL": url,
        "METODBOT_DATABASE_URL": database,
        "METODBOT_DATA_DIR": str(log.parent),
        "METODBOT_CACHE_DIR": str(Path(tempfile.gettempdir()) / "metodbot-tests-cache"),
        "METODBOT_LISTEN": f"127.0.0.1:{port}",
        "METODBOT_LOG_LEVEL": "DEBUG",
    }
    with log.open("wb") as target:
        return subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            env=environment,
            cwd=ROOT,
            stdout=target,
            stderr=target,
        )


async def test_nobody_is_in_the_logs_or_the_metrics_at_debug_level(tmp_path: Path) -> None:
    database = sqlite_url(tmp_path)
    await asyncio.to_thread(settle, database)
    sandbox = Sandbox()
    url = await sandbox.start()
    port = free_port()
    log = tmp_path / "log"
    process = running(url, database, port, log)
    try:
        async with aiohttp.ClientSession() as http:
            await live(http, url)
            await quiet(http, url)
            async with http.get(f"http://127.0.0.1:{port}/metrics") as answer:
                metrics = await answer.text()
        process.terminate()
        assert await asyncio.to_thread(process.wait, 15) == 0
    finally:
        process.kill()
        await sandbox.stop()
    written = log.read_text(encoding="utf-8")
    assert "letter_lost" in written
    assert not [one for one in SECRETS if one.lower() in written.lower()]
    assert not [one for one in SECRETS if one.lower() in metrics.lower()]
    assert str(TEACHER) not in metrics
