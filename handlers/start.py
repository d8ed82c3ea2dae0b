"""The beginning: /start with and without an invitation, /menu, and words nobody else takes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.acquaintance import acquaint
from handlers.commands import show_commands
from handlers.consent import consent_asked, no_way_in
from handlers.contact import ContactShown, contact_line, contact_shown
from handlers.home import home
from handlers.menu import OpenMenu
from handlers.ui.buttons import Button
from handlers.ui.context import Context
from handlers.ui.layout import in_rows
from handlers.ui.outcome import PASS, Outcome, Reply
from handlers.ui.routes import Routes
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from handlers.welcome import (
    AskAccess,
    HaveInvitation,
    HowToOpen,
    WhatIsKept,
)
from services.access import Role
from services.invitations import PREFIX
from services.people import enrolment
from services.people.contacts import contact_of_all
from services.people.enrolment import Doorway
from services.people.roles import active_holding

routes = Routes()
fallback = Routes()
"""What answers last of all: texts that no dialog and no module takes."""

IN_A_LINK = re.compile(r"[?&]start=i_([A-Za-z0-9_-]{1,62})\Z")
BY_ITSELF = re.compile(r"(?:i_)?([A-Za-z0-9_-]{8,62})\Z")


@dataclass(frozen=True, slots=True)
class ComeIn(Button):
    """«Yes, that is my school»."""

    prefix = "comein"
    way: str


@dataclass(frozen=True, slots=True)
class NotMine(Button):
    """«Another school»."""

    prefix = "notme"
    way: str


@dataclass(frozen=True, slots=True)
class BackToDoor(Button):
    """Back to the invitation."""

    prefix = "door"
    way: str


@dataclass(frozen=True)
class Invited(Screen):
    """What this is, and whether the newcomer is who the invitation means."""

    way: str
    role: Role
    place: str
    home: str

    def render(self, texts: Texts) -> Message:
        """Ask, with a way out for those who are meant to be elsewhere."""
        keys = (
            ComeIn(self.way).labelled(texts.label("start-yes", role=self.role), style="primary"),
            NotMine(self.way).labelled(texts.label("start-not-mine", role=self.role)),
            WhatIsKept(self.way).labelled(texts.label("welcome-what-is-kept")),
        )
        text = texts("start-invited", role=self.role, place=self.place, home=self.home)
        return Message(text, in_rows(keys, columns=1))


@dataclass(frozen=True)
class OneMoreRole(Screen):
    """A person who is here already is offered another role."""

    way: str
    role: Role
    place: str

    def render(self, texts: Texts) -> Message:
        """Ask."""
        keys = (
            ComeIn(self.way).labelled(texts.label("start-add-role"), style="primary"),
            OpenMenu().labelled(texts.label("start-do-not-add")),
        )
        text = texts("start-one-more-role", role=self.role, place=self.place)
        return Message(text, in_rows(keys, columns=1))


@dataclass(frozen=True)
class Elsewhere(Screen):
    """The invitation is for another place than the newcomer's."""

    role: Role
    place: str

    def render(self, texts: Texts) -> Message:
        """Say how to get to one's own."""
        keys = (
            AskAccess().labelled(texts.label("welcome-ask-access")),
            HaveInvitation().labelled(texts.label("welcome-have-invitation")),
        )
        text = texts("start-elsewhere", role=self.role, place=self.place)
        return Message(text, in_rows(keys, columns=1))


@dataclass(frozen=True)
class Kept(Screen):
    """What will be known about a person, before they decide; `way` leads back."""

    way: str
    contact: ContactShown

    def render(self, texts: Texts) -> Message:
        """What, who sees it, how to refuse."""
        text = f"{texts('start-what-is-kept')}\n{contact_line(texts, self.contact)}"
        back = BackToDoor(self.way) if self.way else OpenMenu()
        return Message(text, ((back.labelled(texts.label("start-back")),),))


@routes.start("")
def start(context: Context) -> Outcome:
    """/start by itself."""
    if not context.private:
        return None
    if context.work.actor.person_id is not None:
        show_commands(context)
    return _name_asked(context) or home(context)


@routes.start(PREFIX)
def start_invited(context: Context) -> Outcome:
    """/start with an invitation's code."""
    return _at_door(context, context.payload) if context.private else None


@routes.command("menu")
def menu(context: Context) -> Outcome:
    """Go home."""
    return home(context)


@routes.press(OpenMenu)
def open_menu(context: Context, button: OpenMenu) -> Outcome:
    """Go home by a button."""
    return home(context, page=button.page)


@routes.press(ComeIn)
def come_in(context: Context, button: ComeIn) -> Outcome:
    """Newcomers are asked for consent; people who are here get the role at once."""
    work = context.work
    if work.actor.person_id is None or enrolment.needs_consent(work):
        door = enrolment.doorway(work, button.way)
        return no_way_in(context) if door is None else consent_asked(door)
    if enrolment.enter(work, button.way, name=work.actor.name) is None:
        return home(context)
    show_commands(context)
    return home(context, intro="start-role-added")


@routes.press(NotMine)
def not_mine(context: Context, button: NotMine) -> Outcome:
    """Say how to come to one's own place."""
    door = enrolment.doorway(context.work, button.way)
    return no_way_in(context) if door is None else Elsewhere(door.role, door.place.name)


@routes.press(BackToDoor)
def back_to_door(context: Context, button: BackToDoor) -> Outcome:
    """The invitation again."""
    return _at_door(context, button.way)


@routes.press(WhatIsKept)
def what_is_kept(context: Context, button: WhatIsKept) -> Outcome:
    """Say what a person would leave here."""
    door = enrolment.doorway(context.work, button.way) if button.way else None
    contact = contact_of_all(context.work.session) if door is None else door.contact
    shown = ContactShown() if contact is None else contact_shown(contact)
    return Kept(button.way, shown)


@routes.press(HaveInvitation)
def have_invitation(_context: Context, _button: HaveInvitation) -> Outcome:
    """Say how to open it."""
    return HowToOpen()


@routes.text
def code_typed(context: Context) -> Outcome:
    """A link or a code sent as words: whole links from everybody, bare codes from strangers."""
    found = IN_A_LINK.search(context.text)
    if found is None and context.work.actor.person_id is None:
        found = BY_ITSELF.match(context.text)
    return PASS if found is None else _at_door(context, PREFIX + found[1])


@fallback.text
def not_understood(context: Context) -> Outcome:
    """Words that nobody takes: a kind short answer with the menu."""
    return Reply(home(context, intro="menu-not-understood"))


def _name_asked(context: Context) -> Outcome:
    """An owner named by the settings comes without a name: it is asked once, at the start."""
    work = context.work
    if work.actor.person_id is None or work.actor.name or enrolment.needs_consent(work):
        return None
    held = active_holding(work)
    return None if held is None else acquaint(context, held.role, context.sender.first_name)


def _at_door(context: Context, way: str) -> Outcome:
    work = context.work
    door = enrolment.doorway(work, way)
    if door is None and active_holding(work) is not None:
        return home(context, intro="start-nothing-new")
    if door is None:
        return no_way_in(context)
    if work.actor.person_id is None or enrolment.needs_consent(work):
        return _invited(door)
    if door.here_already:
        return home(context, intro="start-here-already")
    return OneMoreRole(door.way, door.role, door.place.name)


def _invited(door: Doorway) -> Invited:
    return Invited(door.way, door.role, door.place.name, door.home)
