"""Areas where an association wants help: one case on the help desk, in the association's name."""

from __future__ import annotations

from collections.abc import Sequence

from db.models.assistance import Difficulty
from db.models.decisions import Decision, DecisionItem
from db.models.results import Study
from db.models.scopes import ScopeLevel
from services.decisions.notices import HelpWanted
from services.difficulties.labels import OWN_TOPIC
from services.help_desk import chain, deadlines
from services.notices import ToPerson
from services.scopes import above, place
from services.studies import title
from services.subjects import subject
from services.work import Work

GROUP = "topic"
CHANNEL = "association"


def ask_for_help(work: Work, row: Decision, items: Sequence[DecisionItem]) -> int | None:
    """Open the case and tell those who answer there; its number, None where nobody could."""
    where = place(work.session, row.association_id)
    municipality = above(work.session, where.path, ScopeLevel.MUNICIPALITY)
    if municipality is None:
        return None
    case = _case(work, row, items, municipality.id)
    helpers = chain.first_helpers(work, case)
    if not helpers:
        return None
    near = {one.person_id for one in chain.methodologists(work, municipality)}
    case.told = [one.person_id for one in helpers]
    case.offered = [one for one in case.told if one not in near]
    work.session.add(case)
    work.session.flush()
    deadlines.promise(work, case)
    _tell(work, row, case, items)
    return case.id


def _case(
    work: Work, row: Decision, items: Sequence[DecisionItem], municipality_id: int
) -> Difficulty:
    where = place(work.session, row.association_id)
    school = above(work.session, where.path, ScopeLevel.SCHOOL)
    study = work.session.get_one(Study, row.study_id)
    areas = _areas(items)
    return Difficulty(
        reporter_id=work.actor.person_id,
        school_id=None if school is None else school.id,
        municipality_id=municipality_id,
        channel=CHANNEL,
        caller=where.name,
        status="new",
        group=GROUP,
        item=OWN_TOPIC,
        title=areas[0],
        subject=subject(study.subject).circle,
        class_label=str(study.grade),
        text="\n".join(areas),
        attachments=[],
        anonymous=False,
        subject_hidden=False,
        sensitive=False,
        offered=[],
        round=0,
        delayed=False,
        reported_at=work.now,
        due_at=work.now,
        origin_key=f"decision:{row.id}",
    )


def _tell(work: Work, row: Decision, case: Difficulty, items: Sequence[DecisionItem]) -> None:
    where = place(work.session, row.association_id)
    school = above(work.session, where.path, ScopeLevel.SCHOOL)
    study = work.session.get_one(Study, row.study_id)
    notice = HelpWanted(
        case.id,
        where.name,
        "" if school is None else school.name,
        title(study),
        tuple(_areas(items)),
    )
    for person_id in case.told:
        # The card takes the place of this word as soon as the case changes.
        work.tell(ToPerson(person_id), notice, anchor=f"difficulty:{case.id}")


def _areas(items: Sequence[DecisionItem]) -> list[str]:
    return [one.skill or one.code for one in items]
