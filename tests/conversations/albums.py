"""Albums on the stage: several files that a client sends at once under one group id."""

from __future__ import annotations

import struct
import zlib

from sandbox.files import file_content, keep_file
from sandbox.sim.messages import say
from sandbox.wire import Upload
from tests.stage import Player, Stage


def picture(side: int = 40) -> bytes:
    """A white PNG."""
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\xff" * side) * side
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


async def sends_of_album(stage: Stage, player: Player, album: str, name: str) -> None:
    """One photo of an album, as it reaches the bot."""
    world = stage.sandbox.world
    kept = keep_file(world, "photo", Upload(name, "image/png", picture()), {})
    content = file_content(kept, {}) | {"media_group_id": album}
    say(world, world.state.chats[player.id], player.id, content)
    await stage.quiet()
