"""What a summary says: three findings, how far they are ours alone, where the figures come from."""

from __future__ import annotations

from services.analysis.completion import Figure
from services.analysis.finding import Finding, Source, Stand, Summary
from services.analysis.peers import Peer, compare, peers_of
from services.analysis.pooling import Pool, Pooled
from services.analysis.study import Study
from services.analysis.thresholds import Thresholds

FINDINGS = 3


def summarise(
    study: Study,
    rules: Thresholds | None = None,
    *,
    dropped: int = 0,
    pool: Pool | None = None,
) -> Summary:
    """The summary of a study; `dropped` counts rows the person agreed to do without.

    `pool` is what stands in for works that are too few.
    """
    own = study.own
    rules = rules or Thresholds.for_exam(own.kind, own.exam)
    findings = weakest(study, rules, pool=pool)
    return Summary(
        exam=own.exam,
        year=own.year,
        subject=own.subject,
        grade=own.grade,
        n=study.participants(rules),
        findings=findings,
        difference=_overall([finding.difference for finding in findings]),
        question=_question(findings[0], rules) if findings else None,
        question_skill=(findings[0].skill or findings[0].code) if findings else None,
        source=_source(study, dropped),
    )


def weakest(
    study: Study,
    rules: Thresholds | None = None,
    limit: int = FINDINGS,
    pool: Pool | None = None,
) -> tuple[Finding, ...]:
    """The weakest tasks, those of firm confidence first, then by shortfall against their level.

    The shortfall is relative to the threshold, so that a hard task missing half of its 30 %
    outweighs an easy one missing a tenth of its 60 %. Sufficient tasks are never findings.
    """
    rules = rules or Thresholds.for_exam(study.own.kind, study.own.exam)
    figures = study.figures(rules)
    pooled = pool.tasks if pool else {}
    judged = {code: pooled[code].figure if code in pooled else figures[code] for code in figures}
    weak = [code for code, figure in judged.items() if figure.status != "sufficient"]
    chosen = sorted(weak, key=lambda code: _rank(judged[code], rules))[:limit]
    peers = {figure.task.code: peers_of(study, figure) for figure in figures.values()}
    differences = compare(figures, peers, rules)
    return tuple(
        _finding(figures[code], peers[code], differences[code], rules, _stand(pooled.get(code)))
        for code in chosen
    )


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


def _stand(pooled: Pooled | None) -> Stand | None:
    if pooled is None:
        return None
    figure = pooled.figure
    return Stand(
        pooled.by,
        pooled.years,
        pooled.schools,
        figure.n,
        figure.percent,
        figure.low,
        figure.high,
        figure.status,
        figure.confidence,
    )


def _finding(
    figure: Figure,
    peers: tuple[Peer, ...],
    difference: str,
    rules: Thresholds,
    pooled: Stand | None,
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
        pooled=pooled,
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
        not_attempted=sum(study.counts.tasks.skipped) if study.counts else 0,
        absent=own.absent,
        schools=len(own.schools),
    )
