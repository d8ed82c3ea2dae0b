"""What is due later: files go out of the store, undecided uploads are dropped."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import timedelta

from sqlalchemy import select

from db.models.results import Upload
from services.jobs import Params, timed
from services.keeping import claims, drop_unneeded
from services.uploads.life import (
    KEPT_AFTER_LOADING,
    OPEN,
    Channel,
    UploadForgotten,
    UploadStatus,
    end,
    tell_sender,
)
from services.work import Work

KEPT_FOR_ANSWERS = timedelta(hours=1)


def forget_raw(work: Work, upload: Upload) -> None:
    """A file that may name people has been read, well or not: it leaves the store at once.

    What was read is in the row, without names. The job is committed with it, so that neither a
    failing unit loses the file nor a crash keeps it. Only a table whose columns must be explained
    is read a second time: it waits for that an hour.
    """
    params = {"upload_id": upload.id}
    if _is_read_again(upload):
        due_at = work.now + KEPT_FOR_ANSWERS
        work.later("uploads.expire", params, due_at=due_at, key=f"upload:{upload.id}:expire")
        return
    work.later("uploads.forget_file", params, key=f"upload:{upload.id}:forget_raw")


@timed("uploads.forget_file")
def forget_file(work: Work, params: Params) -> None:
    """Take an upload's file out of the store, unless it is still needed."""
    upload = work.session.get(Upload, params["upload_id"])
    if upload is not None:
        drop_unneeded(work, {"key": upload.file_key})


@claims
def needed(work: Work, keys: Collection[str]) -> Iterator[str]:
    """The files of uploads that wait to be read or decided, or were loaded of late."""
    rows = work.session.scalars(select(Upload).where(Upload.file_key.in_(list(keys))))
    return (row.file_key for row in rows if _needs_file(work, row))


def _is_read_again(upload: Upload) -> bool:
    asked = (upload.parsed or {}).get("questions", ())
    return upload.status in OPEN and any(one["name"] == "column" for one in asked)


def _needs_file(work: Work, upload: Upload) -> bool:
    if upload.status == UploadStatus.READING:
        return True
    if upload.status == UploadStatus.PREVIEWED:
        return upload.channel == Channel.CHAT or _is_read_again(upload)
    decided = upload.decided_at
    recent = decided is not None and decided > work.now - KEPT_AFTER_LOADING
    return upload.channel == Channel.CHAT and upload.status == UploadStatus.CONFIRMED and recent


@timed("uploads.expire")
def expire(work: Work, params: Params) -> None:
    """Nobody said what to do with a file for a day: it is dropped."""
    upload = work.session.get(Upload, params["upload_id"])
    if upload is None or upload.status not in OPEN:
        return
    end(work, upload, UploadStatus.DROPPED, "undecided")
    tell_sender(work, upload, UploadForgotten(upload.id))
