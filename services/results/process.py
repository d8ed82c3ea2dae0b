"""A parser process of its own for every file: bounded, watched and killable."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from services.results.limits import Limits
from services.results.memory import resident_bytes
from services.results.refusal import FileRefused

TICK_SECONDS = 0.05
_ROOT = Path(__file__).resolve().parents[2]
_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH")


def run(arguments: Sequence[str], limits: Limits) -> bytes:
    """What `services.results.worker` printed.

    Raises FileRefused: "timeout" past the wall or CPU time, "hostile" when it died or grew too big.
    """
    command = [sys.executable, "-P", "-s", "-m", "services.results.worker", *arguments]
    with subprocess.Popen(  # noqa: S603 - our own interpreter, arguments are paths and numbers
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
    ) as process:
        try:
            return _watch(process, limits)
        finally:
            process.kill()


def environment() -> dict[str, str]:
    """What the parser inherits: enough to start an interpreter, no secrets of the bot."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"}


def _watch(process: subprocess.Popen[bytes], limits: Limits) -> bytes:
    answer = bytearray()
    reader = threading.Thread(target=_read, args=(process, answer, limits.answer_bytes))
    reader.start()
    deadline = time.monotonic() + limits.wall_seconds
    while True:
        reader.join(TICK_SECONDS)
        if not reader.is_alive():
            break
        _stop_if_over(process, limits, deadline)
    if len(answer) > limits.answer_bytes:
        process.kill()
        raise FileRefused("hostile", params={"why": "answer"})
    return _outcome(process.wait(), answer)


def _read(process: subprocess.Popen[bytes], answer: bytearray, cap: int) -> None:
    assert process.stdout is not None  # noqa: S101 - opened as a pipe above
    while len(answer) <= cap and (piece := process.stdout.read1(1 << 20)):  # type: ignore[attr-defined]
        answer += piece


def _stop_if_over(process: subprocess.Popen[bytes], limits: Limits, deadline: float) -> None:
    code = "timeout" if time.monotonic() > deadline else None
    if resident_bytes(process.pid) > limits.memory_bytes:
        code = "hostile"
    if code:
        process.kill()
        raise FileRefused(code, params={"why": "memory" if code == "hostile" else "wall"})


def _outcome(status: int, answer: bytearray) -> bytes:
    if status == 0:
        return bytes(answer)
    # SIGXCPU is 24 on Linux and macOS; any other death is the file's doing.
    raise FileRefused("timeout" if status == -24 else "hostile", params={"why": "died"})
