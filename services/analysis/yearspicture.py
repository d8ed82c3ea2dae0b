"""A picture of a trend: per skill a bar for every year that has it, with whiskers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from services.analysis.palette import Palette
from services.analysis.pen import Pen
from services.analysis.sheet import Bar, Scale, block, drawn, foot, head, words

Json = Mapping[str, Any]
_GAP = 70
_YEARS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class TrendLabels:
    """Every word of the picture.

    `headings` name the skills to draw by the codes of this year's tasks, in the order they are
    drawn; `details` are lines under them by code; an empty `threshold` leaves its mark out.
    """

    title: str
    subtitle: str
    headings: Mapping[str, str]
    details: Mapping[str, str] = field(default_factory=dict)
    footnote: str = ""
    threshold: str = ""
    percent: str = "{value} %"


def trend_picture(findings: Json, labels: TrendLabels, theme: str = "light") -> bytes:
    """The trend that `reckon` gave as a PNG for a phone, the last four years of each skill."""
    return drawn(lambda pen: _draw(pen, findings, labels), theme)


def _draw(pen: Pen, findings: Json, labels: TrendLabels) -> float:
    y = head(pen, labels.title, labels.subtitle)
    blocks = {code: _bars(findings["trend"], code, pen.palette) for code in labels.headings}
    scale = Scale.beside(pen, [bar for bars in blocks.values() for bar in bars])
    thresholds = {row["code"]: row["threshold"] for row in findings["tasks"]}
    marked = False
    for code, bars in blocks.items():
        if not bars:
            continue
        threshold = thresholds.get(code) if labels.threshold else None
        marked = marked or threshold is not None
        y = words(pen, y, labels.headings[code], labels.details.get(code, ""))
        y = block(pen, scale, y, bars, threshold, labels.percent) + _GAP
    return foot(pen, y, labels.threshold if marked else "", labels.footnote)


def _bars(years: Sequence[Json], code: str, palette: Palette) -> list[Bar]:
    known = [(one["year"], one["elements"][code]) for one in years if code in one["elements"]]
    last = max((one["year"] for one in years), default=None)
    return [
        Bar(
            str(year),
            figure["percent"],
            figure["low"],
            figure["high"],
            palette.own if year == last else palette.peers[0],
            strong=year == last,
        )
        for year, figure in known[-_YEARS_SHOWN:]
    ]
