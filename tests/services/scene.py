"""A small district in memory, and works of its people, for tests of rules."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

import db.models  # noqa: F401 every table must be known
from db.base import Base
from services.access import Role
from services.people.reach import actor_of
from services.scopes import Place
from services.work import Work
from tests.cast import District, build_district, register

NOON = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)


@dataclass
class Scene:
    """The district with a session; people are known by their accounts."""

    session: Session
    district: District
    now: datetime = NOON
    accounts: dict[str, int] = field(default_factory=dict)

    def enters(self, name: str, role: Role, place: Place) -> int:
        """Somebody with one role; the account."""
        account = 1000 + len(self.accounts)
        self.accounts[name] = account
        register(self.session, account, name, role, place, self.now)
        return account

    def work(self, account: int, *, now: datetime | None = None) -> Work:
        """A work of whoever has this account, as an update of theirs would begin it."""
        actor = actor_of(self.session, account, name="Кто-то", language="ru")
        return Work(self.session, now or self.now, actor, "update:1")


@contextmanager
def scene() -> Iterator[Scene]:
    """A fresh district; nothing of it remains."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    Base.metadata.create_all(engine)
    with Session(engine, expire_on_commit=False) as session:
        yield Scene(session, build_district(session))
    engine.dispose()
