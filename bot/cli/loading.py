"""Loading one file at the server's console: read, shown, asked about, kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.orm import Session

import handlers.registry  # noqa: F401 every notice must have its screen
from bot.edge import Handled, write_posts
from bot.settings import ROOT, Settings
from db.engine import open_engine
from db.units import Units
from handlers.refusals import text_of
from handlers.ui.announce import shown
from handlers.ui.screens import Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import TextLibrary, Texts
from services import uploads
from services.clock import SystemClock
from services.errors import NotFound, ServiceError
from services.notices import Notice, Urgency
from services.results import FileRefused, ParsedFile, parse
from services.staff import StaffPreviewed
from services.uploads import Purpose
from services.uploads.console import act_as, read_at_console
from services.work import Work

T = TypeVar("T")


class Stopped(Exception):
    """The file is not loaded; the words say why, `code` is for machines."""

    def __init__(self, code: str, words: str, cell: str | None = None) -> None:
        super().__init__(words)
        self.code = code
        self.cell = cell


class Unsaid(Exception):
    """The file does not say something that must be said; nothing of this reading is kept."""

    def __init__(self, notice: uploads.FileAsks) -> None:
        super().__init__(notice.asked.key)
        self.notice = notice


@dataclass(frozen=True, slots=True)
class Sender:
    """In whose name a file is loaded: one of the two is known."""

    person_id: int | None
    account: int | None


@dataclass
class Loading:
    """One file on its way in; `told` is what machines hear of it."""

    units: Units
    texts: Texts
    sender: Sender
    purpose: Purpose
    answers: dict[str, str]
    ask: Callable[[str], bool]
    say: Callable[[str], None]
    told: dict[str, Any] = field(default_factory=dict)

    def load(self, path: Path, *, leave_bad: bool) -> None:
        """Do it all; raises Stopped when the file is not loaded."""
        try:
            self._do(uploads.admit)
            upload_id, notice = self._read(path)
            self._keep_or_drop(upload_id, notice, leave_bad=leave_bad)
        except Unsaid as error:
            raise self._unsaid(error.notice) from None
        except NotFound:
            words = self.texts.label("upload-console-nobody")
            raise Stopped("nobody", words) from None
        except ServiceError as error:
            words = self.texts.label(text_of(type(error)), **error.details)
            raise Stopped(text_of(type(error)), words) from None

    def _read(self, path: Path) -> tuple[int, Notice]:
        result = _parsed(path, self.answers)
        self.told["kind"] = result.kind if isinstance(result, ParsedFile) else None
        upload_id, notice = self._do(lambda work: self._note(work, result))
        words = self._words(notice)
        if not isinstance(notice, uploads.FilePreviewed | StaffPreviewed):
            code = str(getattr(notice, "code", type(notice).__name__))
            raise Stopped(code, words, getattr(notice, "cell", None))
        self.told["preview"] = words
        self.say(words)
        return upload_id, notice

    def _note(self, work: Work, result: ParsedFile | FileRefused) -> tuple[int, Notice]:
        found = read_at_console(work, result, purpose=self.purpose, answers=self.answers)
        if isinstance(found[1], uploads.FileAsks):
            raise Unsaid(found[1])
        return found

    def _unsaid(self, notice: uploads.FileAsks) -> Stopped:
        question = notice.asked
        self.told["question"] = {
            "key": question.key,
            "options": [option.value for option in question.options],
        }
        hint = self.texts.label("upload-console-answer", key=question.key)
        return Stopped("question", f"{self._words(notice)}\n{hint}")

    def _keep_or_drop(self, upload_id: int, notice: Notice, *, leave_bad: bool) -> None:
        try:
            if isinstance(notice, StaffPreviewed):
                self.told["people"] = notice.preview.people
                self._agree("upload-console-load")
                self._do(lambda work: uploads.confirm_staff(work, upload_id))
            elif isinstance(notice, uploads.FilePreviewed):
                self.told["works"] = notice.preview.works
                self._keep(upload_id, bad=bool(notice.preview.bad_rows), leave_bad=leave_bad)
        except Stopped:
            self._do(lambda work: uploads.drop(work, upload_id))
            raise

    def _keep(self, upload_id: int, *, bad: bool, leave_bad: bool) -> None:
        if bad and not leave_bad:
            raise Stopped("bad_rows", self.texts.label("upload-console-bad-rows"))
        found = self._do(
            lambda work: uploads.to_replace(work, upload_id, without_bad_rows=leave_bad)
        )
        if found is not None:
            self.say(self.texts.label("upload-console-replaces", at=found.sent_at))
        self._agree("upload-console-load" if found is None else "upload-console-replace")
        self._do(
            lambda work: uploads.confirm(
                work,
                upload_id,
                without_bad_rows=leave_bad,
                instead_of=None if found is None else found.instead_of,
            )
        )

    def _agree(self, question: str) -> None:
        if not self.ask(self.texts.label(question)):
            raise Stopped("declined", self.texts.label("upload-console-left"))

    def _words(self, notice: Notice) -> str:
        screen = shown(notice)
        return visible_text(screen.render(self.texts).text) if isinstance(screen, Screen) else ""

    def _do(self, step: Callable[[Work], T]) -> T:
        def unit(session: Session) -> T:
            work = Work(session, SystemClock().now(), cause="console")
            act_as(work, person_id=self.sender.person_id, account=self.sender.account)
            done = step(work)
            # The bot that runs beside delivers them in its own time.
            work.posts = [replace(post, urgency=Urgency.REMINDER) for post in work.posts]
            write_posts(work, Handled())
            return done

        return self.units.run_now(unit)


def _parsed(path: Path, answers: dict[str, str]) -> ParsedFile | FileRefused:
    try:
        return parse(path, name=path.name, answers=answers)
    except FileRefused as refused:
        return refused


def load(
    path: Path,
    sender: Sender,
    *,
    purpose: Purpose,
    answers: dict[str, str],
    leave_bad: bool,
    ask: Callable[[str], bool],
    say: Callable[[str], None],
) -> dict[str, Any]:
    """Load a file; what is to be told of it, with an "error" or None."""
    settings = Settings()
    library = TextLibrary.load(ROOT / "locales", strict=False)
    texts = library.of(settings.language, settings.zone(), SystemClock().now())
    units = Units(open_engine(settings.database()))
    loading = Loading(units, texts, sender, purpose, answers, ask, say)
    error: dict[str, str | None] | None = None
    try:
        loading.load(path, leave_bad=leave_bad)
        say(texts.label("upload-console-loaded", purpose=purpose))
    except Stopped as stopped:
        error = {"code": stopped.code, "message": str(stopped), "cell": stopped.cell}
    finally:
        units.close()
    told = {"file": str(path), "purpose": purpose.value, "kind": None, **loading.told}
    return {**told, "loaded": error is None, "error": error}
