"""A list of staff before and after it is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handlers.menu import to_menu
from handlers.results.buttons import DropUpload
from handlers.ui.layout import in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Markup, Texts
from handlers.upload_links.buttons import ConfirmStaff
from services.staff import SchoolStaff, StaffOddity, StaffPreview

SCHOOLS_SHOWN = 3
ODDITIES_SHOWN = 2
LONGEST_NAME = 40


@dataclass(frozen=True)
class StaffListFound(Screen):
    """How many people, in which schools, what was not understood; nothing is kept yet."""

    preview: StaffPreview

    def render(self, texts: Texts) -> Message:
        """Show it."""
        confirm = ConfirmStaff(self.preview.upload_id)
        cancel = DropUpload(self.preview.upload_id, corrected=False)
        corrected = DropUpload(self.preview.upload_id, corrected=True)
        keys = [
            confirm.labelled(texts.label("upload-staff-confirm")),
            corrected.labelled(texts.label("results-send-corrected")),
        ]
        rows = in_rows(keys, exits=[cancel.labelled(texts.label("results-cancel"))], columns=1)
        return Message("\n".join(_lines(self.preview, texts)), rows)


@dataclass(frozen=True)
class StaffListStored(Screen):
    """The list is loaded."""

    people: int

    def render(self, texts: Texts) -> Message:
        """Say it."""
        words = texts("upload-staff-stored", people=self.people)
        return Message(words, in_rows([], exits=[to_menu(texts)]))


def _lines(shown: StaffPreview, texts: Texts) -> Iterator[Markup]:
    one = shown.schools[0] if len(shown.schools) == 1 else None
    yield texts(
        "upload-staff-found",
        people=shown.people,
        schools=len(shown.schools),
        school=one.name if one else "many",
        named="yes" if one else "no",
    )
    if one is None:
        yield from _schools(shown.schools, texts)
    yield from _oddities(shown.oddities, texts)
    if shown.foreign:
        yield texts(
            "upload-staff-foreign",
            count=len(shown.foreign),
            first=_short(shown.foreign[0]),
            more=len(shown.foreign) - 1,
            own=shown.own_only,
        )
    replaced = [school.replaced_at for school in shown.schools if school.replaced_at]
    if one is not None and replaced:
        yield texts("upload-staff-replaces", at=replaced[0])
    elif replaced:
        yield texts("upload-staff-replaces-some", count=len(replaced))
    yield texts("results-nothing-kept")


def _schools(schools: tuple[SchoolStaff, ...], texts: Texts) -> Iterator[Markup]:
    for school in schools[:SCHOOLS_SHOWN]:
        name = _short(school.name)
        yield texts("upload-staff-of-school", school=name, people=school.people)
    if len(schools) > SCHOOLS_SHOWN:
        yield texts("results-and-more", count=len(schools) - SCHOOLS_SHOWN)


def _oddities(oddities: tuple[StaffOddity, ...], texts: Texts) -> Iterator[Markup]:
    told = oddities[:ODDITIES_SHOWN]
    rest = sum(one.count for one in oddities[ODDITIES_SHOWN:])
    if rest:
        told = (*told, StaffOddity("more", rest, None))
    for one in told:
        yield texts("upload-staff-oddity", what=one.what, count=one.count, cell=one.cell or "none")


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
