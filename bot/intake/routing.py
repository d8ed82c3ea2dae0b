"""Our routes as the library's handlers and filters."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any

from telegram import Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from handlers.ui.context import Context
from handlers.ui.outcome import PASS, Outcome
from handlers.ui.routes import Command, Handler, Routes

Answer = Callable[[Update, Sequence[Handler]], Awaitable[None]]
Unpack = Callable[[str, int, int], Handler]
"""(callback data, chat id, presser's account) → the handler of that press."""

GROUPS = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE
PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
Callback = Callable[[Update, Any], Coroutine[Any, Any, None]]
LibraryHandler = BaseHandler[Any, Any, Any]


def library_handlers(
    routes: Sequence[Routes], unpack: Unpack, answer: Answer
) -> list[LibraryHandler]:
    """All handlers in the order they are asked."""
    texts = [handler for one in routes for handler in one.texts]
    return [
        _presses(unpack, answer),
        *(_command(command, answer) for one in routes for command in one.commands),
        _starts(routes, answer),
        ChatMemberHandler(
            _calling([h for one in routes for h in one.memberships], answer),
            ChatMemberHandler.MY_CHAT_MEMBER,
        ),
        MessageHandler(
            filters.StatusUpdate.MIGRATE & filters.UpdateType.MESSAGE,
            _calling([h for one in routes for h in one.migrations], answer),
        ),
        MessageHandler(PRIVATE, _calling(texts, answer)),
    ]


def _calling(handlers: Sequence[Handler], answer: Answer) -> Callback:
    async def callback(update: Update, _context: Any) -> None:
        await answer(update, handlers)

    return callback


def _presses(unpack: Unpack, answer: Answer) -> LibraryHandler:
    async def callback(update: Update, _context: Any) -> None:
        query = update.callback_query
        if query is None or query.message is None:
            return
        handler = unpack(query.data or "", query.message.chat.id, query.from_user.id)
        await answer(update, (handler,))

    return CallbackQueryHandler(callback)


def _command(command: Command, answer: Answer) -> LibraryHandler:
    where = filters.UpdateType.MESSAGE
    if not (command.private and command.group):
        where = PRIVATE if command.private else GROUPS  # type: ignore[assignment]
    return CommandHandler(command.name, _calling((command.handler,), answer), filters=where)


def _starts(routes: Sequence[Routes], answer: Answer) -> LibraryHandler:
    known = {prefix: handler for one in routes for prefix, handler in one.starts.items()}

    def start(context: Context) -> Outcome:
        prefix = next((one for one in known if one and context.payload.startswith(one)), "")
        handler = known.get(prefix)
        return PASS if handler is None else handler(context)

    return CommandHandler("start", _calling((start,), answer), filters=filters.UpdateType.MESSAGE)
