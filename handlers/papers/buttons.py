"""The buttons of papers: ordering one, and looking after the forms of a place."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.ui.buttons import Button
from services.papers import PaperKind


@dataclass(frozen=True, slots=True)
class OrderReport(Button):
    """Have the report of a study written."""

    prefix = "ppr"
    study: int


@dataclass(frozen=True, slots=True)
class OrderAgain(Button):
    """Have a paper written that could not be."""

    prefix = "ppa"
    paper: int


@dataclass(frozen=True, slots=True)
class OpenForms(Button):
    """The forms in force at the place one looks after."""

    prefix = "ppf"


@dataclass(frozen=True, slots=True)
class OpenForm(Button):
    """The form of one kind of paper."""

    prefix = "ppk"
    kind: PaperKind


@dataclass(frozen=True, slots=True)
class GetSample(Button):
    """A form to start from, with every field explained."""

    prefix = "pps"
    kind: PaperKind


@dataclass(frozen=True, slots=True)
class GetForm(Button):
    """The file of the template in force."""

    prefix = "ppg"
    kind: PaperKind


@dataclass(frozen=True, slots=True)
class RestoreForm(Button):
    """Put the place's own form away."""

    prefix = "ppo"
    kind: PaperKind


@dataclass(frozen=True, slots=True)
class TakeTemplate(Button):
    """Use what was sent for a kind of paper."""

    prefix = "ppt"
    template: int
    kind: PaperKind


@dataclass(frozen=True, slots=True)
class LeaveTemplate(Button):
    """Do without what was sent."""

    prefix = "ppx"
    template: int
