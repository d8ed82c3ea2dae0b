"""A look at a template in a process of its own: bounded and killable."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from services.papers.lint import Problem

SECONDS = 30
_ROOT = Path(__file__).resolve().parents[2]
_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH")


@dataclass(frozen=True, slots=True)
class Look:
    """What was found: why the file is refused, or the fields it uses and what is wrong."""

    refused: str = ""
    what: str = ""
    used: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def look(path: Path) -> Look:
    """Read the template; a file that is too much for its process is refused as hostile."""
    command = [sys.executable, "-P", "-s", "-m", "services.papers.worker", str(path)]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and a path of our own store
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            timeout=SECONDS,
            check=True,
        )
        found = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return Look("hostile")
    if "refused" in found:
        return Look(found["refused"], found["what"])
    problems = tuple(Problem(**one) for one in found["problems"])
    return Look(used=tuple(found["used"]), problems=problems)


def _environment() -> dict[str, str]:
    """Enough to start an interpreter, no secrets of the bot."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"}
