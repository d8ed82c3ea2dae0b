"""Logs: JSON lines on stderr with ids and event names; no texts, no names, no token."""

from __future__ import annotations

import logging
import re
import sys
from typing import Any

import structlog

TOKEN = re.compile(r"\d{6,12}:[A-Za-z0-9_-]{30,}")


def _without_token(value: Any) -> Any:
    return TOKEN.sub("[token]", value) if isinstance(value, str) else value


def redact(
    _logger: Any, _method: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """Take anything that looks like a token out of every field."""
    return {name: _without_token(value) for name, value in event.items()}


class RedactingFilter(logging.Filter):
    """The same for libraries that log by themselves."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mend the record; never drop it."""
        record.msg, record.args = _without_token(record.getMessage()), ()
        return True


def set_up_logs(level: str) -> None:
    """Send everything to stderr; httpx and the library are kept quiet, they print addresses."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            redact,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level.lower()),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(RedactingFilter())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name in ("httpx", "httpcore", "telegram", "apscheduler", "aiohttp.access", "asyncio"):
        logging.getLogger(name).setLevel(logging.WARNING)
