"""One picture of staff: bars with their counts, drawn in the analysis process."""

from __future__ import annotations

from dataclasses import dataclass

from services.analysis.palette import PALETTES
from services.analysis.pen import Pen

WIDTH, LEAST_HEIGHT = 1080, 540
_LEFT, _RIGHT = 60, 1020
_TRACK_RIGHT, _LABEL_MOST = 900, 460
_TITLE, _SUBTITLE, _HEADING, _LABEL, _VALUE, _FOOT = 48, 33, 37, 31, 34, 28
_BAR, _ROW, _GAP = 34, 54, 46


@dataclass(frozen=True, slots=True)
class Bar:
    """A count with its words; `flagged` is looked at first."""

    label: str
    people: int
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Bars under a heading; all of them are shares of `people`."""

    heading: str
    people: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class StaffDrawing:
    """Every word and count of a picture; `theme` is light or dark."""

    theme: str
    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    footnote: str = ""


def draw_staff(drawing: StaffDrawing) -> bytes:
    """The picture as a PNG for a phone, 1080 pixels wide."""
    palette = PALETTES[drawing.theme]
    # Drawn twice: the first time tells how high the wrapped words make it.
    height = _draw(Pen.on(WIDTH, LEAST_HEIGHT, palette), drawing)
    pen = Pen.on(WIDTH, max(LEAST_HEIGHT, round(height)), palette)
    _draw(pen, drawing)
    return pen.png()


def _draw(pen: Pen, drawing: StaffDrawing) -> float:
    y = 88.0
    for line in pen.wrapped(drawing.title, _TITLE, _RIGHT - _LEFT, 2, bold=True):
        pen.text(_LEFT, y, line, _TITLE, bold=True)
        y += _TITLE * 1.2
    for line in pen.wrapped(drawing.subtitle, _SUBTITLE, _RIGHT - _LEFT, 2):
        pen.text(_LEFT, y - 4, line, _SUBTITLE, colour=pen.palette.quiet)
        y += _SUBTITLE * 1.3
    y += 40
    bars = [bar for block in drawing.blocks for bar in block.bars]
    left = (
        _LEFT
        + 20
        + min(max((pen.width_of(bar.label, _LABEL) for bar in bars), default=0.0), _LABEL_MOST)
    )
    for block in drawing.blocks:
        y = _block(pen, y, block, left) + _GAP
    for line in pen.wrapped(drawing.footnote, _FOOT, _RIGHT - _LEFT, 3):
        pen.text(_LEFT, y, line, _FOOT, colour=pen.palette.quiet)
        y += _FOOT * 1.3
    return y + 16


def _block(pen: Pen, y: float, block: Block, left: float) -> float:
    pen.text(_LEFT, y, block.heading, _HEADING, bold=True)
    y += _HEADING * 0.7
    for bar in block.bars:
        middle = y + _BAR / 2
        label = pen.wrapped(bar.label, _LABEL, _LABEL_MOST, 1)[0]
        pen.text(_LEFT, middle, label, _LABEL, middle=True)
        pen.box(left, y, _TRACK_RIGHT - left, _BAR, pen.palette.track)
        colour = pen.palette.threshold if bar.flagged else pen.palette.own
        share = bar.people / block.people if block.people else 0.0
        pen.box(left, y, (_TRACK_RIGHT - left) * share, _BAR, colour)
        pen.text(_RIGHT, middle, str(bar.people), _VALUE, bold=True, align="right", middle=True)
        y += _ROW
    return y
