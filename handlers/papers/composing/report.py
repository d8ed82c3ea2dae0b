"""The analytical report of a study: figures, areas, a careful conclusion, and how it was done."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.papers.composing.appendix import appendix
from handlers.papers.composing.figures import (
    certainty,
    difference,
    few,
    participants,
    picture,
    task_table,
    titled,
    weak,
    whole,
)
from handlers.papers.composing.words import day, plain, say
from handlers.ui.texts import Texts
from services.papers import Journal, Marks, StudyTold, Told
from services.papers.model import (
    Align,
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

LEANED_ON = "firm"


def report(told: Told, texts: Texts) -> Document:
    """The report, to be signed by whoever answers for it."""
    study = told.study
    title = texts.label("paper-report-title")
    blocks = (
        Paragraph(study.place, Align.CENTRE, indent=False),
        Title(title),
        Paragraph(
            say(texts, "paper-report-of", study=titled(texts, study)), Align.CENTRE, indent=False
        ),
        Ends(day(texts, told.made_on), "" if study.wide else study.municipality),
        *_parts(study, texts),
        Signatures(
            (Signature(texts.label("paper-author")),),
            texts.label("paper-hand"),
            texts.label("paper-full-name"),
        ),
        *appendix(study, texts),
    )
    return Document(title, told.made_on, blocks, titled(texts, study))


def conclusion(texts: Texts, study: StudyTold) -> str:
    """What may be concluded, and what may not."""
    careful = plain(texts, "paper-conclusion-careful")
    if not study.tasks:
        return f"{plain(texts, 'paper-conclusion-few')} {careful}"
    lines = [plain(texts, "paper-conclusion", count=len(study.findings))]
    if study.findings:
        firm = sum(certainty(one) == LEANED_ON for one in study.findings)
        counts = {"firm": firm, "rest": len(study.findings) - firm}
        lines.append(plain(texts, "paper-conclusion-leaned", **counts))
    return " ".join([*lines, difference(texts, study), careful]).replace("  ", " ")


def journal_line(texts: Texts, one: Journal) -> str:
    """How marks of the works stand to marks of the journal."""
    shares = {"lowered": one.lowered, "confirmed": one.confirmed, "raised": one.raised}
    return plain(texts, "paper-journal-line", n=one.n, **shares)


def _parts(study: StudyTold, texts: Texts) -> Iterator[Block]:
    yield Heading(say(texts, "paper-part-study"))
    yield Paragraph(participants(texts, study))
    if not study.judged:
        yield Paragraph(few(texts, study))
    tables = 0
    if study.marks:
        tables += 1
        yield from _marks(study, texts, tables)
    if study.tasks:
        tables += 1
        yield Heading(say(texts, "paper-part-tasks"))
        yield task_table(texts, study, tables)
        yield from _compared(study, texts)
    if study.trends:
        yield from _trend(study, texts, tables + 1)
    yield from _journal(study, texts)
    if study.tasks:
        yield Heading(say(texts, "paper-part-findings"))
        yield from (block for block in weak(texts, study) if block != Paragraph(few(texts, study)))
    yield Heading(say(texts, "paper-part-conclusion"))
    yield Paragraph(conclusion(texts, study))


def _marks(study: StudyTold, texts: Texts, number: int) -> Iterator[Block]:
    yield Heading(say(texts, "paper-part-marks"))
    own = study.marks[0]
    shares = {"passed": own.passed, "quality": own.quality, "sou": own.sou}
    yield Paragraph(say(texts, "paper-marks", **shares))
    columns = [texts.label("paper-column", column=one) for one in ("place", "n")]
    columns += [texts.label("paper-mark", mark=mark) for mark, _ in own.percents]
    columns += [texts.label("paper-column", column=one) for one in ("passed", "quality", "sou")]
    rows = tuple(_marks_row(one, study, texts) for one in study.marks)
    widths = (3.2, 1.6, 1.5, 1.5, 1.5, 1.5, 1.9, 2.2, 1.6)
    aligns = (Align.LEFT, *(Align.CENTRE,) * (len(columns) - 1))
    caption = texts.label("paper-table", table="marks", number=number)
    yield Table(tuple(columns), rows, widths, aligns, caption)


def _marks_row(one: Marks, study: StudyTold, texts: Texts) -> tuple[str, ...]:
    return (
        texts.label("paper-place-of-level", level=one.level, wide=study.wide),
        texts.figure(one.n),
        *(whole(texts, percent) for _, percent in one.percents),
        *(whole(texts, figure) for figure in (one.passed, one.quality, one.sou)),
    )


def _compared(study: StudyTold, texts: Texts) -> Iterator[Block]:
    words = difference(texts, study)
    drawn = tuple(picture(texts, study, 1))
    if words or drawn:
        yield Heading(say(texts, "paper-part-compared"))
    if words:
        yield Paragraph(words)
    yield from drawn


def _trend(study: StudyTold, texts: Texts, number: int) -> Iterator[Block]:
    yield Heading(say(texts, "paper-part-trend"))
    years = sorted({year for one in study.trends for year, _, _ in one.years})
    rows = []
    for one in study.trends:
        known = {year: f"{whole(texts, percent)} ({n})" for year, n, percent in one.years}
        cells = [known.get(year, "—") for year in years]
        verdict = plain(texts, "paper-trend", verdict=one.verdict)
        rows.append((one.code, one.skill or "—", *cells, verdict))
    columns = [texts.label("paper-column", column=one) for one in ("task", "skill")]
    header = (*columns, *map(str, years), texts.label("paper-column", column="change"))
    each = min(2.3, 6.6 / len(years))
    widths = (1.9, 16.5 - 1.9 - 3.0 - each * len(years), *(each,) * len(years), 3.0)
    aligns = (Align.CENTRE, Align.LEFT, *(Align.CENTRE,) * len(years), Align.LEFT)
    caption = texts.label("paper-table", table="trend", number=number)
    yield Table(header, tuple(rows), widths, aligns, caption)
    yield Paragraph(say(texts, "paper-trend-note"), small=True, indent=False)


def _journal(study: StudyTold, texts: Texts) -> Iterator[Block]:
    if not study.journal and not study.hints:
        return
    yield Heading(say(texts, "paper-part-journal"))
    if study.journal:
        own, *others = study.journal
        lines = [journal_line(texts, own)]
        for one in others:
            shares = {"lowered": one.lowered, "confirmed": one.confirmed, "raised": one.raised}
            lines.append(plain(texts, "paper-journal-peer", level=one.level, wide=False, **shares))
        yield Paragraph(" ".join([*lines, plain(texts, "paper-journal-careful")]))
    for hint in study.hints:
        yield Paragraph(say(texts, "paper-hint", code=hint.code, own=hint.own, region=hint.region))
