"""A file of results in a private chat: sent, looked at, loaded or left."""

from __future__ import annotations

from dataclasses import replace

from handlers.results.buttons import (
    AnswerUpload,
    BackInUpload,
    ConfirmUpload,
    DropUpload,
    HowToStrip,
    SeeQuestion,
    SeeUpload,
    SendAFile,
    WhereFilesAre,
)
from handlers.results.preview_screen import FilePreview
from handlers.results.question_screen import AnswerTaken, FileQuestion
from handlers.results.routes import routes
from handlers.results.upload_screens import (
    FileBeingLoaded,
    FileKnownAlready,
    FileLeft,
    FileLoadedBeside,
    FileNotTaken,
    HowToSend,
    HowToStripColumns,
    ReadingFile,
    ReplaceQuestion,
    WhereFilesAreGiven,
)
from handlers.ui.announce import announces, shown
from handlers.ui.context import Context
from handlers.ui.outcome import FETCH, PASS, DeleteMessage, Outcome, Reply
from handlers.ui.screens import Screen
from services import uploads
from services.refused_questions import asked_for


@routes.text
def a_file_comes(context: Context) -> Outcome:
    """Take a document for results, unless a form has asked for one."""
    file = context.file
    if file is None or file.kind != "document" or context.work.actor.person_id is None:
        return PASS
    uploads.admit(context.work)
    if file.refused is not None:
        return FileNotTaken(file.refused)
    if file.stored is None:
        return FETCH
    upload_id, new = uploads.receive(
        context.work, file_key=file.stored, name=file.name, message_id=context.message_id
    )
    # Sent again, it is shown anew below; its first message stays the one that changes.
    return Reply(_present(context, upload_id), anchor=uploads.anchor(upload_id) if new else None)


@routes.text
def words_about_a_file(context: Context) -> Outcome:
    """Take words for what the last file does not say, where it may be said in own words."""
    if context.file is not None or not context.text or context.text.startswith("/"):
        return PASS
    if asked_for(context.text) is not None or not uploads.may_upload(context.work):
        return PASS
    upload_id = uploads.answer_in_words(context.work, context.text)
    if upload_id is None:
        return PASS
    # The question above turns into the answer, and what comes next stands below the words.
    context.show(AnswerTaken(context.text.strip()), anchor=uploads.anchor(upload_id))
    return Reply(_present(context, upload_id), replace=False)


@routes.press(AnswerUpload)
def answer(context: Context, button: AnswerUpload) -> Outcome:
    """Take what the sender says of a file, and go on."""
    uploads.choose(context.work, button.upload, button.key, button.token)
    return Reply(_present(context, button.upload), anchor=uploads.anchor(button.upload))


@routes.press(SeeQuestion)
def turn_page(context: Context, button: SeeQuestion) -> Outcome:
    """Show more options of the question asked now."""
    screen = _present(context, button.upload)
    if isinstance(screen, FileQuestion):
        screen = replace(screen, page=button.page)
    return Reply(screen, anchor=uploads.anchor(button.upload))


@routes.press(BackInUpload)
def back(context: Context, button: BackInUpload) -> Outcome:
    """Take the last answer back."""
    uploads.go_back(context.work, button.upload)
    return Reply(_present(context, button.upload), anchor=uploads.anchor(button.upload))


@routes.press(SeeUpload)
def see(context: Context, button: SeeUpload) -> Outcome:
    """Show a preview again."""
    return Reply(_present(context, button.upload), anchor=uploads.anchor(button.upload))


@routes.press(ConfirmUpload)
def confirm(context: Context, button: ConfirmUpload) -> Outcome:
    """Load the file, once its sender has agreed to what it replaces."""
    now = _present(context, button.upload)
    if not isinstance(now, FilePreview):
        return Reply(now, anchor=uploads.anchor(button.upload))
    found = uploads.to_replace(context.work, button.upload, without_bad_rows=button.leave_bad)
    if found is not None and found.instead_of != button.instead_of:
        question = ReplaceQuestion(found, button.leave_bad)
        return Reply(question, anchor=uploads.anchor(button.upload))
    preview = uploads.confirm(
        context.work,
        button.upload,
        without_bad_rows=button.leave_bad,
        instead_of=button.instead_of or None,
    )
    return Reply(FileBeingLoaded(preview.summarised), anchor=uploads.anchor(button.upload))


@routes.press(DropUpload)
def drop(context: Context, button: DropUpload) -> Outcome:
    """Leave the file."""
    uploads.drop(context.work, button.upload)
    return FileLeft("corrected" if button.corrected else "cancelled")


@routes.press(SendAFile)
def how_to_send(context: Context, _button: SendAFile) -> Outcome:
    """Say what to do to load results; for those who may."""
    if not uploads.may_upload(context.work):
        raise uploads.NotYoursToUpload
    return HowToSend()


@routes.press(WhereFilesAre)
def where_files_are(_context: Context, _button: WhereFilesAre) -> Outcome:
    """Tell the way to the files."""
    return WhereFilesAreGiven()


@routes.press(HowToStrip)
def how_to_strip(_context: Context, _button: HowToStrip) -> Outcome:
    """Say how a table loses the columns that name people."""
    return HowToStripColumns()


@announces(uploads.FileAsks)
def asks(notice: uploads.FileAsks) -> Screen:
    """A file does not say everything."""
    return FileQuestion(notice.asked)


@announces(uploads.FilePreviewed)
def previewed(notice: uploads.FilePreviewed) -> Screen:
    """A file was read."""
    return FilePreview(notice.preview)


@announces(uploads.FileTurnedDown)
def turned_down(notice: uploads.FileTurnedDown) -> Screen:
    """A file was not taken."""
    return FileNotTaken(notice.code, notice.cell, notice.params)


@announces(uploads.FileKnown)
def known(notice: uploads.FileKnown) -> Screen:
    """A file was loaded before."""
    return FileKnownAlready(notice.title, notice.study_id)


@announces(uploads.FileJoined)
def joined(notice: uploads.FileJoined) -> Screen:
    """A file was loaded beside another."""
    return FileLoadedBeside(notice.superseded)


@announces(uploads.FileTakenAway)
def taken_away(notice: uploads.FileTakenAway) -> DeleteMessage:
    """A file that names people goes from the chat."""
    return DeleteMessage(notice.message_id)


@announces(uploads.UploadForgotten)
def forgotten(_notice: uploads.UploadForgotten) -> Screen:
    """Nobody decided for a day."""
    return FileLeft("undecided")


def _present(context: Context, upload_id: int) -> Screen:
    notice = uploads.look(context.work, upload_id)
    if notice is None:
        return ReadingFile()
    screen = shown(notice)
    return screen if isinstance(screen, Screen) else ReadingFile()
