"""What the analysis process does for us: from stored reports to findings, and to a picture.

Everything here is plain data in and out, so that it travels between processes.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from services.analysis.areas import AreaRow, Cell, areas_by_district, hides_its_schools
from services.analysis.classes import ClassFigures, ClassRow, labels_in
from services.analysis.classes import class_figures as figures_of_classes
from services.analysis.difference import Difference, MarksChanged, TaskChanged, difference
from services.analysis.document import Material, document
from services.analysis.finding import Summary, summary_from_json
from services.analysis.palette import PALETTES
from services.analysis.picture import PictureLabels, picture
from services.analysis.study import DifferentStudies, Study, merge
from services.analysis.tablepicture import TableLabels, table_picture
from services.analysis.thresholds import Thresholds
from services.analysis.yearspicture import TrendLabels, trend_picture
from services.results import Exam, exam_from_json

__all__ = [
    "AreaRow",
    "Cell",
    "ClassFigures",
    "ClassRow",
    "Difference",
    "Drawing",
    "MarksChanged",
    "Order",
    "PictureLabels",
    "TableDrawing",
    "TableLabels",
    "TaskChanged",
    "TrendDrawing",
    "TrendLabels",
    "areas_by_district",
    "class_figures",
    "classes_in",
    "difference",
    "draw",
    "draw_table",
    "draw_trend",
    "reckon",
    "summary_of",
    "warm",
]

Json = dict[str, Any]
Parts = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Order:
    """A study to reckon: its stored reports; `wide` pools the schools of a municipality.

    `earlier` are the reports of the same study in earlier years, `around` those of other schools
    of the municipality this year, `before` those of the same pupils a year and a grade earlier;
    `thresholds` the path of an operator's file.
    """

    study_id: int
    as_of: str
    """When the study was last changed."""
    parts: Parts
    wide: bool
    earlier: Sequence[tuple[int, Parts]] = ()
    around: Parts = ()
    before: Parts = ()
    thresholds: str | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture to draw: a stored summary and all its words; `theme` is light or dark."""

    summary: Mapping[str, Any]
    labels: PictureLabels
    theme: str = "light"


@dataclass(frozen=True, slots=True)
class TableDrawing:
    """The whole table of tasks to draw: rows as `reckon` gives them, in the order to draw them."""

    rows: Sequence[Mapping[str, Any]]
    labels: TableLabels
    theme: str = "light"


@dataclass(frozen=True, slots=True)
class TrendDrawing:
    """Skills over years to draw: what `reckon` gave, and which skills of it by their words."""

    findings: Mapping[str, Any]
    labels: TrendLabels
    theme: str = "light"


def warm(_nothing: object) -> None:
    """Load what the first picture would otherwise wait for."""
    from services.analysis.intervals import Moments, interval
    from services.analysis.pen import Pen

    interval(Moments(20, 20.0, 30.0, 2.0))
    pen = Pen.on(100, 100, PALETTES["light"])
    pen.text(10, 10, "5", 20)
    pen.png()


def reckon(orders: Sequence[Order]) -> list[Json]:
    """Per study a plain document; percents are 0-100, what nothing is known of is None or empty.

    - `summary`, `tasks` (a row per task; `difference` with the nearest wider place known: common,
      own_lower, own_higher or unknown; `compared` with each: points and such a verdict), `judged`:
      false where the works are too few to say anything of the skills, `disagreements` between
      reports, `left_out` works on other tasks; `guarded`: false where schools are pooled and one of
      them could be got from the pool by another one.
    - `marks`: n (0 without marks), counts, percents, passed, quality, sou, their `bounds`, peers by
      level (`compared` for passed and quality), `twos` against an earlier year (since, was, now,
      low and high of the growth, grew, beyond_chance) or None.
    - `journal`: n, percents lowered, confirmed, raised, their `bounds`, works `far` from it (None
      where only percents are known), far_lowered, far_raised, peers; or None.
    - `mark_groups`: by mark n and percents by task; small groups are left out.
    - `hints`: `services.analysis.hints.CODES` with params.
    - `trend`: years oldest first with elements by this year's codes; `changes` against the last
      of them (code, skill, since, was, now, points, low, high, verdict rose, fell, same, few).
    - `pooled`: by years or schools, years, schools, n, own_n; or None; `pooled_tasks` like `tasks`
      with own_n, own_percent, by, years, schools.
    """
    return [_reckoned(order) for order in orders]


def draw(drawing: Drawing) -> bytes:
    """The picture of a summary as a PNG."""
    return picture(summary_from_json(drawing.summary), drawing.labels, drawing.theme)


def draw_table(drawing: TableDrawing) -> bytes:
    """Every task of a study as a PNG readable on a phone."""
    return table_picture(drawing.rows, drawing.labels, drawing.theme)


def draw_trend(drawing: TrendDrawing) -> bytes:
    """Skills over years as a PNG readable on a phone."""
    return trend_picture(drawing.findings, drawing.labels, drawing.theme)


def summary_of(findings: Mapping[str, Any]) -> Summary:
    """The summary in what `reckon` gave."""
    return summary_from_json(findings["summary"])


def classes_in(parts: Parts) -> tuple[str, ...]:
    """The classes that the works of stored reports name, as they spell them."""
    exams = [exam_from_json(part["exam"]) for part in parts]
    return tuple(sorted({label for exam in exams if exam.pupils for label in labels_in(exam)}))


def class_figures(
    parts: Parts, labels: Collection[str] | str, *, thresholds: str | None = None
) -> ClassFigures:
    """A teacher's own classes in a school's stored reports, all of them together.

    To be asked for in the analysis process: intervals load scipy.
    """
    study = _study(parts, wide=False)
    rules = Thresholds.from_file(thresholds, study.own.kind, study.own.exam)
    wanted = (labels,) if isinstance(labels, str) else tuple(labels)
    return figures_of_classes(study, wanted, rules)


def _reckoned(order: Order) -> Json:
    study = _study(order.parts, wide=order.wide)
    rules = Thresholds.from_file(order.thresholds, study.own.kind, study.own.exam)
    material = Material(
        study,
        tuple((year, _study(parts, wide=order.wide)) for year, parts in order.earlier if parts),
        tuple(exam_from_json(part["exam"]) for part in order.around),
        _study(order.before, wide=order.wide) if order.before else None,
        sum(int(part["dropped"]) for part in order.parts),
    )
    reckoned = {
        "study_id": order.study_id,
        "as_of": order.as_of,
        "guarded": hides_its_schools(study),
        **document(material, rules),
    }
    # As a row would give it back, so that old and new findings can be compared.
    told: Json = json.loads(json.dumps(reckoned))
    return told


def _study(parts: Parts, *, wide: bool) -> Study:
    exams = sorted((exam_from_json(part["exam"]) for part in parts), key=_usefulness)
    try:
        study = merge(*exams)
    except DifferentStudies:
        # What was filed together but does not belong together: the fullest report stands alone.
        study = merge(exams[0])
    return replace(study, wide=wide)


def _usefulness(exam: Exam) -> tuple[bool, bool, int]:
    return not exam.pupils, not exam.tasks, -len(exam.pupils)
