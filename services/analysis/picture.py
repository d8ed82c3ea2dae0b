"""One picture of a summary: per finding our side, the municipality, the region, with whiskers."""

from __future__ import annotations

from dataclasses import dataclass

from services.analysis.finding import Finding, Summary
from services.analysis.palette import Palette
from services.analysis.pen import Pen
from services.analysis.sheet import Bar, Scale, block, drawn, foot, head, words

_GAP = 70
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


def picture(summary: Summary, labels: PictureLabels, theme: str = "light") -> bytes:
    """The findings as a PNG for a phone, 1080 pixels wide; `theme` is light or dark."""
    return drawn(lambda pen: _draw(pen, summary, labels), theme)


def _draw(pen: Pen, summary: Summary, labels: PictureLabels) -> float:
    y = head(pen, labels.title, labels.subtitle)
    blocks = [_bars(finding, labels, pen.palette) for finding in summary.findings]
    scale = Scale.beside(pen, [bar for bars in blocks for bar in bars])
    for place, (finding, bars) in enumerate(zip(summary.findings, blocks, strict=True)):
        heading = labels.findings[place] if place < len(labels.findings) else finding.code
        detail = labels.details[place] if place < len(labels.details) else ""
        y = words(pen, y, heading, detail)
        threshold = finding.threshold if labels.threshold else None
        y = block(pen, scale, y, bars, threshold, labels.percent) + _GAP
    marked = any(finding.threshold is not None for finding in summary.findings)
    return foot(pen, y, labels.threshold if marked else "", labels.footnote)


def _bars(finding: Finding, labels: PictureLabels, palette: Palette) -> list[Bar]:
    names = {
        "municipality": labels.municipality,
        "region": labels.region,
        "country": labels.country,
    }
    own = Bar(labels.own, finding.percent, finding.low, finding.high, palette.own, strong=True)
    peers = [
        Bar(names[peer.level], peer.percent, peer.low, peer.high, colour, strong=False)
        for peer, colour in zip(finding.peers[:_PEERS_SHOWN], palette.peers, strict=False)
    ]
    return [own, *peers]
