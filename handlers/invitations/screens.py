"""Screens of inviting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from urllib.parse import quote

from handlers.invitations.buttons import (
    Invite,
    InvitePlace,
    InviteRole,
    MakeLink,
    OpenInvitations,
    OpenOne,
    Revoke,
)
from handlers.menu import to_menu
from handlers.picker import Choice, picking
from handlers.ui.buttons import Key
from handlers.ui.layout import in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.access import Role
from services.invitations import MANY, SINGLE


@dataclass(frozen=True)
class WhomToInvite(Screen):
    """The roles one may invite."""

    roles: tuple[Role, ...]
    has_open: bool

    def render(self, texts: Texts) -> Message:
        """Ask."""
        keys = [InviteRole(one).labelled(texts.label("role-name", role=one)) for one in self.roles]
        exits = []
        if self.has_open:
            exits.append(OpenInvitations().labelled(texts.label("invitation-open-list")))
        exits.append(to_menu(texts))
        return Message(texts("invitation-whom"), in_rows(keys, exits=exits))


@dataclass(frozen=True)
class WhereToInvite(Screen):
    """The places for a role."""

    role: Role
    choices: tuple[Choice, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Ask."""
        text_id = "invitation-where" if self.choices else "invitation-nowhere"
        return picking(
            texts,
            texts(text_id, role=self.role),
            self.choices,
            lambda scope_id: InvitePlace(self.role, scope_id),
            turn=lambda page: InviteRole(self.role, page),
            page=self.page,
            exits=(_back(texts),),
        )


@dataclass(frozen=True)
class HowMany(Screen):
    """For one person or for a whole staff room."""

    role: Role
    scope_id: int
    place: str

    def render(self, texts: Texts) -> Message:
        """Ask."""
        keys = [
            MakeLink(self.role, self.scope_id, uses).labelled(
                texts.label("invitation-for", uses=uses)
            )
            for uses in (SINGLE, MANY)
        ]
        text = texts("invitation-how-many", role=self.role, place=self.place)
        return Message(text, in_rows(keys, exits=(_back(texts),), columns=1))


@dataclass(frozen=True)
class InvitationLink(Screen):
    """The link, shown this once: only its hash is kept."""

    secret: ClassVar[bool] = True

    payload: str
    role: Role
    place: str
    uses: int
    expires_at: datetime

    def render(self, texts: Texts) -> Message:
        """The link to copy or to pass on."""
        link = f"https://t.me/{texts.bot}?start={self.payload}"
        words = texts.label("invitation-words", role=self.role, place=self.place)
        share = f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(words)}"
        text = texts(
            "invitation-link",
            role=self.role,
            place=self.place,
            uses=self.uses,
            expires_at=self.expires_at,
            link=link,
        )
        rows = (
            (Key(texts.label("invitation-pass-on"), url=share),),
            (Key(texts.label("invitation-copy"), copy=link),),
            (OpenInvitations().labelled(texts.label("invitation-open-list")),),
            (to_menu(texts),),
        )
        return Message(text, rows)


@dataclass(frozen=True, slots=True)
class OpenInvitation(Choice):
    """An open invitation: `name` is its place."""

    role: Role
    uses_left: int
    expires_at: datetime


@dataclass(frozen=True)
class InvitationList(Screen):
    """What the author has given out and nobody, or not everybody, has used."""

    open: tuple[OpenInvitation, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """One line each."""
        named = [
            Choice(
                one.id,
                texts.label(
                    "invitation-in-list", role=one.role, place=one.name, uses=one.uses_left
                ),
            )
            for one in self.open
        ]
        question = texts("invitation-list" if self.open else "invitation-none-open")
        return picking(
            texts,
            question,
            named,
            OpenOne,
            turn=OpenInvitations,
            page=self.page,
            exits=(_back(texts),),
        )


@dataclass(frozen=True)
class OneInvitation(Screen):
    """One open invitation; its link cannot be shown again."""

    invitation: OpenInvitation

    def render(self, texts: Texts) -> Message:
        """What it is for; it can be closed."""
        one = self.invitation
        text = texts(
            "invitation-one",
            role=one.role,
            place=one.name,
            uses=one.uses_left,
            expires_at=one.expires_at,
        )
        rows = (
            (Revoke(one.id).labelled(texts.label("invitation-revoke"), style="danger"),),
            (OpenInvitations().labelled(texts.label("invitation-to-list")),),
        )
        return Message(text, rows)


def _back(texts: Texts) -> Key:
    return Invite().labelled(texts.label("invitation-back"))
