"""Files read where they lie, at the server's console: the same rules, no messenger."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from db.models.people import Person
from db.models.results import Upload
from services.errors import NotFound
from services.notices import Notice
from services.results import FileRefused, ParsedFile
from services.uploads.life import Purpose, anchor
from services.uploads.reading import was_read
from services.uploads.receiving import receive_at_console
from services.work import Actor, Work


def act_as(work: Work, *, person_id: int | None = None, account: int | None = None) -> None:
    """Do what follows in somebody's name; raises NotFound for nobody."""
    known = Person.account == account if person_id is None else Person.id == person_id
    person = work.session.scalars(select(Person).where(known, Person.forgotten_at.is_(None)))
    found = person.first()
    if found is None:
        raise NotFound
    work.actor = Actor(found.id, found.account, found.name, found.language)


def read_at_console(
    work: Work,
    result: ParsedFile | FileRefused,
    *,
    purpose: Purpose,
    answers: Mapping[str, str],
) -> tuple[int, Notice]:
    """Note what was read of a file of the actor's: its upload, and what the sender is told.

    The notice goes to whoever sits at the console, not into the chat.
    """
    upload_id = receive_at_console(work, purpose=purpose)
    upload = work.session.get_one(Upload, upload_id)
    upload.answers = dict(answers)
    was_read(work, upload, result)
    told = [post for post in work.posts if post.anchor == anchor(upload_id)]
    work.posts = [post for post in work.posts if post not in told]
    return upload_id, told[-1].notice
