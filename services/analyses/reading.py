"""One study in private: its overview, its areas one by one, its marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db.models.results import Study, Summary
from services.analyses import marks as marking
from services.analyses.areas import (
    Area,
    areas_of,
    best,
    hardest,
    mark_groups,
)
from services.analyses.marks import MarksTold
from services.analyses.sights import Seen, see
from services.analyses.views import (
    AreaView,
    Head,
    Hint,
    MarksView,
    Overview,
    Pooled,
    YearFigure,
)
from services.disclosure import SMALLEST
from services.errors import NotFound
from services.scopes import Place
from services.studies import title
from services.summaries.corrections import remember
from services.work import Work

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """A study the actor may see, with its findings where they were reckoned."""

    seen: Seen
    summary: Summary | None

    @property
    def study(self) -> Study:
        """The study itself."""
        return self.seen.study

    @property
    def place(self) -> Place:
        """Whose study it is."""
        return self.seen.place

    @property
    def findings(self) -> Json | None:
        """The reckoned findings; None while there are none."""
        return None if self.summary is None else self.summary.findings

    @property
    def pooled(self) -> Pooled | None:
        """With what its works were put together, where they alone are too few."""
        told = (self.findings or {}).get("pooled")
        if not told or (self.findings or {}).get("judged"):
            return None
        years = tuple(int(year) for year in told["years"])
        return Pooled(str(told["by"]), int(told["n"]), years, int(told["schools"]))

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas that may be told: none where too few works judge nothing."""
        findings = self.findings
        if findings is None:
            return ()
        if findings["judged"]:
            return areas_of(findings["tasks"])
        return areas_of(findings.get("pooled_tasks") or ()) if self.pooled else ()


def read(work: Work, study_id: int) -> Reading:
    """A study and its newest findings, for those who may see it; raise NotFound."""
    seen = see(work, study_id)
    summary = work.session.scalars(
        select(Summary)
        .where(Summary.study_id == study_id, Summary.followed_by.is_(None))
        .order_by(Summary.id.desc())
    ).first()
    if summary is not None:
        # When these figures are replaced, whoever saw them is told of the difference.
        remember(work, summary)
    return Reading(seen, summary)


def overview(work: Work, study_id: int) -> Overview:
    """The study in short."""
    reading = read(work, study_id)
    areas, hard = reading.areas, _hard(reading)
    peers = {one.level for area in areas for one in area.peers}
    return Overview(
        head=head_of(reading),
        difference=_difference(reading) if hard else "unknown",
        peer_level=next((one.nearest.level for one in hard if one.nearest), None),
        hard=hard,
        best=best(areas, hard),
        areas=len(areas),
        marks=_marks(reading),
        years=bool((reading.findings or {}).get("changes")),
        compares=bool(peers),
    )


def area(work: Work, study_id: int, index: int) -> AreaView:
    """One area by its place in the file; raise NotFound beyond the last."""
    reading = read(work, study_id)
    if not 0 <= index < len(reading.areas):
        raise NotFound
    found = reading.areas[index]
    findings = reading.findings or {}
    return AreaView(
        head=head_of(reading),
        area=found,
        groups=mark_groups(findings, found.code) if findings.get("judged") else (),
        trend=_trend(findings, found.code) if findings.get("judged") else (),
        skipped=_skipped(found),
        areas=len(reading.areas),
    )


def every_area(work: Work, study_id: int) -> tuple[Head, tuple[Area, ...]]:
    """All areas in the order of the file."""
    reading = read(work, study_id)
    return head_of(reading), reading.areas


def marks(work: Work, study_id: int) -> MarksView:
    """The marks, and what in them is worth a look at the conditions."""
    reading = read(work, study_id)
    hints = (reading.findings or {}).get("hints") or ()
    shown = tuple(Hint(one["code"], dict(one.get("params") or {})) for one in hints)
    return MarksView(head_of(reading), _marks(reading), shown if reading.seen.leads else ())


def head_of(reading: Reading) -> Head:
    """What the study is and how much it rests on."""
    findings = reading.findings
    return Head(
        study_id=reading.study.id,
        title=title(reading.study),
        place=reading.place.name,
        wide=reading.place.level.value != "school",
        n=_works(reading),
        judged=bool(findings and findings["judged"]),
        pooled=reading.pooled,
        leads=reading.seen.leads,
        summary_id=None if reading.summary is None else reading.summary.id,
    )


def _works(reading: Reading) -> int:
    if reading.findings is not None:
        return int(reading.findings["summary"]["n"])
    found = _marks(reading)
    return 0 if found is None else found.n


def _marks(reading: Reading) -> MarksTold | None:
    return marking.told(reading.findings, lambda: reading.study.data["parts"])


def _hard(reading: Reading) -> tuple[Area, ...]:
    findings = reading.findings
    if findings is None:
        return ()
    if reading.pooled:
        return hardest(reading.areas)
    by_code = {one.code: one for one in reading.areas}
    codes = [one["code"] for one in findings["summary"]["findings"]]
    return tuple(by_code[code] for code in codes if code in by_code)


def _difference(reading: Reading) -> str:
    findings = reading.findings
    told = findings["summary"]["difference"] if findings and findings["judged"] else "unknown"
    return str(told)


def _trend(findings: Json, code: str) -> tuple[YearFigure, ...]:
    found = []
    for one in findings.get("trend") or ():
        figure = one["elements"].get(code)
        if figure and int(figure["n"]) >= SMALLEST:
            percent, low, high = (float(figure[name]) for name in ("percent", "low", "high"))
            found.append(YearFigure(int(one["year"]), int(figure["n"]), percent, low, high))
    return tuple(sorted(found, key=lambda figure: figure.year))


def _skipped(found: Area) -> int | None:
    few = 0 < found.skipped < SMALLEST or 0 < found.n - found.skipped < SMALLEST
    return None if few else found.skipped
