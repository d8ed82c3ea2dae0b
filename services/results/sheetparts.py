"""Which part of a package is which sheet."""

from __future__ import annotations

import posixpath
import zipfile
from xml.etree import ElementTree

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def names(package: zipfile.ZipFile) -> dict[str, str]:
    """Sheet names by the path of their part; empty when the workbook does not tell."""
    try:
        book = ElementTree.fromstring(package.read("xl/workbook.xml"))  # noqa: S314
        links = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    except (KeyError, ElementTree.ParseError):
        return {}
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    found = {}
    for element in book.iter():
        if element.tag.endswith("}sheet") and element.get(_RELATION) in targets:
            target = targets[element.get(_RELATION)]
            path = posixpath.normpath(posixpath.join("xl", target)).lstrip("/")
            found[path] = element.get("name", "")
    return found
