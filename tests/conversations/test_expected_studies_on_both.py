"""The calendar of studies on SQLite and on PostgreSQL."""

from __future__ import annotations

from tests.cast import enter
from tests.conversations.test_expected_studies import NOW, at, heard, plan_vpr, since
from tests.stage import Stage


async def test_planning_reminding_and_undoing_work_on_both_databases(stage_on_both: Stage) -> None:
    stage = stage_on_both
    await stage.post("/sim/clock", now=NOW)
    cast = await enter(stage)
    await plan_vpr(cast.olga, grades=("6", "7"))
    await cast.olga.presses("Убрать добавленное")
    await cast.olga.presses("Вернуть")
    await cast.olga.presses("К календарю")
    assert "ВПР, математика, 7 кл.: 0 из 2, до 20 мая" in await cast.olga.reads()
    before = await heard(cast.anna)
    await at(stage, "2027-05-18T13:00:00+00:00")
    assert len(await since(cast.anna, before)) == 1
