"""The findings of a study as one plain document, as a row keeps it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from services.analysis.attainment import Attainment, attainment, bounds, peers, twos, verdicts
from services.analysis.completion import Figure
from services.analysis.finding import summary_to_json
from services.analysis.hints import hints
from services.analysis.intervals import wilson
from services.analysis.journal import Gap, gap, peer_gaps
from services.analysis.markgroups import mark_groups
from services.analysis.peers import compare, compare_by_level, peers_of
from services.analysis.pooling import Pool, pool_of
from services.analysis.study import Study
from services.analysis.summary import summarise
from services.analysis.thresholds import Thresholds
from services.analysis.trend import YearOf, changes, trend
from services.results.model import Exam

Json = dict[str, Any]
_NO_MARKS = {"n": 0, "counts": {}, "passed": None, "quality": None, "sou": None, "peers": {}}


@dataclass(frozen=True, slots=True)
class Material:
    """A study and what it is looked at beside.

    `earlier` are its years before by year, `around` reports of other schools on the same study,
    `before` the same pupils a year and a grade earlier.
    """

    study: Study
    earlier: Sequence[tuple[int, Study]] = ()
    around: Sequence[Exam] = ()
    before: Study | None = None
    dropped: int = 0


def document(material: Material, rules: Thresholds) -> Json:
    """Everything the analysis says of a study; see `services.findings.reckon` for the keys."""
    study = material.study
    pool = pool_of(study, material.earlier, material.around, rules)
    summary = summarise(study, rules, dropped=material.dropped, pool=pool)
    years = trend(study, material.earlier, rules)
    return {
        "summary": summary_to_json(summary),
        "judged": summary.n >= rules.smallest_n,
        "tasks": _tasks(study, rules),
        "disagreements": sum(one.code == "reports_disagree" for one in study.warnings),
        "left_out": sum(o.params["works"] for o in study.warnings if o.code == "other_tasks"),
        "marks": _marks(material, rules),
        "journal": _journal(study, rules),
        "mark_groups": _mark_groups(study, rules),
        "hints": [asdict(hint) for hint in hints(study, material.before, rules)],
        "trend": [_year(one) for one in years],
        "changes": [asdict(change) for change in changes(years, rules)],
        "pooled": _pooled(pool) if pool else None,
        "pooled_tasks": _pooled_tasks(study, pool, rules) if pool else [],
    }


def row(figure: Figure, rules: Thresholds) -> Json:
    """A task's figure, percents 0-100."""
    threshold = rules.levels.get(figure.task.level or "")
    return {
        "code": figure.task.code,
        "level": figure.task.level,
        "skill": figure.task.skill,
        "n": figure.n,
        "percent": figure.percent,
        "low": figure.low,
        "high": figure.high,
        "status": figure.status,
        "confidence": figure.confidence,
        "not_attempted": figure.not_attempted,
        "threshold": threshold.sufficient if threshold else None,
    }


def _tasks(study: Study, rules: Thresholds) -> list[Json]:
    figures = study.figures(rules)
    beside = {code: peers_of(study, figure) for code, figure in figures.items()}
    compared = compare_by_level(figures, beside, rules)
    differences = compare(figures, beside, rules)
    return [
        row(figure, rules)
        | {
            "difference": differences[code],
            "peers": {peer.level: peer.percent for peer in beside[code]},
            "compared": {
                peer.level: {
                    "points": figure.percent - peer.percent,
                    "verdict": compared[code][peer.level],
                }
                for peer in beside[code]
            },
        }
        for code, figure in figures.items()
    ]


def _marks(material: Material, rules: Thresholds) -> Json:
    own = attainment(material.study)
    others = peers(material.study)
    if own is None:
        return _NO_MARKS | {"peers": {level: _attained(one) for level, one in others.items()}}
    grown = twos(own, material.earlier, rules)
    compared = verdicts(own, others, rules)
    return {
        **_attained(own),
        "bounds": bounds(own),
        "peers": {
            level: {**_attained(one), "compared": compared.get(level, {})}
            for level, one in others.items()
        },
        "twos": asdict(grown) if grown else None,
    }


def _attained(one: Attainment) -> Json:
    return {"n": one.n, "counts": one.counts, "percents": one.marks.percents(), **one.figures}


def _journal(study: Study, rules: Thresholds) -> Json | None:
    own = gap(study, rules)
    if own is None:
        return None
    return {
        **_gap(own),
        "bounds": {name: wilson(share, own.n) for name, share in own.shares.items()},
        "far": own.far,
        "far_lowered": own.far_lowered,
        "far_raised": own.far_raised,
        "peers": {level: _gap(one) for level, one in peer_gaps(study).items()},
    }


def _gap(one: Gap) -> Json:
    return {"n": one.n, **one.shares}


def _mark_groups(study: Study, rules: Thresholds) -> Json:
    return {
        str(mark): {
            "n": study.counts.by_mark[mark].works if study.counts else 0,
            **{code: figure.percent for code, figure in figures.items()},
        }
        for mark, figures in mark_groups(study, rules).items()
    }


def _year(one: YearOf) -> Json:
    return {
        "year": one.year,
        "n": one.n,
        "elements": {
            code: {"n": f.n, "percent": f.percent, "low": f.low, "high": f.high}
            for code, f in one.figures.items()
        },
    }


def _pooled(pool: Pool) -> Json:
    return {
        "by": pool.by,
        "years": list(pool.years),
        "schools": pool.schools,
        "n": pool.n,
        "own_n": pool.own_n,
    }


def _pooled_tasks(study: Study, pool: Pool, rules: Thresholds) -> list[Json]:
    own: Mapping[str, Figure] = study.figures(rules)
    return [
        row(one.figure, rules)
        | {
            "own_n": own[code].n,
            "own_percent": own[code].percent,
            "by": one.by,
            "years": list(one.years),
            "schools": one.schools,
            "difference": "unknown",
            "peers": {peer.level: peer.percent for peer in peers_of(study, own[code])},
        }
        for code, one in pool.tasks.items()
    ]
