"""Several roles: which one is worn decides the menu; rights come from all that are held."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.commands import show_commands
from handlers.home import home
from handlers.menu import ChooseRole, to_menu
from handlers.old_buttons import opens_now
from handlers.picker import Choice, picking
from handlers.ui.buttons import Button
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Routes
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.access import Role, holdings
from services.people import roles

routes = Routes()


@dataclass(frozen=True, slots=True)
class Wear(Button):
    """Change into this role."""

    prefix = "wear"
    assignment_id: int


@dataclass(frozen=True, slots=True)
class TurnRoles(Button):
    """Another page of roles."""

    prefix = "rolepg"
    page: int


@dataclass(frozen=True, slots=True)
class Held(Choice):
    """A role in a place."""

    role: Role


@dataclass(frozen=True)
class WhichRole(Screen):
    """The roles one holds."""

    held: tuple[Held, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Ask which to wear."""
        named = [
            Choice(one.id, texts.label("role-in-place", role=one.role, place=one.name))
            for one in self.held
        ]
        return picking(
            texts,
            texts("role-which"),
            named,
            Wear,
            turn=TurnRoles,
            page=self.page,
            exits=(to_menu(texts),),
        )


@opens_now(ChooseRole.prefix, Wear.prefix)
def which_role(context: Context) -> Outcome:
    """The roles one holds, or home for those who have one or none."""
    held = holdings(context.work)
    if len(held) < 2:
        return home(context)
    return WhichRole(tuple(Held(one.assignment_id, one.scope_name, one.role) for one in held))


@routes.press(ChooseRole)
def choose_role(context: Context, _button: ChooseRole) -> Outcome:
    """Show them."""
    return which_role(context)


@routes.press(TurnRoles)
def turn_roles(context: Context, button: TurnRoles) -> Outcome:
    """Another page."""
    shown = which_role(context)
    return WhichRole(shown.held, button.page) if isinstance(shown, WhichRole) else shown


@routes.press(Wear)
def wear(context: Context, button: Wear) -> Outcome:
    """Change."""
    roles.wear(context.work, button.assignment_id)
    show_commands(context)
    return home(context, intro="role-changed")
