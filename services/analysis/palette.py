"""Colours of pictures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Told apart by everybody: one strong blue for our side, greys of other lightness."""

    paper: str
    ink: str
    quiet: str
    track: str
    rule: str
    own: str
    threshold: str
    peers: tuple[str, str]


PALETTES = {
    "light": Palette(
        paper="#ffffff",
        ink="#15191e",
        quiet="#56606c",
        track="#eff2f5",
        rule="#d5dbe1",
        own="#0b62b8",
        threshold="#c2410c",
        peers=("#8b97a4", "#b9c3cd"),
    ),
    "dark": Palette(
        paper="#17212b",
        ink="#f3f6f9",
        quiet="#a8b5c2",
        track="#202d3a",
        rule="#33424f",
        own="#4ba3f5",
        threshold="#fb923c",
        peers=("#8c9bab", "#5f6f7f"),
    ),
}
