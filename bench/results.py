"""Results: a large file against pandas; a school's file from sending to the picture in its group.

`python -m bench.results [--quick]`
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.contest import PEER_PYTHON, ROOT, TOKEN, Arena
from bench.results_files import write_individual_results

ADMINISTRATOR, MEMBER = 7001, 7002
SCHOOL = "edu620000"
SEND = "Отправить в ШМО"
DISTRICT: dict[str, Any] = {
    "region": {
        "name": "Рязанская область",
        "municipalities": [
            {
                "name": "Кадомский муниципальный район",
                "login": "reg62_m010",
                "schools": [
                    {
                        "name": "МБОУ СОШ № 0",
                        "login": SCHOOL,
                        "associations": [{"name": "ШМО учителей математики", "subject": "math"}],
                        "people": [
                            {
                                "name": "Анна",
                                "account": ADMINISTRATOR,
                                "role": "administrator",
                                "consent": True,
                            }
                        ],
                    }
                ],
            }
        ],
    }
}


def large(directory: Path, *, pupils: int, rounds: int) -> None:
    """Both read, reckon and draw the same file, one after another."""
    file = directory / "large.xlsx"
    write_individual_results(file, pupils=pupils, tasks=20)
    ours, peers = [], []
    for _ in range(rounds):
        ours.append(json.loads(_run(sys.executable, "-m", "bench.our_results", file, "/dev/null")))
        script = ROOT / "bench" / "peers" / "pandas_results.py"
        answer = _run(PEER_PYTHON, script, file, directory / "peer.png").split()
        peers.append((float(answer[0]), float(answer[1])))
    we = sorted(ours, key=lambda one: one["seconds"])[rounds // 2]
    seconds, memory = sorted(peers)[rounds // 2]
    heaviest = max(we["parser_and_analysis_mb"])
    print(f"\n## {pupils} pupils x 20 tasks: read, reckon, draw\n")
    print("| | seconds | heaviest process, MB | we / it | promised |")
    print("|---|---|---|---|---|")
    print(f"| metodbot | {we['seconds']:.1f} | {heaviest:.0f} | | |")
    print(
        f"| pandas with openpyxl, matplotlib | {seconds:.1f} | {memory:.0f} | "
        f"{seconds / we['seconds']:.1f}x faster, {heaviest / memory:.2f} of the memory "
        "| >= 8x, <= 0.5 |"
    )
    print(
        f"\nEvent loop late by at most {we['lag_ms']:.0f} ms (promised: 100); the bot's own "
        f"process grew by {we['bot_grew_mb']:.0f} MB; processes beside it at most "
        f"{', '.join(f'{mb:.0f}' for mb in we['parser_and_analysis_mb'])} MB; reading alone "
        f"{we['read_seconds']:.1f} s."
    )


async def push(directory: Path) -> None:
    """Seconds from sending a file of 100 pupils to the picture in the group: cold, then warm."""
    first, second = directory / "first.xlsx", directory / "second.xlsx"
    write_individual_results(first, pupils=100, tasks=20)
    write_individual_results(second, pupils=100, tasks=20, year=2025)
    async with Arena() as arena:
        await arena.post("/sim/reset")
        for one, name in ((ADMINISTRATOR, "Анна"), (MEMBER, "Пётр")):
            await arena.post("/sim/users", id=one, first_name=name)
        process = _start(arena.url, directory / "data")
        try:
            await _until(arena, lambda state: state["calls_by_method"].get("setMyCommands", 0) > 0)
            chat = await arena.post(
                "/sim/chats",
                type="supergroup",
                title="Group",
                owner=MEMBER,
                members=[ADMINISTRATOR],
                bot="member",
            )
            _link(directory / "data", chat["id"])
            print("\n## 100 pupils: from sending the file to the picture in the group\n")
            for name, file, title in (("cold", first, "ВПР-2026"), ("warm", second, "ВПР-2025")):
                seconds = await _push(arena, chat["id"], file, title)
                print(f"- {name}: {seconds:.1f} s (promised: 3)")
        finally:
            process.kill()
            process.wait()


async def _push(arena: Arena, group: int, file: Path, title: str) -> float:
    before = await _pictures(arena, group)
    began = time.monotonic()
    await arena.send_file(ADMINISTRATOR, file)
    async with asyncio.timeout(30):
        while title not in json.dumps(
            await arena.get(f"/sim/chat/{ADMINISTRATOR}"), ensure_ascii=False
        ):
            await asyncio.sleep(0.01)
        await arena.post("/sim/press?wait=20", user_id=ADMINISTRATOR, label=SEND)
        while await _pictures(arena, group) == before:
            await asyncio.sleep(0.01)
    return time.monotonic() - began


async def _pictures(arena: Arena, group: int) -> int:
    messages = (await arena.get(f"/sim/chat/{group}"))["messages"]
    return sum("photo" in json.dumps(one) for one in messages)


async def _until(arena: Arena, there: Callable[[dict[str, Any]], bool]) -> None:
    async with asyncio.timeout(30):
        while not there(await arena.get("/sim/state")):
            await asyncio.sleep(0.02)


def _start(url: str, data: Path) -> subprocess.Popen[bytes]:
    from datetime import UTC, datetime

    from db.engine import open_engine
    from db.migrations.upgrade import upgrade
    from db.units import Units
    from services.district import load_district
    from services.work import Work

    data.mkdir()
    engine = open_engine(f"sqlite:///{data / 'metodbot.db'}")
    upgrade(engine)
    units = Units(engine)
    now = datetime.now(UTC)
    units.run_now(lambda session: load_district(Work(session, now), DISTRICT))
    units.close()
    engine.dispose()
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        env={
            **os.environ,
            "METODBOT_TOKEN": TOKEN,
            "METODBOT_API_URL": url,
            "METODBOT_DATA_DIR": str(data),
            "METODBOT_LISTEN": "",
            "METODBOT_LOG_LEVEL": "ERROR",
        },
        cwd=ROOT,
    )


def _link(data: Path, chat_id: int) -> None:
    import sqlite3

    with sqlite3.connect(data / "metodbot.db", timeout=10) as database:
        (scope,) = database.execute("SELECT id FROM scope WHERE level = 'association'").fetchone()
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            changed = database.execute(
                "UPDATE group_chat SET status = 'linked', scope_id = ?, leave_at = NULL "
                "WHERE chat_id = ?",
                (scope, chat_id),
            )
            database.commit()
            if changed.rowcount:
                return
            time.sleep(0.05)
    raise TimeoutError("the bot did not notice its group")


def _run(*command: object) -> str:
    done = subprocess.run(
        [str(one) for one in command], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return done.stdout


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the pupils, one round")
    parser.add_argument("--rounds", type=int, default=3, help="medians of so many")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        asyncio.run(push(Path(scratch)))
        large(
            Path(scratch),
            pupils=10_000 if given.quick else 100_000,
            rounds=1 if given.quick else given.rounds,
        )
