"""Checks of the keyboards a bot attaches to its messages."""

from typing import Any

from sandbox.params import Params
from sandbox.refusals import bad_request
from sandbox.state import Chat
from sandbox.wire import Json

_ACTIONS = frozenset({
    "url", "callback_data", "web_app", "login_url", "switch_inline_query",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text",
    "callback_game", "pay",
})  # fmt: skip
_STYLES = ("danger", "success", "primary")
_MOST_BUTTONS = 100
_MOST_DATA_BYTES = 64
_LINKS = ("http://", "https://", "tg://", "ton://", "mailto:", "tel:")
_PRIVATE_ONLY = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "request_users": "users can be requested in private chats only",
    "request_chat": "chats can be requested in private chats only",
    "web_app": "web App buttons can be used in private chats only",
}


def read_markup(params: Params, chat: Chat) -> tuple[Json | None, Json | None]:
    """The inline keyboard, and the reply keyboard (or its removal, or a forced reply)."""
    markup = params.object("reply_markup")
    if not markup:
        return None, None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _read_inline(markup["inline_keyboard"], chat), None
    if "keyboard" in markup:
        return None, _read_reply(markup, chat)
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return None, markup
    return None, None


def read_inline(params: Params, chat: Chat) -> Json | None:
    """The inline keyboard of an edited message; other keyboards are refused."""
    inline, reply = read_markup(params, chat)
    if reply is not None:
        raise bad_request("inline keyboard expected")
    return inline


def _read_inline(rows: Any, chat: Chat) -> Json | None:
    kept = _rows(rows, "inline keyboard")
    if sum(len(row) for row in kept) > _MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    for row in kept:
        for button in row:
            _check_inline(button, chat)
    return {"inline_keyboard": kept} if kept else None


def _rows(rows: Any, name: str) -> list[list[Any]]:
    if not isinstance(rows, list):
        raise bad_request(f'field "{name.replace(" ", "_")}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f"can't parse {name}: expected an Array of Array of buttons")
    return [row for row in rows if row]


def _check_inline(button: Any, chat: Chat) -> None:
    broken = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(f"{broken}expected an Object")
    if not isinstance(button.get("text"), str):
        raise bad_request(f'{broken}Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    actions = _ACTIONS & button.keys()
    if not actions:
        raise bad_request(f"{broken}Text buttons are unallowed in the inline keyboard")
    _check_style(button)
    _check_data(button)
    if "web_app" in button and not chat.is_private:
        raise bad_request("BUTTON_TYPE_INVALID")
    if "url" in button:
        _check_link(button["url"])
    if "copy_text" in button and not 1 <= len(button["copy_text"].get("text", "")) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_data(button: Json) -> None:
    if "callback_data" not in button:
        return
    data = button["callback_data"]
    if not isinstance(data, str):
        raise bad_request(
            'can\'t parse inline keyboard button: Field "callback_data" must be of type String'
        )
    if not 1 <= len(data.encode()) <= _MOST_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_style(button: Json) -> None:
    if "style" in button and button["style"] not in _STYLES:
        raise bad_request("can't parse keyboard button: Invalid button style specified")


def _check_link(url: Any) -> None:
    if not isinstance(url, str) or not url.strip():
        raise bad_request("BUTTON_URL_INVALID")
    bare = "://" not in url and "." in url and " " not in url
    if not bare and not url.startswith(_LINKS):
        raise bad_request(
            f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol"
        )


def _read_reply(markup: Json, chat: Chat) -> Json:
    rows = _rows(markup["keyboard"], "keyboard")
    buttons = [[_reply_button(button, chat) for button in row] for row in rows]
    return {**markup, "keyboard": buttons}


def _reply_button(button: Any, chat: Chat) -> Json:
    whole = {"text": button} if isinstance(button, str) else button
    if not isinstance(whole, dict) or not isinstance(whole.get("text"), str):
        raise bad_request('can\'t parse keyboard button: Field "text" must be of type String')
    if not whole["text"]:
        raise bad_request("keyboard button text must be non-empty")
    _check_style(whole)
    for request, words in _PRIVATE_ONLY.items():
        if whole.get(request) and not chat.is_private:
            raise bad_request(words)
    return whole
