"""What a sender is told of a file before it is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.models.scopes import ScopeLevel
from services.access import Holding
from services.associations import caring, group_title
from services.portions import Portion, Portions
from services.results import Oddity, ParsedFile
from services.scopes import Place
from services.studies import Title, before, compares, title_of
from services.work import Work

SHOWN = 2


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


def preview(
    work: Work,
    upload_id: int,
    parsed: ParsedFile,
    shared: Sequence[Portions],
    together: Sequence[ParsedFile],
    held: Sequence[Holding],
) -> Preview:
    """Tell of a file whose portions are known; `together` wait beside it, `held` are the roles."""
    taken = [portion for share in shared for portion in share.taken]
    schools = {portion.place.id: portion.place for portion in taken if not portion.wide}
    known = [(portion, before(work, portion, portion.exam.kind)) for portion in taken]
    beside = [exam for other in together for exam in other.exams]
    odd = [warning for exam in parsed.exams for warning in exam.warnings]
    summarised = any(_has_figures(portion) for portion in taken) or any(x.tasks for x in beside)
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
        or any(one.compared for _portion, one in known if one),
        replaced_at=max(
            (one.replaced_at for _portion, one in known if one and one.replaced_at), default=None
        ),
        together=tuple(other.kind for other in together),
    )


def only_own(held: Sequence[Holding]) -> bool:
    """Whether these roles load results of single schools only."""
    return all(one.level == ScopeLevel.SCHOOL for one in held)


def _has_figures(portion: Portion) -> bool:
    exam = portion.exam
    return bool(exam.tasks and (exam.pupils or any(group.tasks for group in exam.groups)))


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
