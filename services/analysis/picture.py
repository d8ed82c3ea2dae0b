"""One picture of a summary: per finding our side, the municipality, the region, with whiskers."""

from __future__ import annotations

from dataclasses import dataclass

from services.analysis.palette import PALETTES, Palette
from services.analysis.pen import Pen
from services.analysis.summary import Finding, Summary

WIDTH, LEAST_HEIGHT = 1080, 540
_LEFT, _RIGHT = 60, 1020
_TRACK_RIGHT, _LABEL_MOST = 885, 340
_TITLE, _SUBTITLE, _HEADING, _DETAIL, _LABEL, _VALUE, _FOOT = 48, 33, 39, 30, 33, 36, 28
_BAR, _ROW, _GAP = 36, 56, 70
_PEERS_SHOWN = 2


@dataclass(frozen=True, slots=True)
class PictureLabels:
    """Every word of the picture.

    `findings` are headings and `details` the lines under them, in the order of the findings;
    `percent` is a pattern with `{value}`; an empty `threshold` leaves its mark out.
    """

    title: str
    subtitle: str
    own: str
    municipality: str
    region: str
    country: str
    findings: tuple[str, ...]
    details: tuple[str, ...] = ()
    footnote: str = ""
    threshold: str = ""
    percent: str = "{value} %"


@dataclass(frozen=True, slots=True)
class _Bar:
    label: str
    percent: float
    low: float
    high: float
    colour: str
    own: bool


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where percents lie: the track begins right of the widest word for a place."""

    left: float

    def x(self, percent: float) -> float:
        """The place of a percent in pixels."""
        return self.left + (_TRACK_RIGHT - self.left) * percent / 100


def picture(summary: Summary, labels: PictureLabels, theme: str = "light") -> bytes:
    """The findings as a PNG for a phone, 1080 pixels wide; `theme` is light or dark."""
    palette = PALETTES[theme]
    # Drawn twice: the first time tells how high the wrapped words make it.
    height = _draw(Pen.on(WIDTH, LEAST_HEIGHT, palette), summary, labels)
    pen = Pen.on(WIDTH, max(LEAST_HEIGHT, round(height)), palette)
    _draw(pen, summary, labels)
    return pen.png()


def _draw(pen: Pen, summary: Summary, labels: PictureLabels) -> float:
    y = _head(pen, labels)
    blocks = [_bars(finding, labels, pen.palette) for finding in summary.findings]
    scale = _scale(pen, [bar for bars in blocks for bar in bars])
    for place, (finding, bars) in enumerate(zip(summary.findings, blocks, strict=True)):
        heading = labels.findings[place] if place < len(labels.findings) else finding.code
        detail = labels.details[place] if place < len(labels.details) else ""
        y = _words(pen, y, heading, detail)
        threshold = finding.threshold if labels.threshold else None
        y = _block(pen, scale, y, bars, threshold, labels.percent) + _GAP
    return _foot(pen, y, labels, any(f.threshold is not None for f in summary.findings))


def _scale(pen: Pen, bars: list[_Bar]) -> _Scale:
    widths = [pen.width_of(bar.label, _LABEL, bold=bar.own) for bar in bars]
    return _Scale(_LEFT + min(max(widths, default=0.0), _LABEL_MOST) + 20)


def _block(
    pen: Pen,
    scale: _Scale,
    y: float,
    bars: list[_Bar],
    threshold: float | None,
    pattern: str,
) -> float:
    """The bars of a finding; returns where they end."""
    tops = [y + row * _ROW for row in range(len(bars))]
    bottom = tops[-1] + _BAR
    for top, bar in zip(tops, bars, strict=True):
        _bar(pen, scale, top, bar, pattern)
    if threshold is not None:
        _mark(pen, scale.x(threshold), y - 8, bottom + 8)
    # Last, so that nothing hides where the truth may lie.
    for top, bar in zip(tops, bars, strict=True):
        _whisker(pen, scale, top + _BAR / 2, bar)
    return bottom


def _head(pen: Pen, labels: PictureLabels) -> float:
    y = 88.0
    for line in pen.wrapped(labels.title, _TITLE, _RIGHT - _LEFT, 2, bold=True):
        pen.text(_LEFT, y, line, _TITLE, bold=True)
        y += _TITLE * 1.2
    for line in pen.wrapped(labels.subtitle, _SUBTITLE, _RIGHT - _LEFT, 2):
        pen.text(_LEFT, y - 4, line, _SUBTITLE, colour=pen.palette.quiet)
        y += _SUBTITLE * 1.3
    return y + 44


def _words(pen: Pen, y: float, heading: str, detail: str) -> float:
    for line in pen.wrapped(heading, _HEADING, _RIGHT - _LEFT, 2, bold=True):
        pen.text(_LEFT, y, line, _HEADING, bold=True)
        y += _HEADING * 1.22
    if detail:
        line = pen.wrapped(detail, _DETAIL, _RIGHT - _LEFT, 1)[0]
        pen.text(_LEFT, y - 2, line, _DETAIL, colour=pen.palette.quiet)
        y += _DETAIL * 1.3
    return y - 10


def _bars(finding: Finding, labels: PictureLabels, palette: Palette) -> list[_Bar]:
    names = {
        "municipality": labels.municipality,
        "region": labels.region,
        "country": labels.country,
    }
    own = _Bar(labels.own, finding.percent, finding.low, finding.high, palette.own, own=True)
    peers = [
        _Bar(names[peer.level], peer.percent, peer.low, peer.high, colour, own=False)
        for peer, colour in zip(finding.peers[:_PEERS_SHOWN], palette.peers, strict=False)
    ]
    return [own, *peers]


def _bar(pen: Pen, scale: _Scale, y: float, bar: _Bar, pattern: str) -> None:
    middle = y + _BAR / 2
    label = pen.wrapped(bar.label, _LABEL, _LABEL_MOST, 1, bold=bar.own)[0]
    pen.text(_LEFT, middle, label, _LABEL, bold=bar.own, middle=True)
    pen.box(scale.left, y, _TRACK_RIGHT - scale.left, _BAR, pen.palette.track)
    pen.box(scale.left, y, scale.x(bar.percent) - scale.left, _BAR, bar.colour)
    value = pattern.format(value=round(bar.percent))
    pen.text(_RIGHT, middle, value, _VALUE, bold=bar.own, align="right", middle=True)


def _whisker(pen: Pen, scale: _Scale, middle: float, bar: _Bar) -> None:
    low, high = scale.x(bar.low), scale.x(bar.high)
    cap = 9 if bar.own else 6
    # A pale edge keeps the dark whisker visible on the bar as well as beside it.
    for colour, width in ((pen.palette.paper, 7), (pen.palette.ink, 3)):
        edge = (width - 3) / 2
        pen.line((low - edge, middle), (high + edge, middle), colour, width)
        for end in (low, high):
            pen.line((end, middle - cap - edge), (end, middle + cap + edge), colour, width)


def _mark(pen: Pen, x: float, top: float, bottom: float) -> None:
    pen.line((x, top), (x, bottom), pen.palette.paper, 7)
    pen.line((x, top), (x, bottom), pen.palette.threshold, 4, dashed=True)


def _foot(pen: Pen, y: float, labels: PictureLabels, marked: bool) -> float:
    y += 10
    pen.line((_LEFT, y - 34), (_RIGHT, y - 34), pen.palette.rule, 2)
    if marked and labels.threshold:
        _mark(pen, _LEFT + 8, y - 14, y + 22)
        y = _foot_lines(pen, y + 14, labels.threshold, _LEFT + 34)
    return _foot_lines(pen, y + 14, labels.footnote, _LEFT) + 20


def _foot_lines(pen: Pen, y: float, words: str, left: float) -> float:
    for line in pen.wrapped(words, _FOOT, _RIGHT - left, 3):
        pen.text(left, y, line, _FOOT, colour=pen.palette.quiet)
        y += _FOOT * 1.3
    return y
