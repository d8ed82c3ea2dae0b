"""What only the sender can say: exams filled from answers, and questions for what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from services.results import subjectwords
from services.results.facts import Facts, whole_year
from services.results.model import Exam, Question

GRADES = tuple(str(grade) for grade in range(1, 12))
_LONGEST = 120
_OF_THE_FILE = ("occasion", "year")
_OF_AN_EXAM = ("subject", "grade")


def filled(exam: Exam, place: int, facts: Facts, answers: Mapping[str, str]) -> Exam:
    """The exam with what the lines around it and the answers add to it."""
    known = replace(
        exam,
        year=exam.year or facts.year,
        subject=exam.subject or facts.subject,
        grade=exam.grade or facts.grade,
        date=exam.date or facts.date,
        occasion=exam.occasion or (None if exam.exam else facts.occasion),
    )
    for name in lacking(known):
        said = answers.get(f"{place}.{name}", answers.get(name, ""))
        if (value := _READERS[name](" ".join(said.split()))) is not None:
            known = _with(known, name, value)
    return known


def lacking(exam: Exam) -> tuple[str, ...]:
    """What must be known before an exam is filed and is not."""
    told = {
        "occasion": exam.exam or exam.occasion,
        "year": exam.year,
        "subject": exam.subject,
        "grade": exam.grade,
    }
    return tuple(name for name, value in told.items() if not value)


def questions(exams: Sequence[tuple[Exam, Facts]]) -> Iterator[Question]:
    """Everything lacking: of the whole file once, of several exams one by one."""
    for name in _OF_THE_FILE:
        found = [facts for exam, facts in exams if name in lacking(exam)]
        if found:
            yield Question(name, None, _options(name, found))
    for name in _OF_AN_EXAM:
        places = [place for place, (exam, _facts) in enumerate(exams) if name in lacking(exam)]
        alone = len(exams) == 1 or (len(places) == len(exams) and _one_table(exams))
        for place in places[:1] if alone else places:
            options = _options(name, [exams[place][1]])
            yield Question(name, None if alone else place, options)


def _one_table(exams: Sequence[tuple[Exam, Facts]]) -> bool:
    return len({id(facts) for _exam, facts in exams}) == 1


def _options(name: str, found: Sequence[Facts]) -> tuple[str, ...]:
    if name == "grade":
        told = found[0].grades
        return (*told, *(grade for grade in GRADES if grade not in told))
    lists = {
        "year": [facts.years for facts in found],
        "subject": [facts.subjects for facts in found],
        "occasion": [facts.titles for facts in found],
    }
    return tuple(dict.fromkeys(value for values in lists[name] for value in values))


def _with(exam: Exam, name: str, value: Any) -> Exam:
    return replace(exam, **{name: value})


def _subject(said: str) -> str | None:
    names = subjectwords.named(said)
    return names[0] if len(names) == 1 else (said[:_LONGEST] or None)


def _grade(said: str) -> int | None:
    return int(said) if said in GRADES else None


_READERS: dict[str, Callable[[str], object]] = {
    "year": whole_year,
    "subject": _subject,
    "grade": _grade,
    "occasion": lambda said: said[:_LONGEST] or None,
}
