"""What a sender sees of the upload page: the link, its end, files that were not taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from handlers.contact import ContactShown, contact_line
from handlers.menu import to_menu
from handlers.results.wording import refusal
from handlers.ui.buttons import Key
from handlers.ui.layout import in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Markup, Texts
from handlers.upload_links.buttons import GetUploadLink
from services.uploads import Purpose


@dataclass(frozen=True)
class UploadLinkOffered(Screen):
    """A link to the page: it opens it once, so it is wiped from the outbox when delivered."""

    secret = True

    url: str
    purpose: Purpose
    until: datetime

    def render(self, texts: Texts) -> Message:
        """Say for how long, and what will be kept."""
        words = texts("upload-link-offered", purpose=self.purpose, until=self.until)
        keys = [Key(texts.label("upload-link-open"), url=self.url)]
        return Message(words, in_rows(keys, exits=[to_menu(texts)]))


@dataclass(frozen=True)
class UploadPageMissing(Screen):
    """There is no public address: what can be done instead."""

    contact: ContactShown

    def render(self, texts: Texts) -> Message:
        """Name the way and whom to call."""
        lines = [texts("upload-link-missing"), contact_line(texts, self.contact)]
        return Message("\n".join(lines), in_rows([], exits=[to_menu(texts)]))


@dataclass(frozen=True)
class UploadLinkUsed(Screen):
    """A file came by the link."""

    def render(self, texts: Texts) -> Message:
        """Say it; what was read comes in a message of its own."""
        return Message(texts("upload-link-used"))


@dataclass(frozen=True)
class UploadLinkExpired(Screen):
    """Nobody used the link in time."""

    purpose: Purpose

    def render(self, texts: Texts) -> Message:
        """Offer another."""
        keys = [_new_link(self.purpose, texts)]
        return Message(texts("upload-link-expired"), in_rows(keys, exits=[to_menu(texts)]))


@dataclass(frozen=True)
class PageFileNotTaken(Screen):
    """A file that came by a link cannot be loaded; nothing of it is kept."""

    purpose: Purpose
    code: str
    cell: str | None = None
    params: dict[str, Any] = field(default_factory=dict)

    def render(self, texts: Texts) -> Message:
        """Say why; another file goes the same way."""
        if self.purpose is Purpose.STAFF and self.code == "foreign":
            names = {"schools": self.params["schools"], "first": self.params["first"]}
            words = texts("upload-staff-whose", own=self.params["own"], **names)
        else:
            words = Markup(refusal(self.code, self.params, texts))
        if self.cell is not None:
            words = texts("results-at-cell", cell=self.cell, words=words)
        keys = [_new_link(self.purpose, texts)]
        return Message(words, in_rows(keys, exits=[to_menu(texts)]))


@dataclass(frozen=True)
class PageFileMisplaced(Screen):
    """A list of staff came where results were awaited, or the other way round."""

    awaited: Purpose
    kind: str
    people: int

    def render(self, texts: Texts) -> Message:
        """Say what it is, and offer the right link."""
        words = texts(
            "upload-file-misplaced", awaited=self.awaited, kind=self.kind, people=self.people
        )
        other = Purpose.RESULTS if self.awaited is Purpose.STAFF else Purpose.STAFF
        key = GetUploadLink(other).labelled(texts.label(f"upload-as-{other.value}"))
        return Message(words, in_rows([key], exits=[to_menu(texts)]))


def _new_link(purpose: Purpose, texts: Texts) -> Key:
    return GetUploadLink(purpose).labelled(texts.label("upload-link-new"))
