"""Settles the demo district once: telephones, groups, places, people, what happened before."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.application import Metodbot
from bot.demo.history import write_history
from bot.demo.players import Players
from bot.demo.script import EXAMPLES, Script, steps_of
from db.models.groups import GroupChat
from db.models.scopes import Scope
from services.district import load_district
from services.work import Work

Table = dict[str, Any]


async def settle(bot: Metodbot, players: Players) -> None:
    """Found the district in the past, play what its people did since, and come back to today."""
    today = bot.clock.now()
    past = list(steps_of("kadom_past.toml"))
    await players.set_clock(datetime.fromisoformat(past[0]["at"]))
    await _found(bot, players)
    script = Script(players)
    for step in past:
        await script.do(step)
    await players.set_clock(today)
    history = _read(EXAMPLES / "kadom_history.toml")
    await bot.units.run(lambda session: write_history(session, today, history["difficulties"]))


async def _found(bot: Metodbot, players: Players) -> None:
    telegram = _read(EXAMPLES / "kadom_telegram.toml")
    district = _read(EXAMPLES / "kadom.toml")
    now = bot.clock.now()
    await bot.units.run(lambda session: load_district(Work(session, now), district))
    await _bring_phones(players, telegram)
    for table in telegram["groups"]:
        await _found_group(bot, players, table)


async def _bring_phones(players: Players, telegram: Table) -> None:
    for phone in telegram["phones"]:
        await players.post("/sim/users", **phone)
        if phone["id"] not in telegram["strangers"]:
            await players.starts(phone["id"])


async def _found_group(bot: Metodbot, players: Players, table: Table) -> None:
    chat = await players.post(
        "/sim/chats",
        type="supergroup",
        title=table["title"],
        owner=table["owner"],
        members=table["members"],
        bot="member",
    )
    await players.quiet()
    await bot.units.run(lambda session: _link(session, bot, chat["id"], table))


def _link(session: Session, bot: Metodbot, chat_id: int, table: Table) -> None:
    now = bot.clock.now()
    login = table.get("school") or table["municipality"]
    home = select(Scope.id).where(Scope.login == login).scalar_subquery()
    association = session.scalars(
        select(Scope.id).where(Scope.parent_id == home, Scope.name == table["association"])
    ).one()
    row = session.get(GroupChat, chat_id)
    if row is None:
        row = GroupChat(chat_id=chat_id, title=table["title"], added_at=now)
        session.add(row)
    row.status, row.scope_id, row.linked_at, row.leave_at = "linked", association, now, None


def _read(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8"))
