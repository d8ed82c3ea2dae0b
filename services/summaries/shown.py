"""What of a study's findings people may see: our own figures, or pooled ones for too few works."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.analysis import Finding, Peer
from services.disclosure import SMALLEST

PEERS = ("region", "country", "municipality")
"""Whom a finding is compared with, the first that is known."""

OFTEN_SKIPPED = 20
"""Percent of works from which «did not attempt» is worth a word."""

FAR_APART = 40
"""Percent points between those with a 3 and those with a 5 that are worth a word."""


@dataclass(frozen=True, slots=True)
class Typical:
    """What the works themselves show of a difficulty.

    `code` is skipped (`percent` of works did not attempt it), strong_too (those with a `mark` of 4
    or 5 earn `percent`) or apart (those with a 3 earn `percent`, with a 5 `other`).
    """

    code: str
    percent: float
    mark: str = ""
    other: float = 0.0


@dataclass(frozen=True, slots=True)
class FindingView:
    """A weak task; percents 0-100, `peer` the same task at `peer_level`."""

    code: str
    level: str | None
    skill: str | None
    n: int
    percent: float
    low: float
    high: float
    status: str
    confidence: str
    peer_level: str | None
    peer: float | None
    was: float | None = None
    """The same skill in the year `since`, where it is comparable."""
    since: int | None = None
    moved: str = "same"
    """rose, fell or same: whether the change since then is more than chance."""
    typical: Typical | None = None


@dataclass(frozen=True, slots=True)
class PooledView:
    """What few works are judged together with; `by` is years or schools, `n` counts our own in."""

    by: str
    years: tuple[int, ...]
    schools: int
    n: int
    own_n: int


def shown_rows(findings: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of tasks people may see: our own, or pooled ones where our works are too few."""
    rows: list[dict[str, Any]] = findings["tasks"] if findings["judged"] else _pooled_rows(findings)
    return rows


def drawn(findings: Mapping[str, Any]) -> dict[str, Any]:
    """The summary as its picture shows it: pooled figures in the place of too few works."""
    summary = dict(findings["summary"])
    shown = codes_of(findings)
    summary["findings"] = [
        _pool_drawn(one) if one.get("pooled") else one
        for one in summary["findings"]
        if one["code"] in shown
    ]
    return summary


def _pool_drawn(finding: Mapping[str, Any]) -> dict[str, Any]:
    names = ("n", "percent", "low", "high", "status", "confidence")
    stand = {name: finding["pooled"][name] for name in names}
    return {**finding, **stand, "peers": [], "difference": "unknown", "pooled": None}


def codes_of(findings: Mapping[str, Any]) -> list[str]:
    """The tasks of the findings people see, in their order."""
    shown = {row["code"] for row in shown_rows(findings)}
    return [one["code"] for one in findings["summary"]["findings"] if one["code"] in shown]


def finding_view(finding: Finding, findings: Mapping[str, Any]) -> FindingView:
    """A finding as people see it, with what else the findings tell of its task."""
    # Figures of a handful of works would tell of single pupils: only the pool is shown.
    stand = finding.pooled or finding
    peer = None if finding.pooled else _peer(finding)
    change = _change(finding.code, findings) if finding.pooled is None else None
    return FindingView(
        code=finding.code,
        level=finding.level,
        skill=finding.skill,
        n=stand.n,
        percent=stand.percent,
        low=stand.low,
        high=stand.high,
        status=stand.status,
        confidence=stand.confidence,
        peer_level=peer.level if peer else None,
        peer=peer.percent if peer else None,
        was=change["was"] if change else None,
        since=change["since"] if change else None,
        moved=change["verdict"] if change else "same",
        typical=None if finding.pooled else _typical(finding, findings),
    )


def _change(code: str, findings: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """How a skill went since the last earlier year, where enough works say so."""
    found = (one for one in findings.get("changes", ()) if one["code"] == code)
    return next((one for one in found if one["verdict"] != "few"), None)


def _typical(finding: Finding, findings: Mapping[str, Any]) -> Typical | None:
    """The most telling thing the works show of a finding; None where they show none."""
    skipped = finding.not_attempted
    if skipped >= SMALLEST and 100 * skipped >= OFTEN_SKIPPED * finding.n:
        return Typical("skipped", 100 * skipped / finding.n)
    by_mark = {
        mark: group[finding.code]
        for mark, group in findings.get("mark_groups", {}).items()
        if finding.code in group
    }
    enough = finding.threshold
    for mark in ("5", "4"):
        if enough is not None and mark in by_mark and by_mark[mark] < enough:
            return Typical("strong_too", by_mark[mark], mark)
    if "3" in by_mark and "5" in by_mark and by_mark["5"] - by_mark["3"] >= FAR_APART:
        return Typical("apart", by_mark["3"], other=by_mark["5"])
    return None


def pooled_view(findings: Mapping[str, Any]) -> PooledView | None:
    """What our own works are judged together with; None where there is nothing."""
    pool = findings.get("pooled")
    if not pool:
        return None
    years = tuple(pool["years"])
    return PooledView(pool["by"], years, pool["schools"], pool["n"], pool["own_n"])


def _pooled_rows(findings: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{**row, "peers": {}} for row in findings.get("pooled_tasks", ())]


def _peer(finding: Finding) -> Peer | None:
    return next((peer for level in PEERS if (peer := finding.peer(level))), None)
