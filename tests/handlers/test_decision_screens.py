"""Every screen of decisions fits a telephone in both languages and survives the outbox."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from handlers.decisions import card_screens, detail_screens, draft_screens, votes_screens
from handlers.decisions.card_screens import (
    DecisionCard,
    DecisionInGroup,
    DecisionList,
    DoneAsked,
    HelpWantedFrom,
    OutcomeKept,
    PutOffAsked,
)
from handlers.decisions.detail_screens import DueAsked, MeasureAsked, NoteAsked, OwnerAsked
from handlers.decisions.draft_screens import (
    AreaOfDecision,
    DecisionWritten,
    DraftChecked,
    DraftDropped,
    DraftLaidAside,
    DropAsked,
)
from handlers.decisions.votes_screens import (
    MeetingTomorrow,
    MeetingWaitedFor,
    VotesOnSummary,
    WhenIsTheMeeting,
)
from handlers.ui.screens import Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import TextLibrary, Texts
from services.decisions import DecisionView, ItemView, Listed, Owner
from services.decisions.suggesting import MEASURES, SUGGESTIONS
from services.studies import Title
from services.summaries import Choice, FindingTally
from tests.handlers.ui.sizes import assert_fits, assert_fits_alert, assert_survives_the_outbox

LIBRARY = TextLibrary.load(Path(__file__).parents[2] / "locales")
NOW = datetime(2026, 10, 8, 12, tzinfo=UTC)
DAY = date(2026, 9, 28)
LONG_SKILL = (
    "Сформированность представлений о социальных нормах и ролях, овладение умением решать "
    "задачи разных типов, связывающих величины, и проверять полученный результат"
)
LONG_WORDS = ("Собрать подборку заданий и разобрать её на заседании вместе с соседями " * 5)[:300]
SCHOOL = "МБОУ «Кадомская средняя школа имени первого учителя»"
ASSOCIATION = "ШМО учителей общественных дисциплин"
TITLE = Title("ВПР", 2026, "social", 10)
PLANNED = ItemView(
    code="4К12",
    skill=LONG_SKILL,
    level="Б",
    n=1234,
    percent=41.5,
    low=30.4,
    high=52.6,
    status="deficit",
    confidence="likely",
    peer_level="region",
    peer=42.4,
    plan=12,
    not_ours=34,
    help=56,
    choice="plan",
    measure=LONG_WORDS,
    owner=LONG_WORDS[:100],
    due_on=date(2027, 9, 28),
    outcome=None,
    moved_to=None,
)
HELPED = replace(PLANNED, choice="help", measure=None, owner=None, due_on=None)
LEFT = replace(HELPED, choice="not_ours")
UNNAMED = replace(PLANNED, skill=None, level=None, measure=None, owner=None, due_on=None)
MOVED = replace(PLANNED, outcome="moved", moved_to=date(2027, 9, 29))
PARTLY = replace(PLANNED, outcome="partly")
DECISION = DecisionView(
    id=123456,
    number=12,
    school_year=2026,
    status="recorded",
    held_on=date(2027, 9, 28),
    recorded_on=DAY,
    association_id=99,
    association=ASSOCIATION,
    school=SCHOOL,
    municipality="Кадомский муниципальный район",
    region="Рязанская область",
    study_id=77,
    summary_id=123456,
    title=TITLE,
    n=1234,
    voters=12,
    items=(PLANNED, PLANNED, PLANNED),
    note=LONG_WORDS,
    head="Галина Петровна",
    corrects=None,
    followed_by=None,
)
SIX = replace(DECISION, items=(PLANNED, MOVED, PARTLY, HELPED, LEFT, UNNAMED), corrects=12)
TALLIES = (FindingTally("4К12", LONG_SKILL, 12, 3, 45),) * 3
DAYS = (("month", date(2026, 9, 30)), ("quarter", date(2026, 12, 29)), ("meeting", DAY))
OFFERED = tuple(MEASURES.values())[:3]
OWNERS = tuple((who, SUGGESTIONS["owners"][who]["school"]) for who in Owner)

SCREENS: tuple[Screen, ...] = (
    VotesOnSummary(12, TITLE, TALLIES),
    MeetingTomorrow(12, TITLE, DAY, TALLIES),
    WhenIsTheMeeting(12, (DAY, date(2026, 9, 30))),
    MeetingWaitedFor(12, DAY, reminded=True),
    MeetingWaitedFor(12, DAY, reminded=False),
    *(
        AreaOfDecision(123456, 1234567, place, 3, TITLE, item)
        for place in (0, 2)
        for item in (PLANNED, HELPED, LEFT, UNNAMED)
    ),
    DraftChecked(DECISION, 12),
    DraftChecked(SIX, 12),
    DraftChecked(replace(DECISION, items=(PLANNED,), note=""), 1),
    DraftLaidAside(123456),
    DropAsked(123456, corrects=False),
    DropAsked(123456, corrects=True),
    DraftDropped(12, corrects=False),
    DraftDropped(12, corrects=True),
    DecisionWritten(123456, 12, SCHOOL, 412, plan=True, corrected=False, held_on=DAY),
    DecisionWritten(123456, 12, None, None, plan=False, corrected=True, held_on=DAY),
    MeasureAsked(123456, 1234567, 0, PLANNED, OFFERED),
    OwnerAsked(123456, 1234567, 0, PLANNED, OWNERS),
    DueAsked(123456, 1234567, 0, PLANNED, DAYS),
    DueAsked(123456, 1234567, 0, UNNAMED, DAYS[:1]),
    NoteAsked(123456, LONG_WORDS),
    NoteAsked(123456, ""),
    DecisionCard(DECISION, leads=True),
    DecisionCard(SIX, leads=False),
    DecisionList((), 0),
    DecisionList(
        tuple(Listed(n, n, n < 2, DAY, TITLE, f"{ASSOCIATION} {n % 2}") for n in range(30)),
        2,
    ),
    DecisionInGroup(DECISION),
    DecisionInGroup(SIX),
    DecisionInGroup(replace(DECISION, items=(LEFT,))),
    HelpWantedFrom(412, ASSOCIATION, SCHOOL, TITLE, (LONG_SKILL,) * 3),
    HelpWantedFrom(412, ASSOCIATION, "", TITLE, (LONG_SKILL,)),
    DoneAsked(1234567, 12, TITLE, PLANNED, 2),
    DoneAsked(1234567, 12, TITLE, UNNAMED, 0),
    PutOffAsked(123456, 1234567, PLANNED, DAYS),
    *(OutcomeKept(123456, outcome) for outcome in ("done", "partly", "moved")),
)


def texts(language: str) -> Texts:
    return replace(LIBRARY.of(language, UTC, NOW), bot="kadom_metodist_bot")


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_fits_and_is_kept_whole(screen: Screen, language: str) -> None:
    assert_fits(screen.render(texts(language)))
    assert_survives_the_outbox(screen)


def test_every_screen_of_decisions_is_tried_here() -> None:
    modules = (card_screens, detail_screens, draft_screens, votes_screens)
    names = {module.__name__ for module in modules}
    ours = {cls for cls in Screen.registry.values() if cls.__module__ in names}

    assert {cls.__name__ for cls in ours} == {screen.name for screen in SCREENS}


def test_the_chosen_answer_bears_the_tick() -> None:
    message = AreaOfDecision(1, 2, 0, 3, TITLE, HELPED).render(texts("ru"))

    assert [key.label for key in message.rows[0]] == ["В план", "Не наше", "Помощь ✓"]
    assert [key.label for row in message.rows[1:] for key in row] == ["Дальше", "Отложить"]


def test_the_group_reads_who_does_what_until_when_and_nothing_else() -> None:
    short = replace(
        PLANNED, skill="Проценты", measure="Пять минут на уроке", owner="руководитель ШМО"
    )
    decision = replace(DECISION, items=(short, LEFT), note="Между нами")
    message = DecisionInGroup(decision).render(texts("ru"))

    assert visible_text(message.text).splitlines() == [
        "Решение № 12 от 28 сентября 2027\u00a0г.",
        "ВПР-2026, обществознание, 10 класс",
        "1. Проценты: в план, до 28 сентября, руководитель ШМО",
        "Пять минут на уроке",
    ]
    assert message.rows == ()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_small_windows_are_small_enough(language: str) -> None:
    words = texts(language)

    assert_fits_alert(words.label("decision-recorded-already", number=123))
    for name in ("decision-figures-changed", "decision-papers-ordered", "decision-finished"):
        assert_fits_alert(words.label(name))


def test_measures_offered_name_nobody_and_promise_no_marks() -> None:
    said = " ".join(MEASURES.values()).casefold()

    assert not any(word in said for word in ("отметк", "двое", "%", "слаб", "обяза", "дефицит"))
    assert {one.value for one in Choice} == {"plan", "not_ours", "help"}
