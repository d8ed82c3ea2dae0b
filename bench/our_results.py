"""Our way with a file, as the bot goes it: a parser process, a warm analysis process, a loop.

`python -m bench.our_results FILE PICTURE` prints one JSON document.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from bench.contest import resident_mb
from services.findings import Drawing, Order, PictureLabels, draw, reckon, warm
from services.results import ParsedFile, parse, to_json

BEAT = 0.005
LABELS = PictureLabels(
    title="VPR-2026",
    subtitle="100 000",
    own="own",
    municipality="municipality",
    region="region",
    country="country",
    findings=("1", "2", "3"),
)


class Watch:
    """How late the loop is, and how much memory each process of ours has at most."""

    def __init__(self) -> None:
        self.worst_lag = 0.0
        self.peaks: dict[int, float] = {}

    async def run(self) -> None:
        while True:
            due = time.monotonic() + BEAT
            await asyncio.sleep(BEAT)
            self.worst_lag = max(self.worst_lag, time.monotonic() - due)

    async def weigh(self, root: int) -> None:
        while True:
            await asyncio.to_thread(self._weigh, root)
            await asyncio.sleep(0.02)

    def _weigh(self, root: int) -> None:
        for pid in (root, *_children(root)):
            try:
                now = resident_mb(pid)
            except (OSError, StopIteration):
                continue
            self.peaks[pid] = max(self.peaks.get(pid, 0.0), now)


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            found += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return found


def order(parsed: ParsedFile) -> Order:
    part: dict[str, Any] = {
        "kind": parsed.kind,
        "sha256": parsed.sha256,
        "upload_id": 1,
        "schools": [],
        "dropped": parsed.rows_dropped,
        "sent_at": datetime.now(UTC).isoformat(),
        "exam": to_json(parsed.exams[0]),
    }
    return Order(1, "now", (part,), wide=True)


async def main(file: Path, picture: Path) -> dict[str, Any]:
    loop = asyncio.get_running_loop()
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    await loop.run_in_executor(pool, warm, None)
    watch = Watch()
    idle = resident_mb(os.getpid())
    watching = [asyncio.create_task(watch.run()), asyncio.create_task(watch.weigh(os.getpid()))]
    began = time.monotonic()
    parsed = await asyncio.to_thread(parse, file, name=file.name)
    read = time.monotonic()
    ordered = await asyncio.to_thread(order, parsed)
    (found,) = await loop.run_in_executor(pool, reckon, [ordered])
    png = await loop.run_in_executor(pool, draw, Drawing(found["summary"], LABELS))
    picture.write_bytes(png)
    done = time.monotonic()
    for one in watching:
        one.cancel()
    pool.shutdown()
    children = [mb for pid, mb in watch.peaks.items() if pid != os.getpid()]
    return {
        "seconds": done - began,
        "read_seconds": read - began,
        "works": len(parsed.exams[0].pupils),
        "lag_ms": watch.worst_lag * 1000,
        "parser_and_analysis_mb": sorted(children),
        "bot_grew_mb": watch.peaks.get(os.getpid(), idle) - idle,
    }


if __name__ == "__main__":
    print(json.dumps(asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2])))))
