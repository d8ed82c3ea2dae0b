"""Every screen of forms, difficulties, the desk, feedback and figures fits, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from handlers.difficulties import answer_screens, report_screens
from handlers.difficulties import screens as own
from handlers.feedback import screens as feedback
from handlers.forms.screens import Ask, Deleted, Draft, NotAdded, WhichToFix
from handlers.help_desk import screens as desk
from handlers.help_desk.card import CaseCard
from handlers.statistics import StatisticsShown
from handlers.ui.screens import Screen
from handlers.ui.texts import TextLibrary, Texts
from services.difficulties.attachments import Attachment
from services.difficulties.cards import Card, OwnCase
from services.disclosure import Cell, Shown
from services.statistics import Period, Share, Statistics
from tests.handlers.ui.sizes import assert_fits, assert_survives_the_outbox

NOW = datetime(2026, 10, 5, 8, tzinfo=UTC)
DUE = datetime(2026, 10, 8, 15, tzinfo=UTC)
LIBRARY = TextLibrary.load(Path(__file__).parents[2] / "locales")
NAME = "Константинопольская Александра Вячеславовна"
SCHOOL = "МБОУ «Сасовская средняя общеобразовательная школа № 106» Кадомского района"
WORDS = "Считают верно, а какую величину брать за 100 %, <угадывают> & спорят. " * 40
PHOTO = Attachment("photo", "AgACAgIAAxkBAAIBY2Zz")

CARD = Card(
    number=4120,
    status="taken",
    channel="bot",
    group="topic",
    item="math_percent",
    title="Задачи на проценты",
    subject="math",
    grade="6",
    text=WORDS,
    files=3,
    who=NAME,
    school=SCHOOL,
    anonymous=False,
    sensitive=True,
    reported_at=NOW,
    due_at=DUE,
    delayed=True,
    assignee=NAME,
    mine=True,
    free=False,
    additions=2,
    answers=1,
    reason="too_general",
    call_at="tomorrow",
)
CASE = OwnCase(
    number=4120,
    status="answered",
    group="topic",
    item="other",
    title="Очень длинное название темы своими словами " * 3,
    subject="language2",
    grade="11",
    text=WORDS,
    files=10,
    anonymous=True,
    reported_at=NOW,
    due_at=DUE,
    closed_at=NOW,
    helper=NAME,
    answers=2,
)
BUSY = Period(
    Cell(Shown.EXACT, 1912),
    Cell(Shown.AT_LEAST, 1908),
    Cell(Shown.SMALL),
    Cell(Shown.HIDDEN),
    12.345,
    Share(57.1, 33.0, 79.2, 121),
    Share(99.9, 90.0, 100.0, 5),
    tuple((group, Cell(Shown.EXACT, 1111)) for group in ("topic", "lesson", "pupils", "other")),
)
QUIET = Period(*(Cell(Shown.SMALL) for _ in range(4)), None, None, None, ())


def ask(**more: object) -> Ask:
    given = {
        "form": "difficulty",
        "step": 812_345_678,
        "question": "group",
        "kind": "one",
        "label": "С чем помочь? Выберите или сразу напишите, наговорите, пришлите фото.",
        "number": 2,
        "total": 9,
        "returnable": True,
        "skippable": True,
    }
    return Ask(**{**given, **more})  # type: ignore[arg-type]


def cards(**more: object) -> Card:
    from dataclasses import replace

    return replace(CARD, **more)  # type: ignore[arg-type]


SCREENS: list[Screen] = [
    ask(options=tuple(f"Вариант {number}" for number in range(40))),
    ask(options=tuple(f"Совсем длинный вариант ответа номер {number}" for number in range(40))),
    ask(options=tuple(f"Совсем длинный вариант ответа номер {number}" for number in range(9))),
    ask(kind="many", options=tuple("АБВГДЕЖЗИКЛМНОП"), marked=(0, 3), page=1),
    ask(kind="many", options=("Английский язык", "Окружающий мир") * 9, marked=(0, 17)),
    ask(kind="rank", options=("Первое", "Второе", "Третье"), marked=(2, 0)),
    ask(kind="range", options=tuple(str(number) for number in range(1, 11))),
    ask(kind="note"),
    ask(kind="acknowledge"),
    ask(kind="again"),
    ask(kind="any", question="explanation", before=WORDS, refusal="too_long", most=2000),
    ask(kind="text", refusal="constraint", own_words="Здесь хватит 120 знаков."),
    ask(kind="integer", refusal="not_a_number", hint="В годах, целиком"),
    ask(kind="date", refusal="not_a_date"),
    Draft("difficulty", 8, "Затруднение"),
    Draft("phone_call", 8, "Звонок учителя", anew=True),
    WhichToFix("difficulty", 8, (("Какой вопрос? " * 9, WORDS), ("Класс?", "6")) * 3),
    Deleted(untouched=True),
    Deleted(untouched=False),
    *(NotAdded(reason) for reason in ("too_long", "too_many", "wrong_kind", "constraint")),
    report_screens.Check(
        8, "topic", "math_percent", "", "math", "6", WORDS, ("voice", "photo"), True, True
    ),
    report_screens.Check(8, "other", "other", "", "", "", "", ("document",), True, False),
    report_screens.FewColleagues(8, "Физика", 1),
    report_screens.DifficultyAccepted(4120, NAME, DUE),
    report_screens.DifficultyAccepted(1, "", DUE),
    own.AdditionKept(4120, NAME, DUE, reopened=True),
    own.AdditionKept(4120, NAME, DUE, reopened=False),
    own.OwnCases(()),
    own.OwnCases((CASE,) * 10, 2),
    own.OwnCaseShown(CASE, intro="difficulty-closed-by-staff"),
    own.WithdrawAsked(4120),
    desk.InboxShown((), 0, 0, 0),
    desk.InboxShown((CARD,) * 8, 8, 3, 1, page=1),
    desk.AdditionShown(CARD, WORDS, 3),
    desk.ReplyCheck(8, 4120, WORDS, 3, by_phone=True),
    desk.ReplySent(4120, by_phone=False),
    desk.GiveTo(4120, ()),
    desk.GiveTo(4120, tuple(desk.Candidate(n, NAME, "methodologist") for n in range(7))),
    desk.CloseAsked(4120),
    *(CaseCard(CARD, why) for why in ("new", "passed", "due_soon", "overdue", "call", "")),
    *(
        CaseCard(cards(status=status, mine=mine, delayed=late, free=not mine))
        for status in ("new", "taken", "answered", "closed", "withdrawn")
        for mine in (True, False)
        for late in (True, False)
    ),
    CaseCard(cards(channel="phone", who="", reason=WORDS, call_at="")),
    CaseCard(cards(anonymous=True, who="", school="")),
    CaseCard(cards(who="", files=0)),
    feedback.RatingAskedFor(4120, 1, NAME),
    feedback.RatedGood(4120),
    feedback.RatedMiddling(4120),
    feedback.ReasonAsked(4120, 1),
    *(
        feedback.PassedOn(4120, NAME, role, DUE)
        for role in ("methodologist", "association_head", "curator", "")
    ),
    feedback.PassedOn(4120, "", "", DUE),
    feedback.CallOffered(4120, NAME),
    *(feedback.CallPlanned(4120, NAME, when) for when in ("today", "tomorrow", "any")),
    feedback.LessonAskedFor(CASE, 1),
    feedback.ObstacleAsked(4120, 1),
    feedback.Noted("feedback-worked"),
    feedback.Noted("feedback-noted", 4120),
    feedback.Late(4120, NAME),
    feedback.Late(4120, ""),
    *(
        StatisticsShown(Statistics(SCHOOL, NOW, BUSY, QUIET), year, by_group)
        for year in (True, False)
        for by_group in (True, False)
    ),
]


@pytest.fixture(params=["ru", "en"])
def texts(request: pytest.FixtureRequest) -> Texts:
    return LIBRARY.of(str(request.param), ZoneInfo("Europe/Moscow"), NOW)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_fits_and_is_stored_without_loss(screen: Screen, texts: Texts) -> None:
    assert_fits(screen.render(texts))
    assert_survives_the_outbox(screen)


def test_every_screen_of_these_parts_is_looked_at() -> None:
    parts = ("handlers.forms", "handlers.difficulties", "handlers.help_desk", "handlers.feedback")
    defined = {name for name, kind in Screen.registry.items() if kind.__module__.startswith(parts)}
    assert defined - {screen.name for screen in SCREENS} == {"AnswerShown", "Files", "Said"}


@pytest.mark.parametrize("kind", ["photo", "voice", "video", "audio", "document"])
def test_an_answer_carries_its_only_file(kind: str, texts: Texts) -> None:
    screen = answer_screens.AnswerShown(
        4120, NAME, "Полоска", Attachment(kind, "AgAC", "Полоска.pdf")
    )
    file = getattr(screen.render(texts), kind)
    assert (file.key, file.name) == ("tg.AgAC", "Полоска.pdf")
    assert_survives_the_outbox(screen)


def test_photos_travel_as_an_album(texts: Texts) -> None:
    assert len(answer_screens.Files((PHOTO, PHOTO)).render(texts).album) == 2


def test_all_that_was_said_is_shown_whole(texts: Texts) -> None:
    assert WORDS.strip()[-40:-2] in desk.Said(
        4, (("report", WORDS), ("passed_on", "и ещё"))
    ).render(texts).text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def test_a_long_answer_is_said_whole(texts: Texts) -> None:
    message = answer_screens.AnswerShown(4120, NAME, "д" * 3500).render(texts)
    assert "д" * 3500 in message.text
