"""Who may see the figures of a summary."""

from __future__ import annotations

from db.models.results import Summary
from db.models.scopes import ScopeLevel
from services.access import RULES, Action, Role, holdings
from services.scopes import place
from services.summaries.views import study_of
from services.work import Work


def may_see(work: Work, person_id: int, summary: Summary) -> bool:
    """Whether a person is of the place of a summary, or of its association's."""
    held = [(one.role, one.path) for one in holdings(work, person_id)]
    where = place(work.session, study_of(work, summary).scope_id)
    if any(role in RULES[Action.SEE_SUMMARY] and where.path.startswith(p) for role, p in held):
        return True
    if summary.association_id is None:
        return False
    return _is_of(work, summary.association_id, held)


def _is_of(work: Work, association_id: int, held: list[tuple[Role, str]]) -> bool:
    """A municipality's association is made of people of its schools."""
    own = place(work.session, association_id)
    votes = [path for role, path in held if role in RULES[Action.VOTE]]
    if any(own.path.startswith(path) for path in votes):
        return True
    parent = place(work.session, own.parent_id) if own.parent_id else None
    if parent is None or parent.level is ScopeLevel.SCHOOL:
        return False
    return any(path.startswith(parent.path) for path in votes)
