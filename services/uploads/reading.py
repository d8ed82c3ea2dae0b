"""The job that reads a file in a process of its own, and what is told of it."""

from __future__ import annotations

from pathlib import Path

from db.models.results import Upload
from services.findings import warm
from services.jobs import JobKind, Params, Place, register
from services.notices import ToPerson
from services.portions import rights
from services.previews import only_own
from services.results import FileRefused, ParsedFile, parse, to_json
from services.studies import missing, shares, stored_already, title_of
from services.uploads.deciding import preview_of
from services.uploads.life import (
    FileKnown,
    FilePreviewed,
    FileTakenAway,
    FileTurnedDown,
    UploadStatus,
    end,
    tell_sender,
)
from services.work import Work


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
        params = {
            "schools": len(set(names)),
            "first": names[0] if names else "",
            "own": only_own(rights(work, upload.person_id)),
        }
        _turn_down(work, upload, FileRefused("foreign", params=params), personal=False)
        return
    known = [stored_already(work, portion, parsed.sha256) for portion in taken]
    if all(known) and known[0] is not None:
        end(work, upload, UploadStatus.DROPPED, "known")
        tell_sender(work, upload, FileKnown(title_of(taken[0].exam), known[0]))
        return
    upload.status = UploadStatus.PREVIEWED
    upload.parsed = to_json(parsed)
    work.session.flush()
    # While the person looks at the preview, the analysis process gets ready.
    work.later("analysis.warm", {}, key="analysis.warm")
    tell_sender(work, upload, FilePreviewed(preview_of(work, upload, parsed, shared)))


def _turn_down(work: Work, upload: Upload, refused: FileRefused, *, personal: bool) -> None:
    end(work, upload, UploadStatus.REFUSED, refused.code)
    tell_sender(work, upload, FileTurnedDown(upload.id, refused.code, refused.cell, refused.params))
    if personal and upload.message_id is not None:
        work.tell(ToPerson(upload.person_id), FileTakenAway(upload.message_id))


def _not_read(work: Work, params: Params, _error: str) -> None:
    upload = work.session.get(Upload, params["upload_id"])
    if upload is not None and upload.status == UploadStatus.READING:
        _turn_down(work, upload, FileRefused("failed"), personal=False)


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
