"""People and the bot come, go, rise and fall; groups become supergroups; topics open."""

from sandbox.memberships import announce, change
from sandbox.refusals import PlayError
from sandbox.sim.chats import new_chat_id
from sandbox.sim.messages import set_blocked
from sandbox.sim.routes import Ask, route
from sandbox.sim.who import known_chat, person, place, player, standing
from sandbox.state import Chat, Member
from sandbox.topics import close_general, close_topic, open_topic, rename_topic
from sandbox.wire import Json
from sandbox.world import World

_STATUSES = ("member", "administrator", "left", "kicked", "restricted")


@route("POST", "/sim/member")
async def change_member(world: World, ask: Ask) -> Json:
    """Somebody gets a new standing in a group, or a person blocks or unblocks the bot."""
    if "blocked" in ask.params:
        return _block(world, ask)
    chat = known_chat(world, ask.need("chat_id"))
    if chat.is_private or chat.migrated_to is not None:
        raise PlayError(409, f"chat {chat.id} is no group where standings change")
    status = ask.need_text("status")
    if status not in _STATUSES:
        raise PlayError(400, f"status must be one of {', '.join(_STATUSES)}")
    user_id = _subject(world, ask)
    by = person(world, ask.need("by"))
    _refuse_powerless(chat, by["id"], user_id, status)
    rights = ask.params.object("rights") or {}
    new = Member(status, ask.params.flag("is_anonymous"), rights)
    told = change(world, chat, by, user_id, new)
    return {"update_id": told[0] if told else None, "update_ids": told}


def _block(world: World, ask: Ask) -> Json:
    user = player(world, ask)
    chat = world.private_chat(user["id"])
    blocked = ask.params.flag("blocked")
    if chat.blocked == blocked:
        return {"update_id": None}
    return {"update_id": set_blocked(world, chat, user, blocked)}


def _subject(world: World, ask: Ask) -> int:
    if ask.params.text("user_id") in ("bot", str(world.bot_id)):
        return world.bot_id
    return int(player(world, ask)["id"])


def _refuse_powerless(chat: Chat, by: int, user_id: int, status: str) -> None:
    actor, subject = standing(chat, by), standing(chat, user_id)
    if subject.status == "creator":
        raise PlayError(403, f"user {user_id} owns chat {chat.id}")
    if by == user_id and status in ("member", "left") and subject.status != "kicked":
        return
    if not actor.is_present:
        raise PlayError(403, f"user {by} is not a member of chat {chat.id}")
    invites = status == "member" and subject.status == "left"
    if not invites and not actor.is_admin:
        raise PlayError(403, f"user {by} is no administrator of chat {chat.id}")


@route("POST", "/sim/migrate")
async def migrate(world: World, ask: Ask) -> Json:
    """A basic group becomes a supergroup with a new id."""
    old = known_chat(world, ask.need("chat_id"))
    if old.kind != "group" or old.migrated_to is not None:
        raise PlayError(409, f"chat {old.id} is no basic group")
    info = {"id": new_chat_id(world, "supergroup"), "title": old.info["title"]}
    new = Chat(info | {"type": "supergroup"}, dict(old.members))
    world.state.chats[new.id] = new
    owner = next((one for one, m in old.members.items() if m.status == "creator"), world.bot_id)
    by = world.user(owner)
    told = [announce(world, old, by, {"migrate_to_chat_id": new.id})]
    old.migrated_to = new.id
    told.append(announce(world, new, by, {"migrate_from_chat_id": old.id}))
    world.save_chat(old)
    world.save_chat(new)
    world.save_facts()
    world.events.emit("chat", chat_id=old.id, migrated_to=new.id)
    return {"new_chat_id": new.id, "update_ids": [one for one in told if one is not None]}


@route("POST", "/sim/topic")
async def manage_topic(world: World, ask: Ask) -> Json:
    """A person opens a topic (`name`), or renames or closes (`closed`) one (`thread_id`)."""
    user = player(world, ask)
    chat = place(world, ask, user)
    if not chat.info.get("is_forum"):
        raise PlayError(409, f"chat {chat.id} is no forum")
    name, thread_id = ask.params.text("name"), ask.params.integer("thread_id")
    if thread_id is None:
        topic, update_id = open_topic(world, chat, user, ask.need_text("name"), 7322096)
        return {"thread_id": topic.thread_id, "update_id": update_id}
    if not standing(chat, user["id"]).is_admin:
        raise PlayError(403, f"user {user['id']} is no administrator of chat {chat.id}")
    if thread_id == 1:
        told = close_general(world, chat, user, ask.params.flag("closed"))
        return {"thread_id": 1, "update_id": told}
    if thread_id not in chat.topics:
        raise PlayError(404, f"no topic {thread_id} in chat {chat.id}")
    topic = chat.topics[thread_id]
    if name:
        return {
            "thread_id": thread_id,
            "update_id": rename_topic(world, chat, user, topic, {"name": name}),
        }
    closed = ask.params.flag("closed")
    return {"thread_id": thread_id, "update_id": close_topic(world, chat, user, topic, closed)}
