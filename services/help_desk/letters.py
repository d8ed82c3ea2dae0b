"""An answer as the messages it arrives in."""

from __future__ import annotations

from collections.abc import Sequence

from services.difficulties.attachments import Attachment
from services.difficulties.notices import AnswerCame, FilesCame
from services.notices import Notice


def letters(number: int, helper: str, text: str, files: Sequence[Attachment]) -> tuple[Notice, ...]:
    """An answer as messages: its words, with a single file in the same message, then the rest."""
    if len(files) == 1:
        return (AnswerCame(number, helper, text, files[0]),)
    photos = tuple(file for file in files if file.kind == "photo")
    rest = [(file,) for file in files if file.kind != "photo"]
    groups = [photos, *rest] if photos else rest
    return (AnswerCame(number, helper, text), *(FilesCame(number, one) for one in groups))
