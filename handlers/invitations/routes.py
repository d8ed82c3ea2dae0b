"""Inviting in a chat: three choices, then the link."""

from __future__ import annotations

from handlers.commands import role_command
from handlers.help import help_line
from handlers.invitations.buttons import (
    Invite,
    InvitePlace,
    InviteRole,
    MakeLink,
    OpenInvitations,
    OpenOne,
    Revoke,
)
from handlers.invitations.screens import (
    HowMany,
    InvitationLink,
    InvitationList,
    OneInvitation,
    OpenInvitation,
    WhereToInvite,
    WhomToInvite,
)
from handlers.menu import menu_entry
from handlers.old_buttons import opens_now
from handlers.picker import as_choices
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome, Reply
from handlers.ui.routes import Routes
from services import invitations
from services.access import Role
from services.errors import Forbidden, NotFound
from services.invitations import MANY, SINGLE, Invited
from services.scopes import place

routes = Routes()
INVITERS = tuple(invitations.INVITABLE)


@routes.command("invite")
@opens_now("inv", "invrol", "invplc", "invnew", "invown", "invone", "invoff")
def whom(context: Context) -> Outcome:
    """Which role; refuse those who may invite nobody."""
    roles = invitations.invitable_roles(context.work)
    if not roles:
        raise Forbidden
    return WhomToInvite(roles, bool(invitations.mine(context.work)))


@routes.press(Invite)
def begin(context: Context, _button: Invite) -> Outcome:
    """The same by a button."""
    return whom(context)


@routes.press(InviteRole)
def where(context: Context, button: InviteRole) -> Outcome:
    """Which place; the only one is not asked about."""
    places = invitations.places_for(context.work, button.role)
    if len(places) == 1:
        return HowMany(button.role, places[0].id, places[0].name)
    return WhereToInvite(button.role, as_choices(places), button.page)


@routes.press(InvitePlace)
def how_many(context: Context, button: InvitePlace) -> Outcome:
    """For how many."""
    name = place(context.work.session, button.scope_id).name
    return HowMany(button.role, button.scope_id, name)


@routes.press(MakeLink)
def make_link(context: Context, button: MakeLink) -> Outcome:
    """Make the invitation; its link is a message of its own, to be passed on."""
    if button.uses not in (SINGLE, MANY):
        raise NotFound
    name = place(context.work.session, button.scope_id).name
    payload, expires_at = invitations.invite(
        context.work, button.role, button.scope_id, uses=button.uses
    )
    return InvitationLink(payload, button.role, name, button.uses, expires_at)


@routes.press(OpenInvitations)
def show_open(context: Context, button: OpenInvitations) -> Outcome:
    """Those that still open something."""
    return _list(context, button.page)


@routes.press(OpenOne)
def open_one(context: Context, button: OpenOne) -> Outcome:
    """One of them; gone ones lead to the list."""
    for one in invitations.mine(context.work):
        if one.id == button.invitation_id:
            return OneInvitation(_shown(one))
    return _list(context, 0)


@routes.press(Revoke)
def revoke(context: Context, button: Revoke) -> Outcome:
    """Close it."""
    invitations.revoke(context.work, button.invitation_id)
    return Reply(_list(context, 0))


def _list(context: Context, page: int) -> InvitationList:
    return InvitationList(tuple(_shown(one) for one in invitations.mine(context.work)), page)


def _shown(one: Invited) -> OpenInvitation:
    return OpenInvitation(one.id, one.place.name, one.role, one.uses_left, one.expires_at)


menu_entry(INVITERS, 600, "invitation-menu", Invite())
role_command(INVITERS, 600, "invite")
help_line(INVITERS, 600, "help-invite")
help_line((Role.METHODOLOGIST, Role.OWNER), 610, "help-access")
