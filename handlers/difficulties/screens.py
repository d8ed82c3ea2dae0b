"""What a teacher sees of difficulties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.difficulties.buttons import (
    AddWord,
    HideSubject,
    MyCases,
    OpenOwn,
    ReadAnswers,
    Report,
    Unnamed,
    Withdraw,
)
from handlers.difficulties.wording import about, key_label, lines, shortened, with_quote
from handlers.forms import Drop, Fix, Send
from handlers.menu import to_menu
from handlers.ui.buttons import Key, Rows
from handlers.ui.paging import page_of, paged_rows
from handlers.ui.screens import FileRef, Message, Screen
from handlers.ui.texts import Texts
from services.difficulties.attachments import Attachment
from services.difficulties.cases import OPEN, OwnCase

FORM = "difficulty"
PAGE = 3
ANSWER_ON_SCREEN = 3600
PEOPLE_CAN_BE_HEARD = frozenset({"voice", "audio", "video"})


@dataclass(frozen=True)
class Check(Screen):
    """All said; who will see it; send?"""

    step: int
    group: str
    item: str
    title: str
    subject: str
    grade: str
    text: str
    files: tuple[str, ...]
    """The kinds of what is attached."""
    anonymous: bool
    sensitive: bool

    def render(self, texts: Texts) -> Message:
        """The case as the methodologist will see it, then the ways on."""
        above = (texts("difficulty-check"), about(texts, self))
        below = (
            texts("difficulty-files", n=len(self.files)) if self.files else "",
            texts("difficulty-seen-by", kind=self._seen_by),
            self._heard(texts),
        )
        body = with_quote(texts, above, self.text, below)
        return Message(body, rows=self._rows(texts))

    @property
    def _seen_by(self) -> str:
        if self.anonymous:
            return "unnamed"
        return "sensitive" if self.sensitive else "named"

    def _heard(self, texts: Texts) -> str:
        kinds = set(self.files)
        if not self.anonymous or not kinds:
            return ""
        if kinds & PEOPLE_CAN_BE_HEARD:
            return texts("difficulty-voice-is-known")
        return texts("difficulty-file-name-is-seen") if "document" in kinds else ""

    def _rows(self, texts: Texts) -> Rows:
        wish = "difficulty-with-name" if self.anonymous else "difficulty-without-name"
        return (
            (Send(FORM, self.step).labelled(texts.label("forms-send")),),
            (Unnamed(FORM, self.step, not self.anonymous).labelled(texts.label(wish)),),
            (
                Fix(FORM, self.step).labelled(texts.label("forms-fix")),
                Drop(FORM, self.step).labelled(texts.label("forms-drop")),
            ),
        )


@dataclass(frozen=True)
class FewColleagues(Screen):
    """The subject alone may give one away: the honest warning."""

    step: int
    subject: str
    teachers: int

    def render(self, texts: Texts) -> Message:
        """Say how few, let the person decide."""
        hide = HideSubject(FORM, self.step, wish=True)
        leave = HideSubject(FORM, self.step, wish=False)
        return Message(
            texts("difficulty-few", subject=self.subject, n=self.teachers),
            rows=(
                (hide.labelled(texts.label("difficulty-hide-subject")),),
                (leave.labelled(texts.label("difficulty-leave-subject")),),
            ),
        )


@dataclass(frozen=True)
class DifficultyAccepted(Screen):
    """It is kept: the number, who answers, by when."""

    number: int
    helper: str
    due_at: datetime

    def render(self, texts: Texts) -> Message:
        """Say it."""
        name = "difficulty-accepted" if self.helper else "difficulty-accepted-by-service"
        return Message(
            texts(name, number=self.number, helper=self.helper, due=self.due_at),
            rows=(
                (AddWord(self.number).labelled(texts.label("difficulty-add")),),
                (MyCases().labelled(texts.label("difficulty-mine")),),
            ),
        )


@dataclass(frozen=True)
class AdditionKept(Screen):
    """The added word is with the staff."""

    number: int
    helper: str
    due_at: datetime
    reopened: bool

    def render(self, texts: Texts) -> Message:
        """Say until when an answer comes."""
        name = "difficulty-added-reopened" if self.reopened else "difficulty-added"
        return Message(
            texts(name, number=self.number, due=self.due_at),
            rows=((OpenOwn(self.number).labelled(texts.label("difficulty-open")),),),
        )


@dataclass(frozen=True)
class OwnCases(Screen):
    """The list of one's own cases."""

    cases: tuple[OwnCase, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """A line each, a key each."""
        new = Report().labelled(texts.label("difficulty-new"))
        if not self.cases:
            return Message(texts("difficulty-none"), rows=((new,), (to_menu(texts),)))
        page = page_of(self.cases, self.page, size=PAGE)
        body = lines(
            texts("difficulty-list", n=len(self.cases)),
            *(
                texts("difficulty-line", number=case.number, state=state(texts, case))
                for case in page.items
            ),
        )
        rows = tuple(
            (OpenOwn(case.number).labelled(key_label(texts, case.number, case)),)
            for case in page.items
        )
        return Message(
            body, rows=paged_rows(rows, page, MyCases, texts, exits=(new, to_menu(texts)))
        )


@dataclass(frozen=True)
class OwnCaseShown(Screen):
    """One of one's own cases as it stands now."""

    case: OwnCase
    intro: str = ""
    """The text said first, when somebody did not ask for this screen."""

    def render(self, texts: Texts) -> Message:
        """State, what was said, what can be done."""
        case = self.case
        above = (
            texts(self.intro) if self.intro else "",
            texts("difficulty-own", number=case.number, state=state(texts, case)),
            about(texts, case),
        )
        below = (
            texts("difficulty-files", n=case.files) if case.files else "",
            texts("difficulty-seen-by", kind="unnamed" if case.anonymous else "named"),
        )
        body = with_quote(texts, above, case.text, below)
        return Message(body, rows=tuple((key,) for key in self._keys(texts)))

    def _keys(self, texts: Texts) -> list[Key]:
        case = self.case
        keys = []
        if case.answers:
            keys.append(ReadAnswers(case.number).labelled(texts.label("difficulty-read")))
        more = "difficulty-add" if case.status in OPEN else "difficulty-ask-again"
        keys.append(AddWord(case.number).labelled(texts.label(more)))
        if case.status in OPEN:
            keys.append(Withdraw(case.number).labelled(texts.label("difficulty-withdraw")))
        keys.append(MyCases().labelled(texts.label("difficulty-mine")))
        return keys


@dataclass(frozen=True)
class WithdrawAsked(Screen):
    """Taking a question back: sure?"""

    number: int

    def render(self, texts: Texts) -> Message:
        """Ask once."""
        yes = Withdraw(self.number, sure=True).labelled(texts.label("difficulty-withdraw-yes"))
        no = OpenOwn(self.number).labelled(texts.label("forms-back"))
        return Message(texts("difficulty-withdraw-asked", number=self.number), rows=((yes,), (no,)))


@dataclass(frozen=True)
class AnswerShown(Screen):
    """An answer, whole, with its only file in the same message."""

    number: int
    helper: str
    text: str
    first: Attachment | None = None

    def render(self, texts: Texts) -> Message:
        """The words of whoever answered, under their name."""
        head = texts("difficulty-answer", number=self.number, helper=self.helper)
        text = shortened(self.text, ANSWER_ON_SCREEN)
        words = texts("difficulty-answer-text", text=text) if text else ""
        return with_file(lines(head, words), self.first)


@dataclass(frozen=True)
class Files(Screen):
    """One file somebody sent, or several photos together."""

    files: tuple[Attachment, ...]

    def render(self, _texts: Texts) -> Message:
        """Just the files."""
        if len(self.files) > 1:
            return Message(album=tuple(file_ref(file) for file in self.files))
        return with_file("", self.files[0])


def with_file(text: str, file: Attachment | None) -> Message:
    """A message with one file of whatever kind."""
    if file is None:
        return Message(text)
    ref = file_ref(file)
    match file.kind:
        case "photo":
            return Message(text, photo=ref)
        case "voice":
            return Message(text, voice=ref)
        case "video":
            return Message(text, video=ref)
        case "audio":
            return Message(text, audio=ref)
        case _:
            return Message(text, document=ref)


def file_ref(file: Attachment) -> FileRef:
    """A file as the messenger knows it: it is sent on without being fetched."""
    return FileRef(f"tg.{file.file_id}", file.name or file.kind)


def state(texts: Texts, case: OwnCase) -> str:
    """How a case stands, in a few words."""
    if case.status in OPEN:
        name = "difficulty-state-late" if case.delayed else "difficulty-state-open"
        return texts(name, due=case.due_at)
    if case.status == "answered":
        return texts("difficulty-state-answered")
    name = f"difficulty-state-{case.status}"
    return texts(name, day=case.closed_at or case.reported_at)
