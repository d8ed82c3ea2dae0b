"""«My classes»: a teacher names them, the school confirms, the figures open."""

from __future__ import annotations

from handlers.analyses.buttons import OpenClass, OpenClasses
from handlers.commands import role_command
from handlers.help import help_line
from handlers.menu import menu_entry
from handlers.old_buttons import opens_now
from handlers.teaching.buttons import (
    ClassesNamed,
    DecideLoad,
    NameClasses,
    OpenConfirmed,
    OpenLoads,
    OpenMyClasses,
    OpenOwnClass,
    TakeBack,
    ToggleClass,
)
from handlers.teaching.class_screens import (
    ClassBeingReckoned,
    ClassesOfStudy,
    ClassesRefused,
    ClassNotOpen,
    ClassNotReckoned,
    ClassShown,
)
from handlers.teaching.screens import (
    ConfirmedLoads,
    LoadAnswered,
    LoadsToConfirm,
    MyClasses,
    TakeBackAsked,
    WhichClasses,
)
from handlers.ui.announce import announces
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome, Reply
from handlers.ui.routes import Routes
from handlers.ui.screens import Screen
from services import teaching
from services.access import RULES, Action
from services.errors import NotFound

routes = Routes()
TEACHERS = RULES[Action.SAY_LOADS]
SCHOOLS = RULES[Action.CONFIRM_LOADS]

menu_entry(TEACHERS, 320, "teaching-my-classes-menu", OpenMyClasses())
menu_entry(SCHOOLS, 330, "teaching-loads-menu", OpenLoads())
role_command(TEACHERS, 320, "classes")
help_line(TEACHERS, 320, "teaching-help")
help_line(SCHOOLS, 330, "teaching-help-confirm")


@routes.command("classes")
@opens_now("tmy", "tch", "ttg", "tsd", "toc")
def my_classes(context: Context) -> Outcome:
    """The classes the actor said they teach."""
    return MyClasses(teaching.own(context.work))


@routes.press(OpenMyClasses)
def my_classes_pressed(context: Context, button: OpenMyClasses) -> Outcome:
    """A page of them."""
    return MyClasses(teaching.own(context.work), page=button.page)


@routes.press(NameClasses)
def name_classes(context: Context, button: NameClasses) -> Outcome:
    """The classes of the results, to be ticked."""
    return WhichClasses(teaching.offered(context.work), button.page)


@routes.press(ToggleClass)
def toggle(context: Context, button: ToggleClass) -> Outcome:
    """Tick a class, or take the tick away."""
    teaching.toggle(context.work, button.study, button.code)
    return WhichClasses(teaching.offered(context.work), button.page)


@routes.press(ClassesNamed)
def named(context: Context, _button: ClassesNamed) -> Outcome:
    """Ask the school to confirm."""
    loads = teaching.own(context.work)
    if not any(one.state is teaching.State.WAITING for one in loads):
        return MyClasses(loads)
    reached = teaching.ask_to_confirm(context.work)
    return MyClasses(loads, "asked" if reached else "nobody")


@routes.press(OpenOwnClass)
def open_own(context: Context, button: OpenOwnClass) -> Outcome:
    """Have the figures of one's own class reckoned; they come in place of this message."""
    anchor = teaching.ask_for_own(context.work, button.load, button.study, button.page)
    return Reply(ClassBeingReckoned(), anchor=anchor)


@opens_now("tld", "tdl", "tcf", "ttb")
def to_confirm(context: Context) -> Outcome:
    """What waits for the school's word."""
    return LoadsToConfirm(teaching.waiting(context.work))


@routes.press(OpenLoads)
def open_loads(context: Context, button: OpenLoads) -> Outcome:
    """A page of it."""
    return LoadsToConfirm(teaching.waiting(context.work), button.page)


@routes.press(DecideLoad)
def decide(context: Context, button: DecideLoad) -> Outcome:
    """Yes or no; what else waits comes in its place."""
    done = teaching.decide(context.work, button.load, yes=button.yes)
    return LoadsToConfirm(teaching.waiting(context.work), done=done)


@routes.press(OpenConfirmed)
def open_confirmed(context: Context, button: OpenConfirmed) -> Outcome:
    """What was confirmed."""
    return ConfirmedLoads(teaching.confirmed(context.work), button.page)


@routes.press(TakeBack)
def take_back(context: Context, button: TakeBack) -> Outcome:
    """Take a confirmation back, once it was asked again."""
    load = next((o for o in teaching.confirmed(context.work) if o.load_id == button.load), None)
    if load is None:
        raise NotFound
    if not button.sure:
        return TakeBackAsked(load)
    teaching.decide(context.work, button.load, yes=False)
    return ConfirmedLoads(teaching.confirmed(context.work))


@routes.press(OpenClasses)
def open_classes(context: Context, button: OpenClasses) -> Outcome:
    """The classes of a study, where several teachers share them."""
    cut = teaching.cut(context.work, button.study)
    return ClassesOfStudy(cut) if cut.refused is None else ClassesRefused(cut)


@routes.press(OpenClass)
def open_class(context: Context, button: OpenClass) -> Outcome:
    """Have a class of the cut reckoned."""
    anchor = teaching.ask_for_class(context.work, button.study, button.code, button.page)
    return Reply(ClassBeingReckoned(), anchor=anchor)


@announces(teaching.LoadsSaid)
def said(notice: teaching.LoadsSaid) -> Screen:
    """Somebody named their classes."""
    return LoadsToConfirm(notice.loads)


@announces(teaching.LoadDecided)
def answered(notice: teaching.LoadDecided) -> Screen:
    """The school has answered."""
    return LoadAnswered(notice.load)


@announces(teaching.ClassReckoned)
def reckoned(notice: teaching.ClassReckoned) -> Screen:
    """The figures of a class."""
    return ClassShown(notice.told, notice.page, notice.load_id, notice.code, notice.others)


@announces(teaching.ClassClosed)
def closed(_notice: teaching.ClassClosed) -> Screen:
    """The class is not open any more."""
    return ClassNotOpen()


@announces(teaching.ClassFailed)
def failed(_notice: teaching.ClassFailed) -> Screen:
    """The figures could not be reckoned."""
    return ClassNotReckoned()
