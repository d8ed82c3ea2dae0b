"""The menu: every module puts its entries in, each person sees those of the role they wear."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from handlers.ui.buttons import Button, Key
from handlers.ui.layout import MAX_ROWS, in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.access import Role

EVERY_ROLE = frozenset(Role)


@dataclass(frozen=True, slots=True)
class OpenMenu(Button):
    """Go to the menu; pages from 1 on stand behind «more»."""

    prefix = "menu"
    page: int = 0


@dataclass(frozen=True, slots=True)
class ChooseRole(Button):
    """Show the roles one may change into."""

    prefix = "roles"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu: whose it is, where it stands, what it says, what it opens."""

    roles: frozenset[Role]
    order: int
    label_id: str
    button: Button


_entries: list[Entry] = []


def menu_entry(roles: Collection[Role], order: int, label_id: str, button: Button) -> None:
    """Put an entry into the menu of some roles; lower orders stand higher.

    `label_id` is a text without tags, at most 28 letters long in every language.
    """
    _entries.append(Entry(frozenset(roles), order, label_id, button))


def entries_of(role: Role | None) -> tuple[Entry, ...]:
    """What a role finds in its menu."""
    own = (one for one in _entries if role in one.roles)
    return tuple(sorted(own, key=lambda one: (one.order, one.label_id)))


@dataclass(frozen=True)
class Menu(Screen):
    """The menu of a role. `intro` is the text above it, which may use $name and $place."""

    role: Role | None
    place: str = ""
    person: str = ""
    several: bool = False
    page: int = 0
    intro: str = "menu-choose"

    def render(self, texts: Texts) -> Message:
        """The entries one under another; what does not fit stands behind «more»."""
        lines = [texts(self.intro, name=self.person, place=self.place)]
        if self.several and self.role is not None:
            lines.append(texts("menu-you-are", role=self.role, place=self.place))
        keys = self._keys(texts)
        if len(keys) <= MAX_ROWS:
            return Message("\n".join(lines), in_rows(keys, columns=1))
        room = MAX_ROWS - 1
        pages = -(-len(keys) // room)
        page = min(max(self.page, 0), pages - 1)
        turning = []
        if page > 0:
            turning.append(OpenMenu(page - 1).labelled(texts.label("menu-back")))
        if page + 1 < pages:
            turning.append(OpenMenu(page + 1).labelled(texts.label("menu-more")))
        shown = in_rows(keys[page * room :][:room], columns=1)
        return Message("\n".join(lines), (*shown, tuple(turning)))

    def _keys(self, texts: Texts) -> list[Key]:
        keys = [one.button.labelled(texts.label(one.label_id)) for one in entries_of(self.role)]
        if self.several:
            # Whoever wears the wrong role looks for it first.
            change = ChooseRole().labelled(texts.label("menu-choose-role"))
            keys.insert(MAX_ROWS - 2, change)
        return keys


def to_menu(texts: Texts) -> Key:
    """The exit of a screen: back to the menu."""
    return OpenMenu().labelled(texts.label("menu-open"))
