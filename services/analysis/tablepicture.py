"""A picture of every task of a study: a bar each, the wider place and the threshold marked on it.

What a status is told by is a shape, so that no colour has to be seen for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from services.analysis.pen import Pen
from services.analysis.sheet import (
    LEFT,
    RIGHT,
    Bar,
    Scale,
    drawn,
    foot,
    foot_lines,
    head,
    mark,
    whisker,
)

Json = Mapping[str, Any]
_HEADING, _VALUE = 31, 36
_BAR, _GAP = 30, 40
_SIGN = 13
_TRACK_RIGHT, _SIGN_X = 825, 860
_PEERS = ("region", "country", "municipality")
_STATUSES = ("deficit", "uncertain", "sufficient")


@dataclass(frozen=True, slots=True)
class TableLabels:
    """Every word of the picture.

    `headings` name the tasks in the order of the rows; `peers` tell what the mark of a wider place
    is by level, of which the region, else the country, else the municipality is marked; `statuses`
    tell what the shapes mean. What has no words is not drawn.
    """

    title: str
    subtitle: str
    headings: tuple[str, ...]
    peers: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)
    threshold: str = ""
    footnote: str = ""
    percent: str = "{value} %"


def table_picture(rows: Sequence[Json], labels: TableLabels, theme: str = "light") -> bytes:
    """Rows of tasks as `reckon` gives them, as a PNG for a phone in the order they come."""
    return drawn(lambda pen: _draw(pen, rows, labels), theme)


def _draw(pen: Pen, rows: Sequence[Json], labels: TableLabels) -> float:
    y = head(pen, labels.title, labels.subtitle)
    level = _level(rows, labels)
    for place, row in enumerate(rows):
        heading = labels.headings[place] if place < len(labels.headings) else row["code"]
        y = _row(pen, y, heading, row, level, labels) + _GAP
    marked = any(row["threshold"] is not None for row in rows)
    y = _legend(pen, y + 20, level, rows, labels)
    return foot(pen, y, labels.threshold if marked else "", labels.footnote)


def _level(rows: Sequence[Json], labels: TableLabels) -> str | None:
    told = {name for row in rows for name in row.get("peers") or {}}
    return next((name for name in _PEERS if name in told and name in labels.peers), None)


def _row(
    pen: Pen, y: float, heading: str, row: Json, level: str | None, labels: TableLabels
) -> float:
    for line in pen.wrapped(heading, _HEADING, RIGHT - LEFT, 2):
        pen.text(LEFT, y, line, _HEADING)
        y += _HEADING * 1.25
    y -= 14
    scale, middle = Scale(LEFT, _TRACK_RIGHT), y + _BAR / 2
    bar = Bar("", row["percent"], row["low"], row["high"], pen.palette.own, strong=True)
    pen.box(LEFT, y, _TRACK_RIGHT - LEFT, _BAR, pen.palette.track)
    pen.box(LEFT, y, scale.x(bar.percent) - LEFT, _BAR, bar.colour)
    if labels.threshold and row["threshold"] is not None:
        mark(pen, scale.x(row["threshold"]), y - 6, y + _BAR + 6)
    peer = (row.get("peers") or {}).get(level)
    if peer is not None:
        _peer(pen, scale.x(peer), y - 6, y + _BAR + 6)
    whisker(pen, scale, middle, bar)
    if row["status"] in labels.statuses:
        _sign(pen, _SIGN_X, middle, row["status"], firm=row["confidence"] == "firm")
    value = labels.percent.format(value=round(bar.percent))
    pen.text(RIGHT, middle, value, _VALUE, bold=True, align="right", middle=True)
    return y + _BAR + _HEADING


def _peer(pen: Pen, x: float, top: float, bottom: float) -> None:
    pen.line((x, top - 2), (x, bottom + 2), pen.palette.paper, 13)
    pen.line((x, top), (x, bottom), pen.palette.peers[0], 9)


def _sign(pen: Pen, x: float, y: float, status: str, *, firm: bool) -> None:
    """A triangle down, a diamond, a triangle up; hollow where it only seems so."""
    corners = {
        "deficit": ((-1, -0.8), (1, -0.8), (0, 1)),
        "uncertain": ((0, -1), (1, 0), (0, 1), (-1, 0)),
        "sufficient": ((-1, 0.8), (1, 0.8), (0, -1)),
    }[status]
    palette = pen.palette
    colours = {"deficit": palette.threshold, "uncertain": palette.quiet, "sufficient": palette.own}
    points = [(x + _SIGN * across, y + _SIGN * down) for across, down in corners]
    pen.shape(points, colours[status], filled=firm)


def _legend(
    pen: Pen, y: float, level: str | None, rows: Sequence[Json], labels: TableLabels
) -> float:
    if level:
        _peer(pen, LEFT + 8, y - 24, y + 6)
        y = foot_lines(pen, y, labels.peers[level], LEFT + 34) + 10
    present = {row["status"] for row in rows}
    for status in _STATUSES:
        if status in present and status in labels.statuses:
            _sign(pen, LEFT + 8, y - 10, status, firm=True)
            y = foot_lines(pen, y, labels.statuses[status], LEFT + 34) + 10
    return y + 34
