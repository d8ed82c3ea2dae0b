"""From the library's Update to what our handlers know: plain values."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Chat as TelegramChat
from telegram import Message, Update, User, Video, Voice

from handlers.ui.clean import clean_line, clean_text
from handlers.ui.context import Chat, ChatKind, IncomingFile, Sender

ANONYMOUS_ADMIN = 1087968824


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update in our words; a Context is built from it inside the unit of work."""

    update_id: int
    chat: Chat
    sender: Sender
    message_id: int | None = None
    text: str = ""
    file: IncomingFile | None = None
    payload: str = ""
    group_key: str | None = None
    sticker: bool = False
    new_chat_id: int | None = None
    status: str = ""
    members: int | None = None
    pressed: bool = False


def read(update: Update) -> Incoming | None:
    """What happened, or None for what no handler of ours could answer."""
    if update.callback_query is not None:
        return _pressed(update)
    if update.my_chat_member is not None:
        change = update.my_chat_member
        return Incoming(
            update.update_id,
            _chat(change.chat),
            _sender(change.from_user, None, change.chat),
            status=str(change.new_chat_member.status),
        )
    message = update.effective_message
    if message is None or update.edited_message is not None:
        return None
    return _written(update.update_id, message)


def _pressed(update: Update) -> Incoming | None:
    query = update.callback_query
    if query is None or query.message is None:
        return None
    message = query.message
    topic = message.message_thread_id if isinstance(message, Message) else None
    return Incoming(
        update.update_id,
        _chat(message.chat, topic),
        _sender(query.from_user, None, message.chat),
        message_id=message.message_id,
        pressed=True,
    )


def _written(update_id: int, message: Message) -> Incoming:
    text = message.text or message.caption or ""
    _, _, payload = text.partition(" ") if text.startswith("/") else ("", "", "")
    topic = message.message_thread_id if message.is_topic_message else None
    return Incoming(
        update_id,
        _chat(message.chat, topic),
        _sender(message.from_user, message.sender_chat, message.chat),
        message_id=message.message_id,
        text=clean_text(text),
        file=_file(message),
        payload=payload.strip(),
        group_key=message.media_group_id,
        sticker=message.sticker is not None,
        new_chat_id=message.migrate_to_chat_id,
    )


def _chat(chat: TelegramChat, topic: int | None = None) -> Chat:
    kind = ChatKind.PRIVATE if chat.type == "private" else ChatKind.GROUP
    return Chat(chat.id, kind, clean_line(chat.title or ""), topic)


def _sender(user: User | None, as_chat: TelegramChat | None, chat: TelegramChat) -> Sender:
    if user is None or as_chat is not None:
        nobody = user.id if user is not None else ANONYMOUS_ADMIN
        # Only an administrator can write in the name of the group itself.
        return Sender(
            nobody, "", is_chat=True, is_chat_admin=as_chat is not None and as_chat.id == chat.id
        )
    return Sender(
        user.id,
        clean_line(user.first_name, limit=64),
        clean_line(user.last_name or "", limit=64),
        (user.language_code or "ru")[:2],
    )


def _file(message: Message) -> IncomingFile | None:
    if message.photo:
        largest = message.photo[-1]
        return IncomingFile("photo", largest.file_id, "", largest.file_size or 0)
    if message.document:
        found = message.document
        return IncomingFile(
            "document",
            found.file_id,
            clean_line(found.file_name or ""),
            found.file_size or 0,
            found.mime_type or "",
        )
    if message.voice:
        return IncomingFile(
            "voice",
            message.voice.file_id,
            "",
            message.voice.file_size or 0,
            duration=_seconds(message.voice),
        )
    if message.video:
        return IncomingFile(
            "video",
            message.video.file_id,
            "",
            message.video.file_size or 0,
            duration=_seconds(message.video),
        )
    if message.audio:
        return IncomingFile(
            "audio",
            message.audio.file_id,
            clean_line(message.audio.title or ""),
            message.audio.file_size or 0,
        )
    return None


def _seconds(recording: Voice | Video) -> int:
    # The attribute itself warns that its type will change; the raw value stays seconds.
    return int(recording.to_dict()["duration"])
