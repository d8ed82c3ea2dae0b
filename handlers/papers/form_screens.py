"""The forms of a place: what is in force, samples to start from, what was sent."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.menu import to_menu
from handlers.papers.buttons import (
    GetForm,
    GetSample,
    OpenForm,
    RestoreForm,
)
from handlers.papers.keys import kind_key, short, to_forms
from handlers.ui.screens import FileRef, Message, Screen
from handlers.ui.texts import Markup, Texts
from services.papers import (
    InForce,
    PaperKind,
)

EXAMPLE = "{{ association }}"
LONGEST_NAME = 60
PROBLEMS_SHOWN = 6


@dataclass(frozen=True)
class FormsInForce(Screen):
    """Which form each kind of paper has at a place."""

    place: str
    forms: tuple[InForce, ...]

    def render(self, texts: Texts) -> Message:
        """A line and a key per kind of paper."""
        lines = [texts("papers-forms", place=short(self.place))]
        lines += [_form_line(form, texts) for form in self.forms]
        lines.append(texts("papers-how-to-send", example=EXAMPLE))
        keys = [kind_key(OpenForm(form.kind), form.kind, texts) for form in self.forms]
        return Message("\n".join(lines), (tuple(keys), (to_menu(texts),)))


@dataclass(frozen=True)
class FormShown(Screen):
    """The form of one kind of paper, and what can be done about it."""

    form: InForce

    def render(self, texts: Texts) -> Message:
        """Whose it is; the sample, the file, the way back to ours."""
        form = self.form
        head = texts("papers-form-of", kind=form.kind)
        keys = [GetSample(form.kind).labelled(texts.label("papers-get-sample"))]
        if form.template_id is None or form.sent_at is None:
            said = texts("papers-form-is-ours")
        else:
            whose = "own" if form.own else "around"
            details = {} if form.own else {"from": short(form.place)}
            file = short(form.file_name)
            said = texts(f"papers-form-is-{whose}", file=file, at=form.sent_at, **details)
            keys.append(GetForm(form.kind).labelled(texts.label("papers-get-ours")))
            if form.own:
                keys.append(RestoreForm(form.kind).labelled(texts.label("papers-restore")))
        rows = tuple((key,) for key in [*keys, to_forms(texts)])
        return Message(f"{head}\n{said}", rows)


@dataclass(frozen=True)
class FormRestored(Screen):
    """The place's own form was put away."""

    form: InForce

    def render(self, texts: Texts) -> Message:
        """Say which form is in force now."""
        ours = self.form.template_id is None
        said = texts(
            "papers-restored",
            kind=self.form.kind,
            whose="ours" if ours else "around",
            **{"from": "" if ours else short(self.form.place)},
        )
        return Message(said, ((to_forms(texts),), (to_menu(texts),)))


@dataclass(frozen=True)
class SampleBeingMade(Screen):
    """A sample was asked for."""

    def render(self, texts: Texts) -> Message:
        """Say that it comes."""
        return Message(texts("papers-sample-made"), ((to_forms(texts),),))


@dataclass(frozen=True)
class FormGiven(Screen):
    """The file of a form: a sample to start from, or the one in force."""

    file: FileRef
    sample: bool

    def render(self, texts: Texts) -> Message:
        """Give the file."""
        said = texts("papers-sample-given") if self.sample else Markup()
        return Message(said, ((to_forms(texts),),), document=self.file)


@dataclass(frozen=True)
class SampleNotMade(Screen):
    """A sample could not be made."""

    kind: PaperKind

    def render(self, texts: Texts) -> Message:
        """Offer to try again."""
        again = GetSample(self.kind).labelled(texts.label("papers-get-sample"))
        return Message(texts("papers-sample-failed"), ((again,), (to_forms(texts),)))


def _form_line(form: InForce, texts: Texts) -> Markup:
    if form.template_id is None or form.sent_at is None:
        return texts("papers-form-line", kind=form.kind, whose="ours")
    details: dict[str, object] = {"at": form.sent_at, "from": short(form.place)}
    whose = "own" if form.own else "around"
    return texts("papers-form-line", kind=form.kind, whose=whose, **details)
