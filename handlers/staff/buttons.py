"""The buttons of the staff dashboard."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.ui.buttons import Button


@dataclass(frozen=True, slots=True)
class OpenStaff(Button):
    """The figures of a place, or (0) of one's own."""

    prefix = "stf"
    place: int = 0


@dataclass(frozen=True, slots=True)
class OpenSubjects(Button):
    """How many teach what in a place, page by page from 0."""

    prefix = "stfs"
    place: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenStaffSchools(Button):
    """The schools of a municipality, page by page from 0."""

    prefix = "stfo"
    place: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class TurnStaffPlaces(Button):
    """Another page of municipalities."""

    prefix = "stfm"
    page: int


@dataclass(frozen=True, slots=True)
class DrawStaff(Button):
    """The figures of a place as a picture."""

    prefix = "stfp"
    place: int
    dark: bool = False


@dataclass(frozen=True, slots=True)
class ExportStaff(Button):
    """The figures of a place as a spreadsheet."""

    prefix = "stfx"
    place: int
