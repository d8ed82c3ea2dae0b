"""A message being written before the person's eyes."""

from sandbox.botapi.access import writable_chat
from sandbox.botapi.table import method
from sandbox.botapi.texts import MOST_TEXT
from sandbox.markup import read
from sandbox.params import Params
from sandbox.refusals import bad_request
from sandbox.world import World


@method("sendMessageDraft")
def send_message_draft(world: World, params: Params) -> bool:
    """Show an unfinished message in a private chat; no text means "thinking"."""
    chat = writable_chat(world, params)
    if not chat.is_private:
        raise bad_request("TEXTDRAFT_PEER_INVALID")
    if not params.integer("draft_id"):
        raise bad_request("draft_id must be non-zero")
    raw = params.text("text") or ""
    text, _ = read(raw, params.text("parse_mode"), params.objects("entities"))
    if len(text) > MOST_TEXT:
        raise bad_request("message is too long")
    chat.draft = text
    world.save_chat(chat)
    world.events.emit("draft", chat_id=chat.id, text=text)
    return True
