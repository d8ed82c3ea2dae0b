"""A study beside wider places, beside earlier years, and over three years together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from services.analyses.areas import NEAREST, Area
from services.analyses.reading import Reading, head_of, read
from services.analyses.views import Head
from services.analysis.intervals import wilson
from services.errors import NotFound
from services.work import Work

Json = Mapping[str, Any]
YEARS_TOGETHER = 3
SIDES = {
    "own_lower": "lower",
    "own_higher": "higher",
    "common": "same",
    "fell": "lower",
    "rose": "higher",
    "same": "same",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """An area and the percent it is held against; `told`: lower, same, higher, unknown.

    `since` is the year of that percent, where it is an earlier one of our own.
    """

    area: Area
    other: float
    told: str
    since: int | None = None

    @property
    def points(self) -> float:
        """The difference in percentage points."""
        return self.area.percent - self.other


@dataclass(frozen=True, slots=True)
class Comparison:
    """All areas beside one wider place, in the order of the file."""

    head: Head
    level: str
    levels: tuple[str, ...]
    """The wider places that can be chosen."""
    rows: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class YearComparison:
    """The content elements shared with earlier years, each beside the last that has it.

    `years` are those years, `left_out` counts areas no earlier year has.
    """

    head: Head
    years: tuple[int, ...]
    rows: tuple[Compared, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Together:
    """An area over several years, weighted by works; percents 0-100."""

    code: str
    level: str | None
    skill: str | None
    n: int
    percent: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class YearsTogether:
    """Areas that several years share, put together."""

    head: Head
    years: tuple[int, ...]
    rows: tuple[Together, ...]


def with_wider(work: Work, study_id: int, level: str | None = None) -> Comparison:
    """Beside a wider place, by default the region; raise NotFound for one nobody told of."""
    reading = read(work, study_id)
    areas = reading.areas
    known = tuple(one for one in NEAREST if any(area.peer(one) for area in areas))
    if level is not None and level not in known:
        raise NotFound
    chosen = level or (known[0] if known else NEAREST[0])
    rows = tuple(
        Compared(one, peer.percent, SIDES.get(peer.verdict, "unknown"))
        for one in areas
        if (peer := one.peer(chosen))
    )
    return Comparison(head_of(reading), chosen, known, rows)


def with_years(work: Work, study_id: int) -> YearComparison:
    """Beside the last earlier year, content element by content element."""
    reading = read(work, study_id)
    changes = {one["code"]: one for one in (reading.findings or {}).get("changes") or ()}
    rows = tuple(
        Compared(
            one,
            float(change["was"]),
            SIDES.get(change["verdict"], "unknown"),
            int(change["since"]),
        )
        for one in (reading.areas if _judged(reading) else ())
        if (change := changes.get(one.code))
    )
    years = sorted({one.since for one in rows if one.since is not None})
    return YearComparison(
        head_of(reading), tuple(years), rows, len(reading.areas) - len(rows) if rows else 0
    )


def years_together(work: Work, study_id: int) -> YearsTogether:
    """This year and up to two before it; only content elements all of them have."""
    reading = read(work, study_id)
    earlier = _earlier(reading)[-(YEARS_TOGETHER - 1) :]
    if not earlier or not _judged(reading):
        return YearsTogether(head_of(reading), (), ())
    years = (*(int(one["year"]) for one in earlier), reading.study.year)
    rows = tuple(
        _together(one, [year["elements"][one.code] for year in earlier])
        for one in reading.areas
        if all(one.code in year["elements"] for year in earlier)
    )
    return YearsTogether(head_of(reading), years, rows)


def _together(area: Area, elements: Sequence[Json]) -> Together:
    shares = [(area.n, area.percent)]
    shares += [(int(one["n"]), float(one["percent"])) for one in elements]
    n = sum(works for works, _percent in shares)
    percent = sum(works * percent for works, percent in shares) / n
    low, high = wilson(percent, n)
    return Together(area.code, area.level, area.skill, n, percent, low, high)


def _earlier(reading: Reading) -> list[Json]:
    trend = (reading.findings or {}).get("trend") or ()
    past = [one for one in trend if int(one["year"]) < reading.study.year and one["elements"]]
    return sorted(past, key=lambda one: int(one["year"]))


def _judged(reading: Reading) -> bool:
    return bool(reading.findings and reading.findings["judged"])
