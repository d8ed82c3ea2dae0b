"""What happens around groups: brought in, put out, a code shown, moved; people who block us."""

from __future__ import annotations

from handlers.groups.screens import (
    GroupConfirm,
    GroupFarewell,
    GroupGone,
    GroupGreeting,
    GroupIsTaken,
)
from handlers.ui.announce import announces
from handlers.ui.context import Context
from handlers.ui.outcome import LOOK, Act, LeaveChat, Outcome
from handlers.ui.routes import Routes
from handlers.ui.screens import Screen
from services import groups
from services.groups import (
    PREFIX,
    GroupAsks,
    GroupLeft,
    GroupLinked,
    GroupLost,
    GroupTaken,
    GroupUnlinked,
)
from services.people.reach import chat_blocked_us

routes = Routes()
OUT = frozenset({"left", "kicked"})


@routes.membership
def membership_changed(context: Context) -> Outcome:
    """In a group: silence, and a row. In private: somebody has blocked us, or let us back."""
    work, gone = context.work, context.status in OUT
    if context.private:
        if gone:
            chat_blocked_us(work.session, context.chat.id, work.now)
        return None
    if gone:
        groups.removed(work, context.chat.id)
    else:
        groups.joined(work, context.chat.id, context.chat.title)
    return None


@routes.migration
def moved(context: Context) -> Outcome:
    """The group has become a supergroup; its row goes with it."""
    if context.new_chat_id is not None:
        groups.group_moved(context.work.session, context.chat.id, context.new_chat_id)
    return None


@routes.command("link", private=False, group=True)
def code_written(context: Context) -> Outcome:
    """«/link CODE» in a group: a right code is passed on in private, a wrong one is ignored."""
    return _code_shown(context, context.payload.removeprefix(PREFIX))


@routes.start(PREFIX)
def came_with_code(context: Context) -> Outcome:
    """The link that brings the bot into a group carries the code."""
    if context.private:
        return None
    return _code_shown(context, context.payload.removeprefix(PREFIX))


def _code_shown(context: Context, code: str) -> Outcome:
    if context.members is None:
        return LOOK
    groups.ask(context.work, context.chat.id, context.chat.title, context.members, code)
    return None


@announces(GroupAsks)
def group_asks(notice: GroupAsks) -> Screen:
    """Ask the methodologist."""
    return GroupConfirm(
        notice.chat_id, notice.title, notice.members, notice.association, notice.replaces
    )


@announces(GroupLinked)
def group_linked(notice: GroupLinked) -> Screen:
    """Greet the group."""
    return GroupGreeting(notice.association)


@announces(GroupUnlinked)
def group_unlinked(_notice: GroupUnlinked) -> Screen:
    """Say goodbye."""
    return GroupFarewell()


@announces(GroupLeft)
def group_left(_notice: GroupLeft) -> Act:
    """Go."""
    return LeaveChat()


@announces(GroupLost)
def group_lost(notice: GroupLost) -> Screen:
    """Tell the methodologist."""
    return GroupGone(notice.title, notice.association)


@announces(GroupTaken)
def group_taken(notice: GroupTaken) -> Screen:
    """Tell the author of the code."""
    return GroupIsTaken(notice.title, notice.association)
