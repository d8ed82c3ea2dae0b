"""What a summary consists of, and how a row keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from services.analysis.peers import Peer


@dataclass(frozen=True, slots=True)
class Stand:
    """What a task of few works is judged by: works of several years or schools together.

    `years` and `schools` count our own in; percents 0-100.
    """

    by: str
    years: tuple[int, ...]
    schools: int
    n: int
    percent: float
    low: float
    high: float
    status: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One weak task: percents 0-100 with a 95 % interval; `skill` may be unknown, `code` never.

    `threshold` is the percent from which a task of its level is sufficient.

    `difference` with the region (without one, the widest place known): common, own_lower,
    own_higher or unknown. `pooled` is there where our works are too few to judge by: the figures
    of the finding stay our own.
    """

    code: str
    skill: str | None
    level: str | None
    max: float
    n: int
    percent: float
    low: float
    high: float
    status: str
    confidence: str
    not_attempted: int
    difference: str
    threshold: float | None = None
    peers: tuple[Peer, ...] = ()
    pooled: Stand | None = None

    def peer(self, level: str) -> Peer | None:
        """The figure of a wider place."""
        return next((peer for peer in self.peers if peer.level == level), None)

    @property
    def municipality(self) -> float | None:
        """Percent of the municipality."""
        return found.percent if (found := self.peer("municipality")) else None

    @property
    def region(self) -> float | None:
        """Percent of the region."""
        return found.percent if (found := self.peer("region")) else None

    @property
    def country(self) -> float | None:
        """Percent of the country."""
        return found.percent if (found := self.peer("country")) else None


@dataclass(frozen=True, slots=True)
class Source:
    """Where the figures come from; `formula` and `kinds` are keys of texts."""

    kinds: tuple[str, ...]
    date: date | None
    rows: int
    dropped: int
    not_attempted: int
    absent: int
    schools: int
    formula: str = "earned_over_possible"


@dataclass(frozen=True, slots=True)
class Summary:
    """A study in short; `question` is the key of the text that asks about `question_skill`."""

    exam: str | None
    year: int | None
    subject: str | None
    grade: int | None
    n: int
    findings: tuple[Finding, ...]
    difference: str
    question: str | None
    question_skill: str | None
    source: Source


def summary_to_json(summary: Summary) -> dict[str, Any]:
    """The summary as a plain object, for a row."""
    found = asdict(summary)
    found["source"]["date"] = summary.source.date.isoformat() if summary.source.date else None
    return found


def summary_from_json(data: Mapping[str, Any]) -> Summary:
    """The summary that `summary_to_json` wrote."""
    source = dict(data["source"])
    source["date"] = date.fromisoformat(source["date"]) if source["date"] else None
    source["kinds"] = tuple(source["kinds"])
    findings = tuple(_finding_from(item) for item in data["findings"])
    known = {field.name for field in fields(Summary)}
    rest = {name: value for name, value in data.items() if name in known}
    return Summary(**{**rest, "findings": findings, "source": Source(**source)})


def _finding_from(data: Mapping[str, Any]) -> Finding:
    pooled = data.get("pooled")
    stand = Stand(**{**pooled, "years": tuple(pooled["years"])}) if pooled else None
    peers = tuple(Peer(**peer) for peer in data["peers"])
    return Finding(**{**data, "peers": peers, "pooled": stand})
