"""Adding a study: a few questions once, then one tap for each further subject or grade."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from handlers import forms
from handlers.expected_studies.buttons import (
    AddExpected,
    AddForGrade,
    AddForSubject,
    AnotherGrade,
    AnotherSubject,
)
from handlers.expected_studies.calendar import gone
from handlers.expected_studies.planning_screens import StudiesAdded, WhichGrade, WhichSubject
from handlers.forms.ends import Known, Values
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Routes
from services import dialogs, expected_studies
from services.errors import NotFound
from services.expected_studies import Wish
from services.expected_studies.planning import GRADES, ONLY_GRADE, exam_key, titles_together
from services.expected_studies.views import Planning
from services.subjects import keys, subject, subject_of

routes = Routes()
FORM = "expected_study"
OTHER, OWN, SOME = "other", "own", "some"


@routes.press(AddExpected)
def add(context: Context, button: AddExpected) -> Outcome:
    """Ask what to expect."""
    plan = expected_studies.planning(context.work, button.place)
    known = {"scope": plan.place_id, "wide": "no" if plan.school else "yes"}
    return forms.begin(context, FORM, known, _lists(plan))


@forms.finished(FORM)
def added(context: Context, values: Values, known: Known) -> Outcome:
    """Put it into the calendar; a refusal leaves the answers in their form."""
    exam = str(values["exam"])
    wish = Wish(
        "" if exam == OWN else exam,
        str(values.get("own_name") or "") if exam == OWN else "",
        _subject(values),
        (ONLY_GRADE[exam],) if exam in ONLY_GRADE else _grades(values),
        due_day(values),
    )
    chosen = values.get("schools") if values.get("range") == SOME else None
    schools = [int(one) for one in chosen] if isinstance(chosen, list) else None
    return StudiesAdded(expected_studies.add(context.work, int(known["scope"]), wish, schools))


@routes.press(AnotherSubject)
def another_subject(context: Context, button: AnotherSubject) -> Outcome:
    """Which subject, of all but the one just added."""
    titles = titles_together(context.work, button.first, button.last)
    if not titles:
        return gone(context)
    left = tuple(key for key in keys() if key != titles[0].subject)
    return WhichSubject(button.first, button.last, titles, left, button.page)


@routes.press(AnotherGrade)
def another_grade(context: Context, button: AnotherGrade) -> Outcome:
    """Which grade, of those the exam is held in."""
    titles = titles_together(context.work, button.first, button.last)
    if not titles:
        return gone(context)
    there = {title.grade for title in titles}
    held = _grades_of(exam_key(titles[0].exam) or OWN)
    left = tuple(grade for grade in held if grade not in there)
    return WhichGrade(button.first, button.last, titles, left)


@routes.press(AddForSubject)
def add_for_subject(context: Context, button: AddForSubject) -> Outcome:
    """Add the same for another subject."""
    if button.subject not in keys():
        raise NotFound
    return StudiesAdded(
        expected_studies.add_alike(context.work, button.first, button.last, subject=button.subject)
    )


@routes.press(AddForGrade)
def add_for_grade(context: Context, button: AddForGrade) -> Outcome:
    """Add the same for another grade."""
    return StudiesAdded(
        expected_studies.add_alike(context.work, button.first, button.last, grade=button.grade)
    )


def due_day(values: Values) -> date:
    """The day that was chosen or written."""
    chosen = values.get("day")
    return date.fromisoformat(str(values.get("day_words") if chosen == OTHER else chosen))


def day_choices(form: str, days: tuple[date, ...]) -> list[Mapping[str, Any]]:
    """Days as choices, and the form's own way to write another."""
    offered = [{"name": day.isoformat(), "label": f"{day:%d.%m.%Y}"} for day in days]
    return [*offered, _of_form(form, "days", OTHER)]


def _lists(plan: Planning) -> dict[str, Any]:
    subjects = [
        {"name": key, "label": {code: _capital(subject(key).name(code)) for code in ("ru", "en")}}
        for key in keys()
    ]
    return {
        "subjects": [*subjects, _of_form(FORM, "subjects", OTHER)],
        "days": day_choices(FORM, plan.days),
        "schools": [(str(school.id), school.name) for school in plan.schools],
    }


def _of_form(form: str, name: str, choice: str) -> Mapping[str, Any]:
    """A choice the form's file brings, to stand among supplied ones."""
    listed = dialogs.form_named(form).list_index(name)[choice]
    label = {language: "".join(map(str, parts)) for language, parts in listed.label.items()}
    return {"name": choice, "label": label}


def _grades_of(exam: str) -> list[int]:
    """The grades an exam may be held in, as the form offers them."""
    listed = dialogs.form_named(FORM).list_index("grades")
    return [
        grade for grade in GRADES if exam in listed[str(grade)].columns.get("exams", "").split()
    ]


def _subject(values: Values) -> str:
    chosen = str(values["subject"])
    return subject_of(str(values.get("subject_words"))).key if chosen == OTHER else chosen


def _grades(values: Values) -> tuple[int, ...]:
    given = values.get("grades")
    return tuple(int(str(one)) for one in given) if isinstance(given, list) else ()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
