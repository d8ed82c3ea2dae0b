"""The few elements of WordprocessingML that python-docx has no words for."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.run import Run


def element(name: str, /, **attributes: str | int) -> BaseOxmlElement:
    """A new element of the `w:` namespace with attributes of the same one."""
    made: BaseOxmlElement = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def only(parent: BaseOxmlElement, child: BaseOxmlElement, *successors: str) -> None:
    """Put `child` into `parent` in place of one of the same name, before its `successors`."""
    for old in parent.findall(child.tag):
        parent.remove(old)
    parent.insert_element_before(child, *successors)


def page_number(run: Run) -> None:
    """Let the run show the number of its page."""
    for part in (
        element("fldChar", fldCharType="begin"),
        _instruction("PAGE"),
        element("fldChar", fldCharType="separate"),
        _shown("2"),
        element("fldChar", fldCharType="end"),
    ):
        run._element.append(part)


def _instruction(words: str) -> BaseOxmlElement:
    made = element("instrText")
    made.text = words
    return made


def _shown(words: str) -> BaseOxmlElement:
    made = element("t")
    made.text = words
    return made
