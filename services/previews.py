"""What a sender is told of a file before it is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.models.scopes import ScopeLevel
from services.access import Holding
from services.analysis.thresholds import Thresholds
from services.associations import caring, group_title
from services.portions import Portion, Portions
from services.report_figures import Disagreement, disagreements
from services.results import Exam, Oddity, ParsedFile
from services.scopes import Place
from services.studies import Title, compares, is_compared, others, replaced, title_of
from services.work import Work

SHOWN = 2
COMPARED_AT_MOST = 5000
"""Works of a school beyond which its reports are compared by the analysis only."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """An oddity with the address of its cell; `code` names the sentence, `params` fill it."""

    code: str
    sheet: str | None
    cell: str | None
    params: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Receiver:
    """An association that will get a summary; without a group the summary waits."""

    name: str
    group: str | None


@dataclass(frozen=True, slots=True)
class Preview:
    """A read file in short: what, how many, what is odd, who gets it."""

    upload_id: int
    kind: str
    titles: tuple[Title, ...]
    works: int
    schools: int
    school: str
    foreign: tuple[str, ...]
    own_only: bool
    """Whether the sender loads one school; who answers for several lacks the others in the list."""
    bad_rows: tuple[int, ...]
    troubles: tuple[Trouble, ...]
    trouble_count: int
    oddities: tuple[Trouble, ...]
    oddity_count: int
    receivers: tuple[Receiver, ...]
    summarised: bool
    """Whether a summary follows; marks alone make none."""
    compared: bool
    """Whether something will stand beside the school's own figures."""
    replaced_at: datetime | None
    together: tuple[str, ...]
    """Kinds of files of the same study that wait for the same word."""
    disagreements: tuple[Disagreement, ...] = ()
    """Where this file and other reports of the study differ, for one school."""
    disagreement_count: int = 0
    answered: bool = False
    """Whether the sender has said what the file does not, and may think better of it."""


def preview(
    work: Work,
    upload_id: int,
    parsed: ParsedFile,
    shared: Sequence[Portions],
    together: Sequence[ParsedFile],
    held: Sequence[Holding],
    *,
    answered: bool = False,
) -> Preview:
    """Tell of a file whose portions are known; `together` wait beside it, `held` are the roles."""
    taken = [portion for share in shared for portion in share.taken]
    schools = {portion.place.id: portion.place for portion in taken if not portion.wide}
    beside = [exam for other in together for exam in other.exams]
    odd = [warning for exam in parsed.exams for warning in exam.warnings]
    summarised = any(portion.judges_own for portion in taken) or any(x.tasks for x in beside)
    differ = _disagreements(work, taken, beside)
    return Preview(
        upload_id=upload_id,
        kind=parsed.kind,
        titles=tuple(dict.fromkeys(title_of(portion.exam) for portion in taken)),
        works=sum(share.works for share in shared),
        schools=len(schools),
        school=next(iter(schools.values())).name if len(schools) == 1 else "",
        foreign=tuple(dict.fromkeys(name for share in shared for name in share.foreign)),
        own_only=only_own(held),
        bad_rows=tuple(bad.row for bad in parsed.bad_rows),
        troubles=tuple(_trouble(bad.problem, bad.sheet) for bad in parsed.bad_rows[:SHOWN]),
        trouble_count=len(parsed.bad_rows),
        oddities=tuple(_trouble(oddity) for oddity in odd[:SHOWN]),
        oddity_count=len(odd),
        receivers=tuple(_receivers(work, taken)) if summarised else (),
        summarised=summarised,
        compared=any(map(compares, (*parsed.exams, *beside)))
        or any(is_compared(work, portion) for portion in taken),
        replaced_at=max(_replaced(work, parsed, taken), default=None),
        together=tuple(other.kind for other in together),
        disagreements=differ[:SHOWN],
        disagreement_count=len(differ),
        answered=answered,
    )


def _replaced(work: Work, parsed: ParsedFile, taken: Sequence[Portion]) -> Iterator[datetime]:
    """When the reports were sent that this file would take the place of."""
    for portion in taken:
        for part in replaced(work, portion, parsed.sha256, parsed.rows_dropped):
            yield datetime.fromisoformat(part["sent_at"])


def only_own(held: Sequence[Holding]) -> bool:
    """Whether these roles load results of single schools only."""
    return all(one.level == ScopeLevel.SCHOOL for one in held)


def _disagreements(
    work: Work, taken: Sequence[Portion], beside: Sequence[Exam]
) -> tuple[Disagreement, ...]:
    """What a school's reports say differently; a file of many schools is not gone through."""
    schools = [portion for portion in taken if not portion.wide]
    if len({portion.place.id for portion in schools}) != 1:
        return ()
    within = Thresholds().reports_agree_within
    found: list[Disagreement] = []
    for portion in schools:
        same = [exam for exam in beside if title_of(exam) == title_of(portion.exam)]
        if len(portion.exam.pupils) <= COMPARED_AT_MOST:
            exams = [portion.exam, *others(work, portion), *same]
            found += disagreements(exams, within)
    return tuple(found)


def _receivers(work: Work, taken: Iterable[Portion]) -> Iterator[Receiver]:
    seen: set[int] = set()
    for portion in taken:
        for one in _caring(work, portion):
            if one.id not in seen:
                seen.add(one.id)
                yield Receiver(one.name, group_title(work.session, one.id))


def _caring(work: Work, portion: Portion) -> tuple[Place, ...]:
    named = title_of(portion.exam)
    return caring(work.session, portion.place.id, named.subject, named.grade)


def _trouble(oddity: Oddity, sheet: str | None = None) -> Trouble:
    return Trouble(oddity.code, sheet, oddity.cell, dict(oddity.params))
