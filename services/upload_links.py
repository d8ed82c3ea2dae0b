"""One-time links to the upload page, for files that must not travel through a messenger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select, update

from db.models.people import Person
from db.models.results import Upload
from db.models.upload_links import UploadLink
from services import uploads
from services.codes import hash_of, new_code
from services.errors import ServiceError
from services.jobs import Params, timed
from services.notices import Notice, ToPerson
from services.uploads import Channel, NotYoursToUpload, Purpose
from services.work import Actor, Work

VALID_FOR = timedelta(minutes=15)
PER_HOUR = 10
KEPT_FOR = timedelta(minutes=90)
"""Longer than the hour that is counted and than any transfer that began in time."""


class LinkClosed(ServiceError):
    """Wrong, expired, used or no longer allowed: nobody is told which."""


class TooManyLinks(ServiceError):
    """The person has had `count` links within an hour."""


@dataclass(frozen=True)
class LinkUsed(Notice):
    """A file came by a link; the link's message says so."""

    purpose: Purpose


@dataclass(frozen=True)
class LinkExpired(Notice):
    """Nobody used a link in time."""

    purpose: Purpose


@dataclass(frozen=True, slots=True)
class Link:
    """A link just made. `url` opens the page once; it is in no table."""

    id: int
    url: str
    purpose: Purpose
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class OpenLink:
    """What a link that works is for, and the language of its person."""

    id: int
    purpose: Purpose
    expires_at: datetime
    language: str


def offer(work: Work, purpose: Purpose) -> str | None:
    """The address of a new link for the actor; None where no public address is set."""
    link = issue(work, purpose)
    return None if link is None else link.url


def issue(work: Work, purpose: Purpose) -> Link | None:
    """Make a link for the actor; None where no public address is set.

    Raises NotYoursToUpload and TooManyLinks.
    """
    person_id = work.actor.person_id
    if person_id is None or not uploads.may_upload(work):
        raise NotYoursToUpload
    if work.page is None:
        return None
    if _made_this_hour(work, person_id) >= PER_HOUR:
        raise TooManyLinks(count=PER_HOUR)
    code = new_code()
    row = UploadLink(
        token_hash=hash_of(code),
        person_id=person_id,
        purpose=purpose,
        created_at=work.now,
        expires_at=work.now + VALID_FOR,
    )
    work.session.add(row)
    work.session.flush()
    _plan_the_end(work, row)
    return Link(row.id, work.page.link(code), purpose, row.expires_at)


def anchor(link_id: int) -> str:
    """What the message with a link stands for."""
    return f"upload_link:{link_id}"


def file_prefix(link_id: int) -> str:
    """How the keys of files that come by a link begin: what is left of them is found by it."""
    return f"link{link_id}x"


def look(work: Work, token: str) -> OpenLink:
    """What a token opens at this moment; raises LinkClosed."""
    code = _code_in(work, token)
    row = work.session.scalars(select(UploadLink).where(UploadLink.token_hash == hash_of(code)))
    link = row.first()
    if link is None or link.used_at is not None or link.expires_at <= work.now:
        raise LinkClosed
    actor = _become(work, link.person_id)
    return OpenLink(link.id, Purpose(link.purpose), link.expires_at, actor.language)


def use(work: Work, token: str, *, file_key: str, name: str, began: datetime) -> int:
    """Spend a link on a file that lies whole in the store; the id of its upload.

    The transfer `began` while the link was open; of several at once the first to end wins. Raises
    LinkClosed, or why the person may not send one more file: then the link stays open.
    """
    code = _code_in(work, token)
    link = work.session.scalars(
        update(UploadLink)
        .where(
            UploadLink.token_hash == hash_of(code),
            UploadLink.used_at.is_(None),
            UploadLink.expires_at > began,
        )
        .values(used_at=work.now)
        .returning(UploadLink)
    ).first()
    if link is None:
        raise LinkClosed
    _become(work, link.person_id)
    purpose = Purpose(link.purpose)
    link.upload_id, _new = uploads.receive(
        work,
        file_key=file_key,
        name=name,
        message_id=None,
        purpose=purpose,
        channel=Channel.PAGE,
    )
    work.never_mind(f"{anchor(link.id)}:expire")
    work.tell(ToPerson(link.person_id), LinkUsed(purpose), anchor=anchor(link.id))
    return link.upload_id


@timed("upload_links.expire")
def expire(work: Work, params: Params) -> None:
    """A link's time is over: its message says so and offers a new one."""
    link = work.session.get(UploadLink, params["link_id"])
    if link is not None and link.used_at is None:
        notice = LinkExpired(Purpose(link.purpose))
        work.tell(ToPerson(link.person_id), notice, anchor=anchor(link.id))


@timed("upload_links.clear")
def clear(work: Work, params: Params) -> None:
    """Forget a link, and what a crash may have left of the files that came by it."""
    prefix = file_prefix(params["link_id"])
    if work.files is not None:
        held = select(Upload.file_key).where(
            Upload.file_key.startswith(prefix), Upload.status.in_(uploads.OPEN)
        )
        work.files.drop_all(prefix, but=work.session.scalars(held).all())
    link = work.session.get(UploadLink, params["link_id"])
    if link is not None:
        work.session.delete(link)


def _plan_the_end(work: Work, row: UploadLink) -> None:
    params, name = {"link_id": row.id}, anchor(row.id)
    work.later("upload_links.expire", params, due_at=row.expires_at, key=f"{name}:expire")
    work.later("upload_links.clear", params, due_at=work.now + KEPT_FOR, key=f"{name}:clear")


def _code_in(work: Work, token: str) -> str:
    code = None if work.page is None else work.page.code_in(token)
    if code is None:
        raise LinkClosed
    return code


def _become(work: Work, person_id: int) -> Actor:
    """Act for the person of a link, if they may still send files."""
    person = work.session.get(Person, person_id)
    if person is None or person.forgotten_at is not None:
        raise LinkClosed
    work.actor = Actor(person.id, person.account, person.name, person.language)
    if not uploads.may_upload(work):
        raise LinkClosed
    return work.actor


def _made_this_hour(work: Work, person_id: int) -> int:
    return work.session.execute(
        select(func.count())
        .select_from(UploadLink)
        .where(
            UploadLink.person_id == person_id,
            UploadLink.created_at > work.now - timedelta(hours=1),
        )
    ).scalar_one()
