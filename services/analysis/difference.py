"""What a corrected file changed: old findings against new ones, as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]
_SEEN = 0.05
"""Percentage points that nobody sees in a rounded figure."""
_FIGURES = ("passed", "quality", "sou")


@dataclass(frozen=True, slots=True)
class TaskChanged:
    """A task told before, now, or both; None where it was not told."""

    code: str
    skill: str | None
    was: float | None
    now: float | None
    was_status: str | None
    now_status: str | None


@dataclass(frozen=True, slots=True)
class MarksChanged:
    """passed, quality or sou, or the share of a mark ("2"…"5"); percents."""

    name: str
    was: float | None
    now: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """Only what changed: works, tasks in the order of the new file, marks, the codes of findings.

    `not_told` and `newly_told` are codes of findings that left and joined the weakest ones.
    """

    n_was: int
    n_now: int
    tasks: tuple[TaskChanged, ...]
    marks: tuple[MarksChanged, ...]
    not_told: tuple[str, ...]
    newly_told: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether whoever saw the old figures has something to learn."""
        lasting = self.tasks or self.marks or self.not_told or self.newly_told
        return bool(lasting) or self.n_was != self.n_now


def difference(old: Json, new: Json) -> Difference:
    """What `reckon` says now against what it said before; older findings may know less."""
    codes_was, codes_now = _codes(old), _codes(new)
    return Difference(
        n_was=int(old["summary"]["n"]),
        n_now=int(new["summary"]["n"]),
        tasks=tuple(_tasks(old, new)),
        marks=tuple(_marks(old.get("marks"), new.get("marks"))),
        not_told=tuple(code for code in codes_was if code not in codes_now),
        newly_told=tuple(code for code in codes_now if code not in codes_was),
    )


def _codes(findings: Json) -> list[str]:
    return [finding["code"] for finding in findings["summary"]["findings"]]


def _tasks(old: Json, new: Json) -> Iterator[TaskChanged]:
    was = {row["code"]: row for row in old["tasks"]}
    now = {row["code"]: row for row in new["tasks"]}
    for code in (*now, *(code for code in was if code not in now)):
        before, after = was.get(code, {}), now.get(code, {})
        changed = TaskChanged(
            code,
            after.get("skill") or before.get("skill"),
            before.get("percent"),
            after.get("percent"),
            before.get("status"),
            after.get("status"),
        )
        if _moved(changed.was, changed.now) or changed.was_status != changed.now_status:
            yield changed


def _marks(old: Json | None, new: Json | None) -> Iterator[MarksChanged]:
    # Findings of before marks were reckoned say nothing that could have changed.
    if old is None or new is None:
        return
    for name in _FIGURES:
        if _moved(old.get(name), new.get(name)):
            yield MarksChanged(name, old.get(name), new.get(name))
    was, now = old.get("percents") or {}, new.get("percents") or {}
    for mark in sorted({*was, *now}):
        if _moved(was.get(mark), now.get(mark)):
            yield MarksChanged(mark, was.get(mark), now.get(mark))


def _moved(was: float | None, now: float | None) -> bool:
    if was is None or now is None:
        return was is not now
    return abs(was - now) >= _SEEN
