"""The table of the bot for an own study: its subject, its grade, the file."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.commands import role_command
from handlers.help import help_line
from handlers.menu import to_menu
from handlers.results.buttons import ChooseTemplate, ChooseTemplateGrade, GetTemplate, SendAFile
from handlers.results.routes import routes
from handlers.ui.announce import announces
from handlers.ui.context import Context
from handlers.ui.layout import choices, in_rows
from handlers.ui.outcome import Outcome
from handlers.ui.paging import page_line, page_of, paged_rows
from handlers.ui.screens import FileRef, Message, Screen
from handlers.ui.texts import Texts
from services import uploads
from services.access import RULES, Action
from services.subjects import subject

COMMAND_ORDER = 320
HELP_ORDER = 290
PAGE = 8
GRADES = range(1, 12)


@dataclass(frozen=True)
class TemplateSubjects(Screen):
    """For which subject a blank table is wanted."""

    subjects: tuple[str, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Show one page of them."""
        exits = [to_menu(texts)]
        page = page_of(self.subjects, self.page, size=PAGE)
        keys = [
            ChooseTemplateGrade(key).labelled(subject(key).name(texts.language))
            for key in page.items
        ]
        # A row to turn pages stands between the subjects and the way out.
        shown = choices(keys, exits=exits * 2, first=page.first + 1)
        words = [texts("results-template-subject"), shown.text, page_line(page, texts)]
        rows = paged_rows(shown.rows[:-2], page, ChooseTemplate, texts, exits=exits)
        return Message("\n".join(filter(None, words)), rows)


@dataclass(frozen=True)
class TemplateGrades(Screen):
    """For which grade."""

    subject: str

    def render(self, texts: Texts) -> Message:
        """Show them."""
        keys = [GetTemplate(self.subject, grade).labelled(str(grade)) for grade in GRADES]
        back = ChooseTemplate(0).labelled(texts.label("results-back"))
        words = texts("results-template-grade", subject=_capital(self.subject, texts))
        return Message(words, in_rows(keys, exits=[back]))


@dataclass(frozen=True)
class TemplateBeingWritten(Screen):
    """It takes a second."""

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("results-template-writing"))


@dataclass(frozen=True)
class TemplateFile(Screen):
    """The blank table and what to do with it."""

    file_key: str
    subject: str
    grade: int
    tasks: int

    def render(self, texts: Texts) -> Message:
        """Hand it over."""
        file = texts.label("results-template-name", subject=self.subject, grade=self.grade)
        keys = [SendAFile().labelled(texts.label("results-how-to-send-key"))]
        return Message(
            texts("results-template-here", tasks=self.tasks),
            in_rows(keys, exits=[to_menu(texts)]),
            document=FileRef(self.file_key, file),
        )


@dataclass(frozen=True)
class TemplateNotWritten(Screen):
    """Something failed."""

    subject: str
    grade: int

    def render(self, texts: Texts) -> Message:
        """Say what to do."""
        again = GetTemplate(self.subject, self.grade)
        keys = [again.labelled(texts.label("results-template-again"))]
        return Message(texts("results-template-failed"), in_rows(keys, exits=[to_menu(texts)]))


@routes.command("template")
def begin(context: Context) -> Outcome:
    """Ask for the subject."""
    return TemplateSubjects(uploads.subjects(context.work))


@routes.press(ChooseTemplate)
def choose_subject(context: Context, button: ChooseTemplate) -> Outcome:
    """Show a page of the subjects."""
    return TemplateSubjects(uploads.subjects(context.work), button.page)


@routes.press(ChooseTemplateGrade)
def choose_grade(_context: Context, button: ChooseTemplateGrade) -> Outcome:
    """Ask for the grade."""
    return TemplateGrades(button.subject)


@routes.press(GetTemplate)
def get(context: Context, button: GetTemplate) -> Outcome:
    """Have the table written."""
    uploads.order_blank(context.work, button.subject, button.grade)
    return TemplateBeingWritten()


@announces(uploads.BlankReady)
def ready(notice: uploads.BlankReady) -> Screen:
    """The table is written."""
    return TemplateFile(notice.file_key, notice.subject, notice.grade, notice.tasks)


@announces(uploads.BlankFailed)
def failed(notice: uploads.BlankFailed) -> Screen:
    """The table could not be written."""
    return TemplateNotWritten(notice.subject, notice.grade)


role_command(RULES[Action.UPLOAD_RESULTS], COMMAND_ORDER, "template")
help_line(RULES[Action.UPLOAD_RESULTS], HELP_ORDER, "results-help")


def _capital(key: str, texts: Texts) -> str:
    name = subject(key).name(texts.language)
    return f"{name[:1].upper()}{name[1:]}"
