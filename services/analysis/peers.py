"""Our figures beside those of wider places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from services.analysis.completion import Figure, share_figure
from services.analysis.intervals import benjamini_hochberg, p_value, share_p_value, wilson
from services.analysis.study import Study
from services.analysis.thresholds import Thresholds
from services.analysis.twosamples import change_p_value, rest_of

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
    chosen = {code: peer for code in figures if (peer := _compared(peers[code]))}
    return _verdicts(figures, chosen, rules)


def compare_by_level(
    figures: Mapping[str, Figure], peers: Mapping[str, tuple[Peer, ...]], rules: Thresholds
) -> dict[str, dict[str, str]]:
    """Per task and level of a wider place the same words as `compare`."""
    told: dict[str, dict[str, str]] = {code: {} for code in figures}
    for level in LEVELS:
        there = {code: peer for code in figures for peer in peers[code] if peer.level == level}
        for code, verdict in _verdicts(figures, there, rules).items():
            if code in there:
                told[code][level] = verdict
    return told


def _verdicts(
    figures: Mapping[str, Figure], peers: Mapping[str, Peer], rules: Thresholds
) -> dict[str, str]:
    chances = {
        code: chance
        for code, peer in peers.items()
        if figures[code].n >= rules.smallest_n
        and (chance := _chance(figures[code], peer, rules)) is not None
    }
    codes = list(chances)
    known = list(chances.values())
    if len(known) >= rules.many_tasks:
        known = benjamini_hochberg(known)
    told = {
        code: _told(figures[code].percent - peers[code].percent, chance < rules.significance)
        for code, chance in zip(codes, known, strict=True)
    }
    return {code: told.get(code, "unknown") for code in figures}


def _compared(peers: tuple[Peer, ...]) -> Peer | None:
    by_level = {peer.level: peer for peer in peers}
    return next((by_level[level] for level in _COMPARED if level in by_level), None)


def _chance(figure: Figure, peer: Peer, rules: Thresholds) -> float | None:
    if peer.level == "municipality":
        return _chance_beside_rest(figure, peer, rules)
    if figure.moments is None:
        return share_p_value(figure.percent, figure.n, peer.percent)
    return p_value(figure.moments, peer.percent)


def _chance_beside_rest(figure: Figure, peer: Peer, rules: Thresholds) -> float | None:
    """A municipality is no fixed mark: our works are a good part of it, and its own are few.

    So we are compared with the rest of it; None where the rest is too small to say anything.
    """
    rest = rest_of(figure.percent, figure.n, peer.percent, peer.n)
    if rest is None or rest[1] < rules.smallest_n:
        return None
    percent, n = rest
    return change_p_value(figure, share_figure(figure.task, n, percent, rules))


def _told(difference: float, real: bool) -> str:
    if not real:
        return "common"
    return "own_lower" if difference < 0 else "own_higher"
