"""An answer as the messages it arrives in."""

from __future__ import annotations

from collections.abc import Sequence

from services.difficulties.attachments import Attachment
from services.difficulties.notices import AnswerCame, FilesCame
from services.notices import Notice

LARGEST = 10
"""Telegram takes albums of up to so many photos."""


def letters(number: int, helper: str, text: str, files: Sequence[Attachment]) -> tuple[Notice, ...]:
    """An answer as messages: its words, with a single file in the same message, then the rest."""
    if len(files) == 1:
        return (AnswerCame(number, helper, text, files[0]),)
    return (
        AnswerCame(number, helper, text),
        *(FilesCame(number, together) for together in in_albums(files)),
    )


def in_albums(files: Sequence[Attachment]) -> tuple[tuple[Attachment, ...], ...]:
    """Photos together, ten at most; every other file by itself."""
    photos = tuple(file for file in files if file.kind == "photo")
    albums = [photos[start : start + LARGEST] for start in range(0, len(photos), LARGEST)]
    return (*albums, *((file,) for file in files if file.kind != "photo"))
