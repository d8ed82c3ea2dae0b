"""What a person sees of a form: a question, a draft that waits, the list of what can be fixed."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.forms import keyboard
from handlers.forms.buttons import (
    Anew,
    Back,
    Choose,
    Done,
    Drop,
    Fix,
    Keep,
    Leave,
    Mark,
    Resume,
    Reword,
    Skip,
    Turn,
)
from handlers.forms.keyboard import TICK, Option
from handlers.ui.buttons import Button, Key, Rows
from handlers.ui.layout import LABEL_LIMITS, SCREEN_LIMIT
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Markup, Texts
from services.forms import Kind

TICKED = frozenset({Kind.MANY, Kind.RANK})
KEPT_FOR_PROGRESS = 60
SHORTEST_LIST = 200


@dataclass(frozen=True)
class Ask(Screen):
    """One question with its choices, its way back and its ways out."""

    form: str
    step: int
    question: str
    kind: str
    label: str
    hint: str = ""
    options: tuple[str, ...] = ()
    marked: tuple[int, ...] = ()
    page: int = 0
    number: int = 1
    total: int = 1
    skippable: bool = False
    returnable: bool = False
    accepts: tuple[str, ...] = ()
    before: str = ""
    """A text given before the person came back to this question, or known of them."""
    keepable: bool = False
    """Whether what was said before may be kept by a press."""
    reworded: bool = False
    """Whether what was offered is not wanted: it will be written."""
    refusal: str = ""
    """Why the last answer was not taken, a code of the form engine."""
    own_words: str = ""
    """The form's own words for that."""
    most: int | None = None
    minutes: int = 0
    """How long the whole form takes, told once."""

    def render(self, texts: Texts) -> Message:
        """Say what was wrong if something was, ask, list the choices, tell how far it is."""
        shown = self._shown(texts)
        parts = [self._refused(texts), texts("forms-question", label=self.label)]
        parts += [texts("forms-hint", hint=self.hint)] if self.hint else []
        parts += [texts("forms-write")] if self.reworded else []
        if self.before and not self._offers_itself:
            parts += [texts("forms-before", text=_short(self.before))]
        parts += [shown.text] if shown.text else []
        parts += [self._progress(texts)]
        text = "\n".join(part for part in parts if part)
        return Message(text, rows=shown.rows)

    def _shown(self, texts: Texts) -> _Keys:
        exits = keyboard.last_row(self._exits(texts))
        middle = self._done(texts)
        options = self._options(texts)
        if not options:
            return _Keys(Markup(), (*self._offered(texts), *middle, *exits))
        shown = keyboard.fit(
            options,
            below=len(exits) + len(middle),
            room=self.room,
            page=self.page,
            ticks=Kind(self.kind) in TICKED,
        )
        alone = not (self.returnable or self.skippable or middle)
        if alone and not shown.simple:
            # A first question may have the keyboard to itself; /menu is its way out.
            whole = keyboard.fit(options, below=0, room=self.room)
            shown, exits = (whole, ()) if whole.simple else (shown, exits)
        turns = keyboard.turning(
            shown.page,
            lambda page: Turn(self.form, self.step, page),
            texts.label("ui-page-back"),
            texts.label("ui-page-next"),
        )
        return _Keys(shown.text, (*shown.rows, *turns, *middle, *exits))

    @property
    def room(self) -> int:
        """How many letters a list of choices may take on this screen."""
        words = len(self.label) + len(self.hint) + len(_short(self.before)) + len(self.own_words)
        return max(SCREEN_LIMIT - KEPT_FOR_PROGRESS - words, SHORTEST_LIST)

    def _options(self, texts: Texts) -> list[Option]:
        kind = Kind(self.kind)
        if kind in TICKED:
            return [self._tickable(index, label) for index, label in enumerate(self.options)]
        labels = self.options or tuple(texts.label(name) for name in OWN_OPTIONS.get(kind, ()))
        return [
            Option(label, Choose(self.form, self.step, index)) for index, label in enumerate(labels)
        ]

    def _tickable(self, index: int, label: str) -> Option:
        ticked = index in self.marked
        mark = ""
        if ticked:
            ranked = Kind(self.kind) is Kind.RANK
            mark = f" · {self.marked.index(index) + 1}" if ranked else TICK
        return Option(label, Mark(self.form, self.step, index, not ticked, self.page), mark)

    @property
    def _offers_itself(self) -> bool:
        """Whether what is offered fits on its own key."""
        short = len(self.before) <= LABEL_LIMITS[1] and self.before.isprintable()
        return self.keepable and Kind(self.kind) is Kind.TEXT and short

    def _offered(self, texts: Texts) -> Rows:
        if not self.keepable:
            return ()
        keep = Keep(self.form, self.step)
        if not self._offers_itself:
            return ((keep.labelled(texts.label("forms-keep")),),)
        other = Reword(self.form, self.step).labelled(texts.label("forms-reword"))
        return ((keep.labelled(self.before),), (other,))

    def _done(self, texts: Texts) -> Rows:
        if Kind(self.kind) not in TICKED:
            return ()
        return ((Done(self.form, self.step).labelled(texts.label("forms-done")),),)

    def _exits(self, texts: Texts) -> list[Key]:
        keys = []
        if self.returnable:
            keys.append(Back(self.form, self.step).labelled(texts.label("forms-back")))
        if self.skippable:
            own = f"forms-skip-{self.form}-{self.question}".replace("_", "-")
            label = texts.label(own if texts.has(own) else "forms-skip")
            keys.append(Skip(self.form, self.step).labelled(label))
        keys.append(Leave(self.form, self.step).labelled(texts.label("forms-leave")))
        return keys

    def _refused(self, texts: Texts) -> str:
        if not self.refusal:
            return ""
        if self.own_words:
            return texts("forms-refused-own", words=self.own_words)
        kind = f"forms-refused-{self.refusal}-{self.kind}".replace("_", "-")
        plain = f"forms-refused-{self.refusal}".replace("_", "-")
        name = next((one for one in (kind, plain) if texts.has(one)), "forms-refused")
        return texts(name, most=self.most or 4000)

    def _progress(self, texts: Texts) -> str:
        if self.total < 2:
            return ""
        name = "forms-progress-begins" if self.minutes else "forms-progress"
        return texts(name, number=self.number, total=self.total, minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class _Keys:
    text: Markup
    rows: Rows


OWN_OPTIONS: dict[Kind, tuple[str, ...]] = {
    Kind.NOTE: ("forms-go-on",),
    Kind.ACKNOWLEDGE: ("forms-agree",),
    Kind.AGAIN: ("forms-again-yes", "forms-again-no"),
}
"""What is pressed where the question itself brings no choices."""


@dataclass(frozen=True)
class Draft(Screen):
    """An unfinished form: it is whole, go on or not."""

    form: str
    step: int
    title: str
    anew: bool = False
    """Whether beginning again is offered instead of deleting."""
    silent: bool = False

    def render(self, texts: Texts) -> Message:
        """Say that nothing is lost, ask what to do."""
        own = f"forms-draft-{self.form}".replace("_", "-")
        text = texts(own) if texts.has(own) else texts("forms-draft", title=self.title)
        other: Button = Drop(self.form, self.step)
        label = "forms-drop"
        if self.anew:
            other, label = Anew(self.form, self.step), "forms-anew"
        keys = [
            Resume(self.form, self.step).labelled(texts.label("forms-resume")),
            other.labelled(texts.label(label)),
        ]
        return Message(text, rows=keyboard.last_row(keys), silent=self.silent)


@dataclass(frozen=True)
class WhichToFix(Screen):
    """Several answers were given: which one is to be changed."""

    form: str
    step: int
    answers: tuple[tuple[str, str], ...]
    """(question, answer) in words."""

    def render(self, texts: Texts) -> Message:
        """List the answers as keys."""
        options = [
            Option(_pair(*one), Fix(self.form, self.step, index))
            for index, one in enumerate(self.answers)
        ]
        back = Resume(self.form, self.step).labelled(texts.label("forms-back"))
        shown = keyboard.fit(options, below=1, room=SCREEN_LIMIT - KEPT_FOR_PROGRESS)
        text = "\n".join(part for part in (texts("forms-which-to-fix"), shown.text) if part)
        return Message(text, rows=(*shown.rows, (back,)))


@dataclass(frozen=True)
class Deleted(Screen):
    """A form was deleted with all its answers, if there were any."""

    untouched: bool

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("forms-nothing-kept" if self.untouched else "forms-deleted"))


@dataclass(frozen=True)
class NotAdded(Screen):
    """Words or a file sent after the last question could not be added; the form is as it was."""

    reason: str

    def render(self, texts: Texts) -> Message:
        """Say why."""
        own = f"forms-not-added-{self.reason}".replace("_", "-")
        return Message(texts(own if texts.has(own) else "forms-not-added"))


def _short(text: str, limit: int = 120) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _pair(question: str, given: str) -> str:
    return f"{_short(question, 40)} {_short(given, 40)}".strip()
