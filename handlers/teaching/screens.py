"""«My classes»: what was said, what waits, what the school answers."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.forms.keyboard import TICK, Option, fit
from handlers.menu import to_menu
from handlers.results.group_screen import shortened
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
from handlers.teaching.wording import class_name, load_words, school_year
from handlers.ui.buttons import Key
from handlers.ui.layout import SCREEN_LIMIT, in_rows
from handlers.ui.paging import page_line, page_of, turning_row
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.subjects import subject
from services.teaching import Load, Offered, State

SHOWN = 6
ASKED_AT_ONCE = 3
CONFIRMED_AT_ONCE = 9
NAME = 40
TICKED = (State.WAITING, State.CONFIRMED)


@dataclass(frozen=True)
class MyClasses(Screen):
    """The classes somebody said they teach, and how each stands; confirmed ones open."""

    loads: tuple[Load, ...]
    said: str = ""
    """What has just happened: asked | nobody."""
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Show one page of them."""
        lines: list[str] = [texts("teaching-my-classes")]
        if self.said:
            lines.append(texts(f"teaching-said-{self.said}"))
        page = page_of(self.loads, self.page, size=SHOWN)
        keys = []
        for number, one in enumerate(page.items, page.first + 1):
            words, state = load_words(one, texts), one.state.value
            lines.append(texts("teaching-my-load", number=number, words=words, state=state))
            if one.state is State.CONFIRMED:
                keys.append(OpenOwnClass(one.load_id).labelled(str(number)))
        turning = turning_row(page, OpenMyClasses, texts)
        lines.append(page_line(page, texts))
        return Message(
            "\n".join(filter(None, lines)),
            (
                *in_rows(keys),
                *((turning,) if turning else ()),
                (NameClasses().labelled(texts.label("teaching-name-classes")),),
                (to_menu(texts),),
            ),
        )


@dataclass(frozen=True)
class WhichClasses(Screen):
    """The classes of the results, to be ticked."""

    offered: tuple[Offered, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Ask which."""
        done = ClassesNamed().labelled(texts.label("teaching-done"))
        if not self.offered:
            return Message(texts("teaching-nothing-offered"), ((to_menu(texts),),))
        years = {one.school_year for one in self.offered}
        options = [
            Option(
                _label(one, texts, with_year=len(years) > 1),
                ToggleClass(one.study_id, one.code, self.page),
                TICK if one.state in TICKED else "",
            )
            for one in self.offered
        ]
        asked = texts("teaching-which", year=school_year(max(years), texts), many=len(years) > 1)
        room = SCREEN_LIMIT - len(asked)
        shown = fit(options, below=2, room=room, page=self.page, ticks=True)
        turning = turning_row(shown.page, NameClasses, texts)
        text = f"{asked}\n{shown.text}" if shown.text else asked
        back = OpenMyClasses().labelled(texts.label("teaching-back"))
        return Message(text, (*shown.rows, *((turning,) if turning else ()), (done,), (back,)))


@dataclass(frozen=True)
class LoadsToConfirm(Screen):
    """Several teachers' words on one screen, each answered by one tap."""

    loads: tuple[Load, ...]
    page: int = 0
    done: Load | None = None
    """What has just been answered."""

    def render(self, texts: Texts) -> Message:
        """Ask."""
        lines: list[str] = []
        if self.done is not None:
            lines.append(
                texts(
                    "teaching-answered",
                    person=shortened(self.done.name, NAME),
                    words=load_words(self.done, texts),
                    state=self.done.state.value,
                )
            )
        if not self.loads:
            lines.append(texts("teaching-nothing-waits"))
            return Message("\n".join(lines), in_rows([_confirmed(texts)], exits=[to_menu(texts)]))
        page = page_of(self.loads, self.page, size=ASKED_AT_ONCE)
        lines.append(texts("teaching-confirm"))
        rows: list[tuple[Key, ...]] = []
        for number, one in enumerate(page.items, page.first + 1):
            lines.append(
                texts(
                    "teaching-does-teach",
                    number=number,
                    person=shortened(one.name, NAME),
                    klass=class_name(one.key),
                    subject=subject(one.subject).name(texts.language),
                    year=school_year(one.school_year, texts),
                )
            )
            rows.append(_answers(one, number, len(page.items), texts))
        lines.append(texts("teaching-why-confirm"))
        turning = turning_row(page, OpenLoads, texts)
        lines.append(page_line(page, texts))
        return Message(
            "\n".join(filter(None, lines)),
            (*rows, *((turning,) if turning else ()), (_confirmed(texts),), (to_menu(texts),)),
        )


@dataclass(frozen=True)
class ConfirmedLoads(Screen):
    """What the school has confirmed, to be taken back if it was a mistake."""

    loads: tuple[Load, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Show one page, by name."""
        back = OpenLoads().labelled(texts.label("teaching-to-waiting"))
        if not self.loads:
            return Message(texts("teaching-none-confirmed"), ((back,), (to_menu(texts),)))
        page = page_of(self.loads, self.page, size=CONFIRMED_AT_ONCE)
        lines: list[str] = [texts("teaching-confirmed")]
        keys = []
        for number, one in enumerate(page.items, page.first + 1):
            words = load_words(one, texts)
            lines.append(
                texts(
                    "teaching-confirmed-load",
                    number=number,
                    person=shortened(one.name, 24),
                    words=words,
                )
            )
            keys.append(TakeBack(one.load_id).labelled(str(number)))
        turning = turning_row(page, OpenConfirmed, texts)
        lines.append(page_line(page, texts))
        return Message(
            "\n".join(filter(None, lines)),
            (
                *in_rows(keys),
                *((turning,) if turning else ()),
                (back,),
                (to_menu(texts),),
            ),
        )


@dataclass(frozen=True)
class TakeBackAsked(Screen):
    """Is a confirmation to be taken back?"""

    load: Load

    def render(self, texts: Texts) -> Message:
        """Ask."""
        words = load_words(self.load, texts)
        sure = TakeBack(self.load.load_id, sure=True)
        return Message(
            texts("teaching-take-back", person=shortened(self.load.name, NAME), words=words),
            (
                (sure.labelled(texts.label("teaching-take-back-yes")),),
                (OpenConfirmed().labelled(texts.label("teaching-back")),),
            ),
        )


@dataclass(frozen=True)
class LoadAnswered(Screen):
    """The school's answer, for the teacher."""

    load: Load

    def render(self, texts: Texts) -> Message:
        """Tell it."""
        words = load_words(self.load, texts)
        keys: list[Key] = []
        if self.load.state is State.CONFIRMED:
            keys.append(
                OpenOwnClass(self.load.load_id).labelled(texts.label("teaching-open-figures"))
            )
        keys.append(OpenMyClasses().labelled(texts.label("teaching-my-classes-menu")))
        return Message(
            texts("teaching-load-answered", words=words, state=self.load.state.value),
            in_rows(keys, exits=[to_menu(texts)]),
        )


def _label(one: Offered, texts: Texts, *, with_year: bool) -> str:
    words = texts.label(
        "teaching-open-class",
        klass=class_name(one.key),
        subject=shortened(subject(one.subject).name(texts.language), 11 if with_year else 20),
    )
    return f"{words} {school_year(one.school_year, texts)}" if with_year else words


def _answers(load: Load, number: int, many: int, texts: Texts) -> tuple[Key, ...]:
    shown = str(number) if many > 1 else ""
    return tuple(
        DecideLoad(load.load_id, yes).labelled(
            texts.label("teaching-yes" if yes else "teaching-no", number=shown).strip()
        )
        for yes in (True, False)
    )


def _confirmed(texts: Texts) -> Key:
    return OpenConfirmed().labelled(texts.label("teaching-confirmed-menu"))
