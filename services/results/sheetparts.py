"""Which part of a package is which sheet."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of a workbook and the path of its part."""

    path: str
    name: str
    visible: bool


def sheet_parts(package: zipfile.ZipFile) -> tuple[SheetPart, ...]:
    """The sheets in their order; empty when the workbook does not tell."""
    try:
        book = ElementTree.fromstring(package.read("xl/workbook.xml"))  # noqa: S314
        links = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    except (KeyError, ElementTree.ParseError):
        return ()
    return tuple(_sheets(book, {link.get("Id"): link.get("Target", "") for link in links}))


def counts_days_from_1904(package: zipfile.ZipFile) -> bool:
    """Whether the workbook has the days of old Macintosh programs."""
    book = ElementTree.fromstring(package.read("xl/workbook.xml"))  # noqa: S314
    flags = [item.get("date1904") for item in book.iter() if item.tag.endswith("}workbookPr")]
    return any(flag in ("1", "true") for flag in flags)


def _sheets(book: ElementTree.Element, targets: dict[str | None, str]) -> Iterator[SheetPart]:
    for element in book.iter():
        if element.tag.endswith("}sheet") and element.get(_RELATION) in targets:
            target = targets[element.get(_RELATION)]
            path = posixpath.normpath(posixpath.join("xl", target)).lstrip("/")
            visible = element.get("state", "visible") == "visible"
            yield SheetPart(path, element.get("name", ""), visible)
