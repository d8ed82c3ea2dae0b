"""The page's documents: plain HTML with one small script of our own, nothing from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from handlers.ui.texts import Texts
from services.upload_links import OpenLink

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Said:
    """How the page stands: "open" still waits for a file, "done" and "closed" are over."""

    state: str
    words: str = ""
    status: int = 200


def headers() -> dict[str, str]:
    """What every answer carries: nothing may be kept, framed, told on or loaded from elsewhere."""
    policy = (
        "default-src 'none'; "
        f"script-src '{_fingerprint('page.js')}'; style-src '{_fingerprint('page.css')}'; "
        "img-src data:; connect-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Robots-Tag": "noindex, nofollow",
    }


def form(texts: Texts, link: OpenLink, *, limit: int, notice: str = "") -> str:
    """The page that waits for a file of at most `limit` bytes."""
    mib = limit >> 20
    words = {
        name.replace("-", "_"): texts.label(f"upload-page-{name}")
        for name in ("choose", "drop", "send", "cancel", "progress", "lost", "cancelled")
    }
    body = _filled(
        "form.html",
        {
            "what": texts.label("upload-page-what", purpose=link.purpose, limit=mib),
            "kept": texts.label("upload-link-kept", purpose=link.purpose),
            "until": texts.label("upload-page-until", until=link.expires_at),
            "too_big": texts.label("upload-page-too-big", limit=mib),
            "limit": str(limit),
            "notice": notice,
            "tone": "bad" if notice else "",
            **words,
        },
        script=_asset("page.js"),
    )
    return _framed(texts, texts.label("upload-page-heading", purpose=link.purpose), body)


def said(texts: Texts, what: Said) -> str:
    """The page that is over."""
    return _framed(texts, heading_of(texts, what), _filled("said.html", {"words": what.words}))


def heading_of(texts: Texts, what: Said) -> str:
    """What stands over a page that is over."""
    return texts.label("upload-page-is-over", state=what.state)


def _framed(texts: Texts, heading: str, body: str) -> str:
    words = {"language": texts.language, "title": heading, "heading": heading}
    return _filled("frame.html", words, style=_asset("page.css"), body=body)


def _filled(name: str, words: Mapping[str, str], **markup: str) -> str:
    """A template with words in, escaped, and markup of our own, as it is."""
    safe = {key: escape(value) for key, value in words.items()}
    return Template(_asset(name)).substitute(safe, **markup)


@cache
def _asset(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


@cache
def _fingerprint(name: str) -> str:
    return f"sha256-{b64encode(sha256(_asset(name).encode()).digest()).decode()}"
