"""Buttons of inviting."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.ui.buttons import Button
from services.access import Role


@dataclass(frozen=True, slots=True)
class Invite(Button):
    """Begin to invite somebody."""

    prefix = "inv"


@dataclass(frozen=True, slots=True)
class InviteRole(Button):
    """Somebody of this role; `page` of the places."""

    prefix = "invrol"
    role: Role
    page: int = 0


@dataclass(frozen=True, slots=True)
class InvitePlace(Button):
    """To this place."""

    prefix = "invplc"
    role: Role
    scope_id: int


@dataclass(frozen=True, slots=True)
class MakeLink(Button):
    """A link for so many."""

    prefix = "invnew"
    role: Role
    scope_id: int
    uses: int


@dataclass(frozen=True, slots=True)
class OpenInvitations(Button):
    """The invitations that are still open."""

    prefix = "invown"
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenOne(Button):
    """One of them."""

    prefix = "invone"
    invitation_id: int


@dataclass(frozen=True, slots=True)
class Revoke(Button):
    """Close it."""

    prefix = "invoff"
    invitation_id: int
