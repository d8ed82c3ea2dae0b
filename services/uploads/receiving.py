"""A file comes: who may send one, how many, and what is started for it."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select

from db.models.results import Upload
from services.portions import rights
from services.uploads.life import (
    OPEN,
    Channel,
    NotYoursToUpload,
    Purpose,
    TooManyFiles,
    TooManyFilesThisHour,
    UploadStatus,
)
from services.work import Work

AT_ONCE = 3
PER_HOUR = 20
UNDECIDED_AT_MOST = timedelta(hours=24)


def may_upload(work: Work) -> bool:
    """Whether the actor loads results anywhere."""
    return work.actor.person_id is not None and bool(rights(work, work.actor.person_id))


def admit(work: Work) -> int:
    """Let the actor send one more file; the person's id. Raises a refusal."""
    person_id = work.actor.person_id
    if person_id is None or not may_upload(work):
        raise NotYoursToUpload
    if _count(work, person_id, Upload.status == UploadStatus.READING) >= AT_ONCE:
        raise TooManyFiles(count=AT_ONCE)
    if _count(work, person_id, Upload.sent_at > work.now - timedelta(hours=1)) >= PER_HOUR:
        raise TooManyFilesThisHour(count=PER_HOUR)
    return person_id


def receive(
    work: Work,
    *,
    file_key: str,
    name: str,
    message_id: int | None,
    purpose: Purpose = Purpose.RESULTS,
    channel: Channel = Channel.CHAT,
) -> tuple[int, bool]:
    """Take a file that lies in the store: the id of its upload, and whether it is a new one.

    The same file sent again, while the first waits, is the first.
    """
    person_id = admit(work)
    open_already = _open_one(work, person_id, file_key)
    if open_already is not None:
        return open_already.id, False
    upload = _open(
        work,
        Upload(
            person_id=person_id,
            file_key=file_key,
            name=name,
            message_id=message_id,
            purpose=purpose,
            channel=channel,
        ),
    )
    work.later("results.parse", {"upload_id": upload.id}, key=f"upload:{upload.id}:parse")
    return upload.id, True


def receive_at_console(work: Work, *, purpose: Purpose) -> int:
    """Note a file that is read where it lies: it is never in our store. The upload's id."""
    upload = Upload(
        person_id=admit(work),
        # A key of no file: all that is done with keys finds nothing.
        file_key=f"cli{secrets.token_hex(16)}",
        name="",
        purpose=purpose,
        channel=Channel.CLI,
    )
    return _open(work, upload).id


def _open(work: Work, upload: Upload) -> Upload:
    upload.scope_id = rights(work, upload.person_id)[0].scope_id
    upload.status, upload.sent_at = UploadStatus.READING, work.now
    work.session.add(upload)
    work.session.flush()
    work.later(
        "uploads.expire",
        {"upload_id": upload.id},
        due_at=work.now + UNDECIDED_AT_MOST,
        key=f"upload:{upload.id}:expire",
    )
    return upload


def _open_one(work: Work, person_id: int, file_key: str) -> Upload | None:
    return work.session.scalars(
        select(Upload).where(
            Upload.person_id == person_id,
            Upload.file_key == file_key,
            Upload.status.in_(OPEN),
        )
    ).first()


def _count(work: Work, person_id: int, condition: Any) -> int:
    return work.session.execute(
        select(func.count()).select_from(Upload).where(Upload.person_id == person_id, condition)
    ).scalar_one()
