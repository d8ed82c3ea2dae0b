"""An uploaded file's life: received → read → previewed → confirmed or dropped."""

from __future__ import annotations

from services.uploads import forgetting, reading
from services.uploads.asking import (
    Asked,
    FileAsks,
    answer,
    answer_in_words,
    choose,
    go_back,
)
from services.uploads.blanks import BlankFailed, BlankReady, order_blank, subjects
from services.uploads.deciding import confirm, drop, look, to_replace
from services.uploads.life import (
    OPEN,
    Channel,
    FileJoined,
    FileKnown,
    FileMisplaced,
    FilePreviewed,
    FileTakenAway,
    FileTurnedDown,
    NotYoursToUpload,
    PageFileTurnedDown,
    Purpose,
    TooManyFiles,
    TooManyFilesThisHour,
    UploadDecided,
    UploadForgotten,
    UploadStatus,
    anchor,
)
from services.uploads.questions import NotAnAnswer, Option
from services.uploads.receiving import admit, may_upload, receive, receive_at_console
from services.uploads.replacing import FigureChange, Replacement, WouldReplace
from services.uploads.staffing import confirm_staff, look_at_staff

__all__ = [
    "OPEN",
    "Asked",
    "BlankFailed",
    "BlankReady",
    "Channel",
    "FigureChange",
    "FileAsks",
    "FileJoined",
    "FileKnown",
    "FileMisplaced",
    "FilePreviewed",
    "FileTakenAway",
    "FileTurnedDown",
    "NotAnAnswer",
    "NotYoursToUpload",
    "Option",
    "PageFileTurnedDown",
    "Purpose",
    "Replacement",
    "TooManyFiles",
    "TooManyFilesThisHour",
    "UploadDecided",
    "UploadForgotten",
    "UploadStatus",
    "WouldReplace",
    "admit",
    "anchor",
    "answer",
    "answer_in_words",
    "choose",
    "confirm",
    "confirm_staff",
    "drop",
    "forgetting",
    "go_back",
    "look",
    "look_at_staff",
    "may_upload",
    "order_blank",
    "reading",
    "receive",
    "receive_at_console",
    "subjects",
    "to_replace",
]
