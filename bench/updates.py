"""Updates a second: the difficulty dialogue of many teachers, durable, against the peers.

Everything waits before a bot starts ("at once"), so the bot is what limits. The second row is
the same with every send answered 50 ms later, as over a real network.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.contest import PEER_PYTHON, TOKEN, Arena, Bot, Finish, Run, compete, median

PEERS = Path(__file__).parent / "peers"
TEXTS = ("/ask", "Тема по предмету", "Задачи на проценты", "6", "Считают верно")
SEND = "Отправить"


@dataclass(frozen=True)
class Entry:
    """A contestant of this row, and how its people end the dialogue."""

    bot: Bot
    finish: Finish


async def press_send(arena: Arena, people: Sequence[int]) -> None:
    """Everybody presses the button under the check screen."""
    for one in people:
        await arena.post("/sim/press", user_id=one, label=SEND)


async def write_send(arena: Arena, people: Sequence[int]) -> None:
    """Everybody writes the word (to those who show no signed button)."""
    await arena.write(people, [SEND])


def _peer(name: str, script: str) -> Bot:
    return Bot(
        name,
        lambda url, directory: [
            str(PEER_PYTHON),
            str(PEERS / script),
            url,
            str(directory / "peer.db"),
        ],
    )


def _prepare(directory: Path, people: Sequence[int]) -> None:
    from datetime import UTC, datetime

    from db.engine import open_engine
    from db.migrations.upgrade import upgrade
    from db.units import Units
    from services.access import Role
    from tests.cast import build_district, register

    engine = open_engine(f"sqlite:///{directory / 'metodbot.db'}")
    upgrade(engine)
    units = Units(engine)
    now = datetime.now(UTC)

    def settle(session):  # type: ignore[no-untyped-def]
        places = build_district(session)
        for account in people:
            register(
                session,
                account,
                "Teacher",
                Role.TEACHER,
                places.school,
                now,
                subjects=("math",),
                classes=("5", "6"),
            )

    units.run_now(settle)
    units.close()


def _environment(url: str, directory: Path) -> dict[str, str]:
    return {
        "METODBOT_TOKEN": TOKEN,
        "METODBOT_API_URL": url,
        "METODBOT_DATA_DIR": str(directory),
        "METODBOT_LISTEN": "",
        "METODBOT_LOG_LEVEL": "ERROR",
    }


WE = Bot(
    "metodbot",
    lambda _url, _directory: [sys.executable, "-m", "bot", "run"],
    prepare=_prepare,
    environment=_environment,
)
ENTRIES = (
    Entry(WE, press_send),
    Entry(_peer("the usual way", "usual_dialog.py"), write_send),
    Entry(_peer("PTB echo", "ptb_echo.py"), write_send),
    Entry(_peer("aiogram echo", "aiogram_echo.py"), write_send),
)


async def row(
    arena: Arena, *, people: int, rounds: int, latency_ms: int, only: Sequence[str] = ()
) -> dict[str, Run]:
    """Every contestant in turn, `rounds` times; medians by name."""
    runs: dict[str, list[Run]] = {}
    for _ in range(rounds):
        for entry in ENTRIES:
            if only and entry.bot.name not in only:
                continue
            run = await compete(
                arena,
                entry.bot,
                people=people,
                texts=TEXTS,
                finish=entry.finish,
                latency_ms=latency_ms,
            )
            runs.setdefault(entry.bot.name, []).append(run)
    return {name: median(found) for name, found in runs.items()}
