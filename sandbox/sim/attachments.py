"""What people send besides texts: files, contacts, places, stickers."""

import base64
from typing import Any
from urllib.parse import unquote

from sandbox.files import file_content, keep_file
from sandbox.markup import read
from sandbox.params import Params
from sandbox.refusals import PlayError
from sandbox.wire import Json, Upload
from sandbox.world import World

_KINDS = ("document", "photo", "voice", "video", "audio")
_NUMBERS = ("duration", "width", "height")
# A sticker is a picture; this one is a single transparent pixel.
_STICKER = base64.b64decode(b"UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")


def from_files(world: World, params: Params) -> Json:
    """A file with its caption."""
    kind = next((one for one in _KINDS if one in params.files), None)
    if kind is None:
        raise PlayError(400, f"a file part must be one of {', '.join(_KINDS)}")
    extra = {name: params.integer(name) for name in _NUMBERS if name in params}
    known: Json = {name: value for name, value in extra.items() if value is not None}
    upload = params.files[kind]
    # Some HTTP clients of scripts write a name that is not ASCII in percents.
    upload.name = unquote(upload.name)
    content = file_content(keep_file(world, kind, upload, known), known)
    caption = params.text("caption")
    if not caption:
        return content
    words, entities = read(caption, None, params.objects("entities"))
    return content | {"caption": words} | ({"caption_entities": entities} if entities else {})


def from_fields(world: World, params: Params, user: Json) -> Json:
    """A contact, a location or a sticker; empty when there is none of them."""
    for name, make in (("contact", _contact), ("location", _location), ("sticker", _sticker)):
        raw = params.fields.get(name)
        given = raw if name == "sticker" and isinstance(raw, str) else params.object(name)
        if given is not None:
            return make(world, given, user)
    return {}


def own_contact(world: World, user: Json) -> Json:
    """The person's own contact, as the button that asks for it sends it."""
    given = {"phone_number": f"+7900{user['id'] % 10**7:07d}", "user_id": user["id"]}
    return _contact(world, given, user)


def _contact(world: World, given: Any, user: Json) -> Json:
    del world
    if given is True:
        given = {"phone_number": f"+7900{user['id'] % 10**7:07d}", "user_id": user["id"]}
    if not isinstance(given, dict) or not given.get("phone_number"):
        raise PlayError(400, "a contact needs a phone_number")
    names = {"first_name": user["first_name"]}
    return {"contact": names | given}


def _location(world: World, given: Any, user: Json) -> Json:
    del world, user
    if not isinstance(given, dict) or not {"latitude", "longitude"} <= given.keys():
        raise PlayError(400, "a location needs latitude and longitude")
    return {"location": given}


def _sticker(world: World, given: Any, user: Json) -> Json:
    del user
    emoji = given.get("emoji") if isinstance(given, dict) else given
    if not isinstance(emoji, str):
        raise PlayError(400, "a sticker is an emoji")
    upload = Upload("sticker.webp", "image/webp", _STICKER)
    return file_content(keep_file(world, "sticker", upload, {"emoji": emoji}), {})
