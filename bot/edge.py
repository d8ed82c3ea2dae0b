"""The edge of a unit of work: run a handler, then write down all it wants people to see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from db.models.delivery import OutboxLane, OutboxStatus
from db.outbox import Letter, put
from handlers.ui.announce import shown
from handlers.ui.context import Context
from handlers.ui.outcome import FETCH, LOOK, PASS, Act, Delivery, Outcome, Reply, Toast
from handlers.ui.routes import Handler
from handlers.ui.screen_fields import fields_to_json
from handlers.ui.screens import Screen
from services.notices import Post
from services.people.reach import address_of
from services.work import Work


class NeedsFile(Exception):
    """A handler asked for the file itself; nothing of its work is kept."""


class NeedsLook(Exception):
    """A handler asked who is in the group; nothing of its work is kept."""


@dataclass(slots=True)
class Handled:
    """What a unit of work left for the time after its commit."""

    toast: Toast | None = None
    letters: list[Letter] = field(default_factory=list)
    """Rows already marked as being sent: hand them to the sender."""
    later: bool = False
    """Whether something waits in the database that is due now."""
    jobs: bool = False
    """Whether a job was left that is due now: nobody waits for the tick."""


def handle(context: Context, handlers: Sequence[Handler], *, pressed: bool) -> Handled:
    """Ask the handlers in order and write what the first one answers."""
    outcome: Outcome = None
    for handler in handlers:
        outcome = handler(context)
        if outcome is not PASS:
            break
    if outcome is FETCH:
        raise NeedsFile
    if outcome is LOOK:
        raise NeedsLook
    return write(context, _as_reply(outcome), pressed=pressed)


def write(context: Context, reply: Reply, *, pressed: bool) -> Handled:
    """Put the reply, the extra screens and the notices of the work into the outbox."""
    handled = Handled(toast=reply.toast)
    if reply.screen is not None:
        replaces = context.message_id if pressed and reply.replace else None
        answer = Delivery(reply.screen, anchor=reply.anchor)
        _deliver(context, answer, handled, replaces=replaces)
    for delivery in context.deliveries:
        _deliver(context, delivery, handled)
    write_posts(context.work, handled)
    return handled


def write_posts(work: Work, handled: Handled) -> None:
    """Put the notices of a work into the outbox (jobs have no context, only a work)."""
    handled.jobs = handled.jobs or work.hurried
    for post in work.posts:
        _post(work, post, handled)


def _as_reply(outcome: Outcome) -> Reply:
    if isinstance(outcome, Reply):
        return outcome
    if isinstance(outcome, Screen):
        return Reply(outcome)
    if isinstance(outcome, Toast):
        return Reply(toast=outcome)
    return Reply()


def _deliver(
    context: Context, delivery: Delivery, handled: Handled, *, replaces: int | None = None
) -> None:
    here = delivery.chat_id is None or delivery.chat_id == context.chat.id
    _put(
        context.work,
        handled,
        what=delivery.what,
        chat_id=context.chat.id if delivery.chat_id is None else delivery.chat_id,
        topic_id=context.chat.topic_id if here else None,
        language=context.work.actor.language,
        lane=OutboxLane(delivery.urgency),
        replaces=replaces,
        anchor=delivery.anchor,
    )


def _post(work: Work, post: Post, handled: Handled) -> None:
    address = address_of(work.session, post.to)
    if address is None:
        return
    _put(
        work,
        handled,
        what=shown(post.notice),
        chat_id=address.chat_id,
        language=address.language or "ru",
        lane=OutboxLane(post.urgency),
        anchor=post.anchor,
        dedupe_key=post.key,
        next_at=post.not_before,
        expires_at=post.expires_at,
    )


def _put(
    work: Work,
    handled: Handled,
    *,
    what: Screen | Act,
    chat_id: int,
    lane: OutboxLane,
    language: str,
    topic_id: int | None = None,
    replaces: int | None = None,
    anchor: str | None = None,
    dedupe_key: str | None = None,
    next_at: datetime | None = None,
    expires_at: datetime | None = None,
) -> None:
    # A reply is born in the sender's hands: no second write says that it is being sent.
    at_once = lane is OutboxLane.REPLY and (next_at is None or next_at <= work.now)
    kind = what.name if isinstance(what, Screen) else f"act:{type(what).__name__}"
    values: dict[str, Any] = {
        "chat_id": chat_id,
        "topic_id": topic_id,
        "lane": int(lane),
        "kind": kind,
        "payload": fields_to_json(what),
        "language": language,
        "replaces": replaces,
        "anchor": anchor,
        "dedupe_key": dedupe_key,
        "status": OutboxStatus.SENDING if at_once else OutboxStatus.PENDING,
        "attempts": 0,
        "next_at": next_at or work.now,
        "created_at": work.now,
        "expires_at": expires_at,
    }
    row_id = put(work.session, values)
    if row_id is None:
        return
    if at_once:
        handled.letters.append(_letter(row_id, values))
    else:
        handled.later = True


def _letter(row_id: int, values: dict[str, Any]) -> Letter:
    return Letter(
        row_id,
        values["chat_id"],
        values["topic_id"],
        values["lane"],
        values["kind"],
        values["payload"],
        values["language"],
        values["replaces"],
        values["anchor"],
        0,
        values["expires_at"],
    )
