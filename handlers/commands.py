"""Which commands are shown where: to strangers, in groups, and to each role in its own chat."""

from __future__ import annotations

from collections.abc import Collection

from handlers.ui.context import Context
from handlers.ui.outcome import SetCommands
from services.access import Role, holdings

STRANGER_COMMANDS = ("start", "help")
GROUP_COMMANDS = ("help",)
OF_EVERYBODY = ("menu", "help", "profile", "mydata", "forget")

_of_roles: list[tuple[int, str, frozenset[Role]]] = []


def role_command(roles: Collection[Role], order: int, name: str) -> None:
    """Show a command to people of some roles; «command-<name>» describes it."""
    _of_roles.append((order, name, frozenset(roles)))


def commands_of(roles: Collection[Role]) -> tuple[str, ...]:
    """What somebody with these roles sees: the common ones, then the roles' own."""
    if not roles:
        return STRANGER_COMMANDS
    own = [
        name for _, name, whose in sorted(_of_roles, key=lambda one: one[:2]) if whose & {*roles}
    ]
    return tuple(dict.fromkeys([*own, *OF_EVERYBODY]))


def show_commands(context: Context) -> None:
    """Set the commands of the person's private chat to those of the roles held now."""
    roles = {one.role for one in holdings(context.work)}
    context.act(SetCommands(commands_of(roles)), chat_id=context.sender.account)
