"""What a person is known by: name, subjects, classes, language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.models.people import Person
from services.access import Holding, holdings
from services.errors import NotFound
from services.people.roles import active_holding
from services.work import Work

MAX_NAME = 100
LANGUAGES = ("ru", "en")


@dataclass(frozen=True, slots=True)
class Profile:
    """A person as they see themselves."""

    name: str
    language: str
    subjects: tuple[str, ...]
    classes: tuple[str, ...]
    roles: tuple[Holding, ...]
    active: Holding | None


def own_profile(work: Work) -> Profile:
    """The actor's profile; raise NotFound for a stranger."""
    row = _own(work)
    return Profile(
        row.name,
        row.language,
        tuple(str(one) for one in row.subjects),
        tuple(str(one) for one in row.classes),
        holdings(work),
        active_holding(work),
    )


def describe(
    work: Work, *, name: str, subjects: Sequence[str] = (), classes: Sequence[str] = ()
) -> None:
    """Keep what the acquaintance form has learnt; an empty name leaves the old one."""
    row = _own(work)
    row.name = name[:MAX_NAME] or row.name
    row.subjects, row.classes = list(subjects), list(classes)
    work.session.flush()
    work.actor = replace(work.actor, name=row.name)


def speak(work: Work, language: str) -> None:
    """Change the language of everything the person reads; raise NotFound for an unknown one."""
    if language not in LANGUAGES:
        raise NotFound
    _own(work).language = language
    work.session.flush()
    work.actor = replace(work.actor, language=language)


def _own(work: Work) -> Person:
    row = work.session.get(Person, work.actor.person_id) if work.actor.person_id else None
    if row is None:
        raise NotFound
    return row
