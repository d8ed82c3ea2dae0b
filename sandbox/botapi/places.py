"""Contacts and places sent by the bot, and small changes of a group."""

from sandbox.botapi.access import group_only, need_right, seen_chat, writable_chat
from sandbox.botapi.sending import send
from sandbox.botapi.table import method
from sandbox.memberships import announce, named
from sandbox.params import Params
from sandbox.refusals import bad_request
from sandbox.wire import Json
from sandbox.world import World


@method("sendContact")
def send_contact(world: World, params: Params) -> Json:
    """Send a phone contact."""
    chat = writable_chat(world, params)
    contact: Json = {}
    for name in ("phone_number", "first_name"):
        contact[name] = params.text(name)
        if not contact[name]:
            raise bad_request(f"{name.replace('_', ' ')} must be non-empty")
    for name in ("last_name", "vcard"):
        if params.text(name):
            contact[name] = params.text(name)
    return send(world, chat, params, {"contact": contact}, "can_send_messages")


@method("sendLocation")
def send_location(world: World, params: Params) -> Json:
    """Send a point on the map."""
    chat = writable_chat(world, params)
    latitude, longitude = params.number("latitude"), params.number("longitude")
    if latitude is None or longitude is None:
        raise bad_request("latitude or longitude is empty")
    location = {"latitude": latitude, "longitude": longitude}
    return send(world, chat, params, {"location": location}, "can_send_messages")


@method("setChatTitle")
def set_chat_title(world: World, params: Params) -> bool:
    """Rename a group."""
    chat = group_only(seen_chat(world, params))
    need_right(world, chat, "can_change_info", "change chat title")
    title = params.text("title") or ""
    if not 1 <= len(title) <= 128:
        raise bad_request("chat title must be non-empty and not longer than 128")
    chat.info["title"] = title
    world.save_chat(chat)
    announce(world, chat, named(world, world.bot_id), {"new_chat_title": title})
    world.events.emit("chat", chat_id=chat.id)
    return True


@method("setChatDescription")
def set_chat_description(world: World, params: Params) -> bool:
    """Describe a group."""
    chat = group_only(seen_chat(world, params))
    need_right(world, chat, "can_change_info", "change chat description")
    chat.description = params.text("description") or None
    world.save_chat(chat)
    return True
