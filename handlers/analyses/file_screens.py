"""What can be had of a study as a file, and the file itself."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.analyses.buttons import OpenAnalysis, OpenFiles, TakeAway
from handlers.analyses.wording import head_line
from handlers.menu import to_menu
from handlers.papers.buttons import OrderReport
from handlers.results.buttons import OpenTable
from handlers.results.wording import title_line
from handlers.ui.layout import in_rows
from handlers.ui.screens import FileRef, Message, Screen
from handlers.ui.texts import Texts
from services.analyses.exports import FileMade, Form, Offer

NOT_IN_A_FILE_NAME = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-") | {" ": "-"})
LONGEST_NAME = 90


@dataclass(frozen=True)
class FilesOffered(Screen):
    """The ways a study can be taken away."""

    offer: Offer

    def render(self, texts: Texts) -> Message:
        """Offer them."""
        shown, study = self.offer, self.offer.head.study_id
        keys = [
            TakeAway(study, form).labelled(texts.label("analyses-form", form=form))
            for form in shown.forms
        ]
        if shown.report:
            keys.append(OrderReport(study).labelled(texts.label("analyses-report")))
        if shown.head.summary_id is not None:
            table = OpenTable(shown.head.summary_id, 0)
            keys.append(table.labelled(texts.label("analyses-table")))
        back = OpenAnalysis(study).labelled(texts.label("analyses-back"))
        lines = [head_line(shown.head, texts), texts("analyses-files-say", report=shown.report)]
        return Message("\n".join(lines), in_rows(keys, exits=[back, to_menu(texts)], columns=2))


@dataclass(frozen=True)
class FileGiven(Screen):
    """The file."""

    made: FileMade

    def render(self, texts: Texts) -> Message:
        """Give it under a name that tells what it is."""
        made = self.made
        file = FileRef(made.file_key, file_name(made, texts))
        words = texts(
            "analyses-file",
            title=title_line(made.title, texts),
            place=made.place,
            form=made.form,
        )
        back = OpenAnalysis(made.study_id).labelled(texts.label("analyses-back"))
        more = OpenFiles(made.study_id).labelled(texts.label("analyses-more-files"))
        rows = ((more,), (back,))
        if made.form is Form.SHEET:
            return Message(words, rows, document=file)
        return Message(words, rows, photo=file)


@dataclass(frozen=True)
class FileFailed(Screen):
    """The file could not be made."""

    study_id: int

    def render(self, texts: Texts) -> Message:
        """Say what is whole and what to do."""
        again = OpenFiles(self.study_id).labelled(texts.label("analyses-file-again"))
        return Message(texts("analyses-file-failed"), ((again,), (to_menu(texts),)))


def file_name(made: FileMade, texts: Texts) -> str:
    """What the file is called: the study and the place, without signs disks refuse."""
    told = texts.label("analyses-file-name", title=title_line(made.title, texts), place=made.place)
    plain = "".join(sign for sign in told.translate(NOT_IN_A_FILE_NAME) if sign.isprintable())
    ending = "xlsx" if made.form is Form.SHEET else "png"
    return f"{plain[:LONGEST_NAME]}.{ending}"
