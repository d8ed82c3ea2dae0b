"""Work: all that a service may use while one unit of work runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from db import queue
from services.files import FileStore
from services.notices import Notice, Post, Recipient, Urgency
from services.public_page import PublicPage


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `person_id` is None for a stranger, `account` for the system itself."""

    person_id: int | None = None
    account: int | None = None
    name: str = ""
    language: str = "ru"


SYSTEM = Actor()
T = TypeVar("T")


@dataclass(slots=True)
class Work:
    """The session, the moment, the actor, and what is to be told once all is committed."""

    session: Session
    now: datetime
    actor: Actor = SYSTEM
    cause: str = ""
    """What made this work ("update:812"), the same when it is retried."""
    files: FileStore | None = None
    page: PublicPage | None = None
    """The bot's own web pages; None where people have no way to them."""
    posts: list[Post] = field(default_factory=list)
    hurried: bool = False
    _known: dict[str, Any] = field(default_factory=dict)
    """Whether a job was left that is due already."""

    def stored(self, key: str) -> Path:
        """Where a file of ours lies; ValueError where this work has no file store."""
        if self.files is None:
            raise ValueError("this work has no file store")
        return self.files.path(key)

    def tell(
        self,
        to: Recipient,
        notice: Notice,
        *,
        urgency: Urgency = Urgency.REPLY,
        key: str | None = None,
        not_before: datetime | None = None,
        expires_at: datetime | None = None,
        anchor: str | None = None,
    ) -> None:
        """Let somebody know; nothing is sent if this work fails."""
        self.posts.append(Post(to, notice, urgency, key, not_before, expires_at, anchor))

    def later(
        self,
        kind: str,
        params: dict[str, Any],
        *,
        due_at: datetime | None = None,
        key: str | None = None,
    ) -> None:
        """Leave a job; a second one with the same key replaces the due time of a waiting one."""
        self.hurried = self.hurried or due_at is None or due_at <= self.now
        queue.leave(
            self.session,
            kind=kind,
            params=params,
            due_at=due_at or self.now,
            key=key,
            now=self.now,
        )

    def never_mind(self, key: str) -> None:
        """Cancel a waiting job by its key; a done one stays done."""
        queue.cancel(self.session, key)

    def once(self, name: str, ask: Callable[[], T]) -> T:
        """Ask the database a question once in this work; for what this work does not change."""
        if name not in self._known:
            self._known[name] = ask()
        found: T = self._known[name]
        return found
