"""Files both ways: uploads, downloads, albums, sizes, types."""

import struct
import zlib
from io import BytesIO
from typing import Any

import aiohttp
import pytest

from tests.sandbox.door import TOKEN, Door


def png(width: int, height: int) -> bytes:
    """A grey picture of this size."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + check

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    body = chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


async def send_file(door: Door, user_id: int, part: str, file: tuple[str, bytes, str]) -> Any:
    """A person sends a file."""
    data = aiohttp.FormData()
    data.add_field("user_id", str(user_id))
    data.add_field("caption", "look")
    data.add_field(part, BytesIO(file[1]), filename=file[0], content_type=file[2])
    async with door.session.post(f"{door.url}/sim/message", data=data) as response:
        return await response.json()


async def download(door: Door, file_path: str) -> bytes:
    """A file as the bot fetches it."""
    async with door.session.get(f"{door.url}/file/bot{TOKEN}/{file_path}") as response:
        assert response.status == 200
        return await response.read()


async def test_a_document_goes_up_and_comes_down(door: Door) -> None:
    anna = await door.starter()
    await send_file(door, anna, "document", ("план.xlsx", b"cells", "application/vnd.ms-excel"))

    message = (await door.updates())[-1]["message"]
    found = await door.bot("getFile", file_id=message["document"]["file_id"])

    assert message["caption"] == "look"
    assert message["document"]["file_name"] == "план.xlsx"
    assert await download(door, found["file_path"]) == b"cells"
    shown = (await door.get(f"chat/{anna}"))["messages"][-1]["document"]
    assert (shown["name"], shown["size"]) == ("план.xlsx", 5)


async def test_a_sent_photo_has_its_size_and_its_bytes(door: Door) -> None:
    anna = await door.starter()
    picture = png(80, 60)
    answer = await door.upload(
        "sendPhoto", {"chat_id": anna, "photo": ("chart.png", picture, "image/png")}
    )

    photo = answer["result"]["photo"][-1]
    shown = (await door.get(f"chat/{anna}"))["messages"][-1]["photo"]

    assert (photo["width"], photo["height"]) == (80, 60)
    assert (shown["width"], shown["height"], shown["name"]) == (80, 60, "chart.png")
    assert "[photo chart.png 80x60]" in await door.transcript(anna)
    async with door.session.get(f"{door.url}/sim/file/{shown['file_id']}") as response:
        assert await response.read() == picture
        assert response.content_type == "image/png"


async def test_a_file_id_is_sent_again_but_not_as_another_kind(door: Door) -> None:
    anna = await door.starter()
    answer = await door.upload(
        "sendDocument", {"chat_id": anna, "document": ("a.txt", b"a", "text/plain")}
    )
    file_id = answer["result"]["document"]["file_id"]

    again = await door.bot(
        "sendDocument", chat_id=anna, document=file_id, caption="<b>a</b>", parse_mode="HTML"
    )

    assert again["document"]["file_id"] == file_id
    assert again["caption_entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    assert await door.refused("sendPhoto", chat_id=anna, photo=file_id) == (
        "Bad Request: type of file mismatch"
    )
    assert await door.refused("sendDocument", chat_id=anna, document="nonsense") == (
        "Bad Request: wrong file identifier/HTTP URL specified"
    )


async def test_an_album_is_several_messages_with_one_group_id(door: Door) -> None:
    anna = await door.starter()
    media = (
        '[{"type":"photo","media":"attach://a","caption":"one"},'
        '{"type":"photo","media":"attach://b"}]'
    )
    answer = await door.upload(
        "sendMediaGroup",
        {
            "chat_id": anna,
            "media": media,
            "a": ("a.png", png(10, 10), "image/png"),
            "b": ("b.png", png(20, 10), "image/png"),
        },
    )

    first, second = answer["result"]

    assert first["media_group_id"] == second["media_group_id"]
    assert first["caption"] == "one"
    assert second["photo"][0]["width"] == 20


async def test_an_album_of_eleven_or_of_mixed_kinds_is_refused(door: Door) -> None:
    anna = await door.starter()
    sent = await door.upload(
        "sendDocument", {"chat_id": anna, "document": ("a.txt", b"a", "text/plain")}
    )
    document = {"type": "document", "media": sent["result"]["document"]["file_id"]}

    assert await door.refused("sendMediaGroup", chat_id=anna, media=[document] * 11) == (
        "Bad Request: too many messages to send as an album"
    )
    assert (
        await door.refused(
            "sendMediaGroup", chat_id=anna, media=[document, {"type": "photo", "media": "x"}]
        )
        == "Bad Request: document can't be mixed with other media types"
    )


async def test_a_photo_is_replaced_by_another_and_by_a_caption(door: Door) -> None:
    anna = await door.starter()
    sent = await door.upload(
        "sendPhoto", {"chat_id": anna, "photo": ("a.png", png(10, 10), "image/png")}
    )
    message_id = sent["result"]["message_id"]
    edited = await door.upload(
        "editMessageMedia",
        {
            "chat_id": anna,
            "message_id": message_id,
            "media": '{"type":"photo","media":"attach://new","caption":"better"}',
            "new": ("b.png", png(30, 10), "image/png"),
        },
    )

    assert edited["result"]["photo"][0]["width"] == 30
    captioned = await door.bot(
        "editMessageCaption", chat_id=anna, message_id=message_id, caption="best"
    )
    assert captioned["caption"] == "best"
    assert (
        await door.refused("editMessageText", chat_id=anna, message_id=message_id, text="no")
        == "Bad Request: there is no text in the message to edit"
    )


async def test_broken_and_odd_pictures_are_refused(door: Door) -> None:
    anna = await door.starter()

    async def refusal(content: bytes) -> str:
        photo = ("a.png", content, "image/png")
        answer = await door.upload("sendPhoto", {"chat_id": anna, "photo": photo})
        return str(answer["description"])

    assert await refusal(b"not a picture") == "Bad Request: IMAGE_PROCESS_FAILED"
    assert await refusal(png(2100, 100)) == "Bad Request: PHOTO_INVALID_DIMENSIONS"
    assert await refusal(b"") == "Bad Request: file must be non-empty"
    size = 10 * 1024 * 1024 + 1
    assert await refusal(png(1, 1).ljust(size, b"\0")) == (
        f"Bad Request: file of size {size} bytes is too big for a photo; "
        "the maximum size is 10485760 bytes"
    )


async def test_a_long_caption_is_refused(door: Door) -> None:
    anna = await door.starter()
    document = ("a.txt", b"a", "text/plain")
    answer = await door.upload(
        "sendDocument", {"chat_id": anna, "document": document, "caption": "a" * 1025}
    )

    assert answer["description"] == "Bad Request: message caption is too long"


@pytest.mark.parametrize("size", [50 * 1024 * 1024 + 1, 52 * 1024 * 1024])
async def test_over_50_megabytes_do_not_go_up(door: Door, size: int) -> None:
    anna = await door.starter()
    document = ("a.bin", bytes(size), "application/octet-stream")
    answer = await door.upload("sendDocument", {"chat_id": anna, "document": document})

    assert answer["error_code"] == 413
    assert answer["description"] == "Request Entity Too Large"


async def test_over_20_megabytes_do_not_come_down(door: Door) -> None:
    anna = await door.starter()
    content = bytes(20 * 1024 * 1024 + 1)
    await send_file(door, anna, "document", ("a.bin", content, "application/octet-stream"))
    file_id = (await door.updates())[-1]["message"]["document"]["file_id"]

    assert await door.refused("getFile", file_id=file_id) == "Bad Request: file is too big"
    assert await door.refused("getFile", file_id="nonsense") == "Bad Request: invalid file_id"


async def test_a_voice_knows_its_seconds(door: Door) -> None:
    anna = await door.starter()
    page = b"OggS\0\4" + struct.pack("<q", 48_000 * 7) + bytes(14)
    await send_file(door, anna, "voice", ("note.oga", page, "audio/ogg"))

    voice = (await door.updates())[-1]["message"]["voice"]

    assert (voice["duration"], voice["mime_type"]) == (7, "audio/ogg")


async def test_contacts_places_and_stickers_are_sent_too(door: Door) -> None:
    anna = await door.starter()
    await door.sim("message", user_id=anna, contact={"phone_number": "+7900", "first_name": "A"})
    await door.sim("message", user_id=anna, location={"latitude": 54.5, "longitude": 41.0})
    await door.sim("message", user_id=anna, sticker="👍")

    contact, place, sticker = [one["message"] for one in await door.updates()]

    assert contact["contact"]["phone_number"] == "+7900"
    assert place["location"]["latitude"] == 54.5
    assert sticker["sticker"]["emoji"] == "👍"
