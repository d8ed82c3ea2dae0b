"""Marked-up text to plain text and entities, as Telegram reads it."""

from collections.abc import Callable

from sandbox.markup import html, markdown, markdown_v2
from sandbox.markup.entities import Marked, detect, fit, trim
from sandbox.refusals import bad_request
from sandbox.wire import Json

_PARSERS: dict[str, Callable[[str], Marked]] = {
    "html": html.parse,
    "markdown": markdown.parse,
    "markdownv2": markdown_v2.parse,
}


def read(text: str, parse_mode: str | None, given: list[Json] | None) -> Marked:
    """Plain text with its entities: marked-up, given beside it, and found in it."""
    _refuse_broken_unicode(text)
    if given:
        entities = fit(text, given)
    elif parse_mode and parse_mode.lower() != "none":
        parser = _PARSERS.get(parse_mode.lower())
        if parser is None:
            raise bad_request("unsupported parse_mode")
        text, entities = parser(text)
    else:
        entities = []
    text, entities = trim(text, entities)
    return text, detect(text, entities)


def _refuse_broken_unicode(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error


__all__ = ["Marked", "detect", "read"]
