"""«My cases»: reading answers again, adding a word, taking a question back."""

from __future__ import annotations

from handlers import forms
from handlers.commands import role_command
from handlers.difficulties.answer_screens import AnswerShown, Files
from handlers.difficulties.buttons import AddWord, MyCases, OpenOwn, ReadAnswers, Withdraw
from handlers.difficulties.reporting import REPORTERS
from handlers.difficulties.screens import (
    AdditionKept,
    OwnCases,
    OwnCaseShown,
    WithdrawAsked,
)
from handlers.forms.ends import Known, Values
from handlers.help import help_line
from handlers.home import home
from handlers.menu import menu_entry
from handlers.old_buttons import opens_now
from handlers.ui.announce import announces
from handlers.ui.context import Context
from handlers.ui.outcome import PASS, Outcome
from handlers.ui.routes import Routes
from handlers.ui.screens import Screen
from services.difficulties import own
from services.difficulties.attachments import Attachment, of_answer, to_rows
from services.difficulties.cases import OPEN, name_of_helper
from services.difficulties.notices import AnswerCame, CaseClosed, FilesCame
from services.help_desk.letters import letters
from services.notices import Notice

routes = Routes()

menu_entry(REPORTERS, 110, "difficulty-mine", MyCases())
role_command(REPORTERS, 110, "cases")
help_line(REPORTERS, 110, "difficulty-mine-help")


@routes.command("cases")
@opens_now("dnew", "danon", "dhide", "dmine", "dopen", "dread", "dadd", "dwith")
def cases(context: Context) -> Outcome:
    """The list; a stranger is told how to come in."""
    return _list(context)


@routes.press(MyCases)
def cases_pressed(context: Context, button: MyCases) -> Outcome:
    """A page of the list."""
    return _list(context, button.page)


@routes.press(OpenOwn)
def open_own(context: Context, button: OpenOwn) -> Outcome:
    """One case as it stands now."""
    return OwnCaseShown(own.case(context.work, button.number))


@routes.press(ReadAnswers)
def read(context: Context, button: ReadAnswers) -> Outcome:
    """Send the answers once more."""
    helper = name_of_helper(context.work, button.number)
    for entry in own.answers(context.work, button.number):
        for notice in letters(button.number, helper, entry.text, entry.files):
            context.show(letter_screen(notice))
    return None


@routes.press(AddWord)
def add_word(context: Context, button: AddWord) -> Outcome:
    """Ask what to add, or what to ask now."""
    own.case(context.work, button.number)
    return forms.begin(
        context,
        "addition",
        {"number": button.number},
        about=f"difficulty:{button.number}",
        replace=False,
    )


@forms.finished("addition")
def added(context: Context, values: Values, known: Known) -> Outcome:
    """Give the word to the staff."""
    text, files = of_answer(values.get("addition"))
    kept = own.add(context.work, int(known["number"]), text, files, album=context.group_key)
    return AdditionKept(kept.number, kept.helper, kept.due_at, kept.reopened)


@routes.text
def rest_of_album(context: Context) -> Outcome:
    """The further files of an album belong to the addition the first one made."""
    file = context.file
    if context.group_key is None or file is None:
        return PASS
    rows = to_rows([Attachment(file.kind, file.file_id, file.name)])
    return None if own.add_of_album(context.work, context.group_key, rows) else PASS


@routes.press(Withdraw)
def withdraw(context: Context, button: Withdraw) -> Outcome:
    """Take the question back, after asking once."""
    if not button.sure and own.case(context.work, button.number).status in OPEN:
        return WithdrawAsked(button.number)
    return OwnCaseShown(own.withdraw(context.work, button.number))


def letter_screen(notice: Notice) -> Screen:
    """One message of an answer as a screen."""
    match notice:
        case AnswerCame():
            return AnswerShown(notice.number, notice.helper, notice.text, notice.first)
        case FilesCame():
            return Files(notice.files)
    raise TypeError(f"{type(notice).__name__} is no part of an answer")


announces(AnswerCame)(letter_screen)
announces(FilesCame)(letter_screen)


@announces(CaseClosed)
def case_closed(notice: CaseClosed) -> Screen:
    """The staff closed a case; it can be asked again."""
    return OwnCaseShown(notice.case, intro="difficulty-closed-by-staff")


def _list(context: Context, page: int = 0) -> Screen:
    if context.work.actor.person_id is None:
        return home(context)
    return OwnCases(own.own_cases(context.work), page)
