"""The unit of work of one update: everything it changes, in one transaction, once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy.orm import Session

from bot.edge import Handled, handle
from bot.intake.lanes import NotYourTurn
from bot.intake.reading import Incoming
from db import inbox
from handlers import refusals
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Handler
from services.clock import Clock
from services.errors import ServiceError
from services.files import FileStore
from services.people.reach import actor_of
from services.public_page import PublicPage
from services.work import Work


class AlreadyHandled(Exception):
    """The inbox row was done before: this work must leave no trace."""


def update_unit(
    incoming: Incoming,
    handlers: Sequence[Handler],
    clock: Clock,
    files: FileStore,
    *,
    page: PublicPage | None = None,
    shared: bool = False,
) -> Callable[[Session], Handled]:
    """The unit that answers an update and marks its inbox row done.

    `shared`: other processes handle updates too, so what came before may be in their hands.
    """

    def unit(session: Session) -> Handled:
        if shared and not inbox.in_turn(session, incoming.chat.id, incoming.update_id):
            raise NotYourTurn
        if not inbox.finish(session, incoming.update_id):
            raise AlreadyHandled
        context = context_of(session, incoming, clock, files, page)
        return handle(context, handlers, pressed=incoming.pressed)

    return unit


def refusal_unit(
    incoming: Incoming, error: ServiceError, clock: Clock, files: FileStore
) -> Callable[[Session], Handled]:
    """The unit that says a rule's «no»; what the handler had done is rolled back already."""

    def explain(context: Context) -> Outcome:
        return refusals.refuse(context, error, pressed=incoming.pressed)

    return update_unit(incoming, (explain,), clock, files)


def context_of(
    session: Session,
    incoming: Incoming,
    clock: Clock,
    files: FileStore,
    page: PublicPage | None = None,
) -> Context:
    """Who, where and what, with a fresh work."""
    sender = incoming.sender
    actor = actor_of(session, sender.account, name=sender.first_name, language=sender.language)
    work = Work(session, clock.now(), actor, f"update:{incoming.update_id}", files, page)
    return Context(
        work,
        incoming.chat,
        sender,
        message_id=incoming.message_id,
        text=incoming.text,
        file=incoming.file,
        payload=incoming.payload,
        group_key=incoming.group_key,
        sticker=incoming.sticker,
        new_chat_id=incoming.new_chat_id,
        status=incoming.status,
        members=incoming.members,
    )
