"""Our figures beside those of wider places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from services.analysis.completion import Figure
from services.analysis.intervals import benjamini_hochberg, p_value, share_p_value, wilson
from services.analysis.study import Study
from services.analysis.thresholds import Thresholds

LEVELS = ("municipality", "region", "country")
_COMPARED = ("region", "country", "municipality")


@dataclass(frozen=True, slots=True)
class Peer:
    """The same task in a wider place; percents 0-100."""

    level: str
    name: str
    n: int
    percent: float
    low: float
    high: float


def peers_of(study: Study, figure: Figure) -> tuple[Peer, ...]:
    """Municipality, region and country, as far as reports tell of them."""
    found = []
    for level in LEVELS:
        group = study.group(level)
        percent = group.tasks.get(figure.task.code) if group else None
        if group and percent is not None:
            low, high = wilson(percent, group.n) if group.n else (percent, percent)
            found.append(Peer(level, group.name, group.n, percent, low, high))
    return tuple(found)


def compare(
    figures: Mapping[str, Figure], peers: Mapping[str, tuple[Peer, ...]], rules: Thresholds
) -> dict[str, str]:
    """Per task: common, own_lower, own_higher or unknown, against the region first.

    A difference counts when our interval leaves the other percent out. With dozens of tasks
    some would by chance alone, so there the tests are corrected for their number.
    Few works judge nothing, so with them the answer is unknown.
    """
    known = {
        code: peer
        for code, figure in figures.items()
        if figure.n >= rules.smallest_n and (peer := _compared(peers[code]))
    }
    codes = list(known)
    chances = [_chance(figures[code], known[code].percent) for code in codes]
    if len(chances) >= rules.many_tasks:
        chances = benjamini_hochberg(chances)
    told = {
        code: _told(figures[code].percent - known[code].percent, chance < rules.significance)
        for code, chance in zip(codes, chances, strict=True)
    }
    return {code: told.get(code, "unknown") for code in figures}


def _compared(peers: tuple[Peer, ...]) -> Peer | None:
    by_level = {peer.level: peer for peer in peers}
    return next((by_level[level] for level in _COMPARED if level in by_level), None)


def _chance(figure: Figure, known: float) -> float:
    if figure.moments is None:
        return share_p_value(figure.percent, figure.n, known)
    return p_value(figure.moments, known)


def _told(difference: float, real: bool) -> str:
    if not real:
        return "common"
    return "own_lower" if difference < 0 else "own_higher"
