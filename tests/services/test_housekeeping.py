from datetime import UTC, datetime, timedelta

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from db import inbox
from db.inbox import Arrival
from db.models.delivery import Outbox, OutboxStatus
from db.models.intake import Inbox
from db.models.jobs import Job, JobStatus
from db.units import Units
from services.housekeeping import arrange, tidy
from services.work import Work

NOW = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=40)


def count(session: Session, table: type[Inbox] | type[Outbox] | type[Job]) -> int:
    return session.execute(select(func.count()).select_from(table)).scalar_one()


def letter(session: Session, status: OutboxStatus, at: datetime) -> None:
    session.execute(
        insert(Outbox).values(
            chat_id=7, lane=0, kind="Apology", payload={}, language="ru", status=status,
            attempts=0, next_at=at, created_at=at,
        )
    )  # fmt: skip


def test_what_is_over_is_forgotten_and_what_is_open_stays(units: Units) -> None:
    def lay_out(session: Session) -> None:
        inbox.store(session, [Arrival(1, 7, "{}", LONG_AGO), Arrival(2, 7, "{}", LONG_AGO)])
        inbox.finish(session, 1)
        letter(session, OutboxStatus.SENT, LONG_AGO)
        letter(session, OutboxStatus.SENT, NOW)
        letter(session, OutboxStatus.UNKNOWN, LONG_AGO)
        Work(session, LONG_AGO).later("old", {})
        session.execute(update(Job).values(status=JobStatus.DONE))
        Work(session, LONG_AGO).later("waiting", {})

    units.run_now(lay_out)
    units.run_now(lambda session: tidy(Work(session, NOW), {}))

    assert units.run_now(lambda s: count(s, Inbox)) == 1
    assert units.run_now(lambda s: count(s, Outbox)) == 2
    kinds = units.run_now(lambda s: s.scalars(select(Job.kind).order_by(Job.kind)).all())
    assert kinds == ["housekeeping.daily", "waiting"]


def test_every_start_arranges_one_tidying(units: Units) -> None:
    for _ in range(3):
        units.run_now(lambda session: arrange(Work(session, NOW)))

    assert units.run_now(lambda s: count(s, Job)) == 1
