"""What every picture of ours is made of: a head, blocks of bars with whiskers, a foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from services.analysis.palette import PALETTES
from services.analysis.pen import Pen

WIDTH, LEAST_HEIGHT = 1080, 540
LEFT, RIGHT = 60, 1020
TRACK_RIGHT = 885
_LABEL_MOST = 340
_TITLE, _SUBTITLE, _HEADING, _DETAIL, _LABEL, _VALUE, _FOOT = 48, 33, 39, 30, 33, 36, 28
_BAR, _ROW = 36, 56

Drawn = Callable[[Pen], float]


@dataclass(frozen=True, slots=True)
class Bar:
    """A percent with its interval; `strong` is what the picture is about."""

    label: str
    percent: float
    low: float
    high: float
    colour: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Where percents lie: the track begins right of the widest word for a bar."""

    left: float
    right: float = TRACK_RIGHT

    @classmethod
    def beside(cls, pen: Pen, bars: Sequence[Bar]) -> Scale:
        """The scale that leaves room for the labels of bars."""
        widths = [pen.width_of(bar.label, _LABEL, bold=bar.strong) for bar in bars]
        return cls(LEFT + min(max(widths, default=0.0), _LABEL_MOST) + 20)

    def x(self, percent: float) -> float:
        """The place of a percent in pixels."""
        return self.left + (self.right - self.left) * percent / 100


def drawn(draw: Drawn, theme: str) -> bytes:
    """A PNG 1080 pixels wide and as high as `draw` says it needs; `theme` is light or dark."""
    palette = PALETTES[theme]
    # Drawn twice: the first time tells how high the wrapped words make it.
    height = draw(Pen.on(WIDTH, LEAST_HEIGHT, palette))
    pen = Pen.on(WIDTH, max(LEAST_HEIGHT, round(height)), palette)
    draw(pen)
    return pen.png()


def head(pen: Pen, title: str, subtitle: str) -> float:
    """Title and subtitle; returns where the next thing begins."""
    y = 88.0
    for line in pen.wrapped(title, _TITLE, RIGHT - LEFT, 2, bold=True):
        pen.text(LEFT, y, line, _TITLE, bold=True)
        y += _TITLE * 1.2
    for line in pen.wrapped(subtitle, _SUBTITLE, RIGHT - LEFT, 2):
        pen.text(LEFT, y - 4, line, _SUBTITLE, colour=pen.palette.quiet)
        y += _SUBTITLE * 1.3
    return y + 44


def words(pen: Pen, y: float, heading: str, detail: str) -> float:
    """A block's heading and the quiet line under it."""
    for line in pen.wrapped(heading, _HEADING, RIGHT - LEFT, 2, bold=True):
        pen.text(LEFT, y, line, _HEADING, bold=True)
        y += _HEADING * 1.22
    if detail:
        line = pen.wrapped(detail, _DETAIL, RIGHT - LEFT, 1)[0]
        pen.text(LEFT, y - 2, line, _DETAIL, colour=pen.palette.quiet)
        y += _DETAIL * 1.3
    return y - 10


def block(
    pen: Pen,
    scale: Scale,
    y: float,
    bars: Sequence[Bar],
    threshold: float | None,
    pattern: str,
) -> float:
    """Bars one under another; returns where they end."""
    tops = [y + row * _ROW for row in range(len(bars))]
    bottom = tops[-1] + _BAR
    for top, bar in zip(tops, bars, strict=True):
        _bar(pen, scale, top, bar, pattern)
    if threshold is not None:
        mark(pen, scale.x(threshold), y - 8, bottom + 8)
    # Last, so that nothing hides where the truth may lie.
    for top, bar in zip(tops, bars, strict=True):
        whisker(pen, scale, top + _BAR / 2, bar)
    return bottom


def whisker(pen: Pen, scale: Scale, middle: float, bar: Bar) -> None:
    """Where the true percent may lie."""
    low, high = scale.x(bar.low), scale.x(bar.high)
    cap = 9 if bar.strong else 6
    # A pale edge keeps the dark whisker visible on the bar as well as beside it.
    for colour, width in ((pen.palette.paper, 7), (pen.palette.ink, 3)):
        edge = (width - 3) / 2
        pen.line((low - edge, middle), (high + edge, middle), colour, width)
        for end in (low, high):
            pen.line((end, middle - cap - edge), (end, middle + cap + edge), colour, width)


def mark(pen: Pen, x: float, top: float, bottom: float) -> None:
    """The threshold's mark."""
    pen.line((x, top), (x, bottom), pen.palette.paper, 7)
    pen.line((x, top), (x, bottom), pen.palette.threshold, 4, dashed=True)


def foot(pen: Pen, y: float, threshold: str, footnote: str) -> float:
    """The rule, what the threshold's mark means (empty: nothing), the footnote."""
    y += 10
    pen.line((LEFT, y - 34), (RIGHT, y - 34), pen.palette.rule, 2)
    if threshold:
        mark(pen, LEFT + 8, y - 14, y + 22)
        y = foot_lines(pen, y + 14, threshold, LEFT + 34)
    return foot_lines(pen, y + 14, footnote, LEFT) + 20


def foot_lines(pen: Pen, y: float, text: str, left: float) -> float:
    """Quiet words in up to three lines."""
    for line in pen.wrapped(text, _FOOT, RIGHT - left, 3):
        pen.text(left, y, line, _FOOT, colour=pen.palette.quiet)
        y += _FOOT * 1.3
    return y


def _bar(pen: Pen, scale: Scale, y: float, bar: Bar, pattern: str) -> None:
    middle = y + _BAR / 2
    label = pen.wrapped(bar.label, _LABEL, _LABEL_MOST, 1, bold=bar.strong)[0]
    pen.text(LEFT, middle, label, _LABEL, bold=bar.strong, middle=True)
    pen.box(scale.left, y, scale.right - scale.left, _BAR, pen.palette.track)
    pen.box(scale.left, y, scale.x(bar.percent) - scale.left, _BAR, bar.colour)
    value = pattern.format(value=round(bar.percent))
    pen.text(RIGHT, middle, value, _VALUE, bold=bar.strong, align="right", middle=True)
