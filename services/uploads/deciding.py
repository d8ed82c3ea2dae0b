"""The sender's word on a read file: load it, alone or with what waits beside it, or leave it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from db.models.results import Upload
from services.access import record
from services.errors import Forbidden, NotFound
from services.notices import Notice
from services.portions import Portions, rights
from services.previews import Preview, only_own, preview
from services.results import FileRefused, ParsedFile, to_json
from services.studies import Title, shares, store, stored_already, title_of
from services.uploads.asking import (
    FileAsks,
    asked,
    forget_useless,
    may_go_back,
    said,
    school_of,
)
from services.uploads.life import (
    FileJoined,
    FileKnown,
    FilePreviewed,
    UploadDecided,
    UploadStatus,
    anchor,
    end,
    own,
    tell_sender,
)
from services.uploads.replacing import Replacement, WouldReplace, replacement
from services.work import Work

Content = tuple[ParsedFile, Sequence[Portions]]


def take(work: Work, upload: Upload, parsed: ParsedFile) -> Notice:
    """Keep what was read until its sender says what to do; what the sender is shown.

    Raises FileRefused where nothing in the file is the sender's to load.
    """
    if not parsed.exams and not parsed.questions:
        raise FileRefused("unknown_kind")
    forget_useless(upload, parsed)
    upload.status, upload.parsed = UploadStatus.PREVIEWED, to_json(parsed)
    work.session.flush()
    shared = _content(work, upload)[1]
    names = [name for share in shared for name in share.foreign]
    if not any(share.taken for share in shared) and (names or asked(work, upload) is None):
        raise foreign(work, upload, names)
    # While the person looks at the preview, the analysis process gets ready.
    work.later("analysis.warm", {}, key="analysis.warm")
    return stands(work, upload)


def foreign(work: Work, upload: Upload, names: Sequence[str]) -> FileRefused:
    """Why a file is refused that tells of schools, by name, which are not its sender's."""
    told = {
        "schools": len(set(names)),
        "first": names[0] if names else "",
        "own": only_own(rights(work, upload.person_id)),
    }
    return FileRefused("foreign", params=told)


def look(work: Work, upload_id: int) -> Notice | None:
    """How an own upload stands now; None while it is being read, raises UploadDecided."""
    upload = own(work, upload_id)
    return None if upload.status == UploadStatus.READING else stands(work, upload)


def stands(work: Work, upload: Upload) -> Notice:
    """A question, the preview, or that all of it was loaded before (which ends the upload)."""
    question = asked(work, upload)
    if question is not None:
        return FileAsks(question)
    parsed, shared = _content(work, upload)
    taken = [portion for share in shared for portion in share.taken]
    known = [stored_already(work, portion, parsed.sha256) for portion in taken]
    if known and all(known) and known[0] is not None:
        end(work, upload, UploadStatus.DROPPED, "known")
        return FileKnown(title_of(taken[0].exam), known[0])
    return FilePreviewed(_preview(work, upload, parsed, shared))


def to_replace(work: Work, upload_id: int, *, without_bad_rows: bool = False) -> Replacement | None:
    """What loading this file would replace, with what waits beside it; None when nothing."""
    upload = own(work, upload_id)
    if asked(work, upload) is not None:
        return None
    together = [upload, *_companions(work, upload, said(work, upload))]
    contents = [_content(work, one) for one in together]
    if without_bad_rows:
        contents = [(parsed.without_bad_rows(), shared) for parsed, shared in contents]
    return replacement(work, upload_id, contents)


def confirm(
    work: Work,
    upload_id: int,
    *,
    without_bad_rows: bool = False,
    instead_of: int | None = None,
) -> Preview:
    """Load a previewed file, and those of the same study that wait beside it.

    `instead_of` is what `to_replace` told the sender about. Raises UploadDecided when it was
    decided before, WouldReplace when the sender was not asked about what it replaces, NotFound
    while something is left to say, Forbidden when the role has gone meanwhile.
    """
    upload = own(work, upload_id)
    parsed, shared = _content(work, upload)
    if asked(work, upload) is not None or (parsed.bad_rows and not without_bad_rows):
        raise NotFound
    found = to_replace(work, upload_id, without_bad_rows=without_bad_rows)
    if found is not None and found.instead_of != instead_of:
        raise WouldReplace
    shown = _preview(work, upload, parsed, shared)
    older, together = _older(work, upload, parsed), _companions(work, upload, parsed)
    studies = [id_ for one in (upload, *together) for id_ in _load(work, one)]
    for other in together:
        tell_sender(work, other, FileJoined(other.id))
    for other in older:
        end(work, other, UploadStatus.DROPPED, "superseded")
        tell_sender(work, other, FileJoined(other.id, superseded=True))
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
    parsed = said(work, upload).without_bad_rows()
    ids = store(
        work,
        parsed,
        upload.person_id,
        upload_id=upload.id,
        sent_at=upload.sent_at,
        school_id=school_of(upload),
    )
    upload.study_ids = list(ids)
    end(work, upload, UploadStatus.CONFIRMED)
    record(work, "upload_results", anchor(upload.id), studies=list(ids), kind=parsed.kind)
    return ids


def _content(work: Work, upload: Upload) -> Content:
    parsed = said(work, upload)
    return parsed, shares(work, parsed, upload.person_id, school_id=school_of(upload))


def _preview(work: Work, upload: Upload, parsed: ParsedFile, shared: Sequence[Portions]) -> Preview:
    beside = [said(work, other) for other in _companions(work, upload, parsed)]
    held = rights(work, upload.person_id)
    answered = may_go_back(upload, parsed)
    return preview(work, upload.id, parsed, shared, beside, held, answered=answered)


def _companions(work: Work, upload: Upload, parsed: ParsedFile) -> list[Upload]:
    """Other reports on the same study that are whole and wait for a word, one of a kind."""
    titles, taken = _titles(parsed), _reports(parsed)
    found = []
    for other, held in reversed(_waiting(work, upload)):
        if not held.bad_rows and titles & _titles(held) and not taken & _reports(held):
            taken |= _reports(held)
            found.append(other)
    return found[::-1]


def _older(work: Work, upload: Upload, parsed: ParsedFile) -> list[Upload]:
    """Earlier files that hold nothing but reports this one brings anew."""
    brought = _reports(parsed)
    return [
        other
        for other, held in _waiting(work, upload)
        if other.id < upload.id and _reports(held) <= brought
    ]


def _waiting(work: Work, upload: Upload) -> list[tuple[Upload, ParsedFile]]:
    """Other files of the same sender that were read and say everything."""
    others = work.session.scalars(
        select(Upload)
        .where(
            Upload.person_id == upload.person_id,
            Upload.purpose == upload.purpose,
            Upload.status == UploadStatus.PREVIEWED,
            Upload.id != upload.id,
        )
        .order_by(Upload.id)
    )
    whole = [other for other in others if asked(work, other) is None]
    return [(other, said(work, other)) for other in whole]


def _titles(parsed: ParsedFile) -> set[Title]:
    return {title_of(exam) for exam in parsed.exams}


def _reports(parsed: ParsedFile) -> set[tuple[str, Title]]:
    return {(exam.kind, title_of(exam)) for exam in parsed.exams}
