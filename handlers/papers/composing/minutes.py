"""The minutes of an association's meeting: what was heard, discussed and decided."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.papers.composing.figures import area, difference, participants, picture, titled, weak
from handlers.papers.composing.words import day, numbered, or_rule, plain, say
from handlers.ui.texts import Texts
from services.papers import Area, Meeting, StudyTold, Told
from services.papers.model import (
    Align,
    Blank,
    Block,
    Document,
    Ends,
    Heading,
    Numbered,
    Paragraph,
    Said,
    Signature,
    Signatures,
    Table,
    Title,
)


def minutes(told: Told, meeting: Meeting, texts: Texts) -> Document:
    """The minutes, to be completed by hand and signed."""
    title = texts.label("paper-minutes-title", number=numbered(meeting))
    blocks = (
        *_head(told, meeting, texts, title),
        *_heard(told.study, texts),
        *_discussed(meeting, texts),
        *_decided(meeting, texts),
        _signed(texts),
    )
    return Document(title, told.made_on, blocks, titled(texts, told.study))


def _head(told: Told, meeting: Meeting, texts: Texts, title: str) -> Iterator[Block]:
    where = meeting.school or meeting.municipality
    yield Paragraph(where, Align.CENTRE, indent=False)
    yield Title(title)
    yield Paragraph(say(texts, "paper-minutes-of"), Align.CENTRE, indent=False)
    yield Paragraph(meeting.association, Align.CENTRE, indent=False)
    yield Ends(day(texts, meeting.held_on), meeting.municipality if meeting.school else "")
    for name in ("paper-chairman", "paper-secretary"):
        yield Blank(texts.label("paper-field", label=texts.label(name)))
    yield Blank(texts.label("paper-present"), lines=2)
    yield Heading(say(texts, "paper-agenda"))
    study = titled(texts, told.study)
    yield Numbered(
        ((say(texts, "paper-agenda-study", study=study),), (say(texts, "paper-agenda-areas"),))
    )


def _heard(study: StudyTold, texts: Texts) -> Iterator[Block]:
    yield Heading(say(texts, "paper-first"))
    yield Paragraph(say(texts, "paper-heard", study=titled(texts, study)))
    known = [participants(texts, study)]
    if study.marks:
        own = study.marks[0]
        shares = {"passed": own.passed, "quality": own.quality, "sou": own.sou}
        known.append(plain(texts, "paper-marks", **shares))
    yield Paragraph(" ".join(known))
    yield from weak(texts, study)
    if words := difference(texts, study):
        yield Paragraph(words)
    yield from picture(texts, study, 1)


def _discussed(meeting: Meeting, texts: Texts) -> Iterator[Block]:
    yield Heading(say(texts, "paper-second"))
    if any(one.plan + one.not_ours + one.help for one in meeting.areas):
        yield Paragraph(say(texts, "paper-discussed"), leads=True)
        yield _votes(meeting, texts)
    else:
        yield Blank(texts.label("paper-discussed-by-hand"), lines=2)
    if meeting.note:
        yield Paragraph(say(texts, "paper-noted", note=meeting.note))


def _votes(meeting: Meeting, texts: Texts) -> Table:
    columns = ("area", "in_plan", "not_ours", "help")
    rows = tuple(
        (_capital(area(texts, one)), str(one.plan), str(one.not_ours), str(one.help))
        for one in meeting.areas
    )
    return Table(
        tuple(texts.label("paper-column", column=one) for one in columns),
        rows,
        (8.5, 2.4, 2.6, 3.0),
        (Align.LEFT, Align.CENTRE, Align.CENTRE, Align.CENTRE),
    )


def _decided(meeting: Meeting, texts: Texts) -> Iterator[Block]:
    yield Heading(say(texts, "paper-decided"), level=1)
    if meeting.areas:
        yield Numbered(tuple(_resolution(one, texts) for one in meeting.areas))
    else:
        yield Paragraph(say(texts, "paper-nothing-decided"))
    yield Paragraph(say(texts, "paper-voted"), Align.LEFT)


def _resolution(one: Area, texts: Texts) -> tuple[Said, ...]:
    choice = one.choice.replace("_", "-")
    head = say(texts, f"paper-area-{choice}", area=area(texts, one, quoted=True))
    if one.choice != "plan":
        return (head,)
    measure = say(texts, "paper-measure", measure=or_rule(texts, one.measure))
    owner = or_rule(texts, one.owner)
    until = day(texts, one.due_on)
    return (head, measure, say(texts, "paper-owner-until", owner=owner, until=until))


def _signed(texts: Texts) -> Signatures:
    return Signatures(
        tuple(Signature(texts.label(name)) for name in ("paper-chairman", "paper-secretary")),
        texts.label("paper-hand"),
        texts.label("paper-full-name"),
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
