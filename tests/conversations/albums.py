"""Albums on the stage: several files that a client sends at once under one group id."""

from __future__ import annotations

from sandbox.sim.messages import say
from tests.stage import Player, Stage

PICTURE = {"file_id": "", "file_unique_id": "", "width": 90, "height": 90, "file_size": 1000}


async def sends_of_album(stage: Stage, player: Player, album: str, name: str) -> None:
    """One photo of an album, as it reaches the bot."""
    world = stage.sandbox.world
    photo = {**PICTURE, "file_id": f"file-{name}", "file_unique_id": f"unique-{name}"}
    chat = world.state.chats[player.id]
    say(world, chat, player.id, {"photo": [photo], "media_group_id": album})
    await stage.quiet()
