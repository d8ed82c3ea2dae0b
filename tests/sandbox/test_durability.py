"""What the sandbox remembers when its process is killed."""

import signal
import subprocess
import sys
from pathlib import Path

import aiohttp

from sandbox import Sandbox
from tests.sandbox.door import Door

SERVER = """
import asyncio, pathlib, sys
from sandbox import Sandbox

async def main():
    print(await Sandbox(data_dir=pathlib.Path(sys.argv[1])).start(), flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


def serve(data_dir: Path) -> tuple[subprocess.Popen[str], str]:
    """A sandbox in a process of its own; its address."""
    command = [sys.executable, "-c", SERVER, str(data_dir)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def kill(process: subprocess.Popen[str]) -> None:
    """As the system does when it has no memory left."""
    process.send_signal(signal.SIGKILL)
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


async def test_everything_survives_a_kill(tmp_path: Path) -> None:
    process, url = serve(tmp_path)
    try:
        async with aiohttp.ClientSession() as session:
            door = Door(session, url)
            anna = await door.starter("Anna", username="anna")
            group = await door.sim(
                "chats", type="supergroup", title="Maths", owner=anna, bot="admin", is_forum=True
            )
            await door.bot("createForumTopic", chat_id=group["id"], name="News")
            await door.empty_queue()
            markup = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
            await door.bot("sendMessage", chat_id=anna, text="Pick", reply_markup=markup)
            document = ("a.txt", b"content", "text/plain")
            await door.upload("sendDocument", {"chat_id": anna, "document": document})
            poll = await door.bot(
                "sendPoll", chat_id=anna, question="When?", options=[{"text": "a"}]
            )
            await door.bot("setMyCommands", commands=[{"command": "help", "description": "h"}])
            await door.bot("getUpdates", allowed_updates=["message", "callback_query", "poll"])
            await door.sim("clock", advance_s=3600)
            pressed = await door.sim("press", user_id=anna, label="Yes")
            before = await door.get(f"chat/{anna}", **{"as": anna})
            topics = (await door.get(f"chat/{group['id']}", **{"as": anna}))["topics"]
    finally:
        kill(process)

    server = Sandbox(data_dir=tmp_path)
    async with aiohttp.ClientSession() as session:
        door = Door(session, await server.start())
        after = await door.get(f"chat/{anna}", **{"as": anna})
        updates = await door.updates()
        assert after == before
        assert [one["update_id"] for one in updates] == [pressed["update_id"]]
        assert (await door.get(f"chat/{group['id']}", **{"as": anna}))["topics"] == topics
        file_id = before["messages"][-2]["document"]["file_id"]
        async with session.get(f"{door.url}/sim/file/{file_id}") as response:
            assert await response.read() == b"content"
        await door.sim("vote", user_id=anna, chat_id=anna, message_id=poll["message_id"],
                       options=[0])  # fmt: skip
        shown = await door.get(f"chat/{anna}", since=poll["message_id"] - 1)
        assert shown["messages"][0]["poll"]["total_voter_count"] == 1
        await door.bot("answerCallbackQuery", callback_query_id=pressed["callback_query_id"])
        said = await door.sim("message", user_id=anna, text="still here")
        assert said["update_id"] > pressed["update_id"]
        assert said["message_id"] > before["messages"][-1]["message_id"]
    await server.stop()


async def test_a_confirmed_update_does_not_come_back(tmp_path: Path) -> None:
    process, url = serve(tmp_path)
    try:
        async with aiohttp.ClientSession() as session:
            door = Door(session, url)
            anna = await door.person()
            ids = [(await door.sim("message", user_id=anna, text=t))["update_id"] for t in "abc"]
            await door.updates(offset=ids[1])
    finally:
        kill(process)

    server = Sandbox(data_dir=tmp_path)
    async with aiohttp.ClientSession() as session:
        door = Door(session, await server.start())
        assert [one["update_id"] for one in await door.updates()] == ids[1:]
    await server.stop()


async def test_a_reset_is_remembered_but_people_stay(tmp_path: Path) -> None:
    server = Sandbox(data_dir=tmp_path)
    async with aiohttp.ClientSession() as session:
        door = Door(session, await server.start())
        anna = await door.starter()
        said = await door.sim("message", user_id=anna, text="a")
        await door.sim("reset")
    await server.stop()

    server = Sandbox(data_dir=tmp_path)
    async with aiohttp.ClientSession() as session:
        door = Door(session, await server.start())
        assert [one["id"] for one in await door.get("users")] == [anna]
        assert await door.get("chats") == []
        assert (await door.sim("start", user_id=anna))["update_id"] > said["update_id"]
    await server.stop()
