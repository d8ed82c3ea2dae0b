"""The job that reads a file in a process of its own, and what is told of it."""

from __future__ import annotations

from pathlib import Path

from db.models.results import Upload
from services.findings import warm
from services.jobs import JobKind, Params, Place, register
from services.notices import ToPerson
from services.results import FileRefused, ParsedFile, parse, to_json
from services.staff import StaffPreviewed, staff_preview
from services.uploads.asking import for_parser
from services.uploads.deciding import foreign, take
from services.uploads.forgetting import forget_raw
from services.uploads.life import (
    Channel,
    FileMisplaced,
    FileTakenAway,
    FileTurnedDown,
    PageFileTurnedDown,
    Purpose,
    UploadStatus,
    end,
    tell_sender,
)
from services.work import Work

STAFF = "staff"
"""What the parser calls a list of people."""


def was_read(work: Work, upload: Upload, result: ParsedFile | FileRefused) -> None:
    """Show what a file holds, or say why it is not taken; one that may name people goes now."""
    if isinstance(result, FileRefused):
        _turn_down(work, upload, result, personal=bool(result.params.get("personal")))
    elif upload.channel == Channel.CHAT and result.personal:
        _turn_down(work, upload, _of_people(result), personal=True)
    elif (result.kind == STAFF) is not (upload.purpose == Purpose.STAFF):
        _misplaced(work, upload, result)
    elif result.kind == STAFF:
        _show_staff(work, upload, result)
    else:
        _show(work, upload, result)
    if upload.channel != Channel.CHAT:
        forget_raw(work, upload)


def _to_read(work: Work, params: Params) -> tuple[Path, str, dict[str, str]] | None:
    upload = work.session.get(Upload, params["upload_id"])
    if upload is None or upload.status != UploadStatus.READING:
        return None
    return work.stored(upload.file_key), upload.name, for_parser(upload)


def _read(found: tuple[Path, str, dict[str, str]] | None) -> ParsedFile | FileRefused | None:
    if found is None:
        return None
    path, name, answers = found
    try:
        return parse(path, name=name, answers=answers)
    except FileRefused as refused:
        return refused
    except FileNotFoundError:
        return FileRefused("lost")


def _was_read(work: Work, params: Params, result: ParsedFile | FileRefused | None) -> None:
    upload = work.session.get(Upload, params["upload_id"])
    if upload is not None and upload.status == UploadStatus.READING and result is not None:
        was_read(work, upload, result)


def _of_people(parsed: ParsedFile) -> FileRefused:
    code = parsed.kind if parsed.kind in ("staff", "gia_protocol") else "personal"
    return FileRefused(code, params={"people": parsed.people or parsed.rows_read})


def _misplaced(work: Work, upload: Upload, parsed: ParsedFile) -> None:
    end(work, upload, UploadStatus.REFUSED, "misplaced")
    awaited, people = Purpose(upload.purpose), parsed.people or len(parsed.staff)
    tell_sender(work, upload, FileMisplaced(upload.id, awaited, parsed.kind, people))


def _show_staff(work: Work, upload: Upload, parsed: ParsedFile) -> None:
    preview = staff_preview(work, upload.id, parsed, upload.person_id)
    if not preview.schools:
        _turn_down(work, upload, foreign(work, upload, preview.foreign), personal=False)
        return
    _keep(work, upload, parsed)
    tell_sender(work, upload, StaffPreviewed(preview))


def _show(work: Work, upload: Upload, parsed: ParsedFile) -> None:
    try:
        tell_sender(work, upload, take(work, upload, parsed))
    except FileRefused as refused:
        _turn_down(work, upload, refused, personal=False)


def _keep(work: Work, upload: Upload, parsed: ParsedFile) -> None:
    upload.status = UploadStatus.PREVIEWED
    upload.parsed = to_json(parsed)
    work.session.flush()


def _turn_down(work: Work, upload: Upload, refused: FileRefused, *, personal: bool) -> None:
    end(work, upload, UploadStatus.REFUSED, refused.code)
    told = (upload.id, refused.code, refused.cell, refused.params)
    if upload.channel == Channel.CHAT:
        tell_sender(work, upload, FileTurnedDown(*told))
    else:
        tell_sender(work, upload, PageFileTurnedDown(*told, Purpose(upload.purpose)))
    if personal and upload.message_id is not None:
        work.tell(ToPerson(upload.person_id), FileTakenAway(upload.message_id))


def _not_read(work: Work, params: Params, _error: str) -> None:
    upload = work.session.get(Upload, params["upload_id"])
    if upload is not None and upload.status == UploadStatus.READING:
        was_read(work, upload, FileRefused("failed"))


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
