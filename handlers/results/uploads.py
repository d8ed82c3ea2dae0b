"""A file of results in a private chat: sent, looked at, loaded or left."""

from __future__ import annotations

from handlers.results.buttons import (
    ConfirmUpload,
    DropUpload,
    SeeUpload,
    SendAFile,
    WhereFilesAre,
)
from handlers.results.preview_screen import FilePreview
from handlers.results.routes import routes
from handlers.results.upload_screens import (
    FileBeingLoaded,
    FileKnownAlready,
    FileLeft,
    FileLoadedBeside,
    FileNotTaken,
    HowToSend,
    ReadingFile,
    WhereFilesAreGiven,
)
from handlers.ui.announce import announces
from handlers.ui.context import Context
from handlers.ui.outcome import FETCH, PASS, DeleteMessage, Outcome, Reply
from handlers.ui.screens import Screen
from services import uploads


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


@routes.press(SeeUpload)
def see(context: Context, button: SeeUpload) -> Outcome:
    """Show a preview again."""
    return Reply(_present(context, button.upload), anchor=uploads.anchor(button.upload))


@routes.press(ConfirmUpload)
def confirm(context: Context, button: ConfirmUpload) -> Outcome:
    """Load the file; the message later tells where its summary went."""
    shown = uploads.confirm(context.work, button.upload, without_bad_rows=button.leave_bad)
    return Reply(FileBeingLoaded(shown.summarised), anchor=uploads.anchor(button.upload))


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
def joined(_notice: uploads.FileJoined) -> Screen:
    """A file was loaded beside another."""
    return FileLoadedBeside()


@announces(uploads.FileTakenAway)
def taken_away(notice: uploads.FileTakenAway) -> DeleteMessage:
    """A file that names people goes from the chat."""
    return DeleteMessage(notice.message_id)


@announces(uploads.UploadForgotten)
def forgotten(_notice: uploads.UploadForgotten) -> Screen:
    """Nobody decided for a day."""
    return FileLeft("undecided")


def _present(context: Context, upload_id: int) -> Screen:
    preview = uploads.look(context.work, upload_id)
    return ReadingFile() if preview is None else FilePreview(preview)
