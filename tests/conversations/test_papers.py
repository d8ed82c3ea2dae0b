"""Papers are written on order and given as documents; places keep forms of their own."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.decisions import Paper, PaperTemplate
from handlers.papers.buttons import OrderReport
from handlers.ui.buttons import ButtonCodec
from services import papers
from services.errors import Forbidden
from services.files import FileStore
from services.jobs import KINDS
from services.papers import PaperKind
from services.people.reach import actor_of
from services.work import Work
from tests.cast import Cast
from tests.services.papers.forms import form
from tests.services.papers.reckoned import settle
from tests.services.results.files import MATH
from tests.stage import Player, Stage

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


async def content_of(stage: Stage, message: dict[str, Any]) -> bytes:
    assert stage._http is not None
    file_id = message["document"]["file_id"]
    async with stage._http.get(f"{stage.url}/sim/file/{file_id}") as answer:
        return await answer.read()


async def words_of(stage: Stage, message: dict[str, Any]) -> str:
    document = docx.Document(io.BytesIO(await content_of(stage, message)))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    lines = [line.text for line in document.paragraphs]
    return "\n".join([*lines, *cells]).replace("\u00a0", " ")


async def as_actor(stage: Stage, player: Player, act: Callable[[Work], Any]) -> Any:
    """Let a service act for somebody, as a handler of another section would."""
    now = stage.bot.clock.now()
    files = FileStore(stage.directory / "files")

    def unit(session: Session) -> Any:
        actor = actor_of(session, player.id, name=player.name, language="ru")
        return act(Work(session, now, actor, "test", files))

    done = await stage.run(unit)
    await stage.due()
    return done


@pytest.fixture
async def loaded(stage: Stage, cast: Cast) -> int:
    """A study of the school with its summary; the study's id."""
    files = FileStore(stage.directory / "files")
    places = cast.district
    found: int = await stage.run(
        lambda session: settle(session, places.school, places.math, files).id
    )
    return found


def order_report(study_id: int) -> Callable[[Work], int]:
    return lambda work: papers.order(work, PaperKind.REPORT, study_id=study_id)


async def rows(stage: Stage) -> list[PaperTemplate]:
    found: list[PaperTemplate] = await stage.run(
        lambda session: list(session.scalars(select(PaperTemplate).order_by(PaperTemplate.id)))
    )
    return found


async def test_an_ordered_report_comes_as_a_document(stage: Stage, cast: Cast, loaded: int) -> None:
    await as_actor(stage, cast.anna, order_report(loaded))

    message = await cast.anna.last()
    assert message["document"]["name"] == "Справка, ВПР-2026, математика, 6 класс.docx"
    assert "Аналитическая справка готова" in message["caption"]
    words = await words_of(stage, message)
    assert "АНАЛИТИЧЕСКАЯ СПРАВКА" in words
    assert "МБОУ СОШ № 106" in words
    assert "Решать текстовые задачи на проценты" in words
    assert "16 (9–24)" in words


async def test_a_pressed_order_says_that_it_is_being_written(
    stage: Stage, cast: Cast, loaded: int
) -> None:
    codec = ButtonCodec((stage.directory / "secret").read_bytes().strip())
    data = codec.pack(OrderReport(loaded), chat_id=cast.anna.id)
    message = await cast.anna.last()
    await stage.post(
        "/sim/press?wait=5", user_id=cast.anna.id, message_id=message["message_id"], data=data
    )
    await stage.due()

    texts = [one.get("text", "") for one in await cast.anna.messages()]
    assert any("Пишу: аналитическую справку" in text for text in texts)
    assert (await cast.anna.last())["document"]


async def test_a_teacher_orders_no_papers(stage: Stage, cast: Cast, loaded: int) -> None:
    with pytest.raises(Forbidden):
        await as_actor(stage, cast.marina, order_report(loaded))


async def test_a_paper_that_fails_is_offered_again(
    stage: Stage, cast: Cast, loaded: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper_id = await as_actor(stage, cast.anna, lambda work: _order_and_lose(work, loaded))
    await stage.run(lambda session: _give_up(session, stage, paper_id))

    await as_actor(stage, cast.anna, lambda work: papers.order_again(work, paper_id))

    kept = await stage.run(lambda session: session.get(Paper, paper_id).file_key)
    assert kept is not None
    assert (await cast.anna.last())["document"]


def _order_and_lose(work: Work, study_id: int) -> int:
    paper_id = papers.order(work, PaperKind.REPORT, study_id=study_id)
    work.never_mind(f"paper:{paper_id}")
    return paper_id


def _give_up(session: Session, stage: Stage, paper_id: int) -> None:
    kind = KINDS["papers.write"]
    work = Work(session, stage.bot.clock.now())
    assert kind.give_up is not None
    kind.give_up(work, {"paper_id": paper_id}, "OSError")
    assert [type(post.notice) for post in work.posts] == [papers.PaperFailed]


async def test_a_form_is_sent_named_and_used_from_then_on(
    stage: Stage, cast: Cast, loaded: int
) -> None:
    content = form("Справка школы о {{ study }}", "Участников {{ participants }}", loop="tasks")
    await cast.anna.sends_file("наша.docx", content)
    await stage.due()
    assert "ошибок нет" in await cast.anna.reads()
    assert await cast.anna.buttons() == ["Протокол", "План", "Справка", "Не сохранять"]

    await cast.anna.presses("Справка")
    assert "Бланк принят: справка, МБОУ СОШ № 106" in await cast.anna.reads()
    await as_actor(stage, cast.anna, order_report(loaded))

    words = await words_of(stage, await cast.anna.last())
    assert "Справка школы о ВПР-2026, математика, 6 класс" in words
    assert "Участников 58" in words
    assert "Решать текстовые задачи на проценты" in words
    assert "АНАЛИТИЧЕСКАЯ СПРАВКА" not in words


async def test_mistakes_of_a_form_are_named_with_the_nearest_field(
    stage: Stage, cast: Cast
) -> None:
    await cast.anna.sends_file("бланк.docx", form("{{ asociation }} от {{ date }}"))
    await stage.due()

    said = await cast.anna.reads()
    assert "поля «asociation» нет, похоже на «association»" in said
    assert "Ничего не сохранено" in said
    assert [one.fields for one in await rows(stage)] == [[]]


async def test_a_document_without_fields_is_no_form(stage: Stage, cast: Cast) -> None:
    await cast.anna.sends_file("приказ.docx", form("Просто приказ"))
    await stage.due()

    assert "это не бланк" in await cast.anna.reads()
    assert not any((stage.directory / "files").iterdir())


async def test_results_named_like_a_document_are_results_all_the_same(
    stage: Stage, cast: Cast
) -> None:
    await cast.anna.sends_file("результаты.docx", MATH.read_bytes())
    await stage.due()

    assert "ВПР-2026, математика, 6 класс" in await cast.anna.reads()
    assert await rows(stage) == []


async def test_a_teachers_document_is_nobodys_form(stage: Stage, cast: Cast) -> None:
    await cast.marina.sends_file("бланк.docx", form("{{ association }}"))
    await stage.due()

    assert await rows(stage) == []


async def test_the_nearest_form_up_the_tree_wins_and_can_be_put_away(
    stage: Stage, cast: Cast, loaded: int
) -> None:
    for player, words in ((cast.olga, "Район"), (cast.anna, "Школа")):
        await player.sends_file("б.docx", form(f"{words}: {{{{ study }}}} {{{{ participants }}}}"))
        await stage.due()
        await player.presses("Справка")

    await as_actor(stage, cast.anna, order_report(loaded))
    assert (await words_of(stage, await cast.anna.last())).startswith("Школа: ВПР-2026")

    await cast.anna.sends("/papers")
    assert "Справка: свой" in await cast.anna.reads()
    await cast.anna.presses("Справка")
    await cast.anna.presses("Вернуть общий")
    assert "снова по бланку «Кадомский муниципальный район»" in await cast.anna.reads()

    await as_actor(stage, cast.anna, order_report(loaded))
    assert (await words_of(stage, await cast.anna.last())).startswith("Район: ВПР-2026")


async def test_a_sample_can_be_sent_back_unchanged(stage: Stage, cast: Cast, loaded: int) -> None:
    await cast.anna.sends("/papers")
    await cast.anna.presses("Справка")
    await cast.anna.presses("Получить образец")
    await stage.due()
    message = await cast.anna.last()
    assert message["document"]["name"] == "Бланк справка.docx"

    await cast.anna.sends_file("образец.docx", await content_of(stage, message))
    await stage.due()
    await cast.anna.presses("Справка")
    assert "Бланк принят" in await cast.anna.reads()
    assert "нет полей" not in await cast.anna.reads()

    await as_actor(stage, cast.anna, order_report(loaded))
    words = await words_of(stage, await cast.anna.last())
    assert "АНАЛИТИЧЕСКАЯ СПРАВКА" in words
    assert "{" not in words


async def test_an_undecided_form_is_forgotten_after_a_day(stage: Stage, cast: Cast) -> None:
    await cast.anna.sends_file("бланк.docx", form("{{ association }}"))
    await stage.due()
    assert len(await rows(stage)) == 1

    await stage.advance(days=2)

    assert await rows(stage) == []
    assert not any((stage.directory / "files").iterdir())
    await cast.anna.presses("Протокол")
    assert await rows(stage) == []


async def test_what_was_sent_can_be_left(stage: Stage, cast: Cast) -> None:
    await cast.anna.sends_file("бланк.docx", form("{{ association }}"))
    await stage.due()

    await cast.anna.presses("Не сохранять")

    assert "не сохраняю" in await cast.anna.reads()
    assert await rows(stage) == []


async def test_a_form_with_fields_of_another_paper_is_not_taken_for_it(
    stage: Stage, cast: Cast
) -> None:
    await cast.anna.sends_file("бланк.docx", form("{{ association }} {{ number }}"))
    await stage.due()

    await cast.anna.presses("Справка")

    assert "в такой бумаге нет: association, number" in await cast.anna.reads()
    assert [one.kind for one in await rows(stage)] == [""]


async def test_forgetting_oneself_leaves_papers_without_a_person(
    stage: Stage, cast: Cast, loaded: int
) -> None:
    await as_actor(stage, cast.anna, order_report(loaded))
    await cast.anna.sends_file("бланк.docx", form("{{ association }}"))
    await stage.due()
    await cast.anna.presses("Протокол")

    await cast.anna.sends("/mydata")
    await cast.anna.sends("/forget")
    await cast.anna.presses((await cast.anna.buttons())[0])

    whose = await stage.run(
        lambda session: (
            session.scalars(select(Paper.person_id)).all(),
            session.scalars(select(PaperTemplate.sent_by)).all(),
        )
    )
    assert whose == ([None], [None])
