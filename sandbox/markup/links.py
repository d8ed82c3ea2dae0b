"""Addresses behind words: links, mentions of people by id, custom emoji, moments."""

import re
from urllib.parse import parse_qs, urlsplit, urlunsplit

from sandbox.refusals import cannot_parse_entities
from sandbox.wire import Json

_MENTION = re.compile(r"tg:(?://)?user/?\?id=(\d+)", re.IGNORECASE)
_SPECIAL = re.compile(r"tg:(?://)?(emoji|time)/?\?([^#]*)", re.IGNORECASE)
_DATE_FORMAT = re.compile(r"r|R|[wW]?[dD]?[tT]?")


def link(entity: Json, url: str, words: str) -> Json | None:
    """The entity as a link or a mention; None when the address is none."""
    mention = _MENTION.match(url)
    if mention is not None:
        user = {"id": int(mention.group(1)), "is_bot": False, "first_name": words}
        return entity | {"type": "text_mention", "user": user}
    address = _address(url or words)
    return None if address is None else entity | {"type": "text_link", "url": address}


def _address(url: str) -> str | None:
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https", "ftp", "tg", "ton", "tonsite"):
        return None
    if parts.scheme in ("tg", "ton"):
        return url
    if not parts.hostname or "." not in parts.hostname or any(c.isspace() for c in parts.netloc):
        return None
    return urlunsplit(parts._replace(path=parts.path or "/"))


def special(entity: Json, url: str) -> Json:
    """The entity as a custom emoji or a moment, by its `tg://` address."""
    found = _SPECIAL.match(url)
    if found is None:
        raise cannot_parse_entities("Invalid tg://emoji or tg://time URL specified")
    query = {name: values[0] for name, values in parse_qs(found.group(2)).items()}
    if found.group(1).lower() == "time":
        return moment(entity, query.get("unix", ""), query.get("format", ""))
    if not re.fullmatch("[1-9][0-9]*", query.get("id", "")):
        raise cannot_parse_entities("Invalid tg://emoji or tg://time URL specified")
    return entity | {"type": "custom_emoji", "custom_emoji_id": query["id"]}


def moment(entity: Json, unix: str, date_format: str) -> Json:
    """The entity as a date shown in the reader's own time zone."""
    if not unix.isdigit():
        raise cannot_parse_entities("Invalid tg://emoji or tg://time URL specified")
    if not _DATE_FORMAT.fullmatch(date_format):
        raise cannot_parse_entities("Invalid date format used")
    known = {"date_time_format": date_format} if date_format else {}
    return entity | {"type": "date_time", "unix_time": int(unix)} | known
