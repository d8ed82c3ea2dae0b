"""A newer file of a study takes the place of the older one only after a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.errors import ServiceError
from services.portions import Portion, Portions
from services.report_figures import figures, works
from services.results import ParsedFile, exam_from_json
from services.studies import Title, replaced, title_of
from services.work import Work

SHOWN = 3
COUNTED_AT_MOST = 5000
"""Works beyond which only their number is compared: the question must not keep others waiting."""


class WouldReplace(ServiceError):
    """The file takes the place of another, and its sender has not been asked about this one."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A percent 0-100 that becomes another one; `what` is task or mark."""

    what: str
    code: str
    was: float
    now: float


@dataclass(frozen=True, slots=True)
class Replacement:
    """What loading a file would replace, in numbers; `instead_of` is the newest upload replaced."""

    upload_id: int
    titles: tuple[Title, ...]
    schools: int
    sent_at: datetime
    instead_of: int
    works_before: int
    works_after: int
    changes: tuple[FigureChange, ...]
    changed: int


def replacement(
    work: Work, upload_id: int, files: Sequence[tuple[ParsedFile, Sequence[Portions]]]
) -> Replacement | None:
    """What these files, loaded with one word, would replace; None when nothing."""
    found = list(_pairs(work, files))
    if not found:
        return None
    newest = max((part for _, parts in found for part in parts), key=lambda one: one["sent_at"])
    # A municipality pools the works of its schools: they are not counted twice.
    schools = [one for one in found if not one[0].wide] or found
    changes = _changes(schools)
    return Replacement(
        upload_id=upload_id,
        titles=tuple(dict.fromkeys(title_of(portion.exam) for portion, _ in found)),
        schools=len({portion.place.id for portion, _ in schools}),
        sent_at=datetime.fromisoformat(newest["sent_at"]),
        instead_of=max(int(part["upload_id"]) for _, parts in found for part in parts),
        works_before=sum(_size(one["exam"]) for _, parts in schools for one in parts),
        works_after=sum(works(portion.exam) for portion, _ in schools),
        changes=tuple(changes[:SHOWN]),
        changed=len(changes),
    )


def _pairs(
    work: Work, files: Sequence[tuple[ParsedFile, Sequence[Portions]]]
) -> Iterator[tuple[Portion, list[dict[str, Any]]]]:
    for parsed, shared in files:
        for portion in (one for share in shared for one in share.taken):
            parts = replaced(work, portion, parsed.sha256, parsed.rows_dropped)
            if parts:
                yield portion, parts


def _changes(pairs: Sequence[tuple[Portion, list[dict[str, Any]]]]) -> list[FigureChange]:
    """The figures that become others, the greatest change first; of one school and report only."""
    if len(pairs) != 1 or len(pairs[0][1]) != 1:
        return []
    (portion, (part,)) = pairs[0]
    if max(_size(part["exam"]), len(portion.exam.pupils)) > COUNTED_AT_MOST:
        return []
    old, new = figures(exam_from_json(part["exam"])), figures(portion.exam)
    told = [
        FigureChange(*key, old[key], new[key])
        for key in old
        if key in new and round(old[key]) != round(new[key])
    ]
    return sorted(told, key=lambda one: -abs(one.now - one.was))


def _size(stored: Mapping[str, Any]) -> int:
    return works(exam_from_json(stored))
