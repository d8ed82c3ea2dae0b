"""Whether a school has sent a study: the calendar's titles against the studies that are there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from db.base import table_of
from db.models.results import Study
from services.results.words import exam_name
from services.studies import Title
from services.work import Work
from services.working_time import SCHOOL_YEAR_BEGINS, school_year

STUDY = table_of(Study)
DATED = tuple(exam_name(key) for key in ("vpr", "oge", "ege"))
"""Exams whose files tell their year; that of other studies is a matter of habit."""

_Known = tuple[str, str, str, int]


@dataclass(frozen=True, slots=True)
class _Sent:
    year: int
    at: datetime


class Sent:
    """The studies of some schools; `at` tells when one that was expected came."""

    def __init__(self, found: Mapping[int, Mapping[_Known, tuple[_Sent, ...]]]) -> None:
        self._found = found

    def at(self, school_id: int, title: Title, due_on: date) -> datetime | None:
        """When the school's results were filed last; None while there are none."""
        mine = self._found.get(school_id, {}).get(_known(title), ())
        return max((one.at for one in mine if _of_that_time(one, title, due_on)), default=None)


def sent_by(work: Work, school_ids: Collection[int]) -> Sent:
    """What these schools have sent. Files themselves are not read, only what they are called."""
    work.session.flush()
    columns = (
        STUDY.c[name]
        for name in ("scope_id", "exam", "occasion", "year", "subject", "grade", "updated_at")
    )
    rows = work.session.connection().execute(
        select(*columns).where(STUDY.c.scope_id.in_(list(school_ids)))
    )
    found: dict[int, dict[_Known, tuple[_Sent, ...]]] = {}
    for scope_id, exam, occasion, year, subject, grade, at in rows:
        known = _known(Title(exam, year, subject, grade, occasion))
        mine = found.setdefault(scope_id, {})
        mine[known] = (*mine.get(known, ()), _Sent(year, at))
    return Sent(found)


def plain(words: str) -> str:
    """A name to compare by: people write one name with other signs and in other letters."""
    kept = "".join(sign if sign.isalnum() else " " for sign in words.casefold())
    return " ".join(kept.replace("\u0451", "\u0435").split())


def _known(title: Title) -> _Known:
    occasion = plain(title.occasion)
    return ("" if occasion else title.exam, occasion, title.subject, title.grade)


def _of_that_time(sent: _Sent, title: Title, due_on: date) -> bool:
    if title.exam in DATED and not title.occasion:
        return sent.year == title.year
    # A study of the winter may be called by either year; one filed before the autumn is another.
    began = school_year(due_on)
    return sent.year in (began, began + 1) and sent.at.date() >= date(began, SCHOOL_YEAR_BEGINS, 1)
