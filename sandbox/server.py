"""The sandbox as others use it: one object, one port."""

import asyncio
from pathlib import Path
from typing import Any

from aiohttp import web

from sandbox.bot_side import log_call, run_call, serve_call, serve_file
from sandbox.clock import Clock
from sandbox.page_side import serve_page
from sandbox.player_side import serve_play
from sandbox.polls import Timer
from sandbox.shapes import Shapes
from sandbox.webhooks import Deliveries
from sandbox.wire import Json
from sandbox.world import World

_MOST_BODY_BYTES = 300 * 1024 * 1024


class Sandbox:
    """A local Telegram on one port; with `data_dir` it remembers across restarts."""

    def __init__(
        self,
        data_dir: Path | None = None,
        token: str | None = None,
        enforce_limits: bool = False,
        validate: bool = False,
        description: Path | None = None,
    ) -> None:
        self._shapes = Shapes(validate, description)
        self.world = World(data_dir, token, enforce_limits, self._shapes)
        self._runner: web.ServerRunner | None = None
        self._timer = Timer(self.world)
        self._deliveries = Deliveries(self.world, self._reply)
        self.world.when_moved.append(self._timer.arm)
        self.world.when_webhook_changes.append(self._deliveries.apply)

    @property
    def clock(self) -> Clock:
        """The sandbox's time."""
        return self.world.clock

    @property
    def violations(self) -> list[str]:
        """What calls, answers and updates had wrong, if checking is on."""
        return self._shapes.violations

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Listen; the address. Raises OSError when the port is taken."""
        server = web.Server(self._handle, request_factory=_request)
        runner = web.ServerRunner(server, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError:
            await runner.cleanup()
            raise
        self._runner = runner
        self._timer.arm()
        await self._deliveries.apply()
        bound_host, bound_port = runner.addresses[0][:2]
        return f"http://{bound_host}:{bound_port}"

    async def stop(self) -> None:
        """Stop listening, end streams and waiting polls, write the state."""
        runner, self._runner = self._runner, None
        if runner is None:
            return
        self.world.updates.interrupt("timeout")
        self.world.events.close()
        self._timer.cancel()
        await self._deliveries.stop()
        await runner.cleanup()
        self.world.store.close()

    async def _reply(self, method: str, fields: Json) -> None:
        outcome = await run_call(self.world, method, fields, {})
        log_call(self.world, method, fields, {}, outcome)
        self.world.store.flush()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if path.startswith("/bot"):
            return await serve_call(self.world, request, path)
        if path.startswith("/sim/"):
            return await serve_play(self.world, request, path)
        if path.startswith("/file/bot"):
            return await serve_file(self.world, path)
        return await serve_page(path)


def _request(message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
    loop = asyncio.get_running_loop()
    return web.BaseRequest(
        message, payload, protocol, writer, task, loop, client_max_size=_MOST_BODY_BYTES
    )
