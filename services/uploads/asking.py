"""What a file does not say is asked of its sender, one question at a time.

The answers live in the upload's row; where one changes how the file is to be read, it is read
anew, the others are filled in here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db.models.results import Upload
from services.notices import Notice
from services.results import ParsedFile, Question
from services.uploads.life import Channel, UploadStatus, own, read_of
from services.uploads.questions import (
    COLUMN,
    FREE,
    NUMBERS,
    SCHOOL,
    SKIP,
    SKIP_ALL,
    Answers,
    NotAnAnswer,
    Option,
    completed,
    kept_answer,
    options_of,
    questions_of,
)
from services.work import Work


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as its sender sees it: the `number`-th of `total`, about `subject` and `grade`.

    `name` is year, subject, grade, occasion, column or school; `params` of a column are its
    letters, caption and cell.
    """

    upload_id: int
    kind: str
    works: int
    key: str
    name: str
    number: int
    total: int
    options: tuple[Option, ...]
    params: dict[str, Any]
    subject: str | None
    grade: int | None
    free: bool
    may_go_back: bool


@dataclass(frozen=True)
class FileAsks(Notice):
    """A file was read but does not say everything."""

    asked: Asked


def said(work: Work, upload: Upload) -> ParsedFile:
    """What was read of an undecided upload, with what its sender said; raises UploadDecided."""
    return completed(_read(work, upload), upload.answers)


def school_of(upload: Upload) -> int | None:
    """The school the sender named where the file names none."""
    answer = upload.answers.get(SCHOOL)
    return int(answer) if answer else None


def asked(work: Work, upload: Upload) -> Asked | None:
    """The next question of an upload that was read; None when all is said."""
    raw = _read(work, upload)
    left = [one for one in questions_of(work, upload, raw) if one.key not in upload.answers]
    if not left:
        return None
    first, parsed = left[0], completed(raw, upload.answers)
    given = len(upload.answers)
    about = parsed.exams[first.exam or 0] if parsed.exams else None
    options = options_of(work, upload, first, raw)
    if first.name == COLUMN and sum(one.name == COLUMN for one in left) > 1:
        options = (*options, Option(SKIP_ALL))
    return Asked(
        upload_id=upload.id,
        kind=parsed.kind,
        works=parsed.rows_read,
        key=first.key,
        name=first.name,
        number=given + 1,
        total=given + len(left),
        options=options,
        params={name: str(value) for name, value in first.params.items()},
        subject=about.subject if about else None,
        grade=about.grade if about and first.exam is not None else None,
        free=first.name in FREE,
        may_go_back=may_go_back(upload, raw),
    )


def answer(work: Work, upload_id: int, key: str, value: str) -> None:
    """Take one answer; an old button's changes the answer given before.

    Raises UploadDecided for a file that is read or decided, NotAnAnswer for words that say
    nothing. A key nobody asks about (any more) changes nothing.
    """
    upload = own(work, upload_id)
    parsed = _read(work, upload)
    known = {one.key: one for one in questions_of(work, upload, parsed)}
    if key not in known:
        return
    kept = {name: told for name, told in upload.answers.items() if name != key}
    if value == SKIP_ALL and known[key].name == COLUMN:
        kept |= {one.key: SKIP for one in parsed.questions if _unsaid_column(one, kept)}
    else:
        kept[key] = kept_answer(work, known[key], value)
    upload.answers = kept
    _read_anew_if_needed(work, upload, parsed)


def choose(work: Work, upload_id: int, key: str, token: str) -> None:
    """Take the option of a question that a button stands for; one that is gone changes nothing."""
    upload = own(work, upload_id)
    raw = _read(work, upload)
    questions = questions_of(work, upload, raw)
    question = next((one for one in questions if one.key == key), None)
    if question is None:
        return
    offered = [*options_of(work, upload, question, raw), Option(SKIP), Option(SKIP_ALL)]
    value = next((one.value for one in offered if one.token == token), None)
    if value is not None:
        answer(work, upload_id, key, value)


def answer_in_words(work: Work, words: str) -> int | None:
    """Take words for the answer the actor's newest file waits for; its upload, None if none does.

    Raises NotAnAnswer when a file waits for words, and these are none.
    """
    upload = _waiting_for_words(work)
    question = None if upload is None else asked(work, upload)
    if upload is None or question is None or "\n" in words.strip():
        return None
    if question.name not in (*FREE, *NUMBERS):
        return None
    try:
        answer(work, upload.id, question.key, words)
    except NotAnAnswer:
        # A number is asked for by buttons: other words are about something else.
        if question.name in NUMBERS:
            return None
        raise
    return upload.id


def go_back(work: Work, upload_id: int) -> None:
    """Take the last answer back; where the file was read by it, it is read anew."""
    upload = own(work, upload_id)
    parsed = _read(work, upload)
    if not may_go_back(upload, parsed):
        return
    last = next(reversed(upload.answers))
    upload.answers = {key: value for key, value in upload.answers.items() if key != last}
    if _was_read_by(last, parsed):
        read_again(work, upload)


def may_go_back(upload: Upload, parsed: ParsedFile) -> bool:
    """Whether there is an answer to take back; a file of the upload page is not read anew."""
    if not upload.answers:
        return False
    last = next(reversed(upload.answers))
    return upload.channel == Channel.CHAT or not _was_read_by(last, parsed)


def _was_read_by(key: str, parsed: ParsedFile) -> bool:
    return key.startswith(f"{COLUMN}:") and key not in {one.key for one in parsed.questions}


def read_again(work: Work, upload: Upload) -> None:
    """Have a file read with the answers given so far."""
    upload.status, upload.parsed = UploadStatus.READING, None
    work.session.flush()
    work.later("results.parse", {"upload_id": upload.id}, key=f"upload:{upload.id}:parse")


def for_parser(upload: Upload) -> dict[str, str]:
    """The answers the parser asked for."""
    return {key: value for key, value in upload.answers.items() if key != SCHOOL}


def forget_useless(upload: Upload, parsed: ParsedFile) -> None:
    """Drop answers that a new reading asks for again: they made no sense."""
    again = {one.key for one in parsed.questions}
    upload.answers = {key: value for key, value in upload.answers.items() if key not in again}


def _read(work: Work, upload: Upload) -> ParsedFile:
    # A file of a district is thousands of works: it is not put together twice in one work.
    return work.once(f"upload:{upload.id}:{id(upload.parsed)}", lambda: read_of(upload))


def _waiting_for_words(work: Work) -> Upload | None:
    person_id = work.actor.person_id
    if person_id is None:
        return None
    return work.session.scalars(
        select(Upload)
        .where(Upload.person_id == person_id, Upload.status == UploadStatus.PREVIEWED)
        .order_by(Upload.id.desc())
    ).first()


def _unsaid_column(question: Question, answers: Answers) -> bool:
    return question.name == COLUMN and question.key not in answers


def _read_anew_if_needed(work: Work, upload: Upload, parsed: ParsedFile) -> None:
    columns = [one for one in parsed.questions if one.name == COLUMN]
    if columns and not any(_unsaid_column(one, upload.answers) for one in columns):
        read_again(work, upload)
