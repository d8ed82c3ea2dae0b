from __future__ import annotations

import hashlib
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.people import Consent, Person
from services import consents
from services.district import load_district
from services.work import Work
from tests.cast import Cast
from tests.stage import Player, Stage

LOCALES = Path(__file__).resolve().parents[2] / "locales"
WORDS_OF_EDITION = {
    (1, "ru"): "114e6297365fdfae",
    (1, "en"): "9b262904d041b300",
}


async def invited(stage: Stage, cast: Cast, name: str = "Ирина", **more: str) -> Player:
    """Somebody new stands at the door of the school, with an invitation for many."""
    await cast.olga.sends("/invite")
    for label in ("Учитель", "МБОУ СОШ № 106", "На 30 человек, для всех"):
        await cast.olga.presses(label)
    payload = (await cast.olga.reads()).split("start=")[1].split()[0]
    newcomer = await stage.person(name, **more)
    await newcomer.starts(payload)
    return newcomer


async def people_of(stage: Stage, player: Player) -> list[tuple[int, str]]:
    def found(session: Session) -> list[tuple[int, str]]:
        rows = session.scalars(select(Person).where(Person.account == player.id))
        return [(row.id, row.name) for row in rows]

    people: list[tuple[int, str]] = await stage.run(found)
    return people


async def test_the_consent_is_a_message_of_its_own_with_edition_and_operator(
    stage: Stage, cast: Cast
) -> None:
    newcomer = await invited(stage, cast)
    assert "Вы учитель: МБОУ СОШ № 106?" in await newcomer.reads()

    await newcomer.presses("Да, это моя школа")

    words = await newcomer.reads()
    assert "редакция 1 от 1 сентября 2026" in words
    assert "МКУ БМЦ Кадомского района, ИНН 6206000000" in words
    assert await newcomer.buttons() == ["Даю согласие", "Не даю", "Прислать текст файлом"]
    assert await people_of(stage, newcomer) == []


async def test_who_refuses_leaves_nothing_behind_and_learns_whom_to_call(
    stage: Stage, cast: Cast
) -> None:
    newcomer = await invited(stage, cast)
    await newcomer.presses("Да, это моя школа")

    await newcomer.presses("Не даю")

    words = await newcomer.reads()
    assert "ничего не сохраняю" in words
    assert "Ольга Ивановна Белова" in words
    assert "8 (49139) 5-10-00" in words
    assert "кабинет 12" in words
    assert await people_of(stage, newcomer) == []


async def test_the_whole_text_comes_as_a_file_and_the_question_stays(
    stage: Stage, cast: Cast
) -> None:
    newcomer = await invited(stage, cast)
    await newcomer.presses("Да, это моя школа")

    await newcomer.presses("Прислать текст файлом")

    document = (await newcomer.last())["document"]
    assert document["name"] == "согласие-редакция-1.txt"
    await newcomer.presses("Даю согласие")
    assert len(await people_of(stage, newcomer)) == 1


async def test_consent_then_three_short_questions_then_the_menu(stage: Stage, cast: Cast) -> None:
    newcomer = await invited(stage, cast)
    await newcomer.presses("Да, это моя школа")
    await newcomer.presses("Даю согласие")
    assert "Как к вам обращаться?" in await newcomer.reads()

    await newcomer.sends("Ирина Петровна")
    await newcomer.sends("Физика")
    await newcomer.presses("7")
    await newcomer.presses("Готово")

    assert "Готово, Ирина Петровна." in await newcomer.reads()
    assert "Мой профиль" in await newcomer.buttons()
    await newcomer.sends("/profile")
    words = await newcomer.reads()
    assert "Ирина Петровна" in words
    assert "физика" in words.lower()
    assert "Классы: 7" in words


async def test_a_sticker_instead_of_a_name_is_asked_for_again(stage: Stage, cast: Cast) -> None:
    newcomer = await invited(stage, cast)
    await newcomer.presses("Да, это моя школа")
    await newcomer.presses("Даю согласие")

    await newcomer.sends("", sticker="👍")

    assert "словами" in await newcomer.reads()
    await newcomer.sends("Ирина Петровна")
    assert "Что преподаёте?" in await newcomer.reads()


async def test_a_name_with_hidden_signs_is_cleaned_and_a_monstrous_one_refused(
    stage: Stage, cast: Cast
) -> None:
    newcomer = await invited(stage, cast)
    await newcomer.presses("Да, это моя школа")
    await newcomer.presses("Даю согласие")

    await newcomer.sends("И" * 4000)
    assert "до 60 знаков" in await newcomer.reads()

    await newcomer.sends("Ирина\u202e\u0000 \u200bПетровна")
    assert await people_of(stage, newcomer) != []
    await newcomer.sends("Физика")
    await newcomer.presses("7")
    await newcomer.presses("Готово")
    assert "Готово, Ирина Петровна." in await newcomer.reads()


async def test_pressing_consent_twice_makes_one_person_and_one_consent(
    stage: Stage, cast: Cast
) -> None:
    newcomer = await invited(stage, cast)
    await newcomer.presses("Да, это моя школа")
    asked = (await newcomer.last())["message_id"]
    data = (await newcomer.last())["keyboard"][0][0]["data"]

    for _ in range(2):
        await stage.post("/sim/press", user_id=newcomer.id, message_id=asked, data=data)
        await stage.quiet()

    def count(session: Session) -> int:
        person_id = session.scalars(select(Person.id).where(Person.account == newcomer.id)).one()
        return len(session.scalars(select(Consent).where(Consent.person_id == person_id)).all())

    assert await stage.run(count) == 1


async def test_a_consent_ends_with_its_term_and_the_person_is_forgotten(
    stage: Stage, cast: Cast
) -> None:
    newcomer = await invited(stage, cast)
    await newcomer.presses("Да, это моя школа")
    await newcomer.presses("Даю согласие")

    await stage.advance(days=5 * 365 + 1)

    assert await people_of(stage, newcomer) == []


async def test_people_of_the_list_are_asked_for_consent_before_anything(
    stage: Stage, cast: Cast
) -> None:
    listed = await stage.person("Зоя")
    now = stage.bot.clock.now()
    table = {
        "region": {
            "name": "Рязанская область",
            "municipalities": [
                {
                    "name": "Кадомский муниципальный район",
                    "login": "reg62_m010",
                    "people": [
                        {"name": "Зоя Ивановна", "role": "methodologist", "account": listed.id}
                    ],
                }
            ],
        }
    }
    await stage.run(lambda session: load_district(Work(session, now), table))

    await listed.sends("/menu")
    assert "Даю согласие" in await listed.buttons()

    await listed.presses("Даю согласие")
    await listed.sends("/menu")
    assert "Обращения учителей" in await listed.buttons()


def test_words_of_the_consent_do_not_change_without_a_new_edition() -> None:
    for language in ("ru", "en"):
        text = (LOCALES / language / "consent.ftl").read_text(encoding="utf-8")
        start = text.index("consent-text =")
        words = text[start : text.index("consent-agree")] + text[text.index("consent-document") :]
        words = words[: words.index("consent-given")]
        found = hashlib.sha256(words.encode()).hexdigest()[:16]
        assert WORDS_OF_EDITION[consents.VERSION, language] == found, language


async def test_the_name_of_the_messenger_is_a_key_and_may_be_refused(
    stage: Stage, cast: Cast
) -> None:
    newcomer = await invited(stage, cast)
    await newcomer.presses("Да, это моя школа")
    await newcomer.presses("Даю согласие")
    assert await newcomer.buttons() == [newcomer.name, "Написать иначе", "Отмена"]

    await newcomer.presses("Написать иначе")
    assert "Напишите одним сообщением" in await newcomer.reads()
    assert newcomer.name not in await newcomer.buttons()
    await newcomer.presses("Отмена")
    await newcomer.sends("/profile")
    await newcomer.presses("Исправить")
    await newcomer.presses(newcomer.name)

    assert "Что преподаёте?" in await newcomer.reads()
