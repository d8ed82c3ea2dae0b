"""A scene for the services of results: a district in a database, and works done by its people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.groups import GroupChat
from db.models.jobs import Job
from services import summaries, uploads
from services.access import Role
from services.files import FileStore
from services.findings import reckon
from services.jobs import KINDS
from services.notices import Notice
from services.people.reach import actor_of
from services.work import Actor, Work
from tests.cast import District, build_district, register
from tests.services.results.files import read_here

NOW = datetime(2026, 10, 8, 9, tzinfo=UTC)
ANNA, OLGA, MARINA, PAVEL, GALINA = 501, 502, 503, 504, 505


@dataclass
class Scene:
    """The session, its district and people; `told` are all notices so far."""

    session: Session
    files: FileStore
    district: District
    now: datetime = NOW
    told: list[Notice] = field(default_factory=list)

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)

    @contextmanager
    def work(self, account: int | None = None) -> Iterator[Work]:
        actor = (
            Actor() if account is None else actor_of(self.session, account, name="", language="ru")
        )
        one = Work(self.session, self.now, actor, files=self.files)
        yield one
        self.session.flush()
        self.told += [post.notice for post in one.posts]

    def sends(self, account: int, path: Path) -> int:
        """Send a file and have it read, in this process."""
        key = self.files.put(path.read_bytes())
        with self.work(account) as work:
            upload_id, _new = uploads.receive(work, file_key=key, name="a.xlsx", message_id=7)
        self.does("results.parse", {"upload_id": upload_id}, lambda _found: read_here(path))
        return upload_id

    def confirms(self, account: int, upload_id: int) -> None:
        """Confirm with all it replaces, then reckon and draw, in this process."""
        with self.work(account) as work:
            found = uploads.to_replace(work, upload_id)
            instead_of = None if found is None else found.instead_of
            uploads.confirm(work, upload_id, instead_of=instead_of)
        self.does("summaries.reckon", _job(self.session, f"upload:{upload_id}:reckon"), reckon)
        drawing = select(Job.params).where(Job.kind == "summaries.picture", Job.status == 0)
        for params in self.session.scalars(drawing.order_by(Job.id)).all():
            with self.work() as work:
                summaries.pictured(work, params, b"PNG")

    def does(self, kind: str, params: dict[str, Any], run: Callable[[Any], Any]) -> None:
        job = KINDS[kind]
        with self.work() as work:
            prepared = job.prepare(work, params) if job.prepare else params
            job.apply(work, params, run(prepared))

    def heard(self, kind: type[Notice]) -> list[Any]:
        return [notice for notice in self.told if isinstance(notice, kind)]

    def links(self, association_id: int, chat_id: int = -100500) -> None:
        self.session.add(
            GroupChat(
                chat_id=chat_id,
                title="Математики",
                status="linked",
                scope_id=association_id,
                added_at=self.now,
            )
        )
        self.session.flush()


def build(session: Session, folder: Path) -> Scene:
    district = build_district(session)
    for account, role, place in (
        (ANNA, Role.ADMINISTRATOR, district.school),
        (OLGA, Role.METHODOLOGIST, district.municipality),
        (MARINA, Role.TEACHER, district.school),
        (PAVEL, Role.TEACHER, district.small_school),
        (GALINA, Role.ASSOCIATION_HEAD, district.math),
    ):
        register(session, account, f"account {account}", role, place, NOW)
    return Scene(session, FileStore(folder / "files"), district)


def _job(session: Session, key: str) -> dict[str, Any]:
    return session.scalars(select(Job.params).where(Job.dedupe_key == key)).one()
