"""Votes and reactions of people."""

from sandbox.polls import vote
from sandbox.reactions import react
from sandbox.refusals import PlayError
from sandbox.sim.routes import Ask, route
from sandbox.sim.who import place, player, shown_post
from sandbox.wire import Json
from sandbox.world import World


@route("POST", "/sim/vote")
async def cast_vote(world: World, ask: Ask) -> Json:
    """A person votes in a poll; no options retract the vote."""
    user = player(world, ask)
    chat = place(world, ask, user)
    post = shown_post(chat, ask.need("message_id"))
    if "poll" not in post.message:
        raise PlayError(400, f"message {ask.need('message_id')} is no poll")
    options = ask.params.objects("options")
    if options is None or not all(isinstance(one, int) for one in options):
        raise PlayError(400, "options must be a list of indexes")
    ballot = world.state.ballots[post.message["poll"]["id"]]
    return {"update_id": vote(world, ballot, user, options)}


@route("POST", "/sim/react")
async def put_reaction(world: World, ask: Ask) -> Json:
    """A person reacts to a message; an empty emoji takes the reaction back."""
    user = player(world, ask)
    chat = place(world, ask, user)
    post = shown_post(chat, ask.need("message_id"))
    return {"update_id": react(world, chat, post, user, ask.params.text("emoji") or "")}
