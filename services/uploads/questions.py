"""What there is to ask about a file: questions, what they offer, and which answers fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2s

from db.models.results import Upload
from services.errors import ServiceError
from services.portions import own_schools, rights, says_whose
from services.results import ParsedFile, Question
from services.results.asking import GRADES, filled
from services.results.facts import Facts
from services.studies import missing, occasions
from services.subjects import is_taught, names, subject_of
from services.work import Work

SCHOOL = "school"
COLUMN = "column"
SKIP, SKIP_ALL = "skip", "skip_all"
FREE = ("subject", "occasion")
"""What may be said in own words."""
NUMBERS = ("year", "grade")
LONGEST = {"subject": 60, "occasion": 80}
TOKEN_LENGTH = 12
EARLIEST_YEAR = 2000

Answers = Mapping[str, str]


class NotAnAnswer(ServiceError):
    """These words do not answer the question `name`."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value to choose; `label` where people know it under a name that is data."""

    value: str
    label: str | None = None

    @property
    def token(self) -> str:
        """The value in a few plain letters, for a button."""
        if self.value.isascii() and len(self.value) <= TOKEN_LENGTH:
            return self.value
        return blake2s(self.value.encode(), digest_size=TOKEN_LENGTH // 2).hexdigest()


def questions_of(work: Work, upload: Upload, parsed: ParsedFile) -> Iterator[Question]:
    """All that is to be said of a file, whether it was said or not."""
    yield from parsed.questions
    told = {one.key for one in parsed.questions}
    if any(one.name == COLUMN for one in parsed.questions):
        # What the columns hold decides what else there is to ask.
        return
    yield from _owed(parsed, told)
    held = rights(work, upload.person_id)
    schools = own_schools(work, held)
    unclear = any(not says_whose(work, exam, held) for exam in parsed.exams)
    if unclear and len(schools) > 1:
        yield Question(SCHOOL, options=tuple(str(place.id) for place in schools))


def _owed(parsed: ParsedFile, told: set[str]) -> Iterator[Question]:
    """What exams lack and the parser has not asked about."""
    several = len(parsed.exams) > 1
    for place, exam in enumerate(parsed.exams):
        for name in missing(exam):
            what = "occasion" if name == "exam" else name
            where = place if several and what != "year" else None
            question = Question(what, where, GRADES if what == "grade" else ())
            if question.key not in told and not {what, f"{place}.{what}"} & told:
                told.add(question.key)
                yield question


def options_of(
    work: Work, upload: Upload, question: Question, raw: ParsedFile
) -> tuple[Option, ...]:
    """What may be chosen for a question about a file that was read as `raw`."""
    if question.name == SCHOOL:
        schools = own_schools(work, rights(work, upload.person_id))
        return tuple(Option(str(place.id), place.name) for place in schools)
    if question.name == "subject":
        grade = completed(raw, upload.answers).exams[question.exam or 0].grade
        return _subjects(question.options, grade)
    if question.name == "occasion":
        before = occasions(work, rights(work, upload.person_id))
        found = dict.fromkeys((*question.options, *before))
        return tuple(Option(one, one) for one in found)
    if question.name == "year":
        this = work.now.year
        recent = (str(year) for year in (this, this - 1, this - 2))
        return tuple(map(Option, dict.fromkeys((*question.options, *recent))))
    return tuple(map(Option, question.options))


def _subjects(near: Sequence[str], grade: int | None) -> tuple[Option, ...]:
    """Subjects found near by first, then all that are taught in the grade."""
    taught = [name for name in names() if is_taught(name, grade)]
    found = {subject_of(name).key: name for name in (*near, *taught)}
    return tuple(Option(name, subject_of(name).name_ru) for name in found.values())


def completed(parsed: ParsedFile, answers: Answers) -> ParsedFile:
    """The file with what was said of its exams."""
    nothing = Facts()
    exams = [filled(exam, place, nothing, answers) for place, exam in enumerate(parsed.exams)]
    return replace(parsed, exams=tuple(exams))


def kept_answer(work: Work, question: Question, value: str) -> str:
    """The value as it is kept; raises NotAnAnswer."""
    plain = " ".join(value.split())
    name = question.name
    if name == "year":
        fits = plain.isdecimal() and EARLIEST_YEAR <= int(plain) <= work.now.year + 1
    elif name == "grade":
        fits = plain in GRADES
    elif name in FREE:
        fits = 1 < len(plain) <= LONGEST[name] and any(sign.isalpha() for sign in plain)
    elif name == SCHOOL:
        fits = plain in question.options
    else:
        fits = plain in question.options or plain == SKIP
    if not fits:
        raise NotAnAnswer(name=name)
    return plain
