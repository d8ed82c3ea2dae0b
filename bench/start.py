"""Seconds from the start of the process to its first poll, and its memory when idle."""

from __future__ import annotations

import asyncio
import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.contest import ROOT, Arena, Bot, resident_mb


@dataclass(frozen=True)
class Start:
    """One start."""

    seconds: float
    idle_mb: float


async def start(arena: Arena, bot: Bot) -> Start:
    """Start a bot on the directory it was started on before, as an operator restarts it."""
    with tempfile.TemporaryDirectory() as scratch:
        directory = Path(scratch)
        bot.prepare(directory, ())
        await _start(arena, bot, directory)
        return await _start(arena, bot, directory)


async def _start(arena: Arena, bot: Bot, directory: Path) -> Start:
    before = await _polls(arena)
    began = time.monotonic()
    process = subprocess.Popen(
        bot.command(arena.url, directory),
        env={**os.environ, **bot.environment(arena.url, directory)},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while await _polls(arena) == before:
            await asyncio.sleep(0.01)
        seconds = time.monotonic() - began
        await asyncio.sleep(3)
        return Start(seconds, resident_mb(process.pid))
    finally:
        process.kill()
        process.wait()


async def _polls(arena: Arena) -> int:
    """Asking who it is, is the first thing every bot does once it is up; then it polls."""
    state = await arena.get("/sim/state")
    return int(state["calls_by_method"].get("getMe", 0))


async def row(arena: Arena, bots: Sequence[Bot]) -> dict[str, Start]:
    """Every contestant, by name."""
    return {bot.name: await start(arena, bot) for bot in bots}
