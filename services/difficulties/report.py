"""Reporting: a filled form becomes a numbered case, once, and the staff of its place know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from db.base import table_of
from db.models.assistance import Difficulty
from db.models.people import Person
from db.models.scopes import ScopeLevel
from services.access import RULES, Action, Holding, Role, authorize, holdings, record
from services.difficulties import naming
from services.difficulties.attachments import of_answer
from services.difficulties.labels import OWN_TOPIC, UNSPOKEN_GROUP, item_label
from services.errors import Forbidden, NotFound
from services.forms import Value
from services.help_desk import chain, deadlines
from services.help_desk.telling import announce
from services.scopes import Place, above, place
from services.work import Work

NO_GRADE = "any"
PERSON, DIFFICULTY = table_of(Person), table_of(Difficulty)
FIND_PROFILE = select(PERSON.c.subjects, PERSON.c.classes).where(PERSON.c.id == bindparam("sought"))
FIND_BY_ORIGIN = select(DIFFICULTY.c.id).where(DIFFICULTY.c.origin_key == bindparam("sought"))


@dataclass(frozen=True, slots=True)
class Accepted:
    """What the reporter is told: the number, who will answer, by when."""

    number: int
    helper: str
    """A name where there is exactly one who can answer; empty otherwise."""
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Wish:
    """Whether the reporter stays unnamed, and whether the subject is hidden too."""

    anonymous: bool = False
    subject_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """What the form need not ask: subjects and classes, with spaces between."""

    subjects: str
    classes: str


def own_profile(work: Work) -> Profile:
    """The actor's subjects and classes; raise Forbidden for those who report nothing."""
    _home(work)
    asked = {"sought": work.actor.person_id}
    person = work.session.connection().execute(FIND_PROFILE, asked).first()
    if person is None:
        raise Forbidden(action=Action.REPORT_DIFFICULTY.value)
    return Profile(" ".join(map(str, person.subjects)), " ".join(map(str, person.classes)))


def alike(work: Work, subject: str) -> int:
    """How many teachers of this subject the actor's municipality has."""
    _, municipality = _home(work)
    return naming.teachers_of(work, municipality.path, subject)


def preview(values: Mapping[str, Value], wish: Wish) -> Difficulty:
    """The case as it would be kept, not kept yet: what is shown before sending."""
    row = Difficulty(anonymous=wish.anonymous, subject_hidden=wish.subject_hidden)
    _describe(row, values, wish)
    return row


def report(work: Work, values: Mapping[str, Value], wish: Wish) -> Accepted:
    """Keep what a teacher reports; the same update never makes two cases."""
    held, municipality = _home(work)
    before = _by_origin(work)
    if before is not None:
        return _accepted(work, before)
    school = above(work.session, held.path, ScopeLevel.SCHOOL)
    row = Difficulty(
        reporter_id=work.actor.person_id,
        school_id=None if wish.anonymous or school is None else school.id,
        municipality_id=municipality.id,
        channel="bot",
        status="new",
        anonymous=wish.anonymous,
        subject_hidden=wish.subject_hidden,
    )
    _describe(row, values, wish)
    _keep(work, row, told=True)
    announce(work, row)
    return _accepted(work, row)


def enter_call(work: Work, values: Mapping[str, Value]) -> int:
    """Keep what somebody said on the telephone; whoever took the call has the case."""
    school = place(work.session, int(str(values["school"])))
    authorize(work, Action.ENTER_CALL, school.path)
    before = _by_origin(work)
    if before is not None:
        return before.id
    municipality = above(work.session, school.path, ScopeLevel.MUNICIPALITY)
    if municipality is None:
        raise NotFound
    row = Difficulty(
        school_id=school.id,
        municipality_id=municipality.id,
        channel="phone",
        caller=str(values.get("caller") or "") or None,
        status="taken",
        assignee_id=work.actor.person_id,
        taken_at=work.now,
        anonymous=False,
        subject_hidden=False,
    )
    _describe(row, values, Wish())
    _keep(work, row)
    record(work, "call_entered", f"difficulty:{row.id}")
    return row.id


def _home(work: Work) -> tuple[Holding, Place]:
    """The role the actor reports in, and the municipality it lies in."""
    for held in holdings(work):
        if held.role not in RULES[Action.REPORT_DIFFICULTY]:
            continue
        municipality = above(work.session, held.path, ScopeLevel.MUNICIPALITY)
        if municipality is not None:
            return held, municipality
    raise Forbidden(action=Action.REPORT_DIFFICULTY.value)


def _describe(row: Difficulty, values: Mapping[str, Value], wish: Wish) -> None:
    row.group = str(values.get("group") or UNSPOKEN_GROUP)
    row.item = str(values.get("item") or OWN_TOPIC)
    row.title = str(values.get("other_topic") or "") or item_label(row.item, "ru")
    row.subject = str(values.get("subject") or "") or None
    grade = str(values.get("grade") or "")
    row.class_label = grade if grade not in ("", NO_GRADE) else None
    row.sensitive = str(values.get("sensitive", "")).lower() == "true"
    row.text, row.attachments = of_answer(values.get("explanation"))
    if wish.subject_hidden:
        row.subject = None
        row.item, row.title = naming.without_subject(row.group, row.item, row.title)


def _keep(work: Work, row: Difficulty, *, told: bool = False) -> None:
    # All of it is known before the one statement that writes the row.
    row.reported_at = work.now
    row.origin_key = work.cause or None
    row.offered, row.round = [], 0
    row.told = [one.person_id for one in chain.first_helpers(work, row)] if told else []
    if not chain.methodologists(work, place(work.session, row.municipality_id)):
        row.offered = [one.person_id for one in chain.first_helpers(work, row)]
    deadlines.promise(work, row)


def _by_origin(work: Work) -> Difficulty | None:
    if not work.cause:
        return None
    asked = {"sought": work.cause}
    number = work.session.connection().execute(FIND_BY_ORIGIN, asked).scalar()
    return None if number is None else work.session.get(Difficulty, number)


def _accepted(work: Work, row: Difficulty) -> Accepted:
    helpers = chain.first_helpers(work, row)
    alone = len(helpers) == 1 and helpers[0].role is Role.METHODOLOGIST
    return Accepted(row.id, helpers[0].name if alone else "", row.due_at)
