"""A stage whose web server people can reach, and what a browser does on the upload page."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.results import Upload
from db.models.upload_links import UploadLink
from services import upload_links
from services.people.reach import actor_of
from services.uploads import Purpose
from services.work import Work
from tests.cast import Cast, enter
from tests.stage import Player, Stage, free_address

SAMPLES = Path(__file__).resolve().parents[2] / "examples" / "results"
OGE = SAMPLES / "oge_protocol_rus9.xlsx"
STAFF = SAMPLES / "staff_2026.xlsx"
JSON = {"Accept": "application/json"}


@dataclass(frozen=True)
class Answered:
    """What the server said."""

    status: int
    text: str
    headers: dict[str, str]


async def open_stage(directory: Path, **settings: Any) -> tuple[Stage, Cast]:
    stage = Stage(directory, listen=free_address(), **settings)
    await stage.open()
    return stage, await enter(stage)


async def link_for(stage: Stage, player: Player, purpose: Purpose = Purpose.RESULTS) -> str:
    """A link as the press of its button makes it."""

    def unit(session: Session) -> str | None:
        actor = actor_of(session, player.id, name="", language="ru")
        work = Work(session, stage.bot.clock.now(), actor, page=stage.bot.page)
        return upload_links.offer(work, purpose)

    url = await stage.run(unit)
    assert url is not None
    return str(url)


async def opens(stage: Stage, url: str, **headers: str) -> Answered:
    async with stage.http.get(url, headers=headers) as answer:
        return Answered(answer.status, await answer.text(), dict(answer.headers))


async def hands_over(
    stage: Stage,
    url: str,
    content: bytes,
    *,
    name: str = "2849657.xlsx",
    field: str = "file",
    **headers: str,
) -> Answered:
    """What the page's form does."""
    form = aiohttp.FormData()
    form.add_field(field, io.BytesIO(content), filename=name, content_type="text/plain")
    async with stage.http.post(url, data=form, headers=headers) as answer:
        told = Answered(answer.status, await answer.text(), dict(answer.headers))
    await stage.quiet()
    return told


async def uploads_of(stage: Stage) -> list[Upload]:
    found: list[Upload] = await stage.run(
        lambda session: session.scalars(select(Upload).order_by(Upload.id)).all()
    )
    return found


async def links_of(stage: Stage) -> list[UploadLink]:
    found: list[UploadLink] = await stage.run(
        lambda session: session.scalars(select(UploadLink).order_by(UploadLink.id)).all()
    )
    return found


def files_of(stage: Stage) -> list[str]:
    """What lies in the file store."""
    return sorted(path.name for path in (stage.directory / "files").iterdir())
