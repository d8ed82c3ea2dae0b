"""A form that was sent: being looked at, sound or not, taken or left."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.menu import to_menu
from handlers.papers.buttons import LeaveTemplate, TakeTemplate
from handlers.papers.keys import kind_key, short, to_forms
from handlers.ui.layout import SCREEN_LIMIT
from handlers.ui.screens import Message, Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from services.papers import (
    PaperKind,
    Problem,
    Taken,
    TemplateFaulty,
    TemplateRead,
    TemplateTurnedDown,
)

PROBLEMS_SHOWN = 6


@dataclass(frozen=True)
class TemplateBeingRead(Screen):
    """A document came."""

    def render(self, texts: Texts) -> Message:
        """Say that it is looked at."""
        return Message(texts("papers-template-read"))


@dataclass(frozen=True)
class TemplateSound(Screen):
    """A template without mistakes: which paper is it for?"""

    found: TemplateRead

    def render(self, texts: Texts) -> Message:
        """Ask for the kind."""
        found = self.found
        said = texts(
            "papers-template-sound",
            file=short(found.file_name),
            count=len(found.used),
            place=short(found.place),
        )
        keys = tuple(
            kind_key(TakeTemplate(found.template_id, kind), kind, texts) for kind in PaperKind
        )
        leave = LeaveTemplate(found.template_id).labelled(texts.label("papers-leave"))
        return Message(said, (keys, (leave,)))


@dataclass(frozen=True)
class TemplateTaken(Screen):
    """A template is in force."""

    taken: Taken

    def render(self, texts: Texts) -> Message:
        """Say where, and what it does not say."""
        taken = self.taken
        lines = [texts("papers-taken", kind=taken.kind, place=short(taken.place))]
        if taken.lacking:
            lines.append(texts("papers-taken-lacking", fields=", ".join(taken.lacking)))
        return Message("\n".join(lines), ((to_forms(texts),), (to_menu(texts),)))


@dataclass(frozen=True)
class TemplateLeft(Screen):
    """A template was not kept."""

    def render(self, texts: Texts) -> Message:
        """Say what is in force."""
        return Message(texts("papers-left"), ((to_forms(texts),), (to_menu(texts),)))


@dataclass(frozen=True)
class TemplateHasMistakes(Screen):
    """What is to be mended in a template; as many as a screen takes."""

    found: TemplateFaulty

    def render(self, texts: Texts) -> Message:
        """The mistakes one by one."""
        head = texts("papers-faulty", file=short(self.found.file_name))
        end = texts("papers-faulty-end")
        lines = [_problem(one, texts) for one in self.found.problems]
        shown: list[Markup] = []
        room = SCREEN_LIMIT - len(visible_text(head + end)) - 30
        for line in lines[:PROBLEMS_SHOWN]:
            room -= len(visible_text(line)) + 1
            if room < 0:
                break
            shown.append(line)
        if more := len(lines) - len(shown):
            shown.append(texts("papers-faulty-more", count=more))
        return Message("\n".join([head, *shown, end]), ((to_forms(texts),), (to_menu(texts),)))


@dataclass(frozen=True)
class TemplateNotTaken(Screen):
    """A document that cannot be a template."""

    refused: TemplateTurnedDown

    def render(self, texts: Texts) -> Message:
        """Say why, and what to do."""
        said = texts("papers-template-refused", code=self.refused.code, what=self.refused.what)
        return Message(said, ((to_forms(texts),), (to_menu(texts),)))


def _problem(one: Problem, texts: Texts) -> Markup:
    known = "yes" if one.like else "no"
    words = texts("papers-problem", code=one.code, what=one.what, like=one.like, known=known)
    return texts("papers-faulty-line", words=words)
