"""Texts and captions of a call: parsed, measured, refused in Telegram's words."""

from sandbox.markup import Marked, read
from sandbox.params import Params
from sandbox.refusals import bad_request
from sandbox.wire import Json

MOST_TEXT = 4096
MOST_CAPTION = 1024


def read_text(params: Params) -> Marked:
    """The `text` of a message, 1 to 4096 characters after parsing."""
    text = params.text("text")
    if not text:
        raise bad_request("message text is empty")
    text, entities = read(text, params.text("parse_mode"), params.objects("entities"))
    if not text:
        raise bad_request("message text is empty")
    if len(text) > MOST_TEXT:
        raise bad_request("message is too long")
    return text, entities


def read_caption(params: Params) -> Json:
    """The caption fields of a message; empty without a caption."""
    return caption_fields(
        params.text("caption"), params.text("parse_mode"), params.objects("caption_entities")
    )


def caption_fields(caption: str | None, parse_mode: str | None, given: list[Json] | None) -> Json:
    """Caption and its entities, up to 1024 characters after parsing."""
    if not caption:
        return {}
    text, entities = read(caption, parse_mode, given)
    if len(text) > MOST_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}
