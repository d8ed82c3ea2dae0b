"""A crowd in mid-dialogue, and the bot as an operator runs it: for tests that kill it."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import aiohttp
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models.assistance import Difficulty
from db.models.delivery import Outbox, OutboxStatus
from db.models.dialogs import Dialog
from db.models.intake import Inbox, InboxStatus
from db.models.people import Person
from db.units import Units
from sandbox import Sandbox
from services.access import Role
from services.clock import SystemClock
from tests.cast import build_district, register
from tests.stage import TOKEN

FIRST_ACCOUNT = 10_000
ROOT = Path(__file__).resolve().parent.parent
FIRST_STEPS = ("/ask", "Тема по предмету", "Задачи на проценты", "6")
LAST_STEP = "Отправить"


class Process:
    """The bot as an operator runs it; it dies without warning and is started again."""

    def __init__(self, url: str, directory: Path, database_url: str, **more: str) -> None:
        directory.mkdir(exist_ok=True)
        self._log = directory / "bot.log"
        self._environment = {
            **os.environ,
            "METODBOT_TOKEN": TOKEN,
            "METODBOT_API_URL": url,
            "METODBOT_DATABASE_URL": database_url,
            "METODBOT_DATA_DIR": str(directory),
            "METODBOT_CACHE_DIR": str(Path(tempfile.gettempdir()) / "metodbot-tests-cache"),
            "METODBOT_LISTEN": "",
            "METODBOT_LOG_LEVEL": "WARNING",
            **{f"METODBOT_{name.upper()}": value for name, value in more.items()},
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                env=self._environment,
                cwd=ROOT,
                stdout=log,
                stderr=log,
            )

    def kill(self) -> None:
        assert self._process is not None
        assert self._process.poll() is None, self._log.read_text()[-2000:]
        self._process.kill()
        self._process.wait()

    def stop(self) -> float:
        """Ask it to stop; how many seconds it took."""
        assert self._process is not None
        began = time.monotonic()
        self._process.terminate()
        assert self._process.wait(timeout=15) == 0, self._log.read_text()[-2000:]
        return time.monotonic() - began

    def end(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()


def steps_of(teacher: int) -> tuple[str, ...]:
    return (*FIRST_STEPS, f"Слова учителя {teacher}")


def settle_teachers(session: Session, teachers: int) -> None:
    places = build_district(session)
    now = SystemClock().now()
    for number in range(teachers):
        register(
            session,
            FIRST_ACCOUNT + number,
            f"Учитель {number}",
            Role.TEACHER,
            places.school,
            now,
            subjects=("math",),
            classes=("5", "6"),
        )


async def write_all(url: str, teachers: int) -> int:
    """Everybody's dialogue, in waves, while the bot comes and goes; how many messages."""
    async with aiohttp.ClientSession() as http:

        async def post(path: str, **body: object) -> None:
            async with http.post(url + path, json=body) as answer:
                assert answer.status == 200, await answer.text()

        for number in range(teachers):
            await post("/sim/users", id=FIRST_ACCOUNT + number, first_name=f"Учитель {number}")
        dialogues = [steps_of(number) for number in range(teachers)]
        for wave in zip(*dialogues, strict=True):
            for number, text in enumerate(wave):
                await post("/sim/message", user_id=FIRST_ACCOUNT + number, text=text)
                await asyncio.sleep(0.012)
        for number in range(teachers):
            await press_when_there(http, url, FIRST_ACCOUNT + number)
    return teachers * (len(dialogues[0]) + 1)


async def press_when_there(http: aiohttp.ClientSession, url: str, account: int) -> None:
    """Press as soon as the button has come; the bot may be dead just now."""
    body = {"user_id": account, "label": LAST_STEP}
    async with asyncio.timeout(90):
        while True:
            async with http.post(f"{url}/sim/press", json=body) as answer:
                if answer.status == 200:
                    return
            await asyncio.sleep(0.1)


def waiting(session: Session) -> int:
    updates = session.scalar(
        select(func.count()).select_from(Inbox).where(Inbox.status == InboxStatus.WAITING)
    )
    letters = session.scalar(
        select(func.count()).select_from(Outbox).where(Outbox.status < OutboxStatus.SENT)
    )
    return int(updates or 0) + int(letters or 0)


async def until_quiet(sandbox: Sandbox, units: Units, expected: int) -> None:
    async with asyncio.timeout(120):
        while True:
            handled = await units.run(
                lambda s: s.scalar(
                    select(func.count()).select_from(Inbox).where(Inbox.status == InboxStatus.DONE)
                )
            )
            if handled == expected and await units.run(waiting) == 0:
                return
            await asyncio.sleep(0.2)


def check(session: Session, teachers: int, expected: int) -> None:
    """Every update handled once, one difficulty of every teacher, in the order it was told."""
    statuses = Counter(session.scalars(select(Inbox.status)))
    assert statuses == {InboxStatus.DONE: expected}
    assert session.scalar(select(func.count()).select_from(Dialog)) == 0
    told = session.execute(
        select(Person.account, Difficulty.item, Difficulty.class_label, Difficulty.text).join(
            Person, Person.id == Difficulty.reporter_id
        )
    ).all()
    assert sorted(row.account for row in told) == [FIRST_ACCOUNT + n for n in range(teachers)]
    for row in told:
        assert (row.item, row.class_label) == ("math_percent", "6")
        assert row.text == f"Слова учителя {row.account - FIRST_ACCOUNT}"


async def confirmations(url: str, account: int) -> int:
    async with aiohttp.ClientSession() as http, http.get(f"{url}/sim/chat/{account}") as answer:
        messages = (await answer.json())["messages"]
    return sum("Принято" in (message.get("text") or "") for message in messages)
