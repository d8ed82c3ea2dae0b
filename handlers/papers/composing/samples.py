"""Samples of forms: each paper with named fields in the places of its words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from handlers.papers.composing.plan import WIDTHS
from handlers.papers.composing.words import plain, say
from handlers.ui.texts import Texts
from services.papers import PaperKind, fields
from services.papers.model import (
    Align,
    Blank,
    Block,
    Document,
    Ends,
    Heading,
    Paragraph,
    Signature,
    Signatures,
    Table,
    Title,
)

MADE_ON = date(2026, 9, 1)
"""A sample of one version of the program is always the same file."""
SHARED_ROWS = {"findings": "tasks"}
"""Loops whose rows have the same fields, explained once."""


def sample(kind: PaperKind, texts: Texts) -> Document:
    """The sample of a kind of paper, its fields explained on a last page."""
    made = {PaperKind.MINUTES: _minutes, PaperKind.PLAN: _plan, PaperKind.REPORT: _report}[kind]
    title = texts.label("paper-sample-name", kind=kind)
    blocks = (*made(texts), *_explained(kind, texts))
    return Document(title, MADE_ON, blocks, wide=kind is PaperKind.PLAN)


def field(name: str) -> str:
    """A field as it is written in a form."""
    return f"{{{{ {name} }}}}"


def explained(name: str, texts: Texts) -> str:
    """What a field means."""
    loop, dot, tail = name.partition(".")
    known = f"{SHARED_ROWS.get(loop, loop)}{dot}{tail}" if dot else name
    return texts.label(f"papers-field-{known.replace('.', '-').replace('_', '-')}")


def _minutes(texts: Texts) -> Iterator[Block]:
    yield _centred(field("school"))
    yield Title(_with_number(texts, "paper-minutes-title"))
    yield _centred(plain(texts, "paper-minutes-of"))
    yield _centred(field("association"))
    yield Ends(field("date"), field("municipality"))
    for name in ("paper-chairman", "paper-secretary"):
        yield Blank(texts.label("paper-field", label=texts.label(name)))
    yield Blank(texts.label("paper-present"), lines=2)
    yield Heading(say(texts, "paper-first"))
    yield Paragraph(say(texts, "paper-heard", study=field("study")))
    yield Paragraph(_participants(texts))
    yield Paragraph(say(texts, "paper-hard"))
    yield _rows("findings", "finding", _FINDING, _FINDING_WIDTHS, texts)
    yield Paragraph(field("difference"))
    yield Paragraph(field("picture"), Align.CENTRE, indent=False)
    yield Heading(say(texts, "paper-second"))
    yield Paragraph(say(texts, "paper-discussed"))
    votes = ("skill", "in_plan", "not_ours", "help")
    yield _rows("areas", "area", votes, (8.5, 2.4, 2.6, 3.0), texts)
    yield from _only_with("note", say_noted(texts))
    yield Heading(say(texts, "paper-decided"))
    decided = ("skill", "choice", "measure", "owner", "until")
    yield _rows("areas", "area", decided, (4.0, 3.0, 3.4, 3.5, 2.6), texts)
    yield Paragraph(say(texts, "paper-voted"), Align.LEFT)
    yield _signed(("paper-chairman", "paper-secretary"), texts)


def _plan(texts: Texts) -> Iterator[Block]:
    yield _centred(field("school"))
    yield Title(texts.label("paper-plan-title"))
    yield _centred(field("association"))
    yield _centred(plain(texts, "paper-plan-after", study=field("study")))
    columns = ("skill", "measure", "owner", "until", "check")
    widths = (WIDTHS[0] + WIDTHS[1], *WIDTHS[2:])
    yield _rows("areas", "area", columns, widths, texts)
    yield _signed(("paper-head",), texts)


def _report(texts: Texts) -> Iterator[Block]:
    yield _centred(field("school"))
    yield Title(texts.label("paper-report-title"))
    yield _centred(plain(texts, "paper-report-of", study=field("study")))
    yield Ends(field("today"), field("municipality"))
    yield Heading(say(texts, "paper-part-study"))
    yield Paragraph(_participants(texts))
    yield Heading(say(texts, "paper-part-tasks"))
    columns = ("task", "skill", "interval", "status", "compared")
    yield _rows("tasks", "task", columns, (2.0, 4.9, 3.6, 3.0, 3.0), texts)
    yield Paragraph(field("picture"), Align.CENTRE, indent=False)
    yield from _only_with("journal", field("journal"))
    yield Heading(say(texts, "paper-part-findings"))
    yield _rows("findings", "finding", _FINDING, _FINDING_WIDTHS, texts)
    yield Heading(say(texts, "paper-part-conclusion"))
    yield Paragraph(field("conclusion"))
    yield _signed(("paper-author",), texts)
    yield Heading(say(texts, "paper-appendix"))
    yield Paragraph(field("source"), small=True)
    yield Paragraph(field("method"), Align.LEFT, small=True, indent=False)


def say_noted(texts: Texts) -> str:
    """The head's own words with what leads to them."""
    return plain(texts, "paper-noted", note=field("note"))


_FINDING = ("skill", "interval", "compared", "status")
_FINDING_WIDTHS = (6.3, 3.6, 3.2, 3.4)
_COLUMNS = {"interval": "percent", "participants": "n", "choice": "status", "skill": "skill"}
"""Fields whose column is called by another name."""


def _rows(
    loop: str, one: str, names: tuple[str, ...], widths: tuple[float, ...], texts: Texts
) -> Table:
    """A table whose middle row is repeated for each of a loop."""
    widest = widths.index(max(widths))
    header = tuple(_column(loop, name, texts) for name in names)
    middle = tuple(field(f"{one}.{name}") for name in names)
    begin, end = f"{{%tr for {one} in {loop} %}}", "{%tr endfor %}"
    rows = (_alone(begin, widest, names), middle, _alone(end, widest, names))
    return Table(header, rows, widths)


def _alone(mark: str, place: int, names: tuple[str, ...]) -> tuple[str, ...]:
    """A row with a mark where there is most room for it."""
    return tuple(mark if number == place else "" for number in range(len(names)))


def _column(loop: str, name: str, texts: Texts) -> str:
    if name == "skill" and loop == "areas":
        return texts.label("paper-column", column="area")
    return texts.label("paper-column", column=_COLUMNS.get(name, name))


def _only_with(name: str, words: str) -> Iterator[Block]:
    """Words that are left out where the field is empty."""
    yield Paragraph(f"{{%p if {name} %}}", Align.LEFT, indent=False)
    yield Paragraph(words)
    yield Paragraph("{%p endif %}", Align.LEFT, indent=False)


def _participants(texts: Texts) -> str:
    return plain(texts, "paper-participants", n=field("participants"))


def _with_number(texts: Texts, name: str) -> str:
    return plain(texts, name, number=field("number"))


def _centred(words: str) -> Paragraph:
    return Paragraph(words, Align.CENTRE, indent=False)


def _signed(names: tuple[str, ...], texts: Texts) -> Signatures:
    lines = tuple(Signature(texts.label(name)) for name in names)
    return Signatures(lines, texts.label("paper-hand"), texts.label("paper-full-name"))


def _explained(kind: PaperKind, texts: Texts) -> Iterator[Block]:
    """The last page; names stand without braces, so that it may stay where it is."""
    yield Heading(say(texts, "paper-fields"), new_page=True)
    yield Paragraph(say(texts, "paper-fields-how"), small=True)
    yield Paragraph(say(texts, "paper-fields-if"), small=True)
    rows = tuple((name, explained(name, texts)) for name in fields().of(kind))
    header = tuple(texts.label("paper-column", column=one) for one in ("field", "meaning"))
    yield Table(header, rows, (5.5, 11.0))
