"""What is refused on principle: the reason, where it is written, what there is instead."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.analyses.buttons import (
    Grounds,
    HardTopics,
    HelpWanted,
    OpenAnalysis,
    ThreeYears,
    WithRegion,
)
from handlers.analyses.wording import fitted, mark_of, skill_of
from handlers.difficulties.buttons import Report
from handlers.menu import to_menu
from handlers.results.wording import title_line
from handlers.statistics import ShowStatistics
from handlers.ui.buttons import Key
from handlers.ui.layout import in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Texts
from services.analyses.wanted import Wanted


@dataclass(frozen=True)
class NotTold(Screen):
    """Figures of single teachers, classes or schools, or quotas, were asked for."""

    asked: str
    """teachers | classes | schools | quotas"""

    def render(self, texts: Texts) -> Message:
        """Refuse with the reason, and offer what there is."""
        keys = [
            HardTopics().labelled(texts.label("analyses-hard-topics")),
            HelpWanted().labelled(texts.label("analyses-help-wanted")),
            WithRegion().labelled(texts.label("analyses-with-region")),
        ]
        if self.asked == "classes":
            keys[1] = ThreeYears().labelled(texts.label("analyses-show-years"))
        keys.append(Grounds().labelled(texts.label("analyses-grounds")))
        return Message(
            texts(f"analyses-refuse-{self.asked}"),
            in_rows(keys, exits=[to_menu(texts)], columns=1),
        )


@dataclass(frozen=True)
class GroundsTold(Screen):
    """Where it is written."""

    def render(self, texts: Texts) -> Message:
        """Say it."""
        keys = [
            HardTopics().labelled(texts.label("analyses-hard-topics")),
            WithRegion().labelled(texts.label("analyses-with-region")),
        ]
        return Message(
            texts("analyses-grounds-text"), in_rows(keys, exits=[to_menu(texts)], columns=1)
        )


@dataclass(frozen=True)
class HelpWantedShown(Screen):
    """The areas for which associations asked help."""

    wanted: tuple[Wanted, ...]
    reports: bool
    """Whether the reader may ask for help."""
    statistics: bool
    """Whether the reader sees what is asked for in general."""

    def render(self, texts: Texts) -> Message:
        """Show them, each opened by its number."""
        exits: list[Key] = [to_menu(texts)]
        if self.statistics:
            exits.insert(0, ShowStatistics().labelled(texts.label("statistics-menu")))
        if self.reports:
            exits.insert(0, Report().labelled(texts.label("difficulty-menu")))
        keys = [
            OpenAnalysis(one.study_id).labelled(str(number))
            for number, one in enumerate(self.wanted, 1)
        ]
        return Message(fitted(lambda limit: self._lines(limit, texts)), in_rows(keys, exits=exits))

    def _lines(self, limit: int, texts: Texts) -> list[str]:
        if not self.wanted:
            return [texts("analyses-no-help-wanted")]
        lines: list[str] = [texts("analyses-help-wanted-head")]
        for number, one in enumerate(self.wanted, 1):
            lines.append(
                texts(
                    "analyses-help-wanted-line",
                    number=number,
                    skill=skill_of(one.code, one.skill, texts, limit),
                    place=mark_of(one.code, one.level, one.skill, texts),
                    title=title_line(one.title, texts, short=True),
                )
            )
        return lines
