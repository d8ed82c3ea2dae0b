"""The plan of an association: which area, what is done, by whom, until when, how it will show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handlers.papers.composing.figures import area, titled
from handlers.papers.composing.words import day, numbered, plain, say
from handlers.ui.texts import Texts
from services.papers import Area, Meeting, Task, Told
from services.papers.model import (
    Align,
    Block,
    Document,
    Paragraph,
    Signature,
    Signatures,
    Table,
    Title,
)

COLUMNS = ("number", "area", "measure", "owner", "until", "check")
WIDTHS = (1.0, 6.2, 6.5, 3.9, 3.2, 4.9)


def plan(told: Told, meeting: Meeting, texts: Texts) -> Document:
    """The plan on a wide sheet, to be signed."""
    title = texts.label("paper-plan-title")
    blocks = (
        *_head(told, meeting, texts, title),
        *_table(told, meeting, texts),
        Signatures(
            (Signature(texts.label("paper-head")),),
            texts.label("paper-hand"),
            texts.label("paper-full-name"),
        ),
    )
    subject = titled(texts, told.study)
    return Document(title, told.made_on, blocks, subject, wide=True)


def followed(meeting: Meeting) -> tuple[Area, ...]:
    """The areas something is done about: planned ones, then those help is asked for."""
    return (*meeting.planned, *(one for one in meeting.areas if one.choice == "help"))


def measure(texts: Texts, one: Area) -> str:
    """What is done about an area."""
    if one.choice == "help":
        return one.measure or plain(texts, "paper-plan-help")
    return one.measure or ""


def check(texts: Texts, one: Area, tasks: Mapping[str, Task]) -> str:
    """How it will show that the measure worked."""
    task = tasks.get(one.code)
    if task is None:
        return plain(texts, "paper-check-unknown")
    shares = {"percent": task.percent, "low": task.low, "high": task.high}
    return plain(texts, "paper-check", **shares)


def _head(told: Told, meeting: Meeting, texts: Texts, title: str) -> Iterator[Block]:
    where = meeting.school or meeting.municipality
    yield Paragraph(where, Align.CENTRE, indent=False)
    yield Title(title)
    yield Paragraph(
        say(texts, "paper-plan-of", association=meeting.association), Align.CENTRE, indent=False
    )
    yield Paragraph(
        say(texts, "paper-plan-after", study=titled(texts, told.study)),
        Align.CENTRE,
        indent=False,
    )
    yield Paragraph(
        say(texts, "paper-plan-approved", date=meeting.held_on, number=numbered(meeting)),
        Align.LEFT,
        indent=False,
    )


def _table(told: Told, meeting: Meeting, texts: Texts) -> Iterator[Block]:
    areas = followed(meeting)
    if not areas:
        yield Paragraph(say(texts, "paper-plan-empty"))
        return
    tasks = {one.code: one for one in told.study.tasks}
    rows = tuple(
        (
            str(number),
            area(texts, one),
            measure(texts, one),
            # An empty cell is room enough to write in by hand.
            one.owner or "",
            day(texts, one.due_on) if one.due_on else "",
            check(texts, one, tasks),
        )
        for number, one in enumerate(areas, 1)
    )
    header = tuple(texts.label("paper-column", column=one) for one in COLUMNS)
    aligns = (Align.CENTRE, *(Align.LEFT,) * (len(COLUMNS) - 1))
    yield Table(header, rows, WIDTHS, aligns)
