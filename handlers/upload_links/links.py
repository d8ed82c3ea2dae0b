"""A link to the upload page: asked for, used, expired; and files by it that are not taken."""

from __future__ import annotations

from handlers.contact import contact_shown
from handlers.ui.announce import announces
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome, Reply
from handlers.ui.screens import Screen
from handlers.upload_links.buttons import GetUploadLink
from handlers.upload_links.routes import routes
from handlers.upload_links.screens import (
    PageFileMisplaced,
    PageFileNotTaken,
    UploadLinkExpired,
    UploadLinkOffered,
    UploadLinkUsed,
    UploadPageMissing,
)
from services import upload_links, uploads
from services.access import holdings
from services.people.contacts import contact_of


@routes.press(GetUploadLink)
def get(context: Context, button: GetUploadLink) -> Outcome:
    """Give a link, or say what to do where there is no page."""
    link = upload_links.issue(context.work, button.purpose)
    if link is None:
        path = holdings(context.work)[0].path
        return UploadPageMissing(contact_shown(contact_of(context.work.session, path)))
    screen = UploadLinkOffered(link.url, link.purpose, link.expires_at)
    return Reply(screen, anchor=upload_links.anchor(link.id))


@announces(upload_links.LinkUsed)
def used(_notice: upload_links.LinkUsed) -> Screen:
    """The link's message has no link any more."""
    return UploadLinkUsed()


@announces(upload_links.LinkExpired)
def expired(notice: upload_links.LinkExpired) -> Screen:
    """The link's message has no link any more."""
    return UploadLinkExpired(notice.purpose)


@announces(uploads.PageFileTurnedDown)
def turned_down(notice: uploads.PageFileTurnedDown) -> Screen:
    """A file that came by a link was not taken."""
    return PageFileNotTaken(notice.purpose, notice.code, notice.cell, notice.params)


@announces(uploads.FileMisplaced)
def misplaced(notice: uploads.FileMisplaced) -> Screen:
    """A file came for what it is not."""
    return PageFileMisplaced(notice.awaited, notice.kind, notice.people)
