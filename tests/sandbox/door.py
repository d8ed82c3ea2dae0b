"""HTTP to a sandbox, as its bot and as its players."""

from io import BytesIO
from typing import Any

import aiohttp

TOKEN = "7000000001:test"


class Door:
    """HTTP to one sandbox: as the bot, as the players."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session = session
        self.url = url

    async def bot(self, method: str, **params: Any) -> Any:
        """A Bot API call that must succeed; its result."""
        answer = await self.call(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **params: Any) -> str:
        """A Bot API call that must be refused; the description."""
        answer = await self.call(method, **params)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def call(self, method: str, **params: Any) -> Any:
        """A Bot API call; the whole answer."""
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", json=params) as response:
            answer = await response.json()
            assert answer["ok"] == (response.status == 200)
            return answer

    async def upload(self, method: str, form: dict[str, Any]) -> Any:
        """A Bot API call as multipart; the whole answer."""
        data = aiohttp.FormData(default_to_multipart=True)
        for name, value in form.items():
            if isinstance(value, tuple):
                data.add_field(name, BytesIO(value[1]), filename=value[0], content_type=value[2])
            else:
                data.add_field(name, str(value))
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", data=data) as response:
            return await response.json()

    async def sim(self, path: str, **body: Any) -> Any:
        """A player's request that must succeed."""
        status, answer = await self.play(path, **body)
        assert status == 200, answer
        return answer

    async def play(self, path: str, **body: Any) -> tuple[int, Any]:
        """A player's request; status and answer."""
        async with self.session.post(f"{self.url}/sim/{path}", json=body) as response:
            return response.status, await response.json()

    async def get(self, path: str, **query: Any) -> Any:
        """What a player's GET shows."""
        async with self.session.get(f"{self.url}/sim/{path}", params=query) as response:
            assert response.status == 200, await response.text()
            return await response.json()

    async def transcript(self, chat_id: int) -> str:
        """A chat as text."""
        url = f"{self.url}/sim/chat/{chat_id}"
        async with self.session.get(url, params={"format": "text"}) as response:
            return await response.text()

    async def updates(self, **params: Any) -> list[Any]:
        """The updates now in the queue, not confirmed."""
        found: list[Any] = await self.bot("getUpdates", **params)
        return found

    async def person(self, first_name: str = "Anna", **more: Any) -> int:
        """A person who exists; the id."""
        return int((await self.sim("users", first_name=first_name, **more))["id"])

    async def starter(self, first_name: str = "Anna", **more: Any) -> int:
        """A person who has started the bot; the queue is empty after it."""
        user_id = await self.person(first_name, **more)
        await self.sim("start", user_id=user_id)
        await self.empty_queue()
        return user_id

    async def empty_queue(self) -> None:
        """Confirm everything."""
        found = await self.updates()
        if found:
            await self.updates(offset=found[-1]["update_id"] + 1)
