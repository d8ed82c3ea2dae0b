"""Answers to pressed inline buttons: once, and in time."""

from sandbox.botapi.table import method
from sandbox.params import Params
from sandbox.refusals import RefusalError, bad_request
from sandbox.state import Press
from sandbox.world import World

_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_MOST_TEXT = 200


@method("answerCallbackQuery")
def answer_callback_query(world: World, params: Params) -> bool:
    """Answer a press; a second answer and a late one are refused alike."""
    press = world.state.presses.get(params.text("callback_query_id") or "")
    if press is None or press.answer is not None or _is_late(world, press):
        raise _too_old()
    text = params.text("text") or ""
    if len(text) > _MOST_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answer = {"text": text, "alert": params.flag("show_alert")}
    if params.text("url"):
        press.answer["url"] = params.text("url")
    _tell(world, press)
    return True


def _tell(world: World, press: Press) -> None:
    chat = world.state.chats.get(press.chat_id)
    if chat is not None:
        chat.answered.append(press)
    world.save_press(press)
    world.events.emit("answer", chat_id=press.chat_id, message_id=press.message_id, **press.told())
    world.answered(press.id)


def _is_late(world: World, press: Press) -> bool:
    return world.clock.timestamp() - press.at > world.state.facts.callback_deadline_s


def _too_old() -> RefusalError:
    return bad_request(_TOO_OLD)
