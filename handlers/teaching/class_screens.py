"""The figures of a class: its teacher's, or of a cut for those who lead the school."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handlers.analyses.buttons import OpenAnalysis, OpenClass, OpenClasses, ShowYearsTogether
from handlers.analyses.wording import mark_of, skill_of
from handlers.menu import to_menu
from handlers.results.wording import title_line
from handlers.teaching.buttons import OpenMyClasses, OpenOwnClass
from handlers.teaching.wording import class_name
from handlers.ui.buttons import Button, Key
from handlers.ui.layout import SCREEN_LIMIT, choices, in_rows
from handlers.ui.paging import fitted_page, page_line, turning_row
from handlers.ui.screens import Message, Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from services.teaching import AreaOfClass, ClassTold, Cut, Other

SKILL = 48
SPARE = 25
OTHERS = 2


@dataclass(frozen=True)
class ClassBeingReckoned(Screen):
    """A class's figures are on their way."""

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("teaching-reckoning"))


@dataclass(frozen=True)
class ClassNotOpen(Screen):
    """The class is open to the reader no more."""

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("teaching-closed"), ((to_menu(texts),),))


@dataclass(frozen=True)
class ClassNotReckoned(Screen):
    """A class's figures could not be reckoned."""

    def render(self, texts: Texts) -> Message:
        """Say what is whole and what to do."""
        return Message(texts("teaching-failed"), ((to_menu(texts),),))


@dataclass(frozen=True)
class ClassShown(Screen):
    """A class beside the parallel, where that gives no other class away, and the region."""

    told: ClassTold
    page: int = 0
    load_id: int | None = None
    code: str = ""
    others: tuple[Other, ...] = ()

    def render(self, texts: Texts) -> Message:
        """Show one page, in the order of the file."""
        told = self.told
        head = "\n".join(_head(told, texts, own=self.load_id is not None))
        foot = texts("teaching-class-foot", parallel=told.parallel) if told.rows else Markup()
        lines = [_line(one, texts) for one in told.rows]
        room = SCREEN_LIMIT - len(visible_text(f"{head}{foot}")) - SPARE
        page = fitted_page(
            lines, self.page, length=lambda one: len(visible_text(one)) + 1, room=room
        )
        words = [head, *page.items, foot, page_line(page, texts)]
        turning = turning_row(page, self._turn, texts)
        return Message(
            "\n".join(filter(None, words)),
            (*((turning,) if turning else ()), *self._ways(texts), (to_menu(texts),)),
        )

    def _turn(self, number: int) -> Button:
        if self.load_id is not None:
            return OpenOwnClass(self.load_id, self.told.study_id, number)
        return OpenClass(self.told.study_id, self.code, number)

    def _ways(self, texts: Texts) -> tuple[tuple[Key, ...], ...]:
        if self.load_id is None:
            back = OpenClasses(self.told.study_id).labelled(texts.label("teaching-back"))
            return ((back,),)
        others = tuple(
            (
                OpenOwnClass(self.load_id, one.study_id).labelled(
                    title_line(one.title, texts, short=True)[:28]
                ),
            )
            for one in self.others[:OTHERS]
        )
        mine = OpenMyClasses().labelled(texts.label("teaching-my-classes-menu"))
        return (*others, (mine,))


@dataclass(frozen=True)
class ClassesOfStudy(Screen):
    """The classes of a parallel that several teachers share, in the order of their names."""

    cut: Cut

    def render(self, texts: Texts) -> Message:
        """Show them."""
        shown = self.cut
        told = [one for one in shown.classes if one.told]
        small = [class_name(one.key) for one in shown.classes if not one.told]
        lines = [texts("teaching-cut", title=title_line(shown.title, texts))]
        if small:
            lines.append(texts("teaching-cut-small", classes=tuple(small)))
        keys = [OpenClass(shown.study_id, one.code).labelled(class_name(one.key)) for one in told]
        back = OpenAnalysis(shown.study_id).labelled(texts.label("analyses-back"))
        options = choices(keys, exits=(back, to_menu(texts)))
        if options.text:
            lines.append(options.text)
        return Message("\n".join(lines), options.rows)


@dataclass(frozen=True)
class ClassesRefused(Screen):
    """Why classes are not told, and what there is instead."""

    cut: Cut

    def render(self, texts: Texts) -> Message:
        """Refuse and offer."""
        study = self.cut.study_id
        years = ShowYearsTogether(study).labelled(texts.label("analyses-show-years"))
        back = OpenAnalysis(study).labelled(texts.label("analyses-back"))
        return Message(
            texts("teaching-refuse-classes", reason=self.cut.refused or "one_teacher"),
            in_rows([years], exits=[back, to_menu(texts)], columns=1),
        )


def _head(told: ClassTold, texts: Texts, *, own: bool) -> Iterator[Markup]:
    yield texts(
        "teaching-class-head",
        klass=class_name(told.key),
        title=title_line(told.title, texts),
        n=told.n,
    )
    if own:
        yield texts("teaching-only-you")
    if not told.rows:
        yield texts("teaching-too-few")


def _line(one: AreaOfClass, texts: Texts) -> Markup:
    return texts(
        "teaching-class-line",
        skill=skill_of(one.code, one.skill, texts, SKILL),
        place=mark_of(one.code, one.level, one.skill, texts),
        percent=one.percent,
        low=one.low,
        high=one.high,
        beside="no" if one.parallel is None else "yes",
        parallel=one.parallel or 0,
        peer=one.peer or 0,
        peer_level=one.peer_level or "none",
        certainty="few" if one.confidence == "low" else "enough",
    )
