"""Logs: JSON lines on stderr with ids and event names; no texts, no names, no token."""

from __future__ import annotations

import io
import logging
import re
import sys
import traceback
from typing import Any

import structlog

TOKEN = re.compile(r"\d{6,12}:[A-Za-z0-9_-]{30,}|(?<=/upload/)[A-Za-z0-9_-]{8,}")
"""The bot's token, and what opens the upload page."""
QUOTED = re.compile(r"""'[^'\n]*'|"[^"\n]*\"""")
NUMBER = re.compile(r"\+?\d[\d ()-]{4,}\d")
FOREIGN = re.compile(r"[^\x00-\x7f]+")
"""Our own log lines are ASCII: whatever else is in one came from a person."""


def _without_token(value: Any) -> Any:
    return TOKEN.sub("[token]", value) if isinstance(value, str) else value


def impersonal(words: str) -> str:
    """Words of an error without what it may quote: names, texts, telephones, the token."""
    for pattern in (TOKEN, QUOTED, NUMBER, FOREIGN):
        words = pattern.sub("[...]", words)
    return words


def told(error: BaseException) -> str:
    """An error with its causes: where it happened and its kind, its words made impersonal."""
    parts = []
    cause: BaseException | None = error
    while cause is not None:
        where = "".join(traceback.format_tb(cause.__traceback__))
        parts.append(f"{where}{type(cause).__name__}: {impersonal(str(cause))}")
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\nafter\n".join(parts)


def redact(
    _logger: Any, _method: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """Take anything that looks like a token or a person's words out of every field."""
    return {
        name: FOREIGN.sub("[...]", _without_token(value)) if isinstance(value, str) else value
        for name, value in event.items()
    }


class RedactingFilter(logging.Filter):
    """The same for libraries that log by themselves."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mend the record; never drop it."""
        words = FOREIGN.sub("[...]", _without_token(record.getMessage()))
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            words = f"{words}\n{told(error)}"
        record.msg, record.args = words, ()
        record.exc_info, record.exc_text = None, None
        return True


def _tell_error(
    _logger: Any, _method: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    given = event.pop("exc_info", None)
    error = given if isinstance(given, BaseException) else sys.exc_info()[1] if given else None
    if error is not None:
        event["exception"] = told(error)
    return event


def _lines_of_libraries() -> structlog.stdlib.ProcessorFormatter:
    """What libraries log by themselves, in the same shape as our own lines."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )


class _Stderr(io.StringIO):
    """Whatever is the error stream when a line is written: a captured one may be gone by then."""

    def write(self, text: str) -> int:
        return sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()


def set_up_logs(level: str) -> None:
    """Send everything to stderr; httpx and the library are kept quiet, they print addresses."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _tell_error,
            redact,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level.lower()),
        logger_factory=structlog.PrintLoggerFactory(_Stderr()),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(_Stderr())
    handler.addFilter(RedactingFilter())
    handler.setFormatter(_lines_of_libraries())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name in ("httpx", "httpcore", "telegram", "apscheduler", "aiohttp.access", "asyncio"):
        logging.getLogger(name).setLevel(logging.WARNING)
