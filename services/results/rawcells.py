"""What the XML of one cell means: shared and inline text, numbers, days, truth."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from xml.etree import ElementTree

from services.results.sheet import Cell

_KIND = re.compile(rb'\bt="(\w+)"')
_STYLE = re.compile(rb'\bs="(\d+)"')
_VALUE = re.compile(rb"<v(?: [^>]*)?>([^<]*)</v>")
_TEXT = re.compile(rb"<t(?: [^>]*)?>([^<]*)</t>")
_PHONETIC = re.compile(rb"<rPh.*?</rPh>", re.DOTALL)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SPOKEN = re.compile(r'"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]', re.IGNORECASE)
_DAY_SIGNS = re.compile("[dmyhs]", re.IGNORECASE)
_DAY_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a cell has no zone
_LAST_DAY = 2_958_465


class Unusual(Exception):
    """The workbook holds something only a full reader knows."""


@dataclass(frozen=True, slots=True)
class RawCells:
    """How the cells of one workbook are read: its shared texts and its styles of days."""

    texts: Sequence[str]
    days: frozenset[int]

    def decode(self, raw: bytes) -> Cell:
        """One cell from its XML after the address; raises Unusual."""
        attributes, _bracket, content = raw.partition(b">")
        found = _KIND.search(attributes)
        kind = found[1] if found else b"n"
        if kind == b"inlineStr":
            return _joined(content)
        value = _VALUE.search(content)
        if value is None or kind == b"e":
            return ""
        return self._meaning(kind, plain_text(value[1]), attributes)

    def _meaning(self, kind: bytes, value: str, attributes: bytes) -> Cell:
        try:
            if kind == b"s":
                return self.texts[int(value)]
            if kind == b"n" and value:
                style = _STYLE.search(attributes)
                is_day = style is not None and int(style[1]) in self.days
                return _number(float(value), is_day)
        except (ValueError, IndexError) as error:
            raise Unusual from error
        if kind == b"b":
            return value == "1"
        if kind in (b"str", b"n"):
            return value
        raise Unusual


def raw_cells(package: zipfile.ZipFile) -> RawCells:
    """What reading the cells of a checked package needs; raises Unusual."""
    return RawCells(_shared(package), _day_styles(package))


def plain_text(raw: bytes) -> str:
    """Text of an element without its escapes."""
    found = raw.decode()
    if "&" in found:
        found = html.unescape(found)
    if "_x" in found:
        found = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), found)
    return found


def _joined(content: bytes) -> str:
    return "".join(map(plain_text, _TEXT.findall(_PHONETIC.sub(b"", content))))


def _number(value: float, is_day: bool) -> Cell:
    if not is_day or not 1 <= value < _LAST_DAY:
        return value
    moment = _DAY_ZERO + timedelta(days=value)
    return moment if value % 1 else moment.date()


def _shared(package: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in package.namelist():
        return []
    found: list[str] = []
    with package.open("xl/sharedStrings.xml") as part:
        events = ElementTree.iterparse(part, ("start", "end"))  # noqa: S314 - checked before
        _event, root = next(events)
        for event, element in events:
            if event == "end" and element.tag == f"{_MAIN}si":
                found.append(_shared_text(element))
                root.clear()
    return found


def _shared_text(element: ElementTree.Element) -> str:
    own = [element.find(f"{_MAIN}t"), *element.findall(f"{_MAIN}r/{_MAIN}t")]
    joined = "".join(piece.text or "" for piece in own if piece is not None)
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), joined)


def _day_styles(package: zipfile.ZipFile) -> frozenset[int]:
    if "xl/styles.xml" not in package.namelist():
        return frozenset()
    styles = ElementTree.fromstring(package.read("xl/styles.xml"))  # noqa: S314 - checked before
    own = {
        int(form.get("numFmtId", "0")): form.get("formatCode", "")
        for form in styles.iter(f"{_MAIN}numFmt")
    }
    formats = styles.find(f"{_MAIN}cellXfs")
    return frozenset(
        place
        for place, form in enumerate(formats if formats is not None else ())
        if _is_day(int(form.get("numFmtId", "0")), own)
    )


def _is_day(number: int, own: dict[int, str]) -> bool:
    if number in own:
        return bool(_DAY_SIGNS.search(_SPOKEN.sub("", own[number])))
    return number in _DAY_FORMATS
