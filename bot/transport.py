"""HTTP to the Bot API by aiohttp, telling what never arrived from what lost its answer."""

from __future__ import annotations

from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECTIONS = 64


class NeverReached(NetworkError):
    """The request did not get to Telegram: it can be repeated freely."""


class AnswerLost(TimedOut):
    """The request went out and no answer came: its effect is unknown."""


class AiohttpRequest(BaseRequest):
    """The library's public transport interface on a pooled aiohttp session."""

    def __init__(
        self,
        *,
        proxy: str | None = None,
        read_timeout: float = 40.0,
        connections: int = CONNECTIONS,
    ) -> None:
        self._proxy = proxy
        self._read_timeout = read_timeout
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds a send may wait for its answer; long, so that only a crash is unknown."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=75),
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=False,
            )

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 aiohttp has one total
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 the pool never times out
    ) -> tuple[int, bytes]:
        """Give status and body; raise NeverReached or AnswerLost."""
        timeout = aiohttp.ClientTimeout(
            sock_connect=_seconds(connect_timeout, 10.0),
            sock_read=_seconds(read_timeout, self._read_timeout),
        )
        return await self._send(method, url, _body(request_data), None, timeout)

    async def post_body(
        self,
        url: str,
        data: bytes | aiohttp.FormData,
        *,
        headers: dict[str, str] | None = None,
        wait: float | None = None,
    ) -> tuple[int, bytes]:
        """Post a ready body; give status and body, raise NeverReached or AnswerLost."""
        timeout = aiohttp.ClientTimeout(sock_connect=10.0, sock_read=wait or self._read_timeout)
        return await self._send("POST", url, data, headers, timeout)

    async def _send(
        self,
        method: str,
        url: str,
        data: Any,
        headers: dict[str, str] | None,
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 it is aiohttp's own, per socket
    ) -> tuple[int, bytes]:
        session = self._session
        if session is None:
            raise NeverReached("the transport is not open")
        try:
            async with session.request(
                method, url, data=data, headers=headers, timeout=timeout, proxy=self._proxy
            ) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NeverReached(type(error).__name__) from error
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise AnswerLost(type(error).__name__) from error

    async def fetch(self, url: str, *, limit: int) -> bytes:
        """Download a file of at most `limit` bytes; raise OverflowError when it is larger."""
        if self._session is None:
            raise NeverReached("the transport is not open")
        try:
            async with self._session.get(url, proxy=self._proxy) as answer:
                if answer.status != 200:
                    raise AnswerLost(f"HTTP {answer.status}")
                data = await answer.content.read(limit + 1)
                while len(data) <= limit and not answer.content.at_eof():
                    data += await answer.content.read(limit + 1 - len(data))
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise AnswerLost(type(error).__name__) from error
        if len(data) > limit:
            raise OverflowError(f"more than {limit} bytes")
        return data


def _seconds(given: Any, default: float) -> float | None:
    return default if given is BaseRequest.DEFAULT_NONE else given


def _body(request_data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        return request_data.json_parameters
    form = aiohttp.FormData(quote_fields=False)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime_type) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime_type)
    return form
