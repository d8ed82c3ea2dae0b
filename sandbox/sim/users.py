"""People: who exists."""

from typing import Any

from sandbox.refusals import PlayError
from sandbox.sim.routes import Ask, route
from sandbox.wire import Json
from sandbox.world import World


@route("POST", "/sim/users")
async def add_user(world: World, ask: Ask) -> Json:
    """Make a person, or give a known id new names."""
    params = ask.params
    facts = world.state.facts
    user_id = params.integer("id")
    if user_id is None:
        user_id = _free_id(world)
    if user_id <= 0 or user_id == world.bot_id:
        raise PlayError(400, "a user's id is positive and not the bot's")
    facts.last_user_id = max(facts.last_user_id, user_id) if user_id < 10**9 else facts.last_user_id
    user: Json = {"id": user_id, "is_bot": False, "first_name": ask.need_text("first_name")}
    for name in ("last_name", "username"):
        if params.text(name):
            user[name] = params.text(name)
    user["language_code"] = params.text("language_code") or "ru"
    _refuse_taken_name(world, user)
    world.save_user(user)
    world.save_facts()
    world.events.emit("user", user_id=user_id)
    return user


def _free_id(world: World) -> int:
    facts = world.state.facts
    facts.last_user_id += 1
    while facts.last_user_id in world.state.users:
        facts.last_user_id += 1
    return facts.last_user_id


def _refuse_taken_name(world: World, user: Json) -> None:
    name = user.get("username", "").lower()
    if not name:
        return
    for other in world.state.users.values():
        if other["id"] != user["id"] and other.get("username", "").lower() == name:
            raise PlayError(409, f"username {user['username']} is taken by user {other['id']}")


@route("GET", "/sim/users")
async def list_users(world: World, ask: Ask) -> list[Any]:
    """All people."""
    del ask
    return list(world.state.users.values())
