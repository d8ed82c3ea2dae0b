"""Which forms a place takes: a sent one is taken or left, ours comes back, all are shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.access import record
from services.errors import ServiceError
from services.papers.fields import fields
from services.papers.inforce import template_of
from services.papers.templates.keepers import keeper_of, must_keep
from services.papers.templates.rows import forgetting, put_away, remove, undecided
from services.papers.told import PaperKind
from services.scopes import Place, place
from services.work import Work


class TemplateOfAnotherPaper(ServiceError):
    """The template uses fields that this kind of paper does not have."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A template that is in force now; `lacking` are important fields it does not use."""

    kind: PaperKind
    place: str
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InForce:
    """Which form a kind of paper has at a place: a template's file, or ours (no `template_id`).

    `own` tells whether the template is of this very place and not of one around it.
    """

    kind: PaperKind
    template_id: int | None = None
    file_key: str = ""
    file_name: str = ""
    place: str = ""
    own: bool = False
    sent_at: datetime | None = None


def take(work: Work, template_id: int, kind: PaperKind) -> Taken:
    """Use a template for a kind of paper from now on, in place of the one before it."""
    row = undecided(work, template_id)
    where = keeper_of(work, row)
    used = frozenset(row.fields)
    foreign = sorted(one for one in used if kind not in fields().kinds_of(one))
    if foreign:
        raise TemplateOfAnotherPaper(fields=", ".join(foreign[:5]), kind=kind.value)
    put_away(work, where, kind)
    row.kind = kind
    work.never_mind(forgetting(row.id))
    record(work, "template_taken", f"scope:{where.id}", kind=kind.value, template=row.id)
    work.session.flush()
    return Taken(kind, where.name, fields().lacking(used, kind))


def leave(work: Work, template_id: int) -> None:
    """Do without a template that was just sent."""
    row = undecided(work, template_id)
    keeper_of(work, row)
    work.never_mind(forgetting(row.id))
    remove(work, row)


def restore(work: Work, kind: PaperKind) -> InForce:
    """Put the place's own template away; what is in force then."""
    where = must_keep(work)
    put_away(work, where, kind)
    record(work, "template_put_away", f"scope:{where.id}", kind=kind.value)
    work.session.flush()
    return _in_force(work, where, kind)


def in_force(work: Work) -> tuple[str, tuple[InForce, ...]]:
    """The place whose forms the actor keeps, and the form of every kind of paper there."""
    where = must_keep(work)
    return where.name, tuple(_in_force(work, where, kind) for kind in PaperKind)


def _in_force(work: Work, where: Place, kind: PaperKind) -> InForce:
    row = template_of(work, where.path, kind)
    if row is None:
        return InForce(kind)
    return InForce(
        kind,
        row.id,
        row.file_key,
        row.name,
        place(work.session, row.scope_id).name,
        row.scope_id == where.id,
        row.sent_at,
    )
