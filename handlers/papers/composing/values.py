"""The values of the named fields that a place's own form may use."""

from __future__ import annotations

from handlers.papers.composing.appendix import method, source
from handlers.papers.composing.figures import (
    difference,
    percent_with_interval,
    status,
    titled,
    whole,
)
from handlers.papers.composing.plan import check, followed, measure
from handlers.papers.composing.report import conclusion, journal_line
from handlers.papers.composing.words import day, numbered, plain
from handlers.ui.texts import Texts
from services.papers import Area, PaperKind, StudyTold, Task, Told
from services.subjects import subject

Value = str | list[dict[str, str]]


def values(told: Told, texts: Texts) -> dict[str, Value]:
    """Every field of `services.papers.fields`, empty where it has no value."""
    return {
        **_of_study(told.study, texts),
        **_of_meeting(told, texts),
        "today": day(texts, told.made_on),
        "findings": [
            _task(number, one, texts) for number, one in enumerate(told.study.findings, 1)
        ],
        "tasks": [_task(number, one, texts) for number, one in enumerate(told.study.tasks, 1)],
    }


def _of_study(study: StudyTold, texts: Texts) -> dict[str, Value]:
    own = study.marks[0] if study.marks else None
    return {
        "school": "" if study.wide else study.place,
        "municipality": study.municipality,
        "region": study.region,
        "study": titled(texts, study),
        "exam": study.title.exam or study.title.occasion,
        "year": str(study.title.year),
        "subject": subject(study.title.subject).name(texts.language),
        "grade": str(study.title.grade),
        "participants": str(study.n),
        "passed": _share(own.passed if own else None, texts),
        "quality": _share(own.quality if own else None, texts),
        "sou": _share(own.sou if own else None, texts),
        "difference": difference(texts, study),
        "journal": journal_line(texts, study.journal[0]) if study.journal else "",
        "conclusion": conclusion(texts, study),
        "source": source(texts, study),
        "method": "\n".join("".join(span.text for span in words) for words in method(texts, study)),
        "picture": "",
    }


def _of_meeting(told: Told, texts: Texts) -> dict[str, Value]:
    meeting = told.meeting
    if meeting is None:
        return {"association": "", "number": "", "date": "", "note": "", "areas": []}
    plan = told.kind is PaperKind.PLAN
    areas = followed(meeting) if plan else meeting.areas
    tasks = {one.code: one for one in told.study.tasks}
    return {
        "association": meeting.association,
        "number": numbered(meeting),
        "date": day(texts, meeting.held_on),
        "note": meeting.note,
        "areas": [_area(number, one, tasks, texts) for number, one in enumerate(areas, 1)],
    }


def _area(number: int, one: Area, tasks: dict[str, Task], texts: Texts) -> dict[str, str]:
    planned = one.choice == "plan"
    return {
        "number": str(number),
        "task": one.code,
        "skill": one.skill or plain(texts, "paper-task-only", code=one.code),
        "level": one.level or "",
        "choice": plain(texts, "paper-choice", choice=one.choice),
        "measure": measure(texts, one) if planned or one.choice == "help" else "",
        "owner": one.owner or "",
        "until": day(texts, one.due_on) if one.due_on else "",
        "check": check(texts, one, tasks) if planned else "",
        "in_plan": str(one.plan),
        "not_ours": str(one.not_ours),
        "help": str(one.help),
    }


def _task(number: int, one: Task, texts: Texts) -> dict[str, str]:
    return {
        "number": str(number),
        "task": one.code,
        "skill": one.skill or plain(texts, "paper-task-only", code=one.code),
        "level": one.level or "",
        "participants": str(one.n),
        "percent": whole(texts, one.percent),
        "interval": percent_with_interval(texts, one),
        "status": status(texts, one),
        "compared": _compared(one, texts),
    }


def _compared(one: Task, texts: Texts) -> str:
    if one.peer is None or one.peer_level is None:
        return "—"
    return plain(texts, "paper-beside", level=one.peer_level, percent=one.peer)


def _share(percent: float | None, texts: Texts) -> str:
    return "" if percent is None else f"{whole(texts, percent)} %"
