"""How figures of a study are said and laid out, the same in every paper."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from handlers.papers.composing.words import plain, say, study_line
from handlers.ui.texts import Markup, Texts
from services.papers import Area, StudyTold, Task
from services.papers.model import Align, Block, Numbered, Paragraph, Picture, Said, Table, Words

LONGEST_SKILL = 300


def area(texts: Texts, one: Task | Area, *, quoted: bool = False) -> str:
    """A problem area by its skill and the task that stands for it."""
    level = "" if one.level is None else "-level"
    known = {"code": one.code} | ({"level": one.level} if one.level else {})
    if not one.skill:
        return plain(texts, f"paper-task-only{level}", **known)
    skill = one.skill[:LONGEST_SKILL].rstrip(" .;")
    return plain(texts, f"paper-task{level}", skill=skill, quoted=quoted, **known)


def participants(texts: Texts, study: StudyTold) -> str:
    """How many took part, and whether schools are looked at together."""
    lines = [plain(texts, "paper-participants", n=study.n)]
    if study.held_on is not None:
        lines.insert(0, plain(texts, "paper-held-on", date=study.held_on))
    if study.wide:
        lines.append(plain(texts, "paper-wide"))
    return " ".join(lines)


def weak(texts: Texts, study: StudyTold) -> Iterator[Block]:
    """The findings as a list, or why there are none."""
    if not study.judged:
        yield Paragraph(few(texts, study))
    if not study.tasks:
        return
    if not study.findings:
        yield Paragraph(say(texts, "paper-nothing-hard", tasks=len(study.tasks)))
        return
    yield Paragraph(say(texts, "paper-hard"), leads=True)
    yield Numbered(tuple((finding(texts, one),) for one in study.findings))


def few(texts: Texts, study: StudyTold) -> Words:
    """Why few works are not judged alone, and with what they were put together."""
    if study.pool is None:
        return say(texts, "paper-too-few")
    return say(
        texts,
        "paper-pooled",
        by=study.pool.by,
        years=", ".join(map(str, study.pool.years)),
        schools=study.pool.schools,
        n=study.pool.n,
    )


def finding(texts: Texts, one: Task) -> Words:
    """One problem area with its figure, its interval and how far it can be leaned on."""
    return say(
        texts,
        "paper-finding",
        area=Markup(_capital(escape(area(texts, one)))),
        percent=one.percent,
        low=one.low,
        high=one.high,
        level=one.peer_level or "none",
        peer=one.peer or 0,
        certainty=plain(texts, "paper-certainty", certainty=certainty(one)),
    )


def certainty(one: Task) -> str:
    """firm, likely or low; border where the figure lies at the threshold itself."""
    return "border" if one.status == "uncertain" else one.confidence


def difference(texts: Texts, study: StudyTold) -> str:
    """How the study differs from the nearest wider place; empty where nothing is known."""
    if study.difference == "unknown" or study.peer_level is None:
        return ""
    return plain(texts, "paper-difference", difference=study.difference, level=study.peer_level)


def picture(texts: Texts, study: StudyTold, number: int) -> Iterator[Block]:
    """The picture of the findings, described for those who do not see it."""
    if study.picture is None or not study.judged:
        return
    told = "; ".join(plain_finding(texts, one) for one in study.findings)
    yield Picture(
        study.picture,
        described=plain(texts, "paper-picture-described", findings=told),
        caption=plain(
            texts,
            "paper-picture",
            number=number,
            wide=study.wide,
            compared=study.peer_level is not None,
        ),
        height=10.5,
    )


def plain_finding(texts: Texts, one: Task) -> str:
    """A finding in one plain line."""
    return "".join(span.text for span in finding(texts, one))


def task_table(texts: Texts, study: StudyTold, number: int) -> Table:
    """Every task: works, share with interval, the verdict in words, the wider place beside."""
    level = next((one.peer_level for one in study.tasks if one.peer_level), None)
    columns = ["task_level", "skill", "n", "percent", "status"]
    widths = [2.2, 6.4, 1.5, 3.3, 3.1] if level is None else [2.2, 5.0, 1.5, 3.1, 2.7]
    header = [texts.label("paper-column", column=one) for one in columns]
    aligns = [Align.CENTRE, Align.LEFT, Align.CENTRE, Align.CENTRE, Align.LEFT]
    if level is not None:
        header.append(texts.label("paper-compared-column", level=level))
        widths.append(2.0)
        aligns.append(Align.CENTRE)
    rows = tuple(_task_row(texts, one, level) for one in study.tasks)
    caption = texts.label("paper-table", table="tasks", number=number)
    return Table(tuple(header), rows, tuple(widths), tuple(aligns), caption)


def status(texts: Texts, one: Task) -> str:
    """The verdict on a task in words."""
    confidence = "none" if one.status in ("uncertain", "unknown") else one.confidence
    if one.confidence == "low":
        confidence = "low"
    return plain(texts, "paper-status", status=one.status, confidence=confidence)


def percent_with_interval(texts: Texts, one: Task) -> str:
    """41 (31-50)."""
    return plain(texts, "paper-figure-interval", percent=one.percent, low=one.low, high=one.high)


def whole(texts: Texts, percent: float | None) -> str:
    """A percent as a whole number, a dash where there is none."""
    return "—" if percent is None else texts.figure(round(percent))


def titled(texts: Texts, study: StudyTold) -> str:
    """What the study is called."""
    return study_line(texts, study.title)


def _task_row(texts: Texts, one: Task, level: str | None) -> tuple[Said, ...]:
    row = (
        f"{one.code} ({one.level})" if one.level else one.code,
        one.skill or "—",
        str(one.n),
        percent_with_interval(texts, one),
        status(texts, one),
    )
    if level is None:
        return row
    return (*row, whole(texts, one.peer if one.peer_level == level else None))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
