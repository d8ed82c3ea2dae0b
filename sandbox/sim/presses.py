"""Buttons: pressed by label or by data, under a message or under the input field."""

import asyncio
from typing import Any

from sandbox.refusals import PlayError
from sandbox.sim import attachments
from sandbox.sim.messages import say
from sandbox.sim.routes import Ask, route
from sandbox.sim.who import place, player, shown_post
from sandbox.state import Chat, Post, Press
from sandbox.wire import Json
from sandbox.world import World

_MOST_WAIT_S = 120.0


@route("POST", "/sim/press")
async def press(world: World, ask: Ask) -> Json:
    """A person presses a button; `?wait=s` waits for the bot's answer."""
    user = player(world, ask)
    chat = place(world, ask, user)
    if chat.blocked:
        raise PlayError(409, f"user {user['id']} has blocked the bot")
    data, label = ask.params.text("data"), ask.params.text("label")
    if data is None and label is None:
        raise PlayError(400, "label or data is required")
    if data is not None:
        return await _press_inline(world, ask, user, chat, _holder(chat, ask, data), data)
    return await _press_label(world, ask, user, chat, str(label))


async def _press_label(world: World, ask: Ask, user: Json, chat: Chat, label: str) -> Json:
    found = _labelled(chat, ask.params.integer("message_id"), label)
    if found is not None:
        post, button = found
        if "callback_data" not in button:
            raise PlayError(409, f"button {label!r} makes no callback: it opens something")
        return await _press_inline(world, ask, user, chat, post, button["callback_data"])
    reply_button = _reply_button(chat, label)
    if reply_button is None:
        raise PlayError(404, f"no button {label!r} in chat {chat.id}")
    return say(world, chat, user["id"], _pressed_content(world, user, reply_button))


async def _press_inline(
    world: World, ask: Ask, user: Json, chat: Chat, post: Post, data: str
) -> Json:
    facts = world.state.facts
    facts.last_press += 1
    world.save_facts()
    pressed = Press(
        str(world.bot_id * 1_000_000_000 + facts.last_press),
        user["id"], chat.id, post.message["message_id"], world.clock.timestamp(),
    )  # fmt: skip
    world.state.presses[pressed.id] = pressed
    world.save_press(pressed)
    waiting = float(ask.params.number("wait") or 0)
    answered = world.awaited(pressed.id) if waiting > 0 else None
    query = {
        "id": pressed.id,
        "from": user,
        "message": post.message,
        "chat_instance": str(chat.id * 7_919),
        "data": data,
    }
    update_id = world.updates.push("callback_query", query, chat.id)
    told: Json = {"callback_query_id": pressed.id, "update_id": update_id}
    if answered is not None:
        world.store.flush()
        told["answer"] = await _answer(world, pressed, answered, min(waiting, _MOST_WAIT_S))
    return told


async def _answer(world: World, pressed: Press, answered: asyncio.Event, seconds: float) -> Any:
    try:
        await asyncio.wait_for(answered.wait(), seconds)
    except TimeoutError:
        world.answered(pressed.id)
    return pressed.answer


def _holder(chat: Chat, ask: Ask, data: str) -> Post:
    # Forged data is playable, so any message of the chat may carry it.
    message_id = ask.params.integer("message_id")
    if message_id is not None:
        return shown_post(chat, message_id)
    keyboards = [post for post in _newest(chat) if "reply_markup" in post.message]
    for post in keyboards:
        if any(button.get("callback_data") == data for button in _buttons(post)):
            return post
    if not keyboards:
        raise PlayError(404, f"no message with buttons in chat {chat.id}")
    return keyboards[0]


def _newest(chat: Chat) -> list[Post]:
    return [post for post in reversed(chat.posts.values()) if not post.deleted]


def _buttons(post: Post) -> list[Json]:
    rows = post.message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def _labelled(chat: Chat, message_id: int | None, label: str) -> tuple[Post, Json] | None:
    if message_id is not None:
        posts = [shown_post(chat, message_id)]
    else:
        posts = list(reversed(chat.posts.values()))
    for post in posts:
        if post.deleted or "reply_markup" not in post.message:
            continue
        for button in _buttons(post):
            if button["text"] == label:
                return post, button
    return None


def _reply_button(chat: Chat, label: str) -> Json | None:
    for row in current_keyboard(chat):
        for button in row:
            if button["text"] == label:
                return button
    return None


def current_keyboard(chat: Chat) -> list[list[Json]]:
    """The buttons under the input field now: those of the newest message that set them."""
    for post in reversed(chat.posts.values()):
        if post.reply_keyboard is not None and not post.deleted:
            rows: list[list[Json]] = post.reply_keyboard.get("keyboard", [])
            return rows
    return []


def _pressed_content(world: World, user: Json, button: Json) -> Json:
    if button.get("request_contact"):
        return attachments.own_contact(world, user)
    if button.get("request_location"):
        return {"location": {"latitude": 54.5, "longitude": 41.5}}
    return {"text": button["text"]}
