"""Who holds which role where; an owner may take a role away."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.commands import role_command
from handlers.help import help_line
from handlers.menu import menu_entry, to_menu
from handlers.old_buttons import opens_now
from handlers.picker import Choice, as_choices, picking
from handlers.ui.announce import announces
from handlers.ui.buttons import Button
from handlers.ui.context import Context
from handlers.ui.layout import in_rows
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Routes
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.access import RULES, Action, Role
from services.errors import Forbidden
from services.people import roles
from services.people.roles import Held, RoleTaken

routes = Routes()
MANAGERS = RULES[Action.MANAGE_ROLES]


@dataclass(frozen=True, slots=True)
class OpenPlaces(Button):
    """The places with people."""

    prefix = "ppl"
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenPlace(Button):
    """The people of one place."""

    prefix = "pplin"
    scope_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenHolder(Button):
    """One person's role."""

    prefix = "pplone"
    assignment_id: int


@dataclass(frozen=True, slots=True)
class TakeRole(Button):
    """Take it away."""

    prefix = "pploff"
    assignment_id: int


@dataclass(frozen=True, slots=True)
class Holder(Choice):
    """A role (`id`) and who holds it (`name`)."""

    role: Role


@dataclass(frozen=True)
class WhichPlace(Screen):
    """The places with people."""

    places: tuple[Choice, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Ask."""
        return picking(
            texts,
            texts("people-which-place"),
            self.places,
            OpenPlace,
            turn=OpenPlaces,
            page=self.page,
            exits=(to_menu(texts),),
        )


@dataclass(frozen=True)
class WhichHolder(Screen):
    """The people of one place."""

    place: Choice
    holders: tuple[Holder, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Ask."""
        named = [
            Choice(one.id, texts.label("people-in-list", person=one.name, role=one.role))
            for one in self.holders
        ]
        return picking(
            texts,
            texts("people-which", place=self.place.name),
            named,
            OpenHolder,
            turn=lambda page: OpenPlace(self.place.id, page),
            page=self.page,
            exits=(OpenPlaces().labelled(texts.label("people-to-places")),),
        )


@dataclass(frozen=True)
class OneHolder(Screen):
    """One person's role in one place."""

    holder: Holder
    place: Choice

    def render(self, texts: Texts) -> Message:
        """What it is; it can be taken away."""
        keys = (TakeRole(self.holder.id).labelled(texts.label("people-take"), style="danger"),)
        back = OpenPlace(self.place.id).labelled(texts.label("people-back"))
        text = texts(
            "people-one", person=self.holder.name, role=self.holder.role, place=self.place.name
        )
        return Message(text, in_rows(keys, exits=(back,), columns=1))


@dataclass(frozen=True)
class RoleLost(Screen):
    """Somebody's role is theirs no more."""

    role: Role
    place: str

    def render(self, texts: Texts) -> Message:
        """Say it to them."""
        text = texts("people-role-taken", role=self.role, place=self.place)
        return Message(text, ((to_menu(texts),),))


@routes.command("people")
@opens_now("ppl", "pplin", "pplone", "pploff")
def show_places(context: Context) -> Outcome:
    """The places whose roles the person manages."""
    return _places(context, 0)


@routes.press(OpenPlaces)
def open_places(context: Context, button: OpenPlaces) -> Outcome:
    """The same by a button."""
    return _places(context, button.page)


@routes.press(OpenPlace)
def open_place(context: Context, button: OpenPlace) -> Outcome:
    """Who holds what there; a place left empty leads back."""
    return _holders(context, button.scope_id, button.page)


@routes.press(OpenHolder)
def open_holder(context: Context, button: OpenHolder) -> Outcome:
    """One of them."""
    held = roles.held_by_id(context.work, button.assignment_id)
    return OneHolder(_holder(held), Choice(held.place.id, held.place.name))


@routes.press(TakeRole)
def take_role(context: Context, button: TakeRole) -> Outcome:
    """Take it away, and show who is left."""
    held = roles.dismiss(context.work, button.assignment_id)
    return _holders(context, held.place.id, 0)


@announces(RoleTaken)
def role_taken(notice: RoleTaken) -> Screen:
    """Tell the one who held it."""
    return RoleLost(notice.role, notice.place)


def _places(context: Context, page: int) -> Outcome:
    places = roles.peopled_places(context.work)
    if not places:
        raise Forbidden
    return WhichPlace(as_choices(places), page)


def _holders(context: Context, scope_id: int, page: int) -> Outcome:
    held = roles.held_in(context.work, scope_id)
    if not held:
        return _places(context, 0)
    where = held[0].place
    return WhichHolder(Choice(where.id, where.name), tuple(map(_holder, held)), page)


def _holder(held: Held) -> Holder:
    return Holder(held.assignment_id, held.name, held.role)


menu_entry(MANAGERS, 800, "people-menu", OpenPlaces())
role_command(MANAGERS, 800, "people")
help_line(MANAGERS, 800, "help-people")
