"""Keys and words the screens of forms share."""

from __future__ import annotations

from handlers.papers.buttons import OpenForm, OpenForms, TakeTemplate
from handlers.ui.buttons import Key
from handlers.ui.texts import Texts
from services.papers import PaperKind

LONGEST_NAME = 60


def kind_key(button: OpenForm | TakeTemplate, kind: PaperKind, texts: Texts) -> Key:
    """A key with the name of a kind of paper."""
    return button.labelled(texts.label("papers-kind-key", kind=kind))


def to_forms(texts: Texts) -> Key:
    """The exit to the forms in force."""
    return OpenForms().labelled(texts.label("papers-to-forms"))


def short(name: str) -> str:
    """A name that leaves room for the rest of a screen."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
