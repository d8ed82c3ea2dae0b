"""Webhooks: secret, repetition, order within a chat, chats side by side."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from sandbox import Sandbox
from tests.sandbox.door import Door


class Receiver:
    """The bot's web server; answers with the statuses given, then with 200."""

    def __init__(self) -> None:
        self.url = ""
        self.statuses: list[int] = []
        self.replies: list[dict[str, Any]] = []
        self.got: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.gates: dict[int, asyncio.Event] = {}
        self.news = asyncio.Event()

    async def take(self, request: web.BaseRequest) -> web.Response:
        update = await request.json()
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        gate = self.gates.get(update["message"]["chat"]["id"])
        self.got.append(update)
        self.news.set()
        if gate is not None:
            await gate.wait()
        status = self.statuses.pop(0) if self.statuses else 200
        if status == 200 and self.replies:
            return web.json_response(self.replies.pop(0))
        return web.Response(status=status)

    async def texts(self, count: int) -> list[str]:
        """Wait until this many came; their texts."""
        while len(self.got) < count:
            self.news.clear()
            await asyncio.wait_for(self.news.wait(), 5)
        return [one["message"]["text"] for one in self.got]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    one = Receiver()
    runner = web.ServerRunner(web.Server(one.take))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    one.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield one
    for gate in one.gates.values():
        gate.set()
    await runner.cleanup()


async def test_updates_come_with_the_secret_and_are_confirmed(
    door: Door, receiver: Receiver
) -> None:
    anna = await door.starter()
    await door.bot("setWebhook", url=receiver.url, secret_token="s3cret")
    await door.sim("message", user_id=anna, text="hello")

    assert await receiver.texts(1) == ["hello"]
    assert receiver.secrets == ["s3cret"]
    await asyncio.sleep(0.05)
    info = await door.bot("getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == (receiver.url, 0)


async def test_waiting_updates_are_delivered_when_the_webhook_is_set(
    door: Door, receiver: Receiver
) -> None:
    anna = await door.starter()
    await door.sim("message", user_id=anna, text="early")
    await door.bot("setWebhook", url=receiver.url)

    assert await receiver.texts(1) == ["early"]


async def test_a_refused_update_comes_again_before_the_next_of_its_chat(
    door: Door, receiver: Receiver, sandbox: Sandbox
) -> None:
    sandbox._deliveries.first_pause_s = 0.05
    receiver.statuses = [500, 503]
    anna = await door.starter()
    await door.bot("setWebhook", url=receiver.url)
    await door.sim("message", user_id=anna, text="one")
    await door.sim("message", user_id=anna, text="two")

    assert await receiver.texts(4) == ["one", "one", "one", "two"]
    assert "503" in (await door.bot("getWebhookInfo"))["last_error_message"]


async def test_a_slow_chat_does_not_hold_up_another(door: Door, receiver: Receiver) -> None:
    anna, boris = await door.starter(), await door.starter("Boris")
    receiver.gates[anna] = asyncio.Event()
    await door.bot("setWebhook", url=receiver.url)
    await door.sim("message", user_id=anna, text="slow")
    await door.sim("message", user_id=anna, text="after slow")
    await door.sim("message", user_id=boris, text="quick")

    assert await receiver.texts(2) == ["slow", "quick"]
    receiver.gates[anna].set()
    assert await receiver.texts(3) == ["slow", "quick", "after slow"]


async def test_a_method_in_the_answer_is_run(door: Door, receiver: Receiver) -> None:
    anna = await door.starter()
    receiver.replies = [{"method": "sendMessage", "chat_id": anna, "text": "at once"}]
    await door.bot("setWebhook", url=receiver.url)
    await door.sim("message", user_id=anna, text="hello")
    await receiver.texts(1)
    await asyncio.sleep(0.05)

    assert (await door.get(f"chat/{anna}"))["messages"][-1]["text"] == "at once"


async def test_after_deleting_the_webhook_updates_wait_again(
    door: Door, receiver: Receiver
) -> None:
    anna = await door.starter()
    await door.bot("setWebhook", url=receiver.url)
    await door.bot("deleteWebhook")
    await door.sim("message", user_id=anna, text="waits")

    assert [one["message"]["text"] for one in await door.updates()] == ["waits"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"url": "ftp://x"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "http://x", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
async def test_a_wrong_webhook_is_refused(door: Door, fields: dict[str, str], words: str) -> None:
    assert await door.refused("setWebhook", **fields) == f"Bad Request: {words}"
