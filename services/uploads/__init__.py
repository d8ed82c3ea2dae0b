"""An uploaded file's life: received → read → previewed → confirmed or dropped."""

from __future__ import annotations

from services.uploads import forgetting, reading
from services.uploads.deciding import confirm, drop, look
from services.uploads.life import (
    FileJoined,
    FileKnown,
    FilePreviewed,
    FileTakenAway,
    FileTurnedDown,
    NotYoursToUpload,
    TooManyFiles,
    TooManyFilesThisHour,
    UploadDecided,
    UploadForgotten,
    UploadStatus,
    anchor,
)
from services.uploads.receiving import admit, may_upload, receive

__all__ = [
    "FileJoined",
    "FileKnown",
    "FilePreviewed",
    "FileTakenAway",
    "FileTurnedDown",
    "NotYoursToUpload",
    "TooManyFiles",
    "TooManyFilesThisHour",
    "UploadDecided",
    "UploadForgotten",
    "UploadStatus",
    "admit",
    "anchor",
    "confirm",
    "drop",
    "forgetting",
    "look",
    "may_upload",
    "reading",
    "receive",
]
