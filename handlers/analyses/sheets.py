"""The words of a study's table and picture, and the jobs that make them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from handlers.analyses.wording import skill_of
from handlers.results.wording import title_line
from handlers.ui.texts import TextLibrary, Texts
from services.analyses import Area, MarksTold
from services.analyses.exports import Form, Material, made, material, not_made
from services.analysis.tablepicture import TableLabels
from services.analysis.yearspicture import TrendLabels
from services.findings import TableDrawing, TrendDrawing, draw_table, draw_trend
from services.jobs import JobKind, Params, Place, Prepare, Run, register
from services.papers import Cell, Column, Sheet, Shown, workbook
from services.work import Work

LOCALES = Path(__file__).resolve().parents[2] / "locales"
LEVELS = ("municipality", "region", "country")
STATUSES = ("deficit", "uncertain", "sufficient")
YEARS_SHOWN = 6
"""Areas in a picture of years: more would not be read on a phone."""


def sheets(found: Material, texts: Texts) -> tuple[Sheet, ...]:
    """The sheets of a study: areas, marks, where the figures come from."""
    made_of: list[Sheet] = []
    if found.areas:
        made_of.append(_areas(found, texts))
    if found.marks is not None:
        made_of.append(_marks(found.marks, texts))
    made_of.append(_origin(found, texts))
    return tuple(made_of)


def table_drawing(found: Material, texts: Texts, *, dark: bool) -> TableDrawing:
    """The picture of all areas."""
    labels = TableLabels(
        title=title_line(found.head.title, texts),
        subtitle=_subtitle(found, texts),
        headings=tuple(_heading(one, texts) for one in found.areas),
        peers={level: texts.label(f"picture-{level}") for level in LEVELS},
        statuses={one: texts.label("analyses-status", status=one) for one in STATUSES},
        threshold=texts.label("picture-threshold"),
        footnote=texts.label("picture-footnote"),
        percent="{value} %",
    )
    return TableDrawing(found.rows, labels, "dark" if dark else "light")


def years_drawing(found: Material, texts: Texts) -> TrendDrawing:
    """The picture of the years: the hardest of the areas that earlier years share."""
    findings = found.findings or {}
    shared = {code for year in findings["trend"][:-1] for code in year["elements"]}
    common = [one for one in found.areas if one.code in shared]
    shown = sorted(common, key=_hard_first)[:YEARS_SHOWN]
    subtitle = texts.label("sheet-years", place=found.head.place, shown=len(shown), all=len(common))
    labels = TrendLabels(
        title=title_line(found.head.title, texts),
        subtitle=subtitle,
        headings={one.code: _heading(one, texts) for one in shown},
        threshold=texts.label("picture-threshold"),
        footnote=texts.label("picture-footnote"),
        percent="{value} %",
    )
    return TrendDrawing(findings, labels)


def _hard_first(area: Area) -> float:
    return area.percent / area.threshold if area.threshold else area.percent


def _areas(found: Material, texts: Texts) -> Sheet:
    known = [level for level in LEVELS if any(one.peer(level) for one in found.areas)]
    columns = (
        Column(texts.label("sheet-code")),
        Column(texts.label("sheet-skill"), width=60),
        Column(texts.label("sheet-level")),
        Column(texts.label("sheet-n"), Shown.WHOLE),
        Column(texts.label("sheet-percent"), Shown.PERCENT_EXACT),
        Column(texts.label("sheet-low"), Shown.PERCENT_EXACT),
        Column(texts.label("sheet-high"), Shown.PERCENT_EXACT),
        Column(texts.label("sheet-threshold"), Shown.PERCENT),
        Column(texts.label("sheet-status"), width=22),
        Column(texts.label("sheet-confidence"), width=20),
        *(Column(texts.label(f"picture-{one}"), Shown.PERCENT_EXACT) for one in known),
    )
    rows = [_area_row(one, known, texts) for one in found.areas]
    return Sheet(texts.label("sheet-areas"), columns, rows)


def _area_row(one: Area, known: Sequence[str], texts: Texts) -> tuple[Cell, ...]:
    return (
        one.code,
        one.skill or "",
        one.level or "",
        one.n,
        one.percent,
        one.low,
        one.high,
        one.threshold,
        texts.label("analyses-status", status=one.status),
        texts.label("sheet-sure", confidence=one.confidence),
        *(peer.percent if (peer := one.peer(level)) else None for level in known),
    )


def _marks(told: MarksTold, texts: Texts) -> Sheet:
    columns = (
        Column(texts.label("sheet-figure"), width=34),
        Column(texts.label("sheet-own"), Shown.PERCENT_EXACT),
        *(Column(texts.label(f"picture-{one.level}"), Shown.PERCENT_EXACT) for one in told.peers),
    )
    blank: tuple[Cell, ...] = (None,) * len(told.peers)
    rows: list[tuple[Cell, ...]] = [
        (texts.label("sheet-mark", mark=str(mark)), percent, *blank)
        for mark, percent in enumerate(told.percents, 2)
    ]
    for name in ("passed", "quality", "sou"):
        beside = tuple(getattr(one.figures, name) for one in told.peers)
        rows.append((texts.label(f"sheet-{name}"), getattr(told.own, name), *beside))
    if told.journal is not None:
        for name in ("lowered", "confirmed", "raised"):
            rows.append((texts.label(f"sheet-{name}"), getattr(told.journal, name), *blank))
    return Sheet(texts.label("sheet-marks"), columns, rows)


def _origin(found: Material, texts: Texts) -> Sheet:
    columns = (Column(texts.label("sheet-origin"), width=80),)
    return Sheet(texts.label("sheet-origin"), columns, [(line,) for line in _said(found, texts)])


def _said(found: Material, texts: Texts) -> Iterator[str]:
    head = found.head
    yield title_line(head.title, texts)
    yield texts.label("sheet-place", place=head.place, n=head.n)
    if head.pooled is not None:
        yield texts.label("sheet-pooled", by=head.pooled.by, n=head.pooled.n)
    if found.source is not None:
        source = found.source
        yield texts.label(
            "sheet-source",
            kind=source.kinds[0],
            more=len(source.kinds) - 1,
            at=source.sent_at,
            works=source.works,
            dropped=source.dropped,
        )
    yield texts.label("sheet-formula")
    yield texts.label("sheet-not-for-rating")


def _heading(one: Area, texts: Texts) -> str:
    skill = skill_of(one.code, one.skill, texts)
    return texts.label("sheet-heading", code=one.code, skill=skill) if one.skill else skill


def _subtitle(found: Material, texts: Texts) -> str:
    return texts.label("sheet-place", place=found.head.place, n=found.head.n)


def _texts(params: Params) -> Texts:
    return _library().of(params["language"])


@cache
def _library() -> TextLibrary:
    # A job has no reader whose texts it could borrow.
    return TextLibrary.load(LOCALES, strict=False)


def _sheet(work: Work, params: Params) -> tuple[Sheet, ...]:
    texts = _texts(params)
    return sheets(material(work, params), texts)


def _picture(work: Work, params: Params) -> TableDrawing:
    dark = Form(params["form"]) is Form.TABLE_DARK
    return table_drawing(material(work, params), _texts(params), dark=dark)


def _years(work: Work, params: Params) -> TrendDrawing:
    return years_drawing(material(work, params), _texts(params))


def _kind(name: str, prepare: Prepare, run: Run) -> JobKind:
    return JobKind(
        name,
        prepare=prepare,
        run=run,
        apply=made,
        give_up=not_made,
        place=Place.ANALYSIS,
        max_attempts=2,
    )


register(_kind("analyses.sheet", _sheet, workbook))
register(_kind("analyses.picture", _picture, draw_table))
register(_kind("analyses.years", _years, draw_trend))
