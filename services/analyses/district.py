"""A study over the schools of a district: areas by the district as a whole, never school by school.

Of a single school it tells only whether its results have come.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import defer

from db.models.results import Study, Summary
from db.models.scopes import Scope, ScopeLevel
from services.analyses.areas import Area, Peer, areas_of, best, hardest
from services.analyses.listing import district_of, same_study
from services.analyses.sights import sights
from services.analysis.thresholds import Thresholds
from services.errors import NotFound
from services.findings import AreaRow, Cell, areas_by_district
from services.scopes import Place, schools_in
from services.studies import Title, title
from services.work import Work

Json = Mapping[str, Any]
COUNTRY_WIDE = ("region", "country")


@dataclass(frozen=True, slots=True)
class District:
    """A study over a district; `areas` are empty while too few schools have sent it."""

    study_id: int
    title: Title
    place: str
    n: int
    areas: tuple[Area, ...]
    hard: tuple[Area, ...]
    best: tuple[Area, ...]
    sent: tuple[str, ...]
    awaited: tuple[str, ...]
    """Schools by name that have and have not sent it."""


def district(work: Work, study_id: int) -> District:
    """The study of a district, told by any of its schools' studies; raise NotFound for others."""
    study, where = _see(work, study_id)
    studies = _studies(work, study, where)
    ids = {one.scope_id for one in studies}
    schools = schools_in(work.session, where.path)
    areas, n = _areas(work, studies, where)
    hard = hardest(areas)
    return District(
        study_id=study_id,
        title=title(study),
        place=where.name,
        n=n,
        areas=areas,
        hard=hard,
        best=best(areas, hard),
        sent=tuple(one.name for one in schools if one.id in ids),
        awaited=tuple(one.name for one in schools if one.id not in ids),
    )


def _see(work: Work, study_id: int) -> tuple[Study, Place]:
    study = work.session.get(Study, study_id, options=(defer(Study.data),))
    if study is None:
        raise NotFound
    where = district_of(work, study)
    for sight in sights(work):
        within = sight.wide and where.path.startswith(sight.place.path)
        if within and sight.covers(study.subject, study.grade):
            return study, where
    raise NotFound


def _studies(work: Work, study: Study, where: Place) -> list[Study]:
    """The same study of every place of the district that has it."""
    rows = work.session.scalars(
        select(Study)
        .options(defer(Study.data))
        .join(Scope, Scope.id == Study.scope_id)
        .where(
            Scope.path.startswith(where.path),
            Scope.level.in_([ScopeLevel.SCHOOL, ScopeLevel.MUNICIPALITY]),
            Study.year == study.year,
            Study.subject == study.subject,
            Study.grade == study.grade,
        )
        .order_by(Study.id)
    )
    return [one for one in rows if same_study(one) == same_study(study)]


def _areas(work: Work, studies: Sequence[Study], where: Place) -> tuple[tuple[Area, ...], int]:
    """Schools put together, or what was loaded for all at once, whichever rests on more works."""
    known = _findings(work, studies)
    own = next((known.get(one.id) for one in studies if one.scope_id == where.id), None)
    of_schools = [known[one.id] for one in studies if one.scope_id != where.id and one.id in known]
    works = sum(int(one["summary"]["n"]) for one in of_schools)
    found = _together(of_schools, studies[0].exam)
    pooled = tuple(replace(one, index=index) for index, one in enumerate(found))
    if own is not None and own["judged"] and (not pooled or int(own["summary"]["n"]) >= works):
        return areas_of(own["tasks"]), int(own["summary"]["n"])
    return pooled, works


def _findings(work: Work, studies: Sequence[Study]) -> dict[int, Json]:
    rows = work.session.execute(
        select(Summary.study_id, Summary.findings)
        .where(Summary.study_id.in_([one.id for one in studies]), Summary.followed_by.is_(None))
        .order_by(Summary.id)
    )
    return {row.study_id: row.findings for row in rows}


def _together(findings: Sequence[Json], exam: str) -> Iterator[Area]:
    """The areas of enough schools to hide each of them, weighted by works."""
    if not findings:
        return
    kind = findings[0]["summary"]["source"]["kinds"][0]
    rules = Thresholds.from_file(None, kind, exam or None)
    told = {row["code"]: row for one in reversed(findings) for row in one["tasks"]}
    for row in areas_by_district([findings], rules):
        cell = row.cells[0]
        if cell is not None:
            yield _area(row, cell, told[row.code])


def _area(row: AreaRow, cell: Cell, told: Json) -> Area:
    # A wider place's figure is the same in the report of every school.
    peers = told["peers"]
    return Area(
        index=0,
        code=row.code,
        level=row.level,
        skill=row.skill,
        n=cell.n,
        percent=cell.percent,
        low=cell.low,
        high=cell.high,
        status=cell.status,
        confidence=cell.confidence,
        skipped=0,
        threshold=told["threshold"],
        peers=tuple(Peer(one, float(peers[one])) for one in COUNTRY_WIDE if one in peers),
    )
