"""The figures of a study as a paper tells them, read from what the analysis wrote down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from services.disclosure import SMALLEST
from services.papers.told import Hint, Journal, Marks, Pool, Task, Trend
from services.summaries.shown import PEERS

Json = Mapping[str, Any]
OWN = "own"
WIDER = ("municipality", "region", "country")
MARKS = ("2", "3", "4", "5")


def tasks(findings: Json, *, judged: bool) -> tuple[Task, ...]:
    """A row per task: of our works, or of the pool they are judged with where they are few."""
    rows = findings["tasks"] if judged else findings.get("pooled_tasks") or ()
    return tuple(_task(one) for one in rows)


def marks(findings: Json) -> tuple[Marks, ...]:
    """Marks at our place, then at the wider ones that are known."""
    found = findings.get("marks") or {}
    if found.get("n", 0) < SMALLEST or found.get("passed") is None:
        return ()
    peers = found.get("peers") or {}
    lines = [(OWN, found), *((level, peers[level]) for level in WIDER if level in peers)]
    return tuple(_marks(level, one) for level, one in lines if one.get("passed") is not None)


def journal(findings: Json) -> tuple[Journal, ...]:
    """Marks against the journal at our place, then at the wider ones that are known."""
    found = findings.get("journal")
    if not found or found.get("n", 0) < SMALLEST:
        return ()
    peers = found.get("peers") or {}
    lines = [(OWN, found), *((level, peers[level]) for level in WIDER if level in peers)]
    return tuple(
        Journal(level, int(one["n"]), one["lowered"], one["confirmed"], one["raised"])
        for level, one in lines
    )


def trends(findings: Json) -> tuple[Trend, ...]:
    """The skills that earlier years can be compared by, in the order of the tasks."""
    verdicts = {one["code"]: one["verdict"] for one in findings.get("changes") or ()}
    told = []
    for task in findings["tasks"]:
        years = [
            (int(one["year"]), int(found["n"]), float(found["percent"]))
            for one in findings.get("trend") or ()
            if (found := one["elements"].get(task["code"])) and int(found["n"]) >= SMALLEST
        ]
        if len(years) > 1:
            verdict = verdicts.get(task["code"], "few")
            told.append(Trend(task["code"], task["skill"], tuple(years), verdict))
    return tuple(told)


def hints(findings: Json) -> tuple[Hint, ...]:
    """What to ask about the conditions."""
    return tuple(_hint(one["code"], one["params"]) for one in findings.get("hints") or ())


def pool(findings: Json) -> Pool | None:
    """What few works were put together with."""
    found = findings.get("pooled")
    if not found:
        return None
    return Pool(found["by"], found["n"], tuple(found["years"]), found["schools"])


def _task(row: Json) -> Task:
    peers = row.get("peers") or {}
    level = next((name for name in PEERS if name in peers), None)
    names = ("code", "level", "skill", "n", "percent", "low", "high", "status", "confidence")
    return Task(
        **{name: row[name] for name in names},
        threshold=row["threshold"],
        peer_level=level,
        peer=peers[level] if level else None,
    )


def _marks(level: str, one: Json) -> Marks:
    percents = one.get("percents") or {}
    shares = tuple((mark, float(percents.get(mark, 0.0))) for mark in MARKS)
    return Marks(level, int(one["n"]), shares, one["passed"], one["quality"], one["sou"])


def _hint(code: str, params: Json) -> Hint:
    own = params.get("own", params.get("now", 0.0))
    return Hint(code, float(own), float(params.get("region", params.get("region_now", 0.0))))
