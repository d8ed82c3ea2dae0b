"""Passing a case on to the next helper, or back to the same one where there is no other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.models.assistance import Difficulty
from services.difficulties.cases import name_of
from services.difficulties.entries import say_in
from services.difficulties.notices import CasePassed
from services.help_desk import chain, deadlines
from services.help_desk.chain import Helper
from services.help_desk.telling import refresh, show_card, tell_reporter
from services.work import Work

ANY_TIME = "any"


@dataclass(frozen=True, slots=True)
class Passed:
    """Who has a case now and by when; `call`: the same person will telephone."""

    number: int
    helper: str
    role: str
    due_at: datetime
    call: bool


def pass_to(work: Work, row: Difficulty, helper: Helper) -> Passed:
    """Let a helper have the case, with a new promised day."""
    row.assignee_id, row.status, row.taken_at = helper.person_id, "taken", work.now
    row.closed_at = None
    if helper.person_id not in row.offered:
        row.offered = [*row.offered, helper.person_id]
    deadlines.promise(work, row)
    work.session.flush()
    show_card(work, row, helper.person_id, why="passed")
    return Passed(row.id, helper.name, helper.role.value, row.due_at, call=False)


def pass_on(work: Work, row: Difficulty, reason: str, files: Sequence[Any] = ()) -> Passed:
    """The answer did not help: the next of the chain has the case, or the same one calls.

    Somebody unnamed is not called; the same helper looks at the case once more.
    """
    say_in(work, row, "passed_on", author_id=row.reporter_id, text=reason, files=list(files))
    helper = chain.next_helper(work, row)
    if helper is not None:
        passed = pass_to(work, row, helper)
        refresh(work, row)
        return passed
    return _back(work, row)


def passed_notice(passed: Passed) -> CasePassed:
    """The same for somebody who did not just press a button."""
    return CasePassed(passed.number, passed.helper, passed.role, passed.due_at, call=passed.call)


def tell_passed(work: Work, row: Difficulty, passed: Passed) -> None:
    """Tell the reporter who has their case now."""
    tell_reporter(work, row, passed_notice(passed))


def _back(work: Work, row: Difficulty) -> Passed:
    row.status, row.taken_at, row.closed_at = "taken", work.now, None
    call = not row.anonymous
    row.call_at = ANY_TIME if call else None
    deadlines.promise(work, row)
    work.session.flush()
    if row.assignee_id is not None:
        show_card(work, row, row.assignee_id, why="call" if call else "passed")
    name = name_of(work, row.assignee_id)
    return Passed(row.id, name, "", row.due_at, call=call)
