"""Every screen of the analysis and of «My classes» fits a telephone and survives the outbox."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.analyses import (
    area_screens,
    compare_screens,
    district_screens,
    file_screens,
    list_screens,
    overview_screens,
    refusal_screens,
)
from handlers.analyses.area_screens import AreaShown
from handlers.analyses.buttons import Goal
from handlers.analyses.compare_screens import ComparedWider, ComparedYears, YearsShown
from handlers.analyses.district_screens import (
    DistrictAreas,
    DistrictAreaShown,
    DistrictShown,
    SendersShown,
)
from handlers.analyses.file_screens import FileFailed, FileGiven, FilesOffered, file_name
from handlers.analyses.list_screens import StudyList
from handlers.analyses.overview_screens import AnalysisShown, AreasShown, MarksShown
from handlers.analyses.refusal_screens import GroundsTold, HelpWantedShown, NotTold
from handlers.analyses.sheets import sheets, table_drawing
from handlers.teaching import class_screens
from handlers.teaching import screens as teaching_screens
from handlers.teaching.class_screens import (
    ClassBeingReckoned,
    ClassesOfStudy,
    ClassesRefused,
    ClassNotOpen,
    ClassNotReckoned,
    ClassShown,
)
from handlers.teaching.screens import (
    ConfirmedLoads,
    LoadAnswered,
    LoadsToConfirm,
    MyClasses,
    TakeBackAsked,
    WhichClasses,
)
from handlers.ui.screens import Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import TextLibrary, Texts
from services.analyses import (
    Area,
    AreaView,
    Compared,
    Comparison,
    District,
    Figures,
    Head,
    Hint,
    Journal,
    Listed,
    MarkGroup,
    MarksTold,
    MarksView,
    Overview,
    Peer,
    PeerFigures,
    Pooled,
    Together,
    YearComparison,
    YearFigure,
    YearsTogether,
)
from services.analyses.exports import FileMade, Form, Material, Offer
from services.analyses.wanted import Wanted
from services.analysis.hints import CODES
from services.studies import Title
from services.summaries import SourceView
from services.teaching import (
    AreaOfClass,
    ClassLine,
    ClassTold,
    Cut,
    Load,
    Offered,
    Other,
    State,
)
from tests.handlers.ui.sizes import assert_fits, assert_survives_the_outbox

LIBRARY = TextLibrary.load(Path(__file__).parents[2] / "locales")
NOW = datetime(2026, 10, 8, 12, tzinfo=UTC)
LONG_SKILL = (
    "Сформированность представлений о социальных нормах и ролях, овладение умением решать "
    "задачи разных типов, связывающих величины, и проверять полученный результат"
)
SCHOOL = "МБОУ «Кадомская средняя школа имени первого учителя»"
NAME = "Александра Константиновна Преображенская-Вознесенская"
TITLE = Title("ВПР", 2026, "social", 10)
PEERS = (
    Peer("municipality", 41.2, "common"),
    Peer("region", 42.4, "own_lower"),
    Peer("country", 43.5, "own_lower"),
)
AREA = Area(
    7, "4К12", "П", LONG_SKILL, 1234, 41.5, 30.4, 52.6, "deficit", "likely", 123, 60.0, PEERS
)
GOOD = replace(AREA, status="sufficient", percent=88.8)
HEAD = Head(123456, TITLE, SCHOOL, False, 1234, True, None, True, 123456)
POOLED = replace(HEAD, n=7, judged=False, pooled=Pooled("schools", 345, (2026,), 4))
FIGURES = Figures(98.3, 74.1, 60.2)
MARKS = MarksTold(
    1234,
    (12.3, 33.3, 44.4, 10.0),
    FIGURES,
    tuple(PeerFigures(one.level, FIGURES) for one in PEERS),
    Journal(1234, 41.2, 47.1, 11.7, 12, "region", 22.2),
    2025,
    1.2,
)
OVERVIEW = Overview(HEAD, "own_lower", "region", (AREA,) * 3, (GOOD,) * 3, 24, MARKS, True, True)
HINTS = (
    Hint("marks_pile", {"own": 55.5, "region": 44.4, "n": 58}),
    Hint("marks_raised", {"own": 55.5, "region": 44.4, "n": 58}),
    Hint(
        "grade_drop",
        {
            "grade": 5,
            "since": 2025,
            "was": 77.7,
            "now": 55.5,
            "region_was": 66.6,
            "region_now": 60.0,
            "n": 58,
        },
    ),
)
VIEW = AreaView(
    HEAD,
    AREA,
    tuple(MarkGroup(mark, 100, 44.4) for mark in "2345"),
    tuple(YearFigure(year, 1234, 41.5, 30.4, 52.6) for year in (2023, 2024, 2025, 2026)),
    123,
    24,
)
COMPARED = tuple(Compared(AREA, 55.5, told) for told in ("lower", "same", "higher", "unknown") * 6)
YEARS = tuple(replace(one, since=2025) for one in COMPARED)
DISTRICT = District(
    123456, TITLE, "Кадомский муниципальный район", 12345,
    tuple(replace(AREA, index=at) for at in range(24)), (AREA,) * 3, (GOOD,) * 3,
    (SCHOOL,) * 22, (SCHOOL,) * 13,
)  # fmt: skip
MADE = FileMade(123456, TITLE, SCHOOL, Form.SHEET, "a" * 64)
WANTED = Wanted(123456, TITLE, SCHOOL, "4К12", "П", LONG_SKILL)
SOURCE = SourceView(("vpr_journal_comparison", "vpr_individual"), NOW, 123456, 123, 4567)
MATERIAL = Material(HEAD, (AREA, GOOD), MARKS, SOURCE, (), {})
LOAD = Load(123456, NAME, "10-12", "social", 2025, SCHOOL, State.WAITING)
ROW = AreaOfClass(
    "4К12", "П", LONG_SKILL, 25, 41.5, 20.4, 62.6, "deficit", "low", 44.4, 42.4, "region"
)
CLASS = ClassTold(123456, TITLE, "10-12", 25, "shown", (ROW,) * 24)
OTHERS = tuple(Other(n, TITLE) for n in range(3))


def offered(many: int, *years: int) -> tuple[Offered, ...]:
    return tuple(
        Offered(123456, f"{n:08x}", f"10-{n}", "social", year, SCHOOL, State.WAITING)
        for year in years
        for n in range(many)
    )


def cut(many: int, *, told: bool = True) -> Cut:
    return Cut(1, TITLE, None, tuple(ClassLine(f"{n:08x}", f"10-{n}", told) for n in range(many)))


SCREENS: tuple[Screen, ...] = (
    StudyList(()),
    StudyList((), why="subjects"),
    StudyList((), word="математика 6"),
    *(
        StudyList(
            tuple(
                Listed(n, replace(TITLE, year=2026 - n // 9), f"{SCHOOL} {n % 2}", n % 3 == 0)
                for n in range(60)
            ),
            page,
            goal=goal,
        )
        for page in (0, 3, 99)
        for goal in Goal
    ),
    StudyList(tuple(Listed(n, TITLE, SCHOOL, False) for n in range(60)), word="а" * 60),
    AnalysisShown(OVERVIEW),
    AnalysisShown(replace(OVERVIEW, head=replace(HEAD, leads=False)), teaches=True),
    AnalysisShown(replace(OVERVIEW, head=POOLED, difference="unknown", marks=None)),
    AnalysisShown(replace(OVERVIEW, hard=(AREA, replace(AREA, n=1200)), best=(GOOD,))),
    AnalysisShown(replace(OVERVIEW, hard=(), difference="unknown")),
    AnalysisShown(
        replace(OVERVIEW, head=replace(HEAD, judged=False), hard=(), best=(), areas=0, marks=None)
    ),
    AnalysisShown(
        replace(
            OVERVIEW, head=replace(HEAD, summary_id=None), hard=(), best=(), areas=0, compares=False
        )
    ),
    *(AreasShown(HEAD, tuple(replace(AREA, index=n) for n in range(24)), n) for n in (0, 2, 99)),
    AreaShown(VIEW),
    AreaShown(replace(VIEW, head=POOLED, groups=(), trend=(), skipped=None)),
    AreaShown(replace(VIEW, area=replace(AREA, status="unknown", threshold=None, peers=()))),
    AreaShown(replace(VIEW, area=replace(AREA, status="uncertain", skill=None, level=None))),
    MarksShown(MarksView(HEAD, MARKS, ())),
    MarksShown(MarksView(HEAD, MARKS, HINTS)),
    MarksShown(MarksView(HEAD, None, ())),
    *(
        ComparedWider(
            Comparison(HEAD, level, ("region", "country", "municipality"), COMPARED), page
        )
        for level in ("region", "country", "municipality")
        for page in (0, 2)
    ),
    ComparedWider(Comparison(HEAD, "region", (), ())),
    ComparedYears(YearComparison(HEAD, (2023, 2024, 2025), YEARS, 12), 1),
    ComparedYears(YearComparison(HEAD, (), (), 0)),
    YearsShown(
        YearsTogether(
            HEAD,
            (2024, 2025, 2026),
            (Together("4К12", "П", LONG_SKILL, 12345, 41.5, 40.4, 42.6),) * 24,
        ),
        1,
    ),
    YearsShown(YearsTogether(HEAD, (), ())),
    DistrictShown(DISTRICT),
    DistrictShown(replace(DISTRICT, areas=(), hard=(), best=())),
    DistrictShown(replace(DISTRICT, hard=())),
    *(DistrictAreas(DISTRICT, page) for page in (0, 2, 99)),
    DistrictAreaShown(DISTRICT, 7),
    *(SendersShown(DISTRICT, page) for page in (0, 1, 99)),
    FilesOffered(Offer(HEAD, tuple(Form), True)),
    FilesOffered(Offer(replace(HEAD, summary_id=None), (Form.SHEET,), False)),
    *(FileGiven(replace(MADE, form=form)) for form in Form),
    FileFailed(1),
    *(NotTold(asked) for asked in ("teachers", "classes", "schools", "quotas")),
    GroundsTold(),
    HelpWantedShown((WANTED,) * 5, reports=True, statistics=False),
    HelpWantedShown((WANTED,) * 5, reports=False, statistics=True),
    HelpWantedShown((), reports=True, statistics=True),
    MyClasses(()),
    MyClasses((), "nobody"),
    MyClasses((LOAD,) * 3, "asked"),
    MyClasses(tuple(replace(LOAD, state=state) for state in (State.CONFIRMED, State.REFUSED) * 6)),
    WhichClasses(()),
    WhichClasses(offered(3, 2025)),
    WhichClasses(offered(9, 2025, 2024)),
    WhichClasses(offered(40, 2025, 2024), 2),
    LoadsToConfirm(()),
    LoadsToConfirm((LOAD,)),
    LoadsToConfirm((LOAD,) * 12, 1, replace(LOAD, state=State.CONFIRMED)),
    LoadsToConfirm((), 0, replace(LOAD, state=State.REFUSED)),
    ConfirmedLoads(()),
    *(ConfirmedLoads((LOAD,) * 30, page) for page in (0, 1, 99)),
    TakeBackAsked(LOAD),
    *(LoadAnswered(replace(LOAD, state=state)) for state in (State.CONFIRMED, State.REFUSED)),
    ClassBeingReckoned(),
    ClassNotOpen(),
    ClassNotReckoned(),
    *(
        ClassShown(replace(CLASS, parallel=why), 1, 123456, "", OTHERS)
        for why in ("shown", "own", "alone", "one_class", "one_teacher", "few_works")
    ),
    ClassShown(replace(CLASS, rows=(), n=3), 0, None, "0" * 8),
    ClassShown(CLASS, 99, None, "0" * 8),
    ClassesOfStudy(cut(3)),
    ClassesOfStudy(cut(12)),
    ClassesOfStudy(cut(5, told=False)),
    *(
        ClassesRefused(Cut(1, TITLE, reason))
        for reason in ("no_classes", "one_class", "one_teacher")
    ),
)


def texts(language: str) -> Texts:
    return replace(LIBRARY.of(language, UTC, NOW), bot="kadom_metodist_bot")


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_fits_and_is_kept_whole(screen: Screen, language: str) -> None:
    assert_fits(screen.render(texts(language)))
    assert_survives_the_outbox(screen)


def test_every_screen_of_the_analysis_is_tried_here() -> None:
    modules = (
        area_screens,
        class_screens,
        compare_screens,
        district_screens,
        file_screens,
        list_screens,
        overview_screens,
        refusal_screens,
        teaching_screens,
    )
    names = {module.__name__ for module in modules}
    ours = {cls for cls in Screen.registry.values() if cls.__module__ in names}

    assert {cls.__name__ for cls in ours} == {screen.name for screen in SCREENS}


def test_what_is_common_is_said_before_what_is_hard() -> None:
    shown = AnalysisShown(replace(OVERVIEW, difference="common"))
    words = visible_text(shown.render(texts("ru")).text)

    assert words.index("трудность общая") < words.index("Даётся трудно")


def test_no_word_that_accuses_stands_on_a_screen() -> None:
    for screen in SCREENS:
        words = visible_text(screen.render(texts("ru")).text).casefold()
        for word in ("дефицит", "не справил", "низкий", "обязан", "срочно", "провал", "!"):
            assert word not in words, (screen.name, word)


def test_every_hint_is_a_question() -> None:
    for language in ("ru", "en"):
        for hint in HINTS:
            words = texts(language)(f"analyses-hint-{hint.code.replace('_', '-')}", **hint.params)
            assert words.endswith("?")
    assert {hint.code for hint in HINTS} == set(CODES)


def test_a_file_has_a_name_every_disk_takes() -> None:
    odd = replace(MADE, title=replace(TITLE, occasion="Срез: 1/2?", exam=""), place="A\\B*C" * 40)

    name = file_name(odd, texts("ru"))

    assert not set(name) & set('\\/:*?"<>|\n ')
    assert name.endswith(".xlsx")
    assert len(name) <= 100


def test_the_table_to_take_away_keeps_figures_as_figures() -> None:
    areas, marks, origin = sheets(MATERIAL, texts("ru"))

    assert [column.title for column in areas.columns][-3:] == ["Район", "Область", "Россия"]
    assert areas.rows[0][:5] == ("4К12", LONG_SKILL, "П", 1234, 41.5)
    assert len(marks.rows) == 4 + 3 + 3
    assert any("02-86" in str(row[0]) for row in origin.rows)


def test_the_picture_names_every_row() -> None:
    drawing = table_drawing(MATERIAL, texts("ru"), dark=True)

    assert len(drawing.labels.headings) == 2
    assert drawing.theme == "dark"
