"""The sender's word on a read file: load it, alone or with what waits beside it, or leave it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from db.models.results import Upload
from services.access import record
from services.errors import Forbidden, NotFound
from services.portions import Portions, rights
from services.previews import Preview, preview
from services.results import ParsedFile
from services.studies import Title, shares, store, title_of
from services.uploads.life import (
    FileJoined,
    UploadDecided,
    UploadStatus,
    anchor,
    end,
    own,
    read_of,
    tell_sender,
)
from services.work import Work


def look(work: Work, upload_id: int) -> Preview | None:
    """The preview of an own upload, as things stand now; None while it is being read."""
    upload = own(work, upload_id)
    if upload.status == UploadStatus.READING:
        return None
    parsed = read_of(upload)
    return preview_of(work, upload, parsed, shares(work, parsed, upload.person_id))


def confirm(work: Work, upload_id: int, *, without_bad_rows: bool = False) -> Preview:
    """Load a previewed file, and those of the same study that wait beside it.

    Raises UploadDecided when it was decided before, Forbidden when the role has gone meanwhile.
    """
    upload = own(work, upload_id)
    parsed = read_of(upload)
    if parsed.bad_rows and not without_bad_rows:
        raise NotFound
    shown = preview_of(work, upload, parsed, shares(work, parsed, upload.person_id))
    together = [upload, *_companions(work, upload, parsed)]
    studies: list[int] = []
    for one in together:
        studies += _load(work, one)
    for other in together[1:]:
        tell_sender(work, other, FileJoined(other.id))
    if not studies:
        raise Forbidden(action="upload_results")
    work.later(
        "summaries.reckon",
        {"upload_id": upload.id, "study_ids": sorted(set(studies))},
        key=f"upload:{upload.id}:reckon",
    )
    return shown


def drop(work: Work, upload_id: int) -> None:
    """Leave a file; nothing of it is kept. Dropping twice is dropping once."""
    upload = own(work, upload_id)
    if upload.status == UploadStatus.CONFIRMED:
        raise UploadDecided(status=upload.status)
    end(work, upload, UploadStatus.DROPPED)


def _load(work: Work, upload: Upload) -> tuple[int, ...]:
    parsed = read_of(upload).without_bad_rows()
    ids = store(work, parsed, upload.person_id, upload_id=upload.id, sent_at=upload.sent_at)
    upload.study_ids = list(ids)
    end(work, upload, UploadStatus.CONFIRMED)
    record(work, "upload_results", anchor(upload.id), studies=list(ids), kind=parsed.kind)
    return ids


def preview_of(
    work: Work, upload: Upload, parsed: ParsedFile, shared: Sequence[Portions]
) -> Preview:
    """The preview of a read file, with what waits beside it."""
    beside = [read_of(other) for other in _companions(work, upload, parsed)]
    return preview(work, upload.id, parsed, shared, beside, rights(work, upload.person_id))


def _companions(work: Work, upload: Upload, parsed: ParsedFile) -> list[Upload]:
    """Other files of the same sender and study that are whole and wait for a word."""
    titles = _titles(parsed)
    others = work.session.scalars(
        select(Upload)
        .where(
            Upload.person_id == upload.person_id,
            Upload.status == UploadStatus.PREVIEWED,
            Upload.id != upload.id,
        )
        .order_by(Upload.id)
    )
    read = [(other, read_of(other)) for other in others]
    return [one for one, held in read if not held.bad_rows and titles & _titles(held)]


def _titles(parsed: ParsedFile) -> set[Title]:
    return {title_of(exam) for exam in parsed.exams}
