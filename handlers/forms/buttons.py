"""The buttons under a form's questions; each names the form and the step it was made for."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.ui.buttons import Button


@dataclass(frozen=True, slots=True)
class Choose(Button):
    """This choice is the answer."""

    prefix = "fc"
    form: str
    step: int
    index: int


@dataclass(frozen=True, slots=True)
class Mark(Button):
    """Tick or untick one of several; it says which, so that pressing twice changes nothing."""

    prefix = "fm"
    form: str
    step: int
    index: int
    ticked: bool
    page: int


@dataclass(frozen=True, slots=True)
class Done(Button):
    """What is ticked is the answer."""

    prefix = "fd"
    form: str
    step: int


@dataclass(frozen=True, slots=True)
class Turn(Button):
    """Another page of the choices."""

    prefix = "ft"
    form: str
    step: int
    page: int


@dataclass(frozen=True, slots=True)
class Skip(Button):
    """Leave the question out."""

    prefix = "fs"
    form: str
    step: int


@dataclass(frozen=True, slots=True)
class Keep(Button):
    """What is offered, or was said before, is the answer."""

    prefix = "fk"
    form: str
    step: int


@dataclass(frozen=True, slots=True)
class Reword(Button):
    """Not what is offered: it will be written."""

    prefix = "fw"
    form: str
    step: int


@dataclass(frozen=True, slots=True)
class Back(Button):
    """The question before."""

    prefix = "fb"
    form: str
    step: int


@dataclass(frozen=True, slots=True)
class Leave(Button):
    """Stop here; what is answered stays as a draft."""

    prefix = "fl"
    form: str
    step: int


@dataclass(frozen=True, slots=True)
class Resume(Button):
    """Go on with a draft."""

    prefix = "fr"
    form: str
    step: int


@dataclass(frozen=True, slots=True)
class Anew(Button):
    """Forget the draft and begin the same form again."""

    prefix = "fn"
    form: str
    step: int


@dataclass(frozen=True, slots=True)
class Drop(Button):
    """Delete the form and its answers."""

    prefix = "fx"
    form: str
    step: int


@dataclass(frozen=True, slots=True)
class Send(Button):
    """All is checked: finish."""

    prefix = "fe"
    form: str
    step: int


@dataclass(frozen=True, slots=True)
class Fix(Button):
    """Something is to be put right before sending; no `index`: ask which."""

    prefix = "fi"
    form: str
    step: int
    index: int | None = None
