"""`metodbot results load`: the same as the page, at the server's console."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.settings import Settings
from db.engine import open_engine
from db.migrations.upgrade import upgrade
from db.models.delivery import Outbox
from db.models.jobs import Job
from db.models.results import Study, Upload
from db.models.staff import StaffMember
from db.units import Units
from services.access import Role
from services.clock import SystemClock
from tests.bot.test_cli import Command, command, logs_put_back
from tests.bot.upload_page_stage import OGE, SAMPLES, STAFF
from tests.cast import build_district, register

__all__ = ["command", "logs_put_back"]

ANNA, MARINA = 501, 502
MATH = SAMPLES / "vpr_individual_math6.xlsx"


@pytest.fixture
def district(command: Command) -> None:
    def settle(session: Session) -> None:
        places, now = build_district(session), SystemClock().now()
        register(session, ANNA, "Анна Викторовна", Role.ADMINISTRATOR, places.school, now)
        register(session, MARINA, "Марина Сергеевна", Role.TEACHER, places.school, now)

    within(settle)


def within(step: Callable[[Session], Any]) -> Any:
    """Look into the database of the command."""
    settings = Settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    engine = open_engine(settings.database())
    upgrade(engine)
    units = Units(engine)
    try:
        return units.run_now(step)
    finally:
        units.close()
        engine.dispose()


def rows(model: type[Any]) -> list[Any]:
    found: list[Any] = within(lambda session: session.scalars(select(model)).all())
    return found


def load(command: Command, file: Path, *more: object) -> Any:
    return command("results", "load", file, "--as", ANNA, *more)


@pytest.mark.usefixtures("district")
def test_a_protocol_is_loaded_without_a_copy_of_it(command: Command) -> None:
    told = load(command, OGE, "--yes")

    assert told.code == 0
    assert "41 работа, МБОУ СОШ № 106" in told.out
    assert [(one.exam, one.subject) for one in rows(Study)] == [("ОГЭ", "russian")]
    (upload,) = rows(Upload)
    assert (upload.status, upload.channel, upload.name) == ("confirmed", "cli", "")
    assert not (Settings().data_dir / "files").exists()
    assert OGE.exists()


@pytest.mark.usefixtures("district")
def test_the_bot_that_runs_makes_the_summary(command: Command) -> None:
    load(command, MATH, "--yes")

    assert "summaries.reckon" in [one.kind for one in rows(Job) if one.status == 0]
    assert "results.parse" not in [one.kind for one in rows(Job)]
    assert rows(Outbox) == []


@pytest.mark.usefixtures("district")
def test_a_list_of_staff_is_loaded_for_its_purpose(command: Command) -> None:
    wrong = load(command, STAFF, "--yes", "--json")
    right = load(command, STAFF, "--yes", "--json", "--purpose", "staff")

    assert (wrong.code, wrong.json["error"]["code"]) == (1, "FileMisplaced")
    assert (right.code, right.json["people"], right.json["error"]) == (0, 12, None)
    assert len(rows(StaffMember)) == 12


@pytest.mark.usefixtures("district")
def test_a_no_leaves_nothing(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typer, "confirm", lambda _words, **_more: False)

    told = load(command, MATH)

    assert told.code == 1
    assert "ничего не сохранено" in told.err
    assert rows(Study) == []
    assert [(one.status, one.parsed) for one in rows(Upload)] == [("dropped", None)]


@pytest.mark.usefixtures("district")
def test_what_the_file_does_not_say_is_said_by_an_option(command: Command) -> None:
    form = SAMPLES / "form_english8.xlsx"
    asked = load(command, form, "--yes", "--json")
    assert asked.code == 1
    assert asked.json["question"]["key"] == "year"
    assert rows(Upload) == []

    answers = ["--answer", "year=2026"]
    for _ in range(3):
        told = load(command, form, "--yes", "--json", *answers)
        if "question" not in told.json:
            break
        question = told.json["question"]
        value = {"grade": "8", "subject": "Английский язык", "occasion": "Срез"}.get(
            question["key"].rpartition(".")[2], ""
        )
        answers += ["--answer", f"{question['key']}={value}"]

    assert told.code == 0, told.json
    (study,) = rows(Study)
    assert (study.year, study.grade, study.subject) == (2026, 8, "english")


@pytest.mark.usefixtures("district")
def test_a_second_load_says_that_it_is_known(command: Command) -> None:
    load(command, MATH, "--yes")

    again = load(command, MATH, "--yes", "--json")

    assert (again.code, again.json["error"]["code"]) == (1, "FileKnown")
    assert len(rows(Study)) == 1


@pytest.mark.usefixtures("district")
def test_a_broken_file_is_refused_with_a_sentence(command: Command, tmp_path: Path) -> None:
    broken = tmp_path / "2849657.xlsx"
    broken.write_bytes(MATH.read_bytes()[:2000])

    told = load(command, broken, "--yes", "--json")

    assert (told.code, told.json["error"]["code"]) == (1, "damaged")
    assert "повреждён" in told.json["error"]["message"]
    assert rows(Study) == []


@pytest.mark.usefixtures("district")
@pytest.mark.parametrize("account", [MARINA, 999])
def test_who_may_not_load_does_not_at_the_console_either(command: Command, account: int) -> None:
    told = command("results", "load", OGE, "--as", account, "--yes")

    assert told.code == 1
    assert "Traceback" not in told.err
    assert rows(Upload) == []


@pytest.mark.parametrize(
    "words",
    [
        (OGE,),
        (OGE, "--as", 1, "--person", 1),
        ("nowhere.xlsx", "--as", 1),
        (OGE, "--as", 1, "--answer", "year"),
        (OGE, "--as", 1, "--purpose", "other"),
    ],
    ids=["nobody", "two people", "no file", "no answer", "no purpose"],
)
def test_a_wrong_use_is_told(command: Command, words: tuple[object, ...]) -> None:
    assert command("results", "load", *words).code == 2
