"""Forms made for tests: small Word documents with fields, sound and hostile ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx

ROWS = ("task", "skill", "interval")


def form(*lines: str, loop: str = "") -> bytes:
    """A document with these paragraphs, and a table whose rows repeat over `loop`."""
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    if loop:
        table = made.add_table(rows=3, cols=len(ROWS))
        table.rows[0].cells[0].text = f"{{%tr for row in {loop} %}}"
        for cell, name in zip(table.rows[1].cells, ROWS, strict=True):
            cell.text = f"{{{{ row.{name} }}}}"
        table.rows[2].cells[0].text = "{%tr endfor %}"
    return saved(made)


def saved(made: docx.document.Document) -> bytes:
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def repacked(
    content: bytes,
    change: Callable[[str, bytes], bytes] = lambda _name, part: part,
    **more: bytes,
) -> bytes:
    """The package with its parts changed, and more of them; `__` in a name stands for a slash."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as found,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in found.namelist():
            made.writestr(name, change(name, found.read(name)))
        for name, part in more.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), part)
    return packed.getvalue()


def replacing(name: str, old: bytes, new: bytes) -> Callable[[str, bytes], bytes]:
    def change(part: str, content: bytes) -> bytes:
        if part != name:
            return content
        assert old in content, old
        return content.replace(old, new, 1)

    return change
