"""Files: kept once, named by file_id, shown in the Message field of their kind."""

import mimetypes
import secrets
from pathlib import PurePosixPath

from sandbox.images import picture_size, voice_seconds
from sandbox.refusals import bad_request
from sandbox.state import StoredFile
from sandbox.wire import Json, Upload
from sandbox.world import World

MOST_PHOTO_BYTES = 10 * 1024 * 1024
MOST_UPLOAD_BYTES = 50 * 1024 * 1024
MOST_DOWNLOAD_BYTES = 20 * 1024 * 1024
_MOST_PHOTO_SIDES = 10_000
_MOST_PHOTO_RATIO = 20
_DIRECTORIES = {
    "photo": "photos",
    "document": "documents",
    "voice": "voice",
    "video": "videos",
    "audio": "music",
    "animation": "animations",
    "sticker": "stickers",
    "video_note": "video_notes",
}
_ENDINGS = {"photo": ".jpg", "voice": ".oga", "video": ".mp4", "sticker": ".webp"}
_OCTETS = "application/octet-stream"


def keep_file(world: World, kind: str, upload: Upload, extra: Json) -> StoredFile:
    """Store an upload as a file of this kind; refused as Telegram refuses it."""
    size = len(upload.content)
    if not size:
        raise bad_request("file must be non-empty")
    extra = extra | (_photo_size(upload) if kind == "photo" else {})
    if kind == "voice" and not extra.get("duration"):
        extra["duration"] = voice_seconds(upload.content)
    world.state.facts.last_file += 1
    name = PurePosixPath(upload.name.replace("\\", "/")).name or "file"
    ending = _ENDINGS.get(kind) or PurePosixPath(name).suffix
    file = StoredFile(
        file_id=f"{kind[:2].upper()}{secrets.token_urlsafe(40)}",
        unique_id=f"{kind[:2]}{secrets.token_urlsafe(9)}",
        kind=kind,
        name=name,
        mime_type=_mime_type(kind, name, upload.mime_type),
        size=size,
        path=f"{_DIRECTORIES[kind]}/file_{world.state.facts.last_file}{ending}",
        extra=extra,
    )
    world.save_file(file, upload.content)
    world.save_facts()
    return file


def _mime_type(kind: str, name: str, given: str) -> str:
    if given and given != _OCTETS:
        return given.partition(";")[0].strip()
    if kind == "voice":
        return "audio/ogg"
    return mimetypes.guess_type(name)[0] or _OCTETS


def _photo_size(upload: Upload) -> Json:
    size = len(upload.content)
    if size > MOST_PHOTO_BYTES:
        raise bad_request(
            f"file of size {size} bytes is too big for a photo; "
            f"the maximum size is {MOST_PHOTO_BYTES} bytes"
        )
    sides = picture_size(upload.content)
    if sides is None or min(sides) <= 0:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(sides) > _MOST_PHOTO_SIDES or max(sides) > _MOST_PHOTO_RATIO * min(sides):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return {"width": sides[0], "height": sides[1]}


def file_content(file: StoredFile, extra: Json) -> Json:
    """The Message fields that show a file; `extra` overrides what was known of it."""
    known = {**file.extra, **extra}
    media: Json = {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": file.size,
    }
    if file.kind == "photo":
        return {"photo": [media | {"width": known["width"], "height": known["height"]}]}
    if file.kind == "sticker":
        return {"sticker": media | _sticker(known)}
    if file.kind != "voice":
        media["file_name"] = file.name
    media["mime_type"] = file.mime_type
    media |= {name: known[name] for name in _SHOWN.get(file.kind, ()) if name in known}
    media |= {name: 0 for name in _NUMBERS.get(file.kind, ()) if name not in media}
    if file.kind == "animation":
        document = {k: v for k, v in media.items() if k not in _NUMBERS["animation"]}
        return {"animation": media, "document": document}
    return {file.kind: media}


_NUMBERS = {
    "voice": ("duration",),
    "audio": ("duration",),
    "video": ("width", "height", "duration"),
    "animation": ("width", "height", "duration"),
}
_SHOWN = {**_NUMBERS, "audio": ("duration", "performer", "title")}


def _sticker(known: Json) -> Json:
    return {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        **({"emoji": known["emoji"]} if known.get("emoji") else {}),
    }
