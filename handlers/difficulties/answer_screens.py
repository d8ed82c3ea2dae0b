"""Answers and files as messages, whatever kind of file it is."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.difficulties.wording import lines, shortened
from handlers.ui.screens import FileRef, Message, Screen
from handlers.ui.texts import Texts
from services.difficulties.attachments import Attachment

ANSWER_ON_SCREEN = 3600


@dataclass(frozen=True)
class AnswerShown(Screen):
    """An answer, whole, with its only file in the same message."""

    number: int
    helper: str
    text: str
    first: Attachment | None = None

    def render(self, texts: Texts) -> Message:
        """The words of whoever answered, under their name."""
        head = texts("difficulty-answer", number=self.number, helper=self.helper)
        text = shortened(self.text, ANSWER_ON_SCREEN)
        words = texts("difficulty-answer-text", text=text) if text else ""
        return with_file(lines(head, words), self.first)


@dataclass(frozen=True)
class Files(Screen):
    """One file somebody sent, or several photos together."""

    files: tuple[Attachment, ...]

    def render(self, _texts: Texts) -> Message:
        """Just the files."""
        if len(self.files) > 1:
            return Message(album=tuple(file_ref(file) for file in self.files))
        return with_file("", self.files[0])


def with_file(text: str, file: Attachment | None) -> Message:
    """A message with one file of whatever kind."""
    if file is None:
        return Message(text)
    ref = file_ref(file)
    match file.kind:
        case "photo":
            return Message(text, photo=ref)
        case "voice":
            return Message(text, voice=ref)
        case "video":
            return Message(text, video=ref)
        case "audio":
            return Message(text, audio=ref)
        case _:
            return Message(text, document=ref)


def file_ref(file: Attachment) -> FileRef:
    """A file as the messenger knows it: it is sent on without being fetched."""
    return FileRef(f"tg.{file.file_id}", file.name or file.kind)
