"""`python -m bench [--quick]`: measure, print a table and the ratios that are promised."""

from __future__ import annotations

import argparse
import asyncio
import platform

from bench import start, updates
from bench.contest import Arena, Run

PROMISES_AT_ONCE = {"the usual way": 3.0, "aiogram echo": 1.0, "PTB echo": 1.5}
PROMISES_DELAYED = {"PTB echo": 20.0}


def table(title: str, runs: dict[str, Run], promises: dict[str, float]) -> None:
    """Print one row of measurements."""
    print(f"\n## {title}\n")
    print("| bot | updates/s | CPU ms/update | RSS peak MB | we / it | promised |")
    print("|---|---|---|---|---|---|")
    ours = runs["metodbot"].updates_per_second
    for name, run in runs.items():
        ratio = ours / run.updates_per_second
        promise = f"≥ {promises[name]:g}×" if name in promises else ""
        print(
            f"| {name} | {run.updates_per_second:.0f} | {run.cpu_ms:.2f} | {run.peak_mb:.0f} "
            f"| {ratio:.1f}× | {promise} |"
        )


async def main(*, quick: bool, rounds: int) -> None:
    """Play both rows."""
    people, rounds = (60, 1) if quick else (500, rounds)
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {people} teachers, "
        f"medians of {rounds}"
    )
    async with Arena() as arena:
        at_once = await updates.row(arena, people=people, rounds=rounds, latency_ms=0)
        table("The difficulty dialogue at once", at_once, PROMISES_AT_ONCE)
        delayed = await updates.row(
            arena,
            people=max(20, people // 5),
            rounds=1,
            latency_ms=50,
            only=("metodbot", "PTB echo"),
        )
        table("The same, every send answered 50 ms later", delayed, PROMISES_DELAYED)
        starts = await start.row(arena, [entry.bot for entry in updates.ENTRIES])
        print("\n## Start and rest\n")
        print("| bot | start, s | RSS idle, MB |")
        print("|---|---|---|")
        for name, found in starts.items():
            print(f"| {name} | {found.seconds:.2f} | {found.idle_mb:.0f} |")


parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--quick", action="store_true", help="few people, one round")
parser.add_argument("--rounds", type=int, default=3, help="medians of so many")
given = parser.parse_args()
asyncio.run(main(quick=given.quick, rounds=given.rounds))
