"""Asking for a class's figures: reckoned outside, told to whoever may still see them then."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import defer

from db.models.results import Study
from db.models.teaching import TeachingLoad
from services.analyses.reading import read
from services.disclosure import SMALLEST
from services.errors import NotFound
from services.jobs import JobKind, Params, Place, register
from services.notices import Notice, ToPerson
from services.scopes import place
from services.studies import Title, title
from services.teaching.classes import labels_of, school_year_of
from services.teaching.confirming import confirmed_teachers
from services.teaching.cuts import cut
from services.teaching.figures import AreaOfClass, Reckoned, Reckoning, area_of, reckon_class
from services.teaching.saying import own, own_confirmed
from services.teaching.standing import State
from services.work import Actor, Work


@dataclass(frozen=True, slots=True)
class Other:
    """Another study of the same class."""

    study_id: int
    title: Title


@dataclass(frozen=True, slots=True)
class ClassTold:
    """A class in one study.

    `parallel` says why the parallel stands beside it or not: shown, own (all of it is one's own),
    alone, one_class, one_teacher, few_works.
    """

    study_id: int
    title: Title
    key: str
    n: int
    parallel: str
    rows: tuple[AreaOfClass, ...]


@dataclass(frozen=True)
class ClassReckoned(Notice):
    """A class's figures, for whoever asked; a load tells a teacher's own."""

    told: ClassTold
    page: int
    load_id: int | None = None
    code: str = ""
    others: tuple[Other, ...] = ()


@dataclass(frozen=True)
class ClassClosed(Notice):
    """The class is open to the reader no more."""


@dataclass(frozen=True)
class ClassFailed(Notice):
    """The figures could not be reckoned; they can be asked for again."""


def ask_for_own(work: Work, load_id: int, study_id: int = 0, page: int = 0) -> str:
    """Have the figures of one's own confirmed class reckoned; the anchor they will stand at."""
    load = own_confirmed(work, load_id)
    studies = _studies_of(work, load)
    study = next((one for one in studies if one.id == study_id or not study_id), None)
    if study is None:
        raise NotFound
    return _ask(work, {"load_id": load_id, "study_id": study.id, "page": page})


def ask_for_class(work: Work, study_id: int, code: str, page: int = 0) -> str:
    """Have one class of a cut reckoned; raise NotFound where the cut does not tell it."""
    found = cut(work, study_id)
    if not any(one.code == code and one.told for one in found.classes):
        raise NotFound
    return _ask(work, {"study_id": study_id, "code": code, "page": page})


def _ask(work: Work, params: Params) -> str:
    person_id = work.actor.person_id
    anchor = f"class:{person_id}"
    work.later("teaching.class", {**params, "person_id": person_id}, key=anchor)
    return anchor


def _prepare(work: Work, params: Params) -> Reckoning | None:
    """Asked anew when it is reckoned: a role or a confirmation may be gone by then."""
    work.actor = Actor(params["person_id"])
    try:
        study, key, load = _wanted(work, params)
    except NotFound:
        return None
    labels = labels_of(study)
    reports, wanted = tuple(study.data["parts"]), tuple(sorted(labels[key]))
    if load is None:
        whole = {one.code: one.percent for one in read(work, study.id).areas}
        return Reckoning(reports, wanted, beside=whole)
    mine = _own_keys(work, study, key)
    others = confirmed_teachers(
        work, study.scope_id, study.subject, list(labels.keys() - mine), school_year_of(study)
    )
    known = all(others.values())
    return Reckoning(
        reports,
        wanted,
        tuple(sorted(label for one in mine for label in labels[one])),
        len(set().union(*others.values())) if known else 0,
    )


def _apply(work: Work, params: Params, result: Reckoned | None) -> None:
    person_id = params["person_id"]
    work.actor = Actor(person_id)
    work.tell(ToPerson(person_id), _told(work, params, result), anchor=f"class:{person_id}")


def _give_up(work: Work, params: Params, _error: str) -> None:
    person_id = params["person_id"]
    work.tell(ToPerson(person_id), ClassFailed(), anchor=f"class:{person_id}")


def _told(work: Work, params: Params, result: Reckoned | None) -> ClassReckoned | ClassClosed:
    try:
        study, key, load = _wanted(work, params)
    except NotFound:
        return ClassClosed()
    if result is None:
        return ClassClosed()
    enough = result.figures.n >= SMALLEST
    rows = tuple(area_of(row, result.beside) for row in result.figures.rows) if enough else ()
    told = ClassTold(study.id, title(study), key, result.figures.n, result.parallel, rows)
    others = _studies_of(work, load) if load is not None else ()
    return ClassReckoned(
        told,
        params["page"],
        None if load is None else load.id,
        "" if load is not None else params["code"],
        tuple(Other(one.id, title(one)) for one in others if one.id != study.id),
    )


def _wanted(work: Work, params: Params) -> tuple[Study, str, TeachingLoad | None]:
    """The study, the class and the load, for whoever may still see them; raise NotFound."""
    if "load_id" in params:
        load = own_confirmed(work, params["load_id"])
        studies = {one.id: one for one in _studies_of(work, load)}
        if params["study_id"] not in studies:
            raise NotFound
        return studies[params["study_id"]], load.class_label, load
    found = cut(work, params["study_id"])
    line = next((one for one in found.classes if one.code == params["code"] and one.told), None)
    if line is None:
        raise NotFound
    return work.session.get_one(Study, params["study_id"]), line.key, None


def _own_keys(work: Work, study: Study, key: str) -> set[str]:
    """Every class of the study that is the actor's own: what all of them leave is a colleague's."""
    here, year = place(work.session, study.scope_id).name, school_year_of(study)
    said = {
        one.key
        for one in own(work)
        if one.state is State.CONFIRMED
        and (one.school, one.subject, one.school_year) == (here, study.subject, year)
    }
    return (said & labels_of(study).keys()) | {key}


def _studies_of(work: Work, load: TeachingLoad) -> list[Study]:
    """The studies of the load's school year that the class took part in, the newest first."""
    rows = work.session.scalars(
        select(Study)
        .options(defer(Study.data))
        .where(Study.scope_id == load.school_id, Study.subject == load.subject)
        .order_by(Study.year.desc(), Study.id.desc())
    )
    # Works are read for the studies that can be it only: a school has had many others.
    return [
        one
        for one in rows.all()
        if load.class_label.startswith(str(one.grade))
        and school_year_of(one) == load.school_year
        and load.class_label in labels_of(one)
    ]


register(
    JobKind(
        "teaching.class",
        prepare=_prepare,
        run=reckon_class,
        apply=_apply,
        give_up=_give_up,
        place=Place.ANALYSIS,
        max_attempts=3,
    )
)
