"""A methodologist links groups, in private: association, code, confirmation."""

from __future__ import annotations

from handlers.commands import role_command
from handlers.groups.buttons import (
    Confirm,
    Decline,
    GetCode,
    OpenGroup,
    OpenGroups,
    Unlink,
)
from handlers.groups.screens import (
    GroupCodeShown,
    GroupDeclined,
    LinkingShown,
    OneLinking,
    UnlinkAsked,
    WhichAssociation,
)
from handlers.help import help_line
from handlers.menu import menu_entry
from handlers.old_buttons import opens_now
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Routes
from services import groups
from services.access import RULES, Action, holdings
from services.errors import Forbidden
from services.groups import Linking

routes = Routes()
LINKERS = RULES[Action.LINK_GROUP]


@routes.command("groups")
@opens_now("grps", "grp", "grpcod", "grpyes", "grpno", "grpoff")
def show_groups(context: Context) -> Outcome:
    """The associations one may link groups to."""
    return _list(context, 0)


@routes.press(OpenGroups)
def open_groups(context: Context, button: OpenGroups) -> Outcome:
    """The same by a button."""
    return _list(context, button.page)


@routes.press(OpenGroup)
def open_group(context: Context, button: OpenGroup) -> Outcome:
    """One of them."""
    return OneLinking(_shown(groups.linking(context.work, button.scope_id)))


@routes.press(GetCode)
def get_code(context: Context, button: GetCode) -> Outcome:
    """A code, shown this once."""
    code, expires_at = groups.new_group_code(context.work, button.scope_id)
    name = groups.linking(context.work, button.scope_id).association.name
    return GroupCodeShown(button.scope_id, name, code, expires_at)


@routes.press(Confirm)
def confirm(context: Context, button: Confirm) -> Outcome:
    """It is the right group: from now on it is greeted and served."""
    return OneLinking(_shown(groups.confirm(context.work, button.chat_id)))


@routes.press(Decline)
def decline(context: Context, button: Decline) -> Outcome:
    """It is not: the bot goes."""
    return GroupDeclined(groups.decline(context.work, button.chat_id))


@routes.press(Unlink)
def unlink(context: Context, button: Unlink) -> Outcome:
    """Ask once more, then part the group."""
    if button.sure:
        return OneLinking(_shown(groups.unlink(context.work, button.scope_id)))
    one = groups.linking(context.work, button.scope_id)
    if one.chat_id is None:
        return OneLinking(_shown(one))
    return UnlinkAsked(button.scope_id, one.association.name, one.title)


def _list(context: Context, page: int) -> WhichAssociation:
    if not any(one.role in LINKERS for one in holdings(context.work)):
        raise Forbidden
    return WhichAssociation(tuple(_shown(one) for one in groups.linkings(context.work)), page)


def _shown(one: Linking) -> LinkingShown:
    return LinkingShown(
        one.association.id, one.association.name, one.parent, one.title, one.linked_at
    )


menu_entry(LINKERS, 700, "group-menu", OpenGroups())
role_command(LINKERS, 700, "groups")
help_line(LINKERS, 700, "help-groups")
