"""The staff dashboard as files: a picture, a spreadsheet, or the word that neither was made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.menu import to_menu
from handlers.staff.buttons import DrawStaff, OpenStaff
from handlers.ui.screens import FileRef, Message, Screen
from handlers.ui.texts import Texts


@dataclass(frozen=True)
class StaffPicture(Screen):
    """The figures of a place as a picture."""

    key: str
    place_id: int
    place: str
    dark: bool

    def render(self, texts: Texts) -> Message:
        """The picture, and the same in the other light."""
        label = "staff-picture-light" if self.dark else "staff-picture-dark"
        other = DrawStaff(self.place_id, dark=not self.dark).labelled(texts.label(label))
        back = OpenStaff(self.place_id).labelled(texts.label("staff-back"))
        return Message(
            texts("staff-picture-caption", place=self.place),
            ((other,), (back,), (to_menu(texts),)),
            photo=FileRef(self.key, texts.label("staff-picture-name")),
        )


@dataclass(frozen=True)
class StaffTable(Screen):
    """The figures of a place as a spreadsheet."""

    key: str
    place_id: int
    place: str
    made_at: datetime

    def render(self, texts: Texts) -> Message:
        """The file."""
        back = OpenStaff(self.place_id).labelled(texts.label("staff-back"))
        day = f"{texts.local(self.made_at):%Y-%m-%d}"
        return Message(
            texts("staff-table-caption", place=self.place),
            ((back,), (to_menu(texts),)),
            document=FileRef(self.key, texts.label("staff-table-name", day=day)),
        )


@dataclass(frozen=True)
class StaffNotMade(Screen):
    """A picture or a spreadsheet could not be made; the figures are whole."""

    place_id: int

    def render(self, texts: Texts) -> Message:
        """Say it."""
        back = OpenStaff(self.place_id).labelled(texts.label("staff-back"))
        return Message(texts("staff-not-made"), ((back,), (to_menu(texts),)))
