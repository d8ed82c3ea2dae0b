"""A look at a Word document's package before any library opens it.

A template is a stranger's file: nothing in it may run, reach out or grow.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Protocol

MIB = 1024 * 1024
FILE_BYTES, INFLATED_BYTES, PART_BYTES = 5 * MIB, 40 * MIB, 2 * MIB
ENTRIES, RATIO, FREE_BYTES = 300, 120, MIB
MAIN = "word/document.xml"
FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml").fullmatch
"""The parts a template is filled in; those that are read before."""
_END = b"PK\x05\x06"
_MACROS = ("vbaproject.bin", "vbadata.xml", "vbaprojectsignature")
_EMBEDDED = ("word/embeddings/", "word/activex/", "word/afchunk", "word/controls/")
_SAFE_LINKS = ("http://", "https://", "mailto:")
_REACHING = ("oleObject", "package", "control", "aFChunk", "subDocument", "frame")
_CARRYING = frozenset(("object", "control", "altChunk", "subDoc", "OLEObject", "movie"))
_FIELDS = frozenset(
    ("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "DATE", "TIME", "CREATEDATE", "SAVEDATE")
) | {
    "FORMTEXT",
    "FORMCHECKBOX",
    "FORMDROPDOWN",
    "PRINTDATE",
    "TITLE",
    "SEQ",
    "REF",
    "PAGEREF",
    "TOC",
    "HYPERLINK",
    "STYLEREF",
    "=",
}
"""What a field of Word may do: count, date, refer. Others read files or ask the network."""
_FILLING = frozenset(("officeDocument", "header", "footer", "footnotes"))
_FOOTNOTES = "wordprocessingml.footnotes+xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Element(Protocol):
    """What we ask of an element; the library that parses it comes without types."""

    @property
    def tag(self) -> object:
        """The name with its namespace; of a comment something else."""
        ...

    @property
    def attrib(self) -> Mapping[str, str]:
        """All attributes."""
        ...

    @property
    def text(self) -> str | None:
        """The words before the first child."""
        ...

    def get(self, key: str, default: str = "") -> str:
        """An attribute."""
        ...

    def iter(self, *tags: str) -> Iterator[Element]:
        """Itself and all below."""
        ...

    def iterancestors(self, *tags: str) -> Iterator[Element]:
        """All above, the nearest first."""
        ...

    def getparent(self) -> Element | None:
        """The one above."""
        ...

    def __iter__(self) -> Iterator[Element]:
        """The children."""
        ...


class TemplateRefused(Exception):
    """The file cannot be taken as a template; `code` names the sentence."""

    def __init__(self, code: str, what: str = "") -> None:
        self.code, self.what = code, what
        super().__init__(code)


def looks_like_word(content: bytes) -> bool:
    """Whether the package says it is a Word document; only its directory is looked at."""
    try:
        with _opened(content) as package:
            return MAIN in package.namelist()
    except TemplateRefused as refused:
        return refused.code == "old_format"


def checked(content: bytes) -> None:
    """Refuse macros, embedded things, links outwards, entities, bombs and what is no document."""
    with _opened(content) as package:
        _names(package)
        try:
            parts = {entry.filename: package.read(entry) for entry in package.infolist()}
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise TemplateRefused("damaged") from error
    for name, part in parts.items():
        if name.endswith(".rels"):
            _relations(name, part)
        elif name.endswith((".xml", ".vml")):
            _inside(part)
    _types(parts["[Content_Types].xml"])


def _opened(content: bytes) -> zipfile.ZipFile:
    if len(content) > FILE_BYTES:
        raise TemplateRefused("too_big")
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        # An old .doc, or a document under a password.
        raise TemplateRefused("old_format")
    end = content.rfind(_END, max(0, len(content) - 66_000))
    if content[:4] != b"PK\x03\x04" or end < 0 or len(content) < end + 22:
        raise TemplateRefused("not_word")
    if int.from_bytes(content[end + 12 : end + 16], "little") > ENTRIES * 1024:
        raise TemplateRefused("bomb")
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise TemplateRefused("damaged") from error


def _names(package: zipfile.ZipFile) -> None:
    entries = package.infolist()
    names = [entry.filename.lower() for entry in entries]
    if MAIN not in names or "[content_types].xml" not in names:
        raise TemplateRefused("not_word")
    if len(entries) > ENTRIES or len(set(names)) < len(names):
        raise TemplateRefused("bomb")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise TemplateRefused("old_format")
    # The reader stops at the size the directory tells, so these sizes are what is inflated.
    if sum(entry.file_size for entry in entries) > INFLATED_BYTES:
        raise TemplateRefused("bomb")
    for entry in entries:
        honest = entry.compress_size * RATIO + FREE_BYTES
        xml = entry.filename.lower().endswith((".xml", ".rels", ".vml"))
        if entry.file_size > honest or (xml and entry.file_size > PART_BYTES):
            raise TemplateRefused("bomb")
    if any(posixpath.basename(name).startswith(_MACROS) for name in names):
        raise TemplateRefused("macros")
    if any(name.startswith(_EMBEDDED) or "oleobject" in name for name in names):
        raise TemplateRefused("embedded")


def _types(part: bytes) -> None:
    root = parsed(part)
    kinds = [one.get("ContentType", "") for one in root]
    if any("macroEnabled" in kind or "vba" in kind.lower() for kind in kinds):
        raise TemplateRefused("macros")
    if any("wordprocessingml.template" in kind for kind in kinds):
        raise TemplateRefused("template_type")
    notes = [one.get("PartName", "") for one in root if _FOOTNOTES in one.get("ContentType", "")]
    if any(name != "/word/footnotes.xml" for name in notes):
        raise TemplateRefused("damaged")


def _relations(name: str, part: bytes) -> None:
    for one in parsed(part):
        kind = one.get("Type", "").rpartition("/")[2]
        target = one.get("Target", "").strip().lower()
        if "vbaproject" in kind.lower():
            raise TemplateRefused("macros")
        if kind in _REACHING:
            raise TemplateRefused("embedded")
        if kind in _FILLING and not FILLED(_target(name, one.get("Target", ""))):
            # What is filled must be what was read.
            raise TemplateRefused("damaged")
        outside = one.get("TargetMode", "").lower() == "external" or "://" in target
        if outside and (kind != "hyperlink" or not target.startswith(_SAFE_LINKS)):
            raise TemplateRefused("external")


def _target(name: str, target: str) -> str:
    """The part a relation leads to: "word/_rels/document.xml.rels" and "header1.xml"."""
    folder = posixpath.dirname(posixpath.dirname(name))
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _inside(part: bytes) -> None:
    root = parsed(part)
    for one in root.iter():
        if isinstance(one.tag, str) and one.tag.rpartition("}")[2] in _CARRYING:
            raise TemplateRefused("embedded")
    for verb in _verbs(root):
        if verb.upper() not in _FIELDS:
            raise TemplateRefused("field", verb[:20])


def _verbs(root: Element) -> list[str]:
    """What the fields of a part do: the first word of each; fields may stand in fields."""
    found = [_first(one.get(f"{_W}instr") or "") for one in root.iter(f"{_W}fldSimple")]
    open_ones: list[list[str]] = []
    for one in root.iter(f"{_W}fldChar", f"{_W}instrText"):
        if one.tag == f"{_W}instrText":
            if not open_ones:
                found.append(_first(one.text or ""))
            else:
                open_ones[-1].append(one.text or "")
        elif one.get(f"{_W}fldCharType") == "begin":
            open_ones.append([])
        elif one.get(f"{_W}fldCharType") == "end" and open_ones:
            found.append(_first("".join(open_ones.pop())))
    return found + [_first("".join(words)) for words in open_ones]


def _first(instruction: str) -> str:
    return next(iter(instruction.split()), "?")


def parsed(part: bytes) -> Element:
    """The root of a part; refused where it declares entities or is no XML."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root: Element = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise TemplateRefused("damaged") from error
    if etree.ElementTree(root).docinfo.doctype or b"<!DOCTYPE" in part[:4096]:
        raise TemplateRefused("entities")
    return root
