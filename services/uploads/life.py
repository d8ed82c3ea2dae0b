"""What all steps of an upload share: where it stands, what is told of it, how it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from db.models.results import Upload
from services.errors import NotFound, ServiceError
from services.notices import Notice, ToPerson
from services.previews import Preview
from services.results import ParsedFile, from_json
from services.studies import Title
from services.work import Work

KEPT_AFTER_LOADING = timedelta(hours=24)


class UploadStatus(StrEnum):
    """Where an upload stands."""

    READING = "reading"
    PREVIEWED = "previewed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    DROPPED = "dropped"


OPEN = (UploadStatus.READING, UploadStatus.PREVIEWED)
"""Where an upload stands that still waits for us or for a word."""


class Purpose(StrEnum):
    """What the sender came for."""

    RESULTS = "results"
    STAFF = "staff"


class Channel(StrEnum):
    """The way a file came; one that names people never comes by chat."""

    CHAT = "chat"
    PAGE = "page"
    CLI = "cli"


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
class PageFileTurnedDown(Notice):
    """The same of a file that came by the upload page: another one goes there too."""

    upload_id: int
    code: str
    cell: str | None
    params: dict[str, Any]
    purpose: Purpose


@dataclass(frozen=True)
class FileMisplaced(Notice):
    """A list of staff came where results were awaited, or the other way round."""

    upload_id: int
    awaited: Purpose
    kind: str
    """What the file is."""
    people: int


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
class FileJoined(Notice):
    """A file was loaded together with another one of its study, or a later one stands for it."""

    upload_id: int
    superseded: bool = False


@dataclass(frozen=True)
class UploadForgotten(Notice):
    """Nobody decided in time; nothing was kept."""

    upload_id: int


def anchor(upload_id: int) -> str:
    """What the message about an upload stands for."""
    return f"upload:{upload_id}"


def end(work: Work, upload: Upload, status: UploadStatus, reason: str | None = None) -> None:
    """Decide an upload: what was read goes from the row now, the file at once or a day later."""
    upload.status, upload.reason, upload.decided_at = status, reason, work.now
    upload.parsed = None
    if status is not UploadStatus.CONFIRMED:
        # People put names into names of files, and into what they say of them.
        upload.name, upload.answers = "", {}
    kept = KEPT_AFTER_LOADING if status is UploadStatus.CONFIRMED else timedelta()
    work.never_mind(f"upload:{upload.id}:expire")
    work.later(
        "uploads.forget_file",
        {"upload_id": upload.id},
        due_at=work.now + kept,
        key=f"upload:{upload.id}:forget",
    )
    work.session.flush()


def own(work: Work, upload_id: int) -> Upload:
    """An upload of the actor's; raises NotFound for anybody else's."""
    upload = work.session.get(Upload, upload_id)
    if upload is None or upload.person_id != work.actor.person_id:
        raise NotFound
    return upload


def read_of(upload: Upload) -> ParsedFile:
    """What was read of an undecided upload; raises UploadDecided."""
    if upload.status != UploadStatus.PREVIEWED or upload.parsed is None:
        raise UploadDecided(status=upload.status)
    return from_json(upload.parsed)


def tell_sender(work: Work, upload: Upload, notice: Notice) -> None:
    """Turn the one message about an upload into this notice."""
    work.tell(ToPerson(upload.person_id), notice, anchor=anchor(upload.id))
