"""The bot's own reactions."""

from sandbox.botapi.access import post_in, seen_chat
from sandbox.botapi.table import method
from sandbox.params import Params
from sandbox.reactions import react_as_bot
from sandbox.refusals import bad_request
from sandbox.world import World


@method("setMessageReaction")
def set_message_reaction(world: World, params: Params) -> bool:
    """Put the bot's reaction under a message; an empty list takes it back."""
    chat = seen_chat(world, params)
    post = post_in(chat, params.integer("message_id"), "message to react not found")
    wanted = params.objects("reaction") or []
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emoji = [str(one.get("emoji", "")) for one in wanted if isinstance(one, dict)]
    react_as_bot(world, chat, post, emoji)
    return True
