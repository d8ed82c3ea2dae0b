"""What methodologists and groups see of linking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from handlers.groups.buttons import (
    Confirm,
    Decline,
    GetCode,
    OpenGroup,
    OpenGroups,
    Unlink,
)
from handlers.menu import to_menu
from handlers.picker import Choice, picking
from handlers.ui.buttons import Key
from handlers.ui.layout import in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts


@dataclass(frozen=True, slots=True)
class LinkingShown(Choice):
    """An association (`id`, `name`) with its group, as a screen keeps it."""

    parent: str
    title: str = ""
    linked_at: datetime | None = None


@dataclass(frozen=True)
class WhichAssociation(Screen):
    """The associations one may link groups to."""

    associations: tuple[LinkingShown, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Ask; those that have a group are marked."""
        named = [
            Choice(
                one.id,
                texts.label(
                    "group-in-list",
                    association=one.name,
                    parent=one.parent,
                    linked=one.linked_at is not None,
                ),
            )
            for one in self.associations
        ]
        question = texts("group-which" if named else "group-no-associations")
        return picking(
            texts,
            question,
            named,
            OpenGroup,
            turn=OpenGroups,
            page=self.page,
            exits=(to_menu(texts),),
        )


@dataclass(frozen=True)
class OneLinking(Screen):
    """One association: its group, or the offer of a code."""

    linking: LinkingShown

    def render(self, texts: Texts) -> Message:
        """What is so now, and what can be done."""
        one = self.linking
        if one.linked_at is None:
            keys = [GetCode(one.id).labelled(texts.label("group-get-code"), style="primary")]
            text = texts("group-not-linked", association=one.name, parent=one.parent)
        else:
            keys = [Unlink(one.id).labelled(texts.label("group-unlink"))]
            text = texts(
                "group-linked", association=one.name, title=one.title, linked_at=one.linked_at
            )
        return Message(text, in_rows(keys, exits=(_back(texts),), columns=1))


@dataclass(frozen=True)
class GroupCodeShown(Screen):
    """The code, once, and what to do with it."""

    secret: ClassVar[bool] = True

    scope_id: int
    association: str
    code: str
    expires_at: datetime

    def render(self, texts: Texts) -> Message:
        """Two ways: a link that brings the bot, or words written in the group."""
        link = f"https://t.me/{texts.bot}?startgroup=g_{self.code}"
        command = f"/link@{texts.bot} {self.code}"
        text = texts(
            "group-code",
            association=self.association,
            command=command,
            expires_at=self.expires_at,
        )
        rows = (
            (Key(texts.label("group-add-by-link"), url=link),),
            (Key(texts.label("group-copy-command"), copy=command),),
            (_back(texts),),
        )
        return Message(text, rows)


@dataclass(frozen=True)
class GroupConfirm(Screen):
    """A group asks to be the association's: is it the right one?"""

    chat_id: int
    title: str
    members: int
    association: str
    replaces: str

    def render(self, texts: Texts) -> Message:
        """Its title, how many are in it, whose place it takes."""
        lines = [texts("group-asks", title=self.title, association=self.association)]
        if self.members:
            lines.append(texts("group-members", members=self.members))
        if self.replaces:
            lines.append(texts("group-replaces", title=self.replaces))
        lines.append(texts("group-is-it-yours"))
        keys = (
            Confirm(self.chat_id).labelled(texts.label("group-confirm"), style="success"),
            Decline(self.chat_id).labelled(texts.label("group-decline")),
        )
        return Message("\n".join(lines), (keys,))


@dataclass(frozen=True)
class GroupDeclined(Screen):
    """The bot has gone out of the group."""

    title: str

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("group-declined", title=self.title), ((_back(texts),),))


@dataclass(frozen=True)
class UnlinkAsked(Screen):
    """Once more before parting a group."""

    scope_id: int
    association: str
    title: str

    def render(self, texts: Texts) -> Message:
        """Ask."""
        keys = (
            Unlink(self.scope_id, sure=True).labelled(texts.label("group-unlink"), style="danger"),
            OpenGroup(self.scope_id).labelled(texts.label("group-keep")),
        )
        text = texts("group-unlink-sure", association=self.association, title=self.title)
        return Message(text, in_rows(keys, columns=1))


@dataclass(frozen=True)
class GroupGreeting(Screen):
    """The first words in a linked group."""

    association: str

    def render(self, texts: Texts) -> Message:
        """What the bot will and will not do here."""
        return Message(texts("group-greeting", association=self.association))


@dataclass(frozen=True)
class GroupFarewell(Screen):
    """The last words."""

    def render(self, texts: Texts) -> Message:
        """Say them."""
        return Message(texts("group-farewell"))


@dataclass(frozen=True)
class GroupGone(Screen):
    """The bot was put out of a linked group."""

    title: str
    association: str

    def render(self, texts: Texts) -> Message:
        """Say it, and how to link again."""
        return Message(
            texts("group-gone", title=self.title, association=self.association),
            ((_back(texts),),),
        )


@dataclass(frozen=True)
class GroupIsTaken(Screen):
    """The group with the code belongs to an association already."""

    title: str
    association: str

    def render(self, texts: Texts) -> Message:
        """Say to which, and what to do first."""
        text = texts("group-taken", title=self.title, association=self.association)
        return Message(text, ((_back(texts),),))


def _back(texts: Texts) -> Key:
    return OpenGroups().labelled(texts.label("group-to-list"))
