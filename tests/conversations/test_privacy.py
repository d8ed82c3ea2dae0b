from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.assistance import Difficulty, FeedbackRefusal
from db.models.delivery import Outbox
from db.models.dialogs import Dialog
from db.models.intake import Inbox
from db.models.jobs import Job
from db.models.people import Consent, Person, RoleAssignment
from services.people.reach import actor_of
from services.standing import appoint_owner
from tests.cast import Cast
from tests.conversations.test_entry import commands_of
from tests.stage import Player, Stage


async def document_of(stage: Stage, player: Player) -> dict[str, Any]:
    """What the file under the newest message says."""
    file_id = (await player.last())["document"]["file_id"]
    assert stage._http is not None
    async with stage._http.get(f"{stage.url}/sim/file/{file_id}") as answer:
        found: dict[str, Any] = json.loads(await answer.read())
    return found


def report(session: Session, cast: Cast, stage: Stage) -> int:
    """A difficulty of Marina, with a voice."""
    actor = actor_of(session, cast.marina.id, name="", language="ru")
    now = stage.bot.clock.now()
    row = Difficulty(
        reporter_id=actor.person_id,
        school_id=cast.district.school.id,
        municipality_id=cast.district.municipality.id,
        group="subject",
        item="percent",
        title="Задачи на проценты",
        text="Угадывают целое",
        attachments=[{"kind": "voice", "file_id": "x"}],
        due_at=now,
        reported_at=now,
    )
    session.add(row)
    session.flush()
    return row.id


async def test_all_that_is_kept_comes_as_words_and_as_a_file(stage: Stage, cast: Cast) -> None:
    await stage.run(lambda session: report(session, cast, stage))

    await cast.marina.sends("/mydata")

    assert "Обращений: 1" in await cast.marina.reads()
    assert "Согласие, редакция 1: дано" in await cast.marina.reads()
    data = await document_of(stage, cast.marina)
    assert data["person"]["name"] == "Марина Сергеевна"
    assert data["person"]["account"] == cast.marina.id
    assert data["roles"] == [{"role": "teacher", "place": "МБОУ СОШ № 106"}]
    assert data["difficulties"][0]["text"] == "Угадывают целое"
    assert data["consents"][0]["withdrawn"] is None


async def test_the_text_of_the_consent_is_at_hand(cast: Cast) -> None:
    await cast.marina.sends("/mydata")

    await cast.marina.presses("Текст согласия")

    assert (await cast.marina.last())["document"]["name"] == "согласие-редакция-1.txt"
    assert "Решение" not in await cast.marina.reads()


async def test_about_a_stranger_nothing_is_kept(stage: Stage) -> None:
    stranger = await stage.person("Ирина")
    await stranger.starts()

    for command in ("/mydata", "/forget"):
        await stranger.sends(command)
        assert "ничего не хранится" in await stranger.reads()


async def test_forgetting_is_asked_once_more_and_may_be_left(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/forget")
    assert "сразу и навсегда" in await cast.marina.reads()

    await cast.marina.presses("Не надо")

    await cast.marina.sends("/mydata")
    assert "О вас хранится" in await cast.marina.reads()


async def test_forgetting_parts_everything_from_the_person_at_once(
    stage: Stage, cast: Cast
) -> None:
    number = await stage.run(lambda session: report(session, cast, stage))
    await cast.marina.sends("/profile")
    await cast.marina.presses("Исправить")
    await cast.marina.sends("/forget")

    await cast.marina.presses("Забыть")

    assert "Черновиков удалено: 1" in await cast.marina.reads()
    assert "Обращений без имени осталось: 1" in await cast.marina.reads()

    def look(session: Session) -> dict[str, Any]:
        difficulty = session.get(Difficulty, number)
        assert difficulty is not None
        person = session.scalars(select(Person).where(Person.forgotten_at.is_not(None))).one()
        consent = session.scalars(select(Consent).where(Consent.person_id == person.id)).one()
        return {
            "reporter": difficulty.reporter_id,
            "text": difficulty.text,
            "files": difficulty.attachments,
            "account": person.account,
            "name": person.name,
            "subjects": person.subjects,
            "roles": session.scalars(
                select(RoleAssignment).where(RoleAssignment.person_id == person.id)
            ).all(),
            "withdrawn": consent.withdrawn_at is not None,
            "drafts": session.scalars(select(Dialog).where(Dialog.chat_id == cast.marina.id)).all(),
        }

    assert await stage.run(look) == {
        "reporter": None,
        "text": "Угадывают целое",
        "files": [],
        "account": None,
        "name": "",
        "subjects": [],
        "roles": [],
        "withdrawn": True,
        "drafts": [],
    }
    assert await commands_of(stage, cast.marina) == ["start", "help"]


async def test_no_table_still_says_the_name_of_the_forgotten(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/profile")
    await cast.marina.sends("Меня зовут Марина Сергеевна")
    await cast.marina.sends("/forget")
    await cast.marina.presses("Забыть")

    def traces(session: Session) -> list[str]:
        sent = session.scalars(select(Outbox.payload).where(Outbox.chat_id == cast.marina.id))
        came = session.scalars(select(Inbox.payload).where(Inbox.lane == cast.marina.id))
        kept = [json.dumps(one, ensure_ascii=False) for one in sent] + [one or "" for one in came]
        return [one for one in kept if "Марина" in one]

    assert await stage.run(traces) == []


async def test_no_plan_still_bears_the_number_of_the_forgotten(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/ask")
    await cast.marina.sends("Угадывают целое")

    def refuse(session: Session) -> None:
        actor = actor_of(session, cast.marina.id, name="", language="ru")
        session.add(FeedbackRefusal(person_id=actor.person_id, at=stage.bot.clock.now()))

    def left(session: Session) -> tuple[int, int]:
        keys = [one or "" for one in session.scalars(select(Job.dedupe_key))]
        plans = sum(str(cast.marina.id) in key for key in keys)
        return plans, len(session.scalars(select(FeedbackRefusal)).all())

    await stage.run(refuse)
    assert await stage.run(left) == (1, 1)
    await cast.marina.sends("/forget")
    await cast.marina.presses("Забыть")

    assert await stage.run(left) == (0, 0)


async def test_the_forgotten_are_strangers_and_may_come_back(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/forget")
    await cast.marina.presses("Забыть")

    await cast.marina.sends("/menu")

    assert "Попросить доступ" in await cast.marina.buttons()


async def test_an_old_button_of_the_forgotten_does_nothing(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/profile")
    data = (await cast.marina.last())["keyboard"][0][0]["data"]
    await cast.marina.sends("/forget")
    await cast.marina.presses("Забыть")

    await stage.post("/sim/press", user_id=cast.marina.id, data=data)
    await stage.quiet()

    assert "Этого уже нет" in await cast.marina.reads()


async def test_the_only_owner_stays(stage: Stage, cast: Cast) -> None:
    now = stage.bot.clock.now()
    owner = await stage.person("Вера")
    await stage.run(lambda session: appoint_owner(session, owner.id, now))
    await owner.sends("/forget")

    await owner.presses("Забыть")

    assert "единственный владелец" in await owner.reads()
    await owner.sends("/menu")
    assert "Пригласить" in await owner.buttons()
