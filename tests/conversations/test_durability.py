from bot.intake.envelope import arrival
from db.inbox import store
from db.models.intake import Inbox, InboxStatus
from tests.cast import Cast
from tests.stage import Stage


async def test_an_update_is_marked_handled_after_its_answer(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/menu")

    assert await cast.marina.reads() != ""
    assert stage.bot.lanes.waiting == 0


async def test_an_update_nobody_can_read_does_not_block_what_comes_behind_it(
    stage: Stage, cast: Cast
) -> None:
    voice = {"file_id": "x", "file_unique_id": "x", "duration": 10**18}
    update = {
        "update_id": 1,
        "message": {
            "message_id": 1,
            "date": 0,
            "chat": {"id": cast.marina.id, "type": "private"},
            "voice": voice,
        },
    }
    strange = arrival(update, stage.bot.clock.now())
    await stage.run(lambda session: store(session, [strange]))
    stage.bot.lanes.offer([strange])
    await stage.quiet()
    assert "Не получилось обработать" in await cast.marina.reads()

    await cast.marina.sends("/menu")

    assert "Нужна помощь" in await cast.marina.buttons()
    status = await stage.run(lambda session: session.get_one(Inbox, 1).status)
    assert status == InboxStatus.DEAD
