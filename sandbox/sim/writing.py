"""A chat as readable text: a message a paragraph."""

from sandbox.sim.reading import replied_to
from sandbox.sim.services import service_text
from sandbox.state import Chat, Post
from sandbox.wire import Json
from sandbox.world import World

_FILE_KINDS = ("document", "voice", "video", "audio", "animation")


def transcript(world: World, chat: Chat, since: int) -> str:
    """The messages after `since`, one paragraph each."""
    paragraphs = [_paragraph(world, chat, post) for key, post in chat.posts.items() if key > since]
    return "\n\n".join(paragraphs) + "\n" if paragraphs else ""


def _paragraph(world: World, chat: Chat, post: Post) -> str:
    message = post.message
    service = service_text(world, chat, message)
    content = f"({service})" if service else _content(world, message)
    head = f"[{message['message_id']}]{_topic(chat, message)} {_author(world, message)}"
    lines = [f"{head}{_notes(post)}: {content}"]
    lines += _button_lines(post)
    return "\n".join(lines)


def _author(world: World, message: Json) -> str:
    sender = message.get("from", {})
    if sender.get("id") == world.bot_id:
        return "bot"
    if "sender_chat" in message:
        return str(message["sender_chat"].get("title", "anonymous"))
    return " ".join(str(sender[n]) for n in ("first_name", "last_name") if sender.get(n))


def _topic(chat: Chat, message: Json) -> str:
    thread_id = message.get("message_thread_id")
    if thread_id is None:
        return ""
    topic = chat.topics.get(thread_id)
    return f" #{topic.name if topic else thread_id}"


def _notes(post: Post) -> str:
    notes = ""
    reply_to = replied_to(post.message)
    if reply_to is not None:
        notes += f" (reply to {reply_to})"
    if post.edited:
        notes += " (edited)"
    return notes + (" (deleted)" if post.deleted else "")


def _content(world: World, message: Json) -> str:
    if "text" in message:
        return str(message["text"])
    what = _attachment(world, message)
    caption = message.get("caption")
    return f"{what} {caption}" if caption else what


def _attachment(world: World, message: Json) -> str:
    if "photo" in message:
        photo = message["photo"][-1]
        name = world.state.files[photo["file_id"]].name
        return f"[photo {name} {photo['width']}x{photo['height']}]"
    for kind in _FILE_KINDS:
        if kind in message:
            return f"[{kind} {world.state.files[message[kind]['file_id']].name}]"
    if "sticker" in message:
        return f"[sticker {message['sticker'].get('emoji', '')}]"
    if "contact" in message:
        return f"[contact {message['contact']['phone_number']}]"
    if "location" in message:
        place = message["location"]
        return f"[location {place['latitude']} {place['longitude']}]"
    return _poll(message["poll"]) if "poll" in message else "[message]"


def _poll(poll: Json) -> str:
    state = ", closed" if poll["is_closed"] else ""
    options = "".join(
        f"\n    ( ) {option['text']}: {option['voter_count']}" for option in poll["options"]
    )
    return f"[poll{state}] {poll['question']}{options}"


def _button_lines(post: Post) -> list[str]:
    rows = post.message.get("reply_markup", {}).get("inline_keyboard", [])
    rows = rows or (post.reply_keyboard or {}).get("keyboard", [])
    return ["    " + " ".join(f"[{button['text']}]" for button in row) for row in rows]
