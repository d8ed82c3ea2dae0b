"""Areas of a study in figures: what the reckoned findings hold, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WIDER = ("municipality", "region", "country")
NEAREST = ("region", "country", "municipality")
"""Whom a figure is held against, the first that is known."""
SHOWN = 3
SURE_FIRST = ("firm", "likely", "low")
HARD_FIRST = ("deficit", "uncertain", "unknown")
GOOD = ("sufficient", "unknown")

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Peer:
    """The same area in a wider place; percent 0-100.

    `verdict` of ours beside it: common, own_lower, own_higher, unknown.
    """

    level: str
    percent: float
    verdict: str = "unknown"


@dataclass(frozen=True, slots=True)
class MarkGroup:
    """How those with one mark did in an area; percent 0-100."""

    mark: str
    n: int
    percent: float


@dataclass(frozen=True, slots=True)
class Area:
    """One task with the skill behind it; percents 0-100 with a 95 % interval.

    `index` is its place in the file, `skipped` how many works did not attempt it.
    """

    index: int
    code: str
    level: str | None
    skill: str | None
    n: int
    percent: float
    low: float
    high: float
    status: str
    confidence: str
    skipped: int
    threshold: float | None
    peers: tuple[Peer, ...] = ()

    def peer(self, level: str) -> Peer | None:
        """The figure of a wider place."""
        return next((one for one in self.peers if one.level == level), None)

    @property
    def nearest(self) -> Peer | None:
        """The wider place it is held against first."""
        return next((found for level in NEAREST if (found := self.peer(level))), None)


def areas_of(rows: Sequence[Json]) -> tuple[Area, ...]:
    """The areas of reckoned rows, in their order."""
    return tuple(_area(index, row) for index, row in enumerate(rows))


def hardest(areas: Iterable[Area]) -> tuple[Area, ...]:
    """The three with the clearest trouble: surest first, then by what is left of their threshold.

    Areas without a threshold come last, the lowest first; sufficient ones never.
    """
    weak = [one for one in areas if one.status != "sufficient"]
    return tuple(sorted(weak, key=_hardness)[:SHOWN])


def best(areas: Iterable[Area], hard: Iterable[Area] = ()) -> tuple[Area, ...]:
    """The three that go best: surest first, then by what they have above their threshold."""
    taken = {one.index for one in hard}
    strong = [one for one in areas if one.status in GOOD and one.index not in taken]
    return tuple(sorted(strong, key=_ease)[:SHOWN])


def mark_groups(findings: Json, code: str) -> tuple[MarkGroup, ...]:
    """How groups by mark did in an area; small groups were left out where it was reckoned."""
    groups: Mapping[str, Json] = findings.get("mark_groups") or {}
    return tuple(
        MarkGroup(mark, int(groups[mark]["n"]), float(groups[mark][code]))
        for mark in sorted(groups)
        if code in groups[mark]
    )


def _area(index: int, row: Json) -> Area:
    return Area(
        index=index,
        code=row["code"],
        level=row["level"],
        skill=row["skill"],
        n=row["n"],
        percent=row["percent"],
        low=row["low"],
        high=row["high"],
        status=row["status"],
        confidence=row["confidence"],
        skipped=row["not_attempted"],
        threshold=row["threshold"],
        peers=_peers(row),
    )


def _peers(row: Json) -> tuple[Peer, ...]:
    peers, compared = row.get("peers") or {}, row.get("compared") or {}
    return tuple(
        Peer(level, float(peers[level]), compared.get(level, {}).get("verdict", "unknown"))
        for level in WIDER
        if level in peers
    )


def _hardness(area: Area) -> tuple[int, int, float, int]:
    return (
        HARD_FIRST.index(area.status),
        SURE_FIRST.index(area.confidence),
        area.percent / area.threshold if area.threshold else area.percent,
        area.index,
    )


def _ease(area: Area) -> tuple[int, int, float, int]:
    above = area.percent - (area.threshold or 0.0)
    return (
        GOOD.index(area.status),
        SURE_FIRST.index(area.confidence),
        -above,
        area.index,
    )
