"""An uploaded file's life: received → read → previewed → confirmed or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from db.models.results import Upload
from services.access import record
from services.errors import Forbidden, NotFound, ServiceError
from services.findings import warm
from services.jobs import JobKind, Params, Place, register, timed
from services.notices import Notice, ToPerson
from services.portions import Portions, rights
from services.previews import Preview, preview
from services.results import FileRefused, ParsedFile, from_json, parse, to_json
from services.studies import Title, missing, shares, store, stored_already, title_of
from services.work import Work

AT_ONCE = 3
PER_HOUR = 20
KEPT_AFTER_DECISION = timedelta(hours=24)
UNDECIDED_AT_MOST = timedelta(hours=24)


class UploadStatus(StrEnum):
    """Where an upload stands."""

    READING = "reading"
    PREVIEWED = "previewed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    DROPPED = "dropped"


class NotYoursToUpload(ServiceError):
    """The sender holds no role that loads results."""


class TooManyFiles(ServiceError):
    """`count` files of this sender are being read already."""


class TooManyFilesThisHour(ServiceError):
    """The sender has had `count` files read within an hour."""


class UploadDecided(ServiceError):
    """The upload was confirmed or dropped before; `status` says which."""


@dataclass(frozen=True)
class FilePreviewed(Notice):
    """A file was read: here is what it holds."""

    preview: Preview


@dataclass(frozen=True)
class FileTurnedDown(Notice):
    """A file was not taken, and why; `code` names the sentence."""

    upload_id: int
    code: str
    cell: str | None
    params: dict[str, Any]


@dataclass(frozen=True)
class FileKnown(Notice):
    """All that is in this file was loaded before."""

    title: Title
    study_id: int


@dataclass(frozen=True)
class FileTakenAway(Notice):
    """The message with a file that names people is to go from the chat."""

    message_id: int


@dataclass(frozen=True)
class UploadForgotten(Notice):
    """Nobody decided in time; nothing was kept."""

    upload_id: int


def anchor(upload_id: int) -> str:
    """What the message about an upload stands for."""
    return f"upload:{upload_id}"


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


def receive(work: Work, *, file_key: str, name: str, message_id: int | None) -> int:
    """Take a file that lies in the store; the id of its upload. The same one twice is one."""
    person_id = admit(work)
    open_already = _open_one(work, person_id, file_key)
    if open_already is not None:
        return open_already.id
    upload = Upload(
        person_id=person_id,
        scope_id=rights(work, person_id)[0].scope_id,
        file_key=file_key,
        name=name,
        message_id=message_id,
        status=UploadStatus.READING,
        sent_at=work.now,
    )
    work.session.add(upload)
    work.session.flush()
    # While the file is read and looked at, the analysis process gets ready.
    work.later("analysis.warm", {}, key="analysis.warm")
    work.later("results.parse", {"upload_id": upload.id}, key=f"upload:{upload.id}:parse")
    work.later(
        "uploads.expire",
        {"upload_id": upload.id},
        due_at=work.now + UNDECIDED_AT_MOST,
        key=f"upload:{upload.id}:expire",
    )
    return upload.id


def look(work: Work, upload_id: int) -> Preview | None:
    """The preview of an own upload, as things stand now; None while it is being read."""
    upload = _own(work, upload_id)
    if upload.status == UploadStatus.READING:
        return None
    parsed = _parsed(upload)
    return _preview(work, upload, parsed, shares(work, parsed, upload.person_id))


def confirm(work: Work, upload_id: int, *, without_bad_rows: bool = False) -> Preview:
    """Load a previewed file, and those of the same study that wait beside it.

    Raises UploadDecided when it was decided before, Forbidden when the role has gone meanwhile.
    """
    upload = _own(work, upload_id)
    parsed = _parsed(upload)
    if parsed.bad_rows and not without_bad_rows:
        raise NotFound
    shown = _preview(work, upload, parsed, shares(work, parsed, upload.person_id))
    together = [upload, *_companions(work, upload, parsed)]
    studies: list[int] = []
    for one in together:
        studies += _load(work, one)
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
    upload = _own(work, upload_id)
    if upload.status == UploadStatus.CONFIRMED:
        raise UploadDecided(status=upload.status)
    _end(work, upload, UploadStatus.DROPPED)


def _load(work: Work, upload: Upload) -> tuple[int, ...]:
    parsed = _parsed(upload).without_bad_rows()
    ids = store(work, parsed, upload.person_id, upload_id=upload.id, sent_at=upload.sent_at)
    upload.study_ids = list(ids)
    _end(work, upload, UploadStatus.CONFIRMED)
    record(work, "upload_results", anchor(upload.id), studies=list(ids), kind=parsed.kind)
    return ids


def _end(work: Work, upload: Upload, status: UploadStatus, reason: str | None = None) -> None:
    """Decide an upload: what was read goes from the row now, the file at once or a day later."""
    upload.status, upload.reason, upload.decided_at = status, reason, work.now
    upload.parsed = None
    kept = KEPT_AFTER_DECISION if status is UploadStatus.CONFIRMED else timedelta()
    work.never_mind(f"upload:{upload.id}:expire")
    work.later(
        "uploads.forget_file",
        {"upload_id": upload.id},
        due_at=work.now + kept,
        key=f"upload:{upload.id}:forget",
    )
    work.session.flush()


def _own(work: Work, upload_id: int) -> Upload:
    upload = work.session.get(Upload, upload_id)
    if upload is None or upload.person_id != work.actor.person_id:
        raise NotFound
    return upload


def _parsed(upload: Upload) -> ParsedFile:
    if upload.status != UploadStatus.PREVIEWED or upload.parsed is None:
        raise UploadDecided(status=upload.status)
    return from_json(upload.parsed)


def _preview(work: Work, upload: Upload, parsed: ParsedFile, shared: Sequence[Portions]) -> Preview:
    beside = [_parsed(other) for other in _companions(work, upload, parsed)]
    return preview(work, upload.id, parsed, shared, beside)


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
    read = [(other, _parsed(other)) for other in others]
    return [one for one, held in read if not held.bad_rows and titles & _titles(held)]


def _titles(parsed: ParsedFile) -> set[Title]:
    return {title_of(exam) for exam in parsed.exams}


def _open_one(work: Work, person_id: int, file_key: str) -> Upload | None:
    return work.session.scalars(
        select(Upload).where(
            Upload.person_id == person_id,
            Upload.file_key == file_key,
            Upload.status.in_((UploadStatus.READING, UploadStatus.PREVIEWED)),
        )
    ).first()


def _count(work: Work, person_id: int, condition: Any) -> int:
    return work.session.execute(
        select(func.count()).select_from(Upload).where(Upload.person_id == person_id, condition)
    ).scalar_one()


def _to_read(work: Work, params: Params) -> tuple[Path, str] | None:
    upload = work.session.get(Upload, params["upload_id"])
    if upload is None or upload.status != UploadStatus.READING:
        return None
    return work.stored(upload.file_key), upload.name


def _read(found: tuple[Path, str] | None) -> ParsedFile | FileRefused | None:
    if found is None:
        return None
    path, name = found
    try:
        return parse(path, name=name)
    except FileRefused as refused:
        return refused
    except FileNotFoundError:
        return FileRefused("lost")


def _was_read(work: Work, params: Params, result: ParsedFile | FileRefused | None) -> None:
    upload = work.session.get(Upload, params["upload_id"])
    if upload is None or upload.status != UploadStatus.READING or result is None:
        return
    if isinstance(result, FileRefused):
        personal = bool(result.params.get("personal"))
        _turn_down(work, upload, result, personal=personal)
        return
    refusal = _refusal(result)
    if refusal is not None:
        _turn_down(work, upload, refusal, personal=result.personal)
        return
    _show(work, upload, result)


def _refusal(parsed: ParsedFile) -> FileRefused | None:
    """Why a file that was read well is not loaded all the same."""
    if parsed.personal:
        code = parsed.kind if parsed.kind in ("staff", "gia_protocol") else "personal"
        return FileRefused(code, params={"people": parsed.people or parsed.rows_read})
    lacking = sorted({name for exam in parsed.exams for name in missing(exam)})
    if lacking or not parsed.exams:
        return FileRefused("incomplete", params={"missing": lacking, "kind": parsed.kind})
    return None


def _show(work: Work, upload: Upload, parsed: ParsedFile) -> None:
    shared = shares(work, parsed, upload.person_id)
    taken = [portion for share in shared for portion in share.taken]
    if not taken:
        names = [name for share in shared for name in share.foreign]
        params = {"schools": len(set(names)), "first": names[0] if names else ""}
        _turn_down(work, upload, FileRefused("foreign", params=params), personal=False)
        return
    known = [stored_already(work, portion, parsed.sha256) for portion in taken]
    if all(known) and known[0] is not None:
        _end(work, upload, UploadStatus.DROPPED, "known")
        _tell(work, upload, FileKnown(title_of(taken[0].exam), known[0]))
        return
    upload.status = UploadStatus.PREVIEWED
    upload.parsed = to_json(parsed)
    work.session.flush()
    _tell(work, upload, FilePreviewed(_preview(work, upload, parsed, shared)))


def _turn_down(work: Work, upload: Upload, refused: FileRefused, *, personal: bool) -> None:
    upload.name = ""
    _end(work, upload, UploadStatus.REFUSED, refused.code)
    _tell(work, upload, FileTurnedDown(upload.id, refused.code, refused.cell, refused.params))
    if personal and upload.message_id is not None:
        work.tell(ToPerson(upload.person_id), FileTakenAway(upload.message_id))


def _tell(work: Work, upload: Upload, notice: Notice) -> None:
    work.tell(ToPerson(upload.person_id), notice, anchor=anchor(upload.id))


def _not_read(work: Work, params: Params, _error: str) -> None:
    upload = work.session.get(Upload, params["upload_id"])
    if upload is not None and upload.status == UploadStatus.READING:
        _turn_down(work, upload, FileRefused("failed"), personal=False)


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
    recent = decided is not None and decided > work.now - KEPT_AFTER_DECISION
    return upload.status == UploadStatus.CONFIRMED and recent


@timed("uploads.expire")
def expire(work: Work, params: Params) -> None:
    """Nobody said what to do with a file for a day: it is dropped."""
    upload = work.session.get(Upload, params["upload_id"])
    if upload is None or upload.status not in (UploadStatus.READING, UploadStatus.PREVIEWED):
        return
    _end(work, upload, UploadStatus.DROPPED, "undecided")
    _tell(work, upload, UploadForgotten(upload.id))


register(
    JobKind(
        "results.parse",
        prepare=_to_read,
        run=_read,
        apply=_was_read,
        place=Place.THREAD,
        give_up=_not_read,
        max_attempts=2,
    )
)
register(
    JobKind(
        "analysis.warm",
        apply=lambda _work, _params, _result: None,
        run=warm,
        place=Place.ANALYSIS,
        max_attempts=1,
    )
)
