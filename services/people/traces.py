"""The traces a person leaves in the tables: each can be shown to them, each can be wiped."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.base import Base
from db.models.access import AccessRequest, WrongCode
from db.models.assistance import Difficulty, DifficultyEntry, Feedback, FeedbackRefusal
from db.models.delivery import Outbox, OutboxStatus
from db.models.dialogs import Dialog
from db.models.expected_studies import ExpectedStudy
from db.models.intake import Inbox, InboxStatus
from db.models.jobs import Job
from db.models.results import FindingVote, SummaryReader, Upload
from db.models.teaching import TeachingLoad
from db.models.upload_links import UploadLink

Rows = list[dict[str, Any]]
DIALOG_KEY = "dialog"
"""How the names of plans about somebody's drafts begin."""


def difficulties(session: Session, person_id: int) -> Rows:
    """What the person has reported, with what was said and how it was rated."""
    reported = session.scalars(
        select(Difficulty).where(Difficulty.reporter_id == person_id).order_by(Difficulty.id)
    ).all()
    return [
        {
            **_fields(
                row,
                Difficulty.id,
                Difficulty.subject,
                Difficulty.class_label,
                Difficulty.title,
                Difficulty.text,
                Difficulty.anonymous,
                Difficulty.status,
                Difficulty.reported_at,
                Difficulty.closed_at,
            ),
            "files": len(row.attachments),
            "entries": _entries(session, row.id),
            "feedback": _feedback(session, row.id),
        }
        for row in reported
    ]


def answers_given(session: Session, person_id: int) -> Rows:
    """What the person has written into the cases of others."""
    rows = session.scalars(
        select(DifficultyEntry)
        .join(Difficulty, Difficulty.id == DifficultyEntry.difficulty_id)
        .where(
            DifficultyEntry.author_id == person_id,
            Difficulty.reporter_id.is_distinct_from(person_id),
        )
        .order_by(DifficultyEntry.id)
    )
    return [
        _fields(
            row,
            DifficultyEntry.difficulty_id,
            DifficultyEntry.kind,
            DifficultyEntry.text,
            DifficultyEntry.at,
        )
        for row in rows
    ]


def votes(session: Session, account: int) -> Rows:
    """How the person has voted on findings."""
    rows = session.scalars(
        select(FindingVote).where(FindingVote.account == account).order_by(FindingVote.id)
    )
    return [
        _fields(
            row, FindingVote.summary_id, FindingVote.finding, FindingVote.choice, FindingVote.at
        )
        for row in rows
    ]


def uploads(session: Session, person_id: int) -> Rows:
    """Which result files the person has sent."""
    rows = session.scalars(select(Upload).where(Upload.person_id == person_id).order_by(Upload.id))
    return [
        _fields(row, Upload.name, Upload.purpose, Upload.channel, Upload.status, Upload.sent_at)
        for row in rows
    ]


def figures_opened(session: Session, person_id: int) -> Rows:
    """Whose summaries the person has opened in private, to be told when their figures change."""
    rows = session.scalars(
        select(SummaryReader).where(SummaryReader.person_id == person_id).order_by(SummaryReader.id)
    )
    return [_fields(row, SummaryReader.summary_id, SummaryReader.at) for row in rows]


def upload_links(session: Session, person_id: int) -> Rows:
    """Which links to the upload page the person was given of late."""
    rows = session.scalars(
        select(UploadLink).where(UploadLink.person_id == person_id).order_by(UploadLink.id)
    )
    return [
        _fields(row, UploadLink.purpose, UploadLink.created_at, UploadLink.used_at) for row in rows
    ]


def teaching_loads(session: Session, person_id: int) -> Rows:
    """Which classes the person said they teach, and what the school answered."""
    rows = session.scalars(
        select(TeachingLoad).where(TeachingLoad.person_id == person_id).order_by(TeachingLoad.id)
    )
    return [
        _fields(
            row,
            TeachingLoad.subject,
            TeachingLoad.class_label,
            TeachingLoad.school_year,
            TeachingLoad.said_at,
            TeachingLoad.confirmed_at,
            TeachingLoad.refused_at,
        )
        for row in rows
    ]


def loads_confirmed(session: Session, person_id: int) -> Rows:
    """Which classes of colleagues the person has confirmed; not whose."""
    rows = session.scalars(
        select(TeachingLoad).where(TeachingLoad.confirmed_by == person_id).order_by(TeachingLoad.id)
    )
    return [
        _fields(row, TeachingLoad.subject, TeachingLoad.class_label, TeachingLoad.confirmed_at)
        for row in rows
    ]


def studies_planned(session: Session, person_id: int) -> Rows:
    """Which studies the person has put into the calendar."""
    rows = session.scalars(
        select(ExpectedStudy).where(ExpectedStudy.person_id == person_id).order_by(ExpectedStudy.id)
    )
    return [
        _fields(
            row,
            ExpectedStudy.exam,
            ExpectedStudy.occasion,
            ExpectedStudy.subject,
            ExpectedStudy.grade,
            ExpectedStudy.due_on,
            ExpectedStudy.created_at,
        )
        for row in rows
    ]


def drafts(session: Session, account: int) -> Rows:
    """Forms the person has begun."""
    rows = session.scalars(select(Dialog).where(Dialog.chat_id == account))
    return [{"form": row.form, "answers": row.state, "updated_at": row.updated_at} for row in rows]


def wipe(session: Session, person_id: int, account: int) -> dict[str, int]:
    """Part everything from the person; how many drafts and reported difficulties that touched."""
    drafts_gone = session.scalars(
        delete(Dialog).where(Dialog.chat_id == account).returning(Dialog.form)
    ).all()
    parted = session.scalars(
        update(Difficulty)
        .where(Difficulty.reporter_id == person_id)
        .values(reporter_id=None, caller=None, attachments=[])
        .returning(Difficulty.id)
        .execution_options(synchronize_session=False)
    ).all()
    _wipe_entries(session, person_id)
    _wipe_votes(session, account)
    session.execute(delete(SummaryReader).where(SummaryReader.person_id == person_id))
    _wipe_loads(session, person_id)
    _wipe_planner(session, person_id)
    _wipe_ways_in(session, person_id, account)
    _wipe_plans(session, person_id, account)
    _wipe_mail(session, account)
    return {"drafts": len(drafts_gone), "difficulties": len(parted)}


def _wipe_entries(session: Session, person_id: int) -> None:
    # Words stay, since others were helped by them; a voice or a photo is the person.
    session.execute(
        update(DifficultyEntry)
        .where(DifficultyEntry.author_id == person_id)
        .values(author_id=None, attachments=[])
        .execution_options(synchronize_session=False)
    )
    session.execute(
        update(Difficulty)
        .where(Difficulty.assignee_id == person_id, Difficulty.status == "taken")
        .values(assignee_id=None, status="new")
        .execution_options(synchronize_session=False)
    )


def _wipe_votes(session: Session, account: int) -> None:
    # The vote counts on; a negative id of its own is nobody's account.
    session.execute(
        update(FindingVote)
        .where(FindingVote.account == account)
        .values(account=-FindingVote.id, name="")
        .execution_options(synchronize_session=False)
    )


def _wipe_loads(session: Session, person_id: int) -> None:
    # A colleague's class stays confirmed; only who confirmed it is forgotten.
    session.execute(delete(TeachingLoad).where(TeachingLoad.person_id == person_id))
    session.execute(
        update(TeachingLoad)
        .where(TeachingLoad.confirmed_by == person_id)
        .values(confirmed_by=None)
        .execution_options(synchronize_session=False)
    )


def _wipe_planner(session: Session, person_id: int) -> None:
    # Schools still have to send; only who asked for it is forgotten.
    session.execute(
        update(ExpectedStudy)
        .where(ExpectedStudy.person_id == person_id)
        .values(person_id=None)
        .execution_options(synchronize_session=False)
    )


def _wipe_ways_in(session: Session, person_id: int, account: int) -> None:
    session.execute(delete(AccessRequest).where(AccessRequest.account == account))
    session.execute(delete(WrongCode).where(WrongCode.account == account))
    # The page behind them is closed with it, also to a file that is on its way.
    session.execute(delete(UploadLink).where(UploadLink.person_id == person_id))


def _wipe_plans(session: Session, person_id: int, account: int) -> None:
    # What was planned for an account has its number in the name and in the parameters.
    session.execute(delete(Job).where(Job.dedupe_key.startswith(f"{DIALOG_KEY}:{account}:")))
    session.execute(delete(FeedbackRefusal).where(FeedbackRefusal.person_id == person_id))


def _wipe_mail(session: Session, account: int) -> None:
    settled = (OutboxStatus.SENT, OutboxStatus.FAILED, OutboxStatus.UNKNOWN, OutboxStatus.EXPIRED)
    session.execute(
        update(Outbox)
        .where(Outbox.chat_id == account, Outbox.status.in_(settled))
        .values(payload={})
        .execution_options(synchronize_session=False)
    )
    session.execute(
        update(Outbox)
        .where(Outbox.chat_id == account, Outbox.status == OutboxStatus.PENDING)
        .values(payload={}, status=OutboxStatus.EXPIRED)
        .execution_options(synchronize_session=False)
    )
    session.execute(
        update(Inbox)
        .where(Inbox.lane == account, Inbox.status != InboxStatus.WAITING)
        .values(payload=None)
        .execution_options(synchronize_session=False)
    )


def _entries(session: Session, difficulty_id: int) -> Rows:
    rows = session.scalars(
        select(DifficultyEntry)
        .where(DifficultyEntry.difficulty_id == difficulty_id)
        .order_by(DifficultyEntry.id)
    )
    return [
        _fields(row, DifficultyEntry.kind, DifficultyEntry.text, DifficultyEntry.at) for row in rows
    ]


def _feedback(session: Session, difficulty_id: int) -> Rows:
    rows = session.scalars(
        select(Feedback).where(Feedback.difficulty_id == difficulty_id).order_by(Feedback.id)
    )
    return [
        _fields(row, Feedback.stage, Feedback.score, Feedback.outcome, Feedback.reason, Feedback.at)
        for row in rows
    ]


def _fields(row: Base, *columns: InstrumentedAttribute[Any]) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in columns}
