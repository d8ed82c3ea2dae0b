"""What every document we give out must be: well-formed, whole, reaching nowhere."""

from __future__ import annotations

import io
import posixpath
import zipfile

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree


def assert_sound(content: bytes) -> Document:
    """Fail unless every part is well-formed and every relation leads to a part; the document."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = set(package.namelist())
        for name in names:
            if name.endswith((".xml", ".rels")):
                root = etree.fromstring(package.read(name))
                if name.endswith(".rels"):
                    assert_leads_inside(name, root, names)
        types = etree.fromstring(package.read("[Content_Types].xml"))
        told = {one.get("PartName", "").lstrip("/") for one in types} - {""}
        assert told <= names, told - names
    return docx.Document(io.BytesIO(content))


def assert_leads_inside(name: str, root: etree._Element, names: set[str]) -> None:
    folder = posixpath.dirname(posixpath.dirname(name))
    for one in root:
        assert one.get("TargetMode") != "External", one.get("Target")
        target = posixpath.normpath(posixpath.join("/", folder, one.get("Target"))).lstrip("/")
        assert target in names, f"{name} leads to {target}"


def words(document: Document) -> str:
    """All words of a document in the order of its body, ordinary spaces in them."""
    body = document.element.body
    lines = [
        "".join(one.text or "" for one in line.iter(qn("w:t"))) for line in body.iter(qn("w:p"))
    ]
    return "\n".join(lines).replace("\u00a0", " ")
