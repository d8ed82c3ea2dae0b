"""What a summary says: three findings, how far they are ours alone, where the figures come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from services.analysis.completion import Figure, completion
from services.analysis.peers import Peer, compare, peers_of
from services.analysis.study import Study
from services.analysis.thresholds import Thresholds
from services.results.model import Exam

FINDINGS = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One weak task: percents 0-100 with a 95 % interval; `skill` may be unknown, `code` never.

    `threshold` is the percent from which a task of its level is sufficient.

    `difference` with the region (without one, the widest place known): common, own_lower,
    own_higher or unknown.
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


def summarise(study: Study, rules: Thresholds | None = None, *, dropped: int = 0) -> Summary:
    """The summary of a study; `dropped` counts rows the person agreed to do without."""
    own = study.own
    rules = rules or Thresholds.for_exam(own.kind)
    findings = weakest(study, rules)
    return Summary(
        exam=own.exam,
        year=own.year,
        subject=own.subject,
        grade=own.grade,
        n=participants(own, rules),
        findings=findings,
        difference=_overall([finding.difference for finding in findings]),
        question=_question(findings[0], rules) if findings else None,
        question_skill=(findings[0].skill or findings[0].code) if findings else None,
        source=_source(study, dropped),
    )


def weakest(
    study: Study, rules: Thresholds | None = None, limit: int = FINDINGS
) -> tuple[Finding, ...]:
    """The weakest tasks, those of firm confidence first, then by shortfall against their level.

    The shortfall is relative to the threshold, so that a hard task missing half of its 30 %
    outweighs an easy one missing a tenth of its 60 %. Sufficient tasks are never findings.
    """
    rules = rules or Thresholds.for_exam(study.own.kind)
    figures = completion(study.own, rules)
    weak = [figure for figure in figures.values() if figure.status != "sufficient"]
    chosen = sorted(weak, key=lambda figure: _rank(figure, rules))[:limit]
    peers = {figure.task.code: peers_of(study, figure) for figure in figures.values()}
    differences = compare(figures, peers, rules)
    return tuple(
        _finding(figure, peers[figure.task.code], differences[figure.task.code], rules)
        for figure in chosen
    )


def participants(exam: Exam, rules: Thresholds) -> int:
    """How many works the figures of an exam rest on."""
    if exam.pupils:
        return len(exam.pupils)
    return max((figure.n for figure in completion(exam, rules).values()), default=0)


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
    findings = tuple(
        Finding(**{**item, "peers": tuple(Peer(**peer) for peer in item["peers"])})
        for item in data["findings"]
    )
    known = {field.name for field in fields(Summary)}
    rest = {name: value for name, value in data.items() if name in known}
    return Summary(**{**rest, "findings": findings, "source": Source(**source)})


def _rank(figure: Figure, rules: Thresholds) -> tuple[int, int, float, float, str]:
    statuses = ("deficit", "uncertain", "unknown")
    confidences = ("firm", "likely", "low")
    threshold = rules.levels.get(figure.task.level or "")
    shortfall = 1 - figure.percent / threshold.deficit if threshold else 0.0
    return (
        statuses.index(figure.status),
        confidences.index(figure.confidence),
        -round(shortfall, 9),
        figure.percent,
        figure.task.code,
    )


def _finding(
    figure: Figure, peers: tuple[Peer, ...], difference: str, rules: Thresholds
) -> Finding:
    threshold = rules.levels.get(figure.task.level or "")
    return Finding(
        code=figure.task.code,
        skill=figure.task.skill,
        level=figure.task.level,
        max=figure.task.max,
        n=figure.n,
        percent=figure.percent,
        low=figure.low,
        high=figure.high,
        status=figure.status,
        confidence=figure.confidence,
        not_attempted=figure.not_attempted,
        difference=difference,
        threshold=threshold.sufficient if threshold else None,
        peers=peers,
    )


def _overall(differences: list[str]) -> str:
    told = [difference for difference in differences if difference != "unknown"]
    if not told:
        return "unknown"
    if "own_lower" in told:
        return "own_lower"
    return "own_higher" if set(told) == {"own_higher"} else "common"


def _question(finding: Finding, rules: Thresholds) -> str:
    if 100 * finding.not_attempted >= rules.often_skipped * finding.n:
        return "why_skipped"
    return "what_differs" if finding.difference == "own_lower" else "where_it_breaks"


def _source(study: Study, dropped: int) -> Source:
    own = study.own
    return Source(
        kinds=study.kinds,
        date=own.date,
        rows=len(own.pupils),
        dropped=dropped,
        not_attempted=sum(sum(pupil.not_attempted) for pupil in own.pupils),
        absent=own.absent,
        schools=len(own.schools),
    )
