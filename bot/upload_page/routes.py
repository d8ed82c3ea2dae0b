"""The upload page on the bot's web server: look at it, hand a file over.

The token in the path is all that authorises, and there is no cookie: another site cannot make a
browser send what it does not know, so there is nothing to forge across sites. It is never logged.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

import structlog
from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.edge import Handled, write_posts
from bot.upload_page import document
from bot.upload_page.document import Said
from bot.upload_page.transfer import NotTaken, receive
from db.units import Units
from handlers.refusals import text_of
from handlers.ui.texts import Texts
from services import upload_links
from services.clock import Clock
from services.errors import ServiceError
from services.files import FileStore
from services.public_page import PATH, PublicPage
from services.results import Limits
from services.upload_links import LinkClosed, OpenLink
from services.work import Work

log = structlog.get_logger()

LIMIT = Limits().file_bytes
AT_ONCE = 16
"""Transfers going on together; more are asked to wait."""
AT_ONCE_PER_LINK = 2
"""A second one, since the first may hang on a line that went dead."""


class UploadPage:
    """Serves the page. A link is spent when a file lies whole on our disk, not before."""

    def __init__(
        self,
        units: Units,
        clock: Clock,
        files: FileStore,
        page: PublicPage,
        *,
        texts: Callable[[str], Texts],
        deliver: Callable[[Handled], None],
    ) -> None:
        self._units = units
        self._clock = clock
        self._files = files
        self._page = page
        self._texts = texts
        self._deliver = deliver
        self._going: Counter[int] = Counter()

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Answer under our path."""
        address = f"{PATH}{{token}}"
        router.add_get(address, self.show)
        router.add_post(address, self.take)

    async def show(self, request: web.Request) -> web.Response:
        """The form, as long as the link is open; looking spends nothing."""
        try:
            link = await self._look(request)
        except LinkClosed:
            return self._closed(request)
        except SQLAlchemyError as error:
            return self._ailing(request, error)
        return _html(document.form(self._texts(link.language), link, limit=LIMIT))

    async def take(self, request: web.Request) -> web.Response:
        """A file comes: it is written to disk, then the link is spent on it."""
        began = self._clock.now()
        try:
            link = await self._look(request)
        except LinkClosed:
            return self._closed(request)
        except SQLAlchemyError as error:
            return self._ailing(request, error)
        texts = self._texts(link.language)
        try:
            with self._transfer(link.id):
                await self._hand_over(request, link, began)
        except NotTaken as error:
            words = texts.label(f"upload-page-{error.code}", limit=LIMIT >> 20)
            return self._answer(request, texts, Said("open", words, error.status), link)
        except LinkClosed:
            return self._closed(request)
        except ServiceError as error:
            words = texts.label(text_of(type(error)), **error.details)
            return self._answer(request, texts, Said("open", words, 429), link)
        except (SQLAlchemyError, OSError) as error:
            log.warning("file_not_handed_over", error=type(error).__name__)
            words = texts.label("upload-page-failed")
            return self._answer(request, texts, Said("open", words, 503), link)
        return self._answer(request, texts, Said("done", texts.label("upload-page-done")), link)

    async def _look(self, request: web.Request) -> OpenLink:
        token = request.match_info["token"]
        return await self._units.run(lambda session: upload_links.look(self._work(session), token))

    async def _hand_over(self, request: web.Request, link: OpenLink, began: datetime) -> None:
        # A name of its own: nobody else's file can be meant when this one goes.
        key = f"{upload_links.file_prefix(link.id)}{secrets.token_hex(16)}"
        path = self._files.path(key)
        suffix = await receive(request, path, limit=LIMIT)
        try:
            handled = await self._units.run(self._spend(request, key, f"file{suffix}", began))
        except BaseException:
            # What is not in a row must not stay on the disk.
            path.unlink(missing_ok=True)
            raise
        log.info("file_handed_over", link=link.id)
        self._deliver(handled)

    def _spend(
        self, request: web.Request, key: str, name: str, began: datetime
    ) -> Callable[[Session], Handled]:
        token = request.match_info["token"]

        def unit(session: Session) -> Handled:
            work = self._work(session)
            upload_links.use(work, token, file_key=key, name=name, began=began)
            handled = Handled()
            write_posts(work, handled)
            return handled

        return unit

    @contextmanager
    def _transfer(self, link_id: int) -> Iterator[None]:
        if self._going.total() >= AT_ONCE or self._going[link_id] >= AT_ONCE_PER_LINK:
            raise NotTaken("busy", 503)
        self._going[link_id] += 1
        try:
            yield
        finally:
            self._going[link_id] -= 1
            self._going += Counter()

    def _work(self, session: Session) -> Work:
        return Work(
            session, self._clock.now(), cause="upload_page", files=self._files, page=self._page
        )

    def _closed(self, request: web.Request) -> web.Response:
        """The same for a wrong, an expired, a used link, and for one whose owner lost the right."""
        texts = self._texts_asked_for(request)
        words = texts.label("upload-page-closed")
        return self._answer(request, texts, Said("closed", words, 404))

    def _ailing(self, request: web.Request, error: SQLAlchemyError) -> web.Response:
        log.warning("upload_page_ailing", error=type(error).__name__)
        texts = self._texts_asked_for(request)
        return self._answer(request, texts, Said("failed", texts.label("upload-page-failed"), 503))

    def _texts_asked_for(self, request: web.Request) -> Texts:
        """Nobody knows whose this is, so the browser's first language decides."""
        return self._texts(request.headers.get("Accept-Language", "").split(",")[0].strip())

    def _answer(
        self, request: web.Request, texts: Texts, what: Said, link: OpenLink | None = None
    ) -> web.Response:
        over = link is None or what.state != "open"
        if "application/json" in request.headers.get("Accept", ""):
            heading = document.heading_of(texts, what) if over else ""
            told = {"state": what.state, "heading": heading, "words": what.words}
            return web.json_response(told, status=what.status, headers=document.headers())
        if over or link is None:
            return _html(document.said(texts, what), what.status)
        page = document.form(texts, link, limit=LIMIT, notice=what.words)
        return _html(page, what.status)


def _html(text: str, status: int = 200) -> web.Response:
    return web.Response(
        text=text, status=status, content_type="text/html", headers=document.headers()
    )
