"""Who keeps the forms of which place."""

from __future__ import annotations

from db.models.decisions import PaperTemplate
from db.models.scopes import ScopeLevel
from services.access import RULES, Action, Holding, Role, holdings
from services.errors import Forbidden, NotFound
from services.people.roles import active_holding
from services.scopes import Place, place
from services.work import Work


def keeper(work: Work) -> Place | None:
    """The place whose forms the actor keeps, by the role worn now; None for all others."""
    if work.actor.person_id is None:
        return None
    allowed = RULES[Action.KEEP_TEMPLATES]
    held = [one for one in holdings(work) if one.role in allowed]
    worn = active_holding(work)
    if worn is not None and worn.role in allowed:
        return _kept_by(work, worn)
    return _kept_by(work, held[0]) if held else None


def must_keep(work: Work) -> Place:
    """The same, refusing everybody else."""
    where = keeper(work)
    if where is None:
        raise Forbidden(action=Action.KEEP_TEMPLATES.value)
    return where


def keeper_of(work: Work, row: PaperTemplate) -> Place:
    """The place of a template that the actor has sent and still may decide about."""
    if row.sent_by is None or row.sent_by != work.actor.person_id:
        raise NotFound
    where = place(work.session, row.scope_id)
    kept = {one.id for held in holdings(work) if (one := _kept_by(work, held)) is not None}
    if where.id not in kept:
        raise Forbidden(action=Action.KEEP_TEMPLATES.value)
    return where


def _kept_by(work: Work, held: Holding) -> Place | None:
    """The place a role keeps the forms of: the head of a school's association those of it."""
    if held.role not in RULES[Action.KEEP_TEMPLATES]:
        return None
    where = place(work.session, held.scope_id)
    if held.role is Role.ASSOCIATION_HEAD and where.parent_id is not None:
        parent = place(work.session, where.parent_id)
        if parent.level is ScopeLevel.SCHOOL:
            return parent
    return where
