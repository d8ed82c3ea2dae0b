"""The classes of a parallel, for those who answer for the school: only where several teach it."""

from __future__ import annotations

from dataclasses import dataclass

from db.models.results import Study
from services.analyses.sights import see
from services.disclosure import parts
from services.errors import NotFound
from services.studies import Title, title
from services.teaching.classes import code_of, labels_of, school_year_of, works_of
from services.teaching.confirming import confirmed_teachers
from services.work import Work

SEVERAL = 2


@dataclass(frozen=True, slots=True)
class ClassLine:
    """A class of a parallel; `told` is false where its works are too few."""

    code: str
    key: str
    told: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """The classes of a study. `refused` says why none is told: no_classes, one_class, one_teacher.

    Nothing orders the classes but their names.
    """

    study_id: int
    title: Title
    refused: str | None
    classes: tuple[ClassLine, ...] = ()


def cut(work: Work, study_id: int) -> Cut:
    """The classes of a study for those who answer for the school; refused where one teaches all."""
    study = _led(work, study_id)
    classes = labels_of(study)
    if len(classes) < SEVERAL:
        return Cut(study.id, title(study), "one_class" if classes else "no_classes")
    teachers = confirmed_teachers(
        work, study.scope_id, study.subject, list(classes), school_year_of(study)
    )
    if len(set().union(*teachers.values())) < SEVERAL:
        return Cut(study.id, title(study), "one_teacher")
    shown = parts(works_of(study))
    return Cut(
        study.id,
        title(study),
        None,
        tuple(ClassLine(code_of(key), key, shown[key].exact) for key in classes),
    )


def _led(work: Work, study_id: int) -> Study:
    seen = see(work, study_id)
    if not seen.leads:
        raise NotFound
    return seen.study
