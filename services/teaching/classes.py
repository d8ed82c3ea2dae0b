"""Classes of a school as results name them, and the school year they are of."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from hashlib import blake2b

from db.models.results import Study
from db.models.scopes import ScopeLevel
from services.findings import classes_in
from services.results import exam_from_json
from services.scopes import above, place
from services.work import Work
from services.working_time import Calendar, calendar_of, school_year

LOOK_ALIKE = str.maketrans(
    {
        "A": "А",
        "B": "В",
        "C": "С",
        "E": "Е",
        "H": "Н",
        "K": "К",
        "M": "М",
        "O": "О",
        "P": "Р",
        "T": "Т",
        "X": "Х",
    }
)
"""Latin letters that are written for their Russian doubles."""


def class_key(grade: int, label: str) -> str:
    """The class as no other of the school is called: a letter or number with its grade."""
    plain = "".join(sign for sign in label.upper() if sign.isalnum()).translate(LOOK_ALIKE)
    own = plain.removeprefix(str(grade))
    return f"{grade}-{own}" if own[:1].isdecimal() else f"{grade}{own}"


def labels_of(study: Study) -> dict[str, set[str]]:
    """The labels a study's works carry, by the class they mean, in the order of classes."""
    found: dict[str, set[str]] = {}
    for label in classes_in(study.data["parts"]):
        found.setdefault(class_key(study.grade, label), set()).add(label)
    return dict(sorted(found.items()))


def works_of(study: Study) -> dict[str, int]:
    """How many works each class has, in the report that has most of them; "" for no class."""
    found: dict[str, int] = {}
    for part in study.data["parts"]:
        labels = (pupil.class_label for pupil in exam_from_json(part["exam"]).pupils)
        counted = Counter(class_key(study.grade, label) if label else "" for label in labels)
        for key, count in counted.items():
            found[key] = max(count, found.get(key, 0))
    return found


def code_of(key: str) -> str:
    """A class in few signs, for a button; its name may be of any length."""
    return blake2b(key.encode(), digest_size=4).hexdigest()


def school_year_of(study: Study) -> int:
    """The year the school year of a study began in.

    A day tells it; without one an official exam was held in the spring of its year, and an own
    one when its file came, if that was in its year.
    """
    if study.held_on:
        return school_year(date.fromisoformat(study.held_on))
    if study.exam:
        return study.year - 1
    sent = [datetime.fromisoformat(part["sent_at"]).date() for part in study.data["parts"]]
    days = [day for day in sent if day.year == study.year]
    return school_year(min(days)) if days else study.year - 1


def calendar(work: Work, school_id: int) -> Calendar:
    """The calendar the school keeps."""
    where = place(work.session, school_id)
    municipality = above(work.session, where.path, ScopeLevel.MUNICIPALITY)
    return calendar_of(municipality.details if municipality else {})
