"""A sheet measured in pixels from its upper left corner, drawn with matplotlib."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from services.analysis.palette import Palette

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backends.backend_agg import FigureCanvasAgg

DPI = 100
FONT = "DejaVu Sans"
_POINTS_PER_INCH = 72
_ELLIPSIS = "…"
_SHORT_WORD = 2


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws rectangles, lines and text; knows how wide text is."""

    axes: Axes
    canvas: FigureCanvasAgg
    palette: Palette

    @classmethod
    def on(cls, width: int, height: int, palette: Palette) -> Pen:
        """A fresh sheet."""
        # No pyplot: it keeps every figure and a global state, workers draw many.
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI, facecolor=palette.paper)
        canvas = FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
        axes.set_axis_off()
        return cls(axes, canvas, palette)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        *,
        bold: bool = False,
        colour: str | None = None,
        align: str = "left",
        middle: bool = False,
    ) -> None:
        """Words with their baseline (or middle) at y; `size` in pixels."""
        self.axes.text(
            x,
            y,
            words,
            fontsize=_points(size),
            fontweight="bold" if bold else "normal",
            fontfamily=FONT,
            color=colour or self.palette.ink,
            ha=align,
            va="center_baseline" if middle else "baseline",
            parse_math=False,
        )

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        from matplotlib.patches import Rectangle

        self.axes.add_patch(Rectangle((x, y), width, height, facecolor=colour, linewidth=0))

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str,
        width: float = 2,
        *,
        dashed: bool = False,
    ) -> None:
        """A straight line, `width` in pixels."""
        self.axes.plot(
            (start[0], end[0]),
            (start[1], end[1]),
            color=colour,
            linewidth=_points(width),
            linestyle=(0, (3, 2.5)) if dashed else "solid",
            solid_capstyle="butt",
        )

    def shape(
        self, corners: Sequence[tuple[float, float]], colour: str, *, filled: bool = True
    ) -> None:
        """A closed shape, filled or only its outline."""
        from matplotlib.patches import Polygon

        face = colour if filled else "none"
        edge = _points(4)
        self.axes.add_patch(
            Polygon(list(corners), facecolor=face, edgecolor=colour, linewidth=edge)
        )

    def width_of(self, words: str, size: float, *, bold: bool = False) -> float:
        """How many pixels the words take."""
        from matplotlib.font_manager import FontProperties

        font = FontProperties(family=FONT, size=_points(size), weight="bold" if bold else "normal")
        renderer = self.canvas.get_renderer()  # type: ignore[no-untyped-call]
        return float(renderer.get_text_width_height_descent(words, font, ismath=False)[0])

    def wrapped(
        self, words: str, size: float, width: float, lines: int, *, bold: bool = False
    ) -> list[str]:
        """Words broken into at most `lines` of like length; what does not fit is cut by "…"."""
        tokens = _tokens(words)
        widths = [self.width_of(token, size, bold=bold) for token in tokens]
        space = self.width_of(" ", size, bold=bold)
        done = _broken(tokens, widths, space, width)
        if len(done) <= lines:
            # The narrowest column that takes no more lines leaves no lonely word at the end.
            columns = (width * share / 40 for share in range(40, 0, -1))
            fitting = (_broken(tokens, widths, space, column) for column in columns)
            done = list(takewhile(lambda broken: len(broken) == len(done), fitting))[-1]
        kept = done[:lines]
        last = " ".join(done[len(kept) - 1 :])
        if len(done) > lines or self.width_of(last, size, bold=bold) > width:
            kept[-1] = self._cut(last, size, width, bold=bold)
        return kept

    def png(self) -> bytes:
        """The sheet as a PNG without a date or a program's name inside."""
        out = io.BytesIO()
        self.canvas.print_png(out, metadata={"Software": None})  # type: ignore[no-untyped-call]
        return out.getvalue()

    def _cut(self, line: str, size: float, width: float, *, bold: bool) -> str:
        while line and self.width_of(line + _ELLIPSIS, size, bold=bold) > width:
            line = line[:-1]
        return line.rstrip(" ,.;:") + _ELLIPSIS


def _tokens(words: str) -> list[str]:
    """Words, short ones together with the next: a line never ends with a lone preposition."""
    tokens: list[str] = []
    glued = ""
    for word in words.split():
        glued = f"{glued} {word}".strip()
        if len(word) > _SHORT_WORD:
            tokens.append(glued)
            glued = ""
    return [*tokens, glued] if glued else tokens or [""]


def _broken(tokens: list[str], widths: list[float], space: float, width: float) -> list[str]:
    lines: list[str] = []
    used = 0.0
    for token, wide in zip(tokens, widths, strict=True):
        if lines and used + space + wide <= width:
            lines[-1] += " " + token
            used += space + wide
        else:
            lines.append(token)
            used = wide
    return lines


def _points(pixels: float) -> float:
    return pixels * _POINTS_PER_INCH / DPI
