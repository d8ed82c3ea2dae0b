"""What the analysis process does for us: from stored reports to findings, and to a picture.

Everything here is plain data in and out, so that it travels between processes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from services.analysis.completion import Figure, completion
from services.analysis.palette import PALETTES
from services.analysis.peers import peers_of
from services.analysis.picture import PictureLabels, picture
from services.analysis.study import DifferentStudies, Study, merge
from services.analysis.summary import Summary, summarise, summary_from_json, summary_to_json
from services.analysis.thresholds import Thresholds
from services.results import Exam, exam_from_json

Json = dict[str, Any]
_WIDER_THAN_MUNICIPALITY = ("region", "country")


@dataclass(frozen=True, slots=True)
class Order:
    """A study to reckon: its stored reports; `wide` pools the schools of a municipality."""

    study_id: int
    as_of: str
    """When the study was last changed."""
    parts: Sequence[Mapping[str, Any]]
    wide: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture to draw: a stored summary and all its words."""

    summary: Mapping[str, Any]
    labels: PictureLabels


def warm(_nothing: object) -> None:
    """Load what the first picture would otherwise wait for."""
    from services.analysis.intervals import wilson
    from services.analysis.pen import Pen

    wilson(50.0, 20)
    pen = Pen.on(100, 100, PALETTES["light"])
    pen.text(10, 10, "5", 20)
    pen.png()


def reckon(orders: Sequence[Order]) -> list[Json]:
    """Per study: `summary`, `tasks` (a row per task, percents 0-100), `judged`, `disagreements`.

    `judged` is false where the works are too few to say anything of the skills.
    """
    return [_reckoned(order) for order in orders]


def draw(drawing: Drawing) -> bytes:
    """The picture of a summary as a PNG."""
    return picture(summary_from_json(drawing.summary), drawing.labels)


def summary_of(findings: Mapping[str, Any]) -> Summary:
    """The summary in what `reckon` gave."""
    return summary_from_json(findings["summary"])


def _reckoned(order: Order) -> Json:
    study = _study(order)
    rules = Thresholds.for_exam(study.own.kind)
    dropped = sum(int(part["dropped"]) for part in order.parts)
    figures = completion(study.own, rules)
    summary = summarise(study, rules, dropped=dropped)
    reckoned = {
        "study_id": order.study_id,
        "as_of": order.as_of,
        "summary": summary_to_json(summary),
        "judged": summary.n >= rules.smallest_n,
        "tasks": [_row(study, figure, rules) for figure in figures.values()],
        "disagreements": sum(warning.code == "reports_disagree" for warning in study.warnings),
    }
    # As a row would give it back, so that old and new findings can be compared.
    told: Json = json.loads(json.dumps(reckoned))
    return told


def _study(order: Order) -> Study:
    exams = sorted((exam_from_json(part["exam"]) for part in order.parts), key=_usefulness)
    try:
        study = merge(*exams)
    except DifferentStudies:
        # Two variants of one exam cannot be pooled: the fuller report stands alone.
        study = merge(exams[0])
    if not order.wide:
        return study
    wider = tuple(g for g in study.groups if g.level in _WIDER_THAN_MUNICIPALITY)
    return replace(study, groups=wider)


def _usefulness(exam: Exam) -> tuple[bool, bool, int]:
    return not exam.pupils, not exam.tasks, -len(exam.pupils)


def _row(study: Study, figure: Figure, rules: Thresholds) -> Json:
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
        "peers": {peer.level: peer.percent for peer in peers_of(study, figure)},
    }
