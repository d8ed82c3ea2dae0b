"""Buttons of linking groups."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.ui.buttons import Button


@dataclass(frozen=True, slots=True)
class OpenGroups(Button):
    """The associations and their groups."""

    prefix = "grps"
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenGroup(Button):
    """One association and its group."""

    prefix = "grp"
    scope_id: int


@dataclass(frozen=True, slots=True)
class GetCode(Button):
    """A one-time code for its group."""

    prefix = "grpcod"
    scope_id: int


@dataclass(frozen=True, slots=True)
class Confirm(Button):
    """This is the right group."""

    prefix = "grpyes"
    chat_id: int


@dataclass(frozen=True, slots=True)
class Decline(Button):
    """This is not."""

    prefix = "grpno"
    chat_id: int


@dataclass(frozen=True, slots=True)
class Unlink(Button):
    """Part the group; `sure` after asking once more."""

    prefix = "grpoff"
    scope_id: int
    sure: bool = False
