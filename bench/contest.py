"""One contest: the same updates for every bot, each in its own process, one after another."""

from __future__ import annotations

import asyncio
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

TOKEN = "123456:bench-token-000000000000000000000"
ROOT = Path(__file__).resolve().parent.parent
PEER_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
CLOCK_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Bot:
    """A contestant: how its process is started, and what it needs before."""

    name: str
    command: Callable[[str, Path], list[str]]
    prepare: Callable[[Path, Sequence[int]], None] = lambda _directory, _people: None
    environment: Callable[[str, Path], dict[str, str]] = lambda _url, _directory: {}


@dataclass(frozen=True)
class Run:
    """One measured run."""

    updates_per_second: float
    cpu_ms: float
    peak_mb: float


class Arena:
    """Starts and stops the server; gives people and updates."""

    def __init__(self) -> None:
        self.url = ""
        self._server: subprocess.Popen[str] | None = None
        self._http: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Arena:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "bench.server", "0"], stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert self._server.stdout is not None
        self.url = self._server.stdout.readline().strip()
        self._http = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._http is not None
        assert self._server is not None
        await self._http.close()
        self._server.kill()
        self._server.wait()

    async def post(self, path: str, **body: Any) -> Any:
        assert self._http is not None
        async with self._http.post(self.url + path, json=body) as answer:
            return await answer.json()

    async def get(self, path: str) -> Any:
        assert self._http is not None
        async with self._http.get(self.url + path) as answer:
            return await answer.json()

    async def send_file(self, person: int, file: Path) -> None:
        """Somebody sends a document to the bot."""
        assert self._http is not None
        form = aiohttp.FormData()
        form.add_field("user_id", str(person))
        form.add_field("document", file.read_bytes(), filename=file.name)
        async with self._http.post(f"{self.url}/sim/message", data=form) as answer:
            assert answer.status == 200, await answer.text()

    async def answers(self) -> int:
        """How many messages the bot has shown or changed."""
        calls = (await self.get("/sim/state"))["calls_by_method"]
        return int(calls.get("sendMessage", 0) + calls.get("editMessageText", 0))

    async def people(self, count: int) -> list[int]:
        return [
            int((await self.post("/sim/users", first_name=f"Teacher {n}"))["id"])
            for n in range(count)
        ]

    async def write(self, people: Sequence[int], texts: Sequence[str]) -> None:
        """Everybody's first text, then everybody's second …: waiting before the bot starts."""
        for text in texts:
            await asyncio.gather(
                *(self.post("/sim/message", user_id=one, text=text) for one in people)
            )


Finish = Callable[["Arena", Sequence[int]], Awaitable[None]]


async def compete(
    arena: Arena,
    bot: Bot,
    *,
    people: int,
    texts: Sequence[str],
    finish: Finish | None = None,
    latency_ms: int = 0,
) -> Run:
    """Let one bot answer everything that waits; `finish` gives everybody one last update.

    While the last updates are laid out the bot is stopped by a signal, so that they too wait for
    it and not it for them.
    """
    await arena.post("/sim/reset")
    ids = await arena.people(people)
    if latency_ms:
        for method in ("sendMessage", "editMessageText"):
            await arena.post("/sim/fault", method=method, latency_ms=latency_ms, times=0)
    await arena.write(ids, texts)
    with tempfile.TemporaryDirectory() as scratch:
        directory = Path(scratch)
        bot.prepare(directory, ids)
        process = subprocess.Popen(
            bot.command(arena.url, directory),
            env={**os.environ, **bot.environment(arena.url, directory)},
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            first = await _measure(arena, process.pid, expected=people * len(texts))
            if finish is None:
                return first.run(process.pid)
            process.send_signal(signal.SIGSTOP)
            await finish(arena, ids)
            process.send_signal(signal.SIGCONT)
            second = await _measure(arena, process.pid, expected=people)
            return (first + second).run(process.pid)
        finally:
            process.kill()
            process.wait()


@dataclass(frozen=True)
class Stretch:
    """Answers given in some seconds, with the processor time they took."""

    answers: int
    seconds: float
    cpu: float

    def __add__(self, other: Stretch) -> Stretch:
        return Stretch(
            self.answers + other.answers, self.seconds + other.seconds, self.cpu + other.cpu
        )

    def run(self, pid: int) -> Run:
        return Run(self.answers / self.seconds, self.cpu * 1000 / self.answers, _peak_mb(pid))


async def _measure(arena: Arena, pid: int, *, expected: int) -> Stretch:
    """From the first answer to the last; starting up is a row of its own."""
    base = await arena.answers()
    first = last = 0
    began = cpu_began = 0.0
    deadline = time.monotonic() + 300
    while last < expected:
        last = await arena.answers() - base
        if last and not first:
            first, began, cpu_began = last, time.monotonic(), _cpu(pid)
        if time.monotonic() > deadline:
            raise TimeoutError(f"{last} of {expected} answers")
        await asyncio.sleep(0.01)
    return Stretch(last - first, time.monotonic() - began, _cpu(pid) - cpu_began)


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / CLOCK_TICKS


def _peak_mb(pid: int) -> float:
    return _memory_mb(pid, "VmHWM")


def resident_mb(pid: int) -> float:
    """What a process holds in memory now."""
    return _memory_mb(pid, "VmRSS")


def _memory_mb(pid: int, field: str) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(one for one in status.splitlines() if one.startswith(field))
    return int(line.split()[1]) / 1024


def median(runs: Sequence[Run]) -> Run:
    """The median of each figure."""
    return Run(
        statistics.median(run.updates_per_second for run in runs),
        statistics.median(run.cpu_ms for run in runs),
        statistics.median(run.peak_mb for run in runs),
    )
