"""Pictures, documents, voices, videos: sent one by one or as an album, replaced by an edit."""

from typing import Any

from sandbox.botapi.access import writable_chat
from sandbox.botapi.keyboards import read_inline
from sandbox.botapi.messages import MEDIA, edit, editable
from sandbox.botapi.sending import send
from sandbox.botapi.table import METHODS, Method, method
from sandbox.botapi.texts import caption_fields, read_caption
from sandbox.files import MOST_DOWNLOAD_BYTES, MOST_UPLOAD_BYTES, file_content, keep_file
from sandbox.params import Params
from sandbox.refusals import RefusalError, bad_request
from sandbox.wire import Json
from sandbox.world import World

_RIGHTS = {
    "photo": "can_send_photos",
    "document": "can_send_documents",
    "voice": "can_send_voice_notes",
    "video": "can_send_videos",
    "audio": "can_send_audios",
    "animation": "can_send_other_messages",
    "sticker": "can_send_other_messages",
}
_INTEGERS = ("duration", "width", "height")
_STRINGS = ("performer", "title", "emoji")
_MOST_IN_ALBUM = 10
_WRONG_ID = "wrong file identifier/HTTP URL specified"


def _sender(kind: str) -> Method:
    def send_media(world: World, params: Params) -> Json:
        chat = writable_chat(world, params)
        content = media_content(world, params, kind, params.fields.get(kind), _extra(params))
        if kind != "sticker":
            content |= read_caption(params)
        if params.flag("has_spoiler"):
            content["has_media_spoiler"] = True
        if params.flag("show_caption_above_media"):
            content["show_caption_above_media"] = True
        return send(world, chat, params, content, _RIGHTS[kind])

    return send_media


for _kind in MEDIA:
    METHODS[f"send{_kind}"] = (f"send{_kind.capitalize()}", _sender(_kind))


def _extra(params: Params) -> Json:
    numbers = {name: params.integer(name) for name in _INTEGERS}
    words = {name: params.text(name) for name in _STRINGS}
    return {name: value for name, value in (numbers | words).items() if value is not None}


def media_content(world: World, params: Params, kind: str, source: Any, extra: Json) -> Json:
    """The Message fields of a file: uploaded now, attached by name, or sent before."""
    upload = params.files.get(kind)
    if isinstance(source, str) and source.startswith("attach://"):
        upload = params.files.get(source.removeprefix("attach://"))
        if upload is None:
            raise bad_request(_WRONG_ID)
    if upload is not None:
        if len(upload.content) > MOST_UPLOAD_BYTES:
            raise RefusalError(413, "Request Entity Too Large")
        return file_content(keep_file(world, kind, upload, extra), extra)
    if not source or not isinstance(source, str):
        raise bad_request(f"there is no {kind} in the request")
    return _known_content(world, kind, source, extra)


def _known_content(world: World, kind: str, source: str, extra: Json) -> Json:
    if source.startswith(("http://", "https://")):
        # The sandbox fetches nothing from the network.
        raise bad_request("failed to get HTTP URL content")
    file = world.state.files.get(source)
    if file is None:
        raise bad_request(_WRONG_ID)
    if file.kind != kind:
        raise bad_request("type of file mismatch")
    return file_content(file, extra)


@method("sendMediaGroup")
def send_media_group(world: World, params: Params) -> list[Json]:
    """Send an album, one message per file."""
    chat = writable_chat(world, params)
    items = params.objects("media") or []
    _refuse_odd_album(items)
    contents = [_item_content(world, params, item) for item in items]
    group_id = str(13_000_000_000_000_000 + world.state.facts.last_file * 1000 + len(chat.posts))
    world.limits.admit(chat.id, len(contents))
    return [
        send(
            world, chat, params, content | {"media_group_id": group_id},
            _RIGHTS[item["type"]], admitted=True,
        )
        for item, content in zip(items, contents, strict=True)
    ]  # fmt: skip


def _refuse_odd_album(items: list[Any]) -> None:
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > _MOST_IN_ALBUM:
        raise bad_request("too many messages to send as an album")
    kinds = {item.get("type") if isinstance(item, dict) else None for item in items}
    if not kinds <= {"photo", "video", "document", "audio"}:
        raise bad_request("can't parse InputMedia: invalid type specified")
    for alone in ("document", "audio"):
        if alone in kinds and len(kinds) > 1:
            raise bad_request(f"{alone} can't be mixed with other media types")


def _item_content(world: World, params: Params, item: Json) -> Json:
    extra = {name: item[name] for name in (*_INTEGERS, *_STRINGS) if name in item}
    content = media_content(world, params, item["type"], item.get("media"), extra)
    if item.get("has_spoiler"):
        content["has_media_spoiler"] = True
    caption = caption_fields(
        item.get("caption"), item.get("parse_mode"), item.get("caption_entities")
    )
    return content | caption


@method("editMessageMedia")
def edit_message_media(world: World, params: Params) -> Json:
    """Replace the file, its caption and the inline keyboard."""
    chat, post = editable(world, params)
    item = params.object("media")
    if not isinstance(item, dict) or item.get("type") not in MEDIA:
        raise bad_request("can't parse InputMedia: invalid type specified")
    if not any(kind in post.message for kind in MEDIA) and "text" not in post.message:
        raise bad_request("message can't be edited")
    content = _item_content(world, params, item)
    inline = read_inline(params, chat)
    return edit(world, chat, post, content, inline, media=(*MEDIA, "has_media_spoiler"))


@method("getFile")
def get_file(world: World, params: Params) -> Json:
    """Where a file can be downloaded, up to 20 MB."""
    file = world.state.files.get(params.text("file_id") or "")
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > MOST_DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": file.size,
        "file_path": file.path,
    }
