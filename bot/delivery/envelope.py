"""From a rendered message to calls of the Bot API: pure, no network, no database."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from handlers.ui.buttons import ButtonCodec, Rows
from handlers.ui.outcome import (
    Act,
    DeleteMessage,
    LeaveChat,
    PinMessage,
    React,
    RemoveButtons,
    SetCommands,
)
from handlers.ui.screens import FileRef, Message, WrittenFile
from handlers.ui.split import split_html
from handlers.ui.texts import Texts

OUR_TAGS = re.compile(r"</?(?:b|i|u|s|a|code|pre|blockquote|tg-spoiler)(?:\s[^>]*)?>")


@dataclass(frozen=True, slots=True)
class Call:
    """One call. `files` names parameters whose value is a file of ours."""

    method: str
    params: dict[str, Any]
    files: dict[str, FileRef | WrittenFile] = field(default_factory=dict)
    edits: bool = False

    def plain(self) -> Call:
        """The same without markup, for when Telegram refuses ours."""
        params = {name: value for name, value in self.params.items() if name != "parse_mode"}
        for name in ("text", "caption"):
            if name in params:
                params[name] = unescape(OUR_TAGS.sub("", params[name]))
        return Call(self.method, params, self.files, self.edits)


Pack = Callable[[Rows], dict[str, Any]]


class Envelopes:
    """Writes calls; it knows the key of the buttons and nothing else."""

    def __init__(self, codec: ButtonCodec) -> None:
        self._codec = codec

    def calls(
        self, message: Message, *, chat_id: int, topic_id: int | None, replaces: int | None
    ) -> list[Call]:
        """The calls that show a message; more than one only for a long text or an album."""
        file = self._file(message)
        if replaces is not None and file is None and not message.album:
            parts = split_html(message.text, limit=message.limit)
            if len(parts) == 1 and message.reply_rows is None:
                return [self._edit(message, chat_id, replaces)]
        target: dict[str, Any] = {"chat_id": chat_id}
        if topic_id is not None:
            target["message_thread_id"] = topic_id
        if message.silent:
            target["disable_notification"] = True
        if message.protect:
            target["protect_content"] = True
        if message.album:
            return [*self._album(message, target), *self._texts(message, target)]
        if file is not None:
            return self._with_file(message, target, *file)
        return self._texts(message, target)

    def _edit(self, message: Message, chat_id: int, message_id: int) -> Call:
        params = {
            "chat_id": chat_id,
            "message_id": message_id,
            "text": message.text,
            "parse_mode": "HTML",
            "reply_markup": self._inline(message.rows, chat_id),
        }
        if not message.preview:
            params["link_preview_options"] = {"is_disabled": True}
        return Call("editMessageText", params, edits=True)

    def _texts(self, message: Message, target: dict[str, Any]) -> list[Call]:
        if not message.text:
            return []
        parts = split_html(message.text, limit=4096)
        calls = [
            Call("sendMessage", {**target, "text": part, "parse_mode": "HTML"}) for part in parts
        ]
        for call in calls:
            if not message.preview:
                call.params["link_preview_options"] = {"is_disabled": True}
        self._add_markup(calls[-1].params, message)
        return calls

    def _with_file(
        self, message: Message, target: dict[str, Any], kind: str, file: FileRef | WrittenFile
    ) -> list[Call]:
        params = {**target}
        fits = len(split_html(message.text, limit=1024)) <= 1 if message.text else True
        if message.text and fits:
            params |= {"caption": message.text, "parse_mode": "HTML"}
        call = Call(f"send{kind.capitalize()}", params, {kind: file})
        if fits:
            self._add_markup(params, message)
            return [call]
        return [call, *self._texts(message, target)]

    @staticmethod
    def _album(message: Message, target: dict[str, Any]) -> list[Call]:
        files: dict[str, FileRef | WrittenFile] = {
            f"album{index}": ref for index, ref in enumerate(message.album)
        }
        media = [{"type": "photo", "media": f"attach://{name}"} for name in files]
        return [Call("sendMediaGroup", {**target, "media": media}, files)]

    @staticmethod
    def _file(message: Message) -> tuple[str, FileRef | WrittenFile] | None:
        for kind in ("photo", "document", "voice", "video", "audio"):
            file = getattr(message, kind)
            if file is not None:
                return kind, file
        return None

    def _add_markup(self, params: dict[str, Any], message: Message) -> None:
        if message.rows:
            params["reply_markup"] = self._inline(message.rows, params["chat_id"])
        elif message.reply_rows is not None:
            params["reply_markup"] = _reply_keyboard(message.reply_rows)

    def _inline(self, rows: Rows, chat_id: int) -> dict[str, Any]:
        return {"inline_keyboard": [[self._key(key, chat_id) for key in row] for row in rows]}

    def _key(self, key: Any, chat_id: int) -> dict[str, Any]:
        shown: dict[str, Any] = {"text": key.label}
        if key.button is not None:
            shown["callback_data"] = self._codec.pack(key.button, chat_id=chat_id)
        elif key.url is not None:
            shown["url"] = key.url
        else:
            shown["copy_text"] = {"text": key.copy}
        if key.style is not None:
            shown["style"] = key.style
        return shown


def _reply_keyboard(rows: tuple[tuple[str, ...], ...]) -> dict[str, Any]:
    if not rows:
        return {"remove_keyboard": True}
    keyboard = [[{"text": label} for label in row] for row in rows]
    return {"keyboard": keyboard, "resize_keyboard": True, "is_persistent": True}


def act_call(act: Act, chat_id: int, texts: Texts) -> Call:
    """The call that does a visible act which is no message."""
    here: dict[str, Any] = {"chat_id": chat_id}
    match act:
        case React(message_id, emoji):
            reaction = [{"type": "emoji", "emoji": emoji}]
            return Call(
                "setMessageReaction",
                {**here, "message_id": message_id, "reaction": reaction},
                edits=True,
            )
        case DeleteMessage(message_id):
            return Call("deleteMessage", {**here, "message_id": message_id}, edits=True)
        case RemoveButtons(message_id):
            empty: dict[str, Any] = {"inline_keyboard": []}
            return Call(
                "editMessageReplyMarkup",
                {**here, "message_id": message_id, "reply_markup": empty},
                edits=True,
            )
        case PinMessage(message_id):
            quiet = {**here, "message_id": message_id, "disable_notification": True}
            return Call("pinChatMessage", quiet, edits=True)
        case SetCommands(commands):
            listed = [
                {"command": name, "description": texts.label(f"command-{name}")}
                for name in commands
            ]
            scope = {"type": "chat", "chat_id": chat_id}
            return Call("setMyCommands", {"commands": listed, "scope": scope}, edits=True)
        case LeaveChat():
            return Call("leaveChat", here, edits=True)
        case _:
            raise TypeError(f"{type(act).__name__} has no call")
