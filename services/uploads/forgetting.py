"""What is due later: files go out of the store, undecided uploads are dropped."""

from __future__ import annotations

from sqlalchemy import select

from db.models.results import Upload
from services.jobs import Params, timed
from services.uploads.life import (
    KEPT_AFTER_LOADING,
    UploadForgotten,
    UploadStatus,
    end,
    tell_sender,
)
from services.work import Work


@timed("uploads.forget_file")
def forget_file(work: Work, params: Params) -> None:
    """Take a decided upload's file out of the store, unless another upload still needs it."""
    upload = work.session.get(Upload, params["upload_id"])
    if upload is None or work.files is None:
        return
    others = work.session.scalars(
        select(Upload).where(Upload.file_key == upload.file_key, Upload.id != upload.id)
    )
    if not any(_needs_file(work, other) for other in others):
        work.files.drop(upload.file_key)


def _needs_file(work: Work, upload: Upload) -> bool:
    if upload.status in (UploadStatus.READING, UploadStatus.PREVIEWED):
        return True
    decided = upload.decided_at
    recent = decided is not None and decided > work.now - KEPT_AFTER_LOADING
    return upload.status == UploadStatus.CONFIRMED and recent


@timed("uploads.expire")
def expire(work: Work, params: Params) -> None:
    """Nobody said what to do with a file for a day: it is dropped."""
    upload = work.session.get(Upload, params["upload_id"])
    if upload is None or upload.status not in (UploadStatus.READING, UploadStatus.PREVIEWED):
        return
    end(work, upload, UploadStatus.DROPPED, "undecided")
    tell_sender(work, upload, UploadForgotten(upload.id))
