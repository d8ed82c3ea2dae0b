"""What is kept about a person, shown whole; and forgetting, at once."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.models.people import Person
from services import consents
from services.access import holdings, record
from services.consents import ConsentRecord
from services.errors import NotFound
from services.jobs import timed
from services.people import decision_traces, paper_traces, traces
from services.people.roles import LastOwner, renounce_all
from services.work import Actor, Work


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept, counted for the eye; `document` is all of it as JSON."""

    name: str
    since: datetime
    difficulties: int
    consents: tuple[ConsentRecord, ...]
    document: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What forgetting has done."""

    drafts: int
    difficulties: int
    roles: int


def kept(work: Work) -> Kept:
    """Everything kept about the actor; raise NotFound for a stranger: nothing is kept."""
    row = _own(work)
    session = work.session
    reported = traces.difficulties(session, row.id)
    history = consents.history(session, row.id)
    document = {
        "person": {
            "account": row.account,
            "name": row.name,
            "language": row.language,
            "subjects": row.subjects,
            "classes": row.classes,
            "created_at": row.created_at,
        },
        "roles": [{"role": one.role, "place": one.scope_name} for one in holdings(work)],
        "consents": [
            {"version": one.version, "given": one.given_at, "withdrawn": one.withdrawn_at}
            for one in history
        ],
        "difficulties": reported,
        "answers": traces.answers_given(session, row.id),
        "votes": traces.votes(session, row.account or 0),
        "uploads": traces.uploads(session, row.id),
        "figures_opened": traces.figures_opened(session, row.id),
        "upload_links": traces.upload_links(session, row.id),
        "classes_taught": traces.teaching_loads(session, row.id),
        "classes_confirmed": traces.loads_confirmed(session, row.id),
        "decisions_led": decision_traces.led(session, row.id),
        "decisions_naming": decision_traces.named(session, row.id, row.name),
        "papers": paper_traces.ordered(session, row.id),
        "paper_forms": paper_traces.sent(session, row.id),
        "studies_planned": traces.studies_planned(session, row.id),
        "drafts": traces.drafts(session, row.account or 0),
    }
    return Kept(row.name, row.created_at, len(reported), history, _written(document))


def forget(work: Work) -> Forgotten:
    """Part everything from the actor, who is a stranger from here on.

    Raise LastOwner where nobody would be left who can name others.
    """
    row = _own(work)
    account = row.account or 0
    roles = len(holdings(work))
    _forget(work, row)
    counts = traces.wipe(work.session, row.id, account)
    work.actor = Actor(None, work.actor.account, work.actor.name, work.actor.language)
    return Forgotten(counts["drafts"], counts["difficulties"], roles)


def forget_person(work: Work, person_id: int) -> None:
    """The same for somebody whose consent has come to its end."""
    row = work.session.get(Person, person_id)
    if row is None or row.forgotten_at is not None:
        return
    account = row.account or 0
    _forget(work, row)
    traces.wipe(work.session, row.id, account)


@timed("consents.end")
def consent_ended(work: Work, params: dict[str, Any]) -> None:
    """A consent has come to the end of its term: what it covered is forgotten."""
    with suppress(LastOwner):
        forget_person(work, params["person_id"])


def _forget(work: Work, row: Person) -> None:
    # Asked for first: without roles nobody knows any more where the name may stand.
    places = decision_traces.places(work.session, row.id)
    renounce_all(work, row.id)
    paper_traces.wipe(work.session, row.id)
    consents.withdraw(work, row.id)
    record(work, "forgotten", f"person:{row.id}")
    decision_traces.wipe(work.session, row.id, row.name, places)
    row.account, row.name = None, ""
    row.subjects, row.classes = [], []
    row.active_role_id, row.appointed = None, False
    row.forgotten_at = work.now
    work.session.flush()


def _own(work: Work) -> Person:
    row = work.session.get(Person, work.actor.person_id) if work.actor.person_id else None
    if row is None:
        raise NotFound
    return row


def _written(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
