from tests.cast import Cast
from tests.stage import Stage


async def test_an_update_is_marked_handled_after_its_answer(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends("/menu")

    assert await cast.marina.reads() != ""
    assert stage.bot.lanes.waiting == 0
