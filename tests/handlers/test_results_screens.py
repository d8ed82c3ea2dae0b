"""Every screen of results fits a telephone in both languages and survives the outbox."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from handlers.results import (
    correction_screens,
    group_screen,
    preview_screen,
    question_screen,
    report_screens,
    table_screens,
    templates,
    upload_screens,
)
from handlers.results.correction_screens import CorrectionInGroup, CorrectionInPrivate
from handlers.results.group_screen import SummaryInGroup, shortened
from handlers.results.pictures import labels
from handlers.results.preview_screen import FilePreview
from handlers.results.question_screen import AnswerTaken, FileQuestion
from handlers.results.report_screens import (
    GroupIsMissing,
    QuestionOfConditions,
    SummariesReport,
    SummaryNotMade,
    WaitingSummarySent,
)
from handlers.results.table_screens import (
    SummaryList,
    TaskTable,
)
from handlers.results.templates import (
    TemplateBeingWritten,
    TemplateFile,
    TemplateGrades,
    TemplateNotWritten,
    TemplateSubjects,
)
from handlers.results.upload_screens import (
    FileBeingLoaded,
    FileKnownAlready,
    FileLeft,
    FileLoadedBeside,
    FileNotTaken,
    HowToSend,
    HowToStripColumns,
    ReadingFile,
    ReplaceQuestion,
    WhereFilesAreGiven,
)
from handlers.results.wording import say
from handlers.ui.screens import Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import TextLibrary, Texts
from services.previews import Preview, Receiver, Trouble
from services.report_figures import Disagreement
from services.studies import Title
from services.subjects import listed, names
from services.summaries import (
    Changed,
    ChangedMark,
    Correction,
    FindingView,
    HintView,
    Listed,
    PooledView,
    ReportLine,
    SourceView,
    SummaryView,
    Table,
    TaskRow,
    Typical,
)
from services.uploads import Asked, FigureChange, Option, Replacement
from tests.handlers.ui.sizes import assert_fits, assert_fits_alert, assert_survives_the_outbox

LIBRARY = TextLibrary.load(Path(__file__).parents[2] / "locales")
NOW = datetime(2026, 10, 8, 12, tzinfo=UTC)
LONG_SKILL = (
    "Сформированность представлений о социальных нормах и ролях, овладение умением решать "
    "задачи разных типов, связывающих величины, и проверять полученный результат"
)
SCHOOL = "МБОУ «Кадомская средняя школа имени первого учителя»"
TITLE = Title("ВПР", 2026, "social", 10)
FINDING = FindingView(
    "4К12", "Б", LONG_SKILL, 1234, 41.5, 30.4, 52.6, "deficit", "likely", "region", 42.4
)
VIEW = SummaryView(
    id=123456,
    title=TITLE,
    n=1234,
    schools=1,
    wide=False,
    judged=True,
    findings=(FINDING, FINDING, FINDING),
    tasks=24,
    difference="own_lower",
    peer_level="region",
    question="where_it_breaks",
    question_task="4К12",
    question_demand="advanced",
    change="replaced",
    picture_key="a" * 64,
)
OWN_TITLE = Title("", 2026, "social", 10, "Входная диагностика по обществознанию за прошлый год")
RICH = replace(
    FINDING,
    was=35.2,
    since=2025,
    moved="rose",
    typical=Typical("strong_too", 33.3, "4"),
)
POOLED = replace(
    VIEW,
    n=7,
    difference="unknown",
    findings=(replace(FINDING, n=31, peer_level=None, peer=None),) * 3,
    pooled=PooledView("years", (2024, 2025, 2026), 1, 31, 7),
)
ASKED = Asked(
    upload_id=123456,
    kind="vpr_collection_form",
    works=24,
    key="year",
    name="year",
    number=1,
    total=2,
    options=(Option("2026"), Option("2025"), Option("2024")),
    params={},
    subject="Английский язык",
    grade=None,
    free=False,
    may_go_back=True,
)
COLUMN_OPTIONS = tuple(
    Option(name)
    for name in ["code", "school", "class", "variant", "mark", "total", "task", "skip", "skip_all"]
)
QUESTIONS = (
    ASKED,
    replace(ASKED, name="grade", options=tuple(Option(str(n)) for n in range(1, 12))),
    replace(
        ASKED,
        name="subject",
        free=True,
        options=tuple(Option(name, name) for name in names()),
    ),
    replace(ASKED, name="occasion", free=True, options=(), may_go_back=False, total=1),
    replace(ASKED, name="occasion", options=(Option(OWN_TITLE.occasion, OWN_TITLE.occasion),) * 4),
    replace(
        ASKED,
        kind="table",
        works=0,
        name="column",
        key="column:AB",
        options=COLUMN_OPTIONS,
        params={"column": "AB", "caption": "Итог за четверть с учётом пропусков", "cell": "AB4"},
    ),
    replace(ASKED, name="column", key="column:D", options=COLUMN_OPTIONS, params={"column": "D"}),
    replace(
        ASKED,
        name="school",
        options=tuple(Option(str(n), f"{SCHOOL} № {n}") for n in range(31)),
    ),
)
REPLACEMENT = Replacement(
    upload_id=123456,
    titles=(OWN_TITLE, TITLE),
    schools=1,
    sent_at=NOW,
    instead_of=1234,
    works_before=58,
    works_after=57,
    changes=tuple(FigureChange("task", "4К12", 41.2, 38.9) for _ in range(3)),
    changed=12,
)
CHANGES = tuple(
    Changed("4К12", "Б", LONG_SKILL, was, now, number, state)
    for was, now, number, state in (
        (41.0, 44.0, 1, "stays"),
        (62.0, 38.0, 2, "came"),
        (45.0, 61.0, 0, "went"),
        (None, 20.0, 3, "came"),
        (30.0, None, 0, "went"),
        (31.0, 33.0, 0, "stays"),
    )
)
CORRECTION = Correction(
    123456,
    TITLE,
    SCHOOL,
    58,
    57,
    judged=True,
    changes=CHANGES,
    marks=(ChangedMark("passed", 90.0, 91.2), ChangedMark("quality", 50.0, 61.2)),
)
HINTS = (
    HintView("marks_pile", {"own": 31.0, "region": 14.2, "n": 58}),
    HintView("marks_raised", {"own": 31.0, "region": 14.2, "n": 58}),
    HintView(
        "grade_drop",
        {
            "grade": 5,
            "since": 2025,
            "was": 70.0,
            "now": 31.2,
            "region_was": 60.0,
            "region_now": 55.0,
            "n": 58,
        },
    ),
)
SOURCE = SourceView(("vpr_journal_comparison", "vpr_individual"), NOW, 123456, 123, 4567)
ROW = TaskRow("4К12", "Б", LONG_SKILL, 1234, 41.5, 30.4, 52.6, "deficit", 60.0, "region", 42.4)
TABLE = Table(VIEW, SCHOOL, SOURCE, (ROW,) * 24)
LINE = ReportLine(123456, TITLE, SCHOOL, "ШМО учителей общественных дисциплин", None, None)
TROUBLE = Trouble(
    "score_above_max", "Протокол 6 класс", "AQ1031", {"task": "4К12", "max": 2.0, "value": "15"}
)
PREVIEW = Preview(
    upload_id=123456,
    kind="vpr_planned_results",
    titles=(TITLE,),
    works=12345,
    schools=12,
    school="",
    foreign=(SCHOOL, SCHOOL, SCHOOL),
    own_only=False,
    bad_rows=(),
    troubles=(),
    trouble_count=0,
    oddities=(TROUBLE, Trouble("total_differs", None, "Q31", {"written": 12.0, "counted": 13.0})),
    oddity_count=12,
    receivers=(Receiver("ШМО учителей общественных дисциплин", None),) * 3,
    summarised=True,
    compared=False,
    replaced_at=NOW,
    together=("vpr_task_completion",),
)
BAD_ROWS = replace(
    PREVIEW,
    bad_rows=tuple(range(31, 52)),
    troubles=(TROUBLE, TROUBLE),
    trouble_count=21,
    titles=(TITLE, replace(TITLE, grade=5), replace(TITLE, grade=6)),
)
CODES = tuple(
    name.removeprefix("results-refused-").replace("-", "_")
    for name in sorted(LIBRARY.ids("ru"))
    if name.startswith("results-refused-") and name != "results-refused-rows"
)
ODDITIES = tuple(
    name.removeprefix("results-oddity-").replace("-", "_")
    for name in sorted(LIBRARY.ids("ru"))
    if name.startswith("results-oddity-") and name != "results-oddity-other"
)
PARAMS: dict[str, Any] = {
    "people": 48,
    "kind": "vpr_collection_form",
    "missing": ("subject", "year"),
    "schools": 3,
    "first": SCHOOL,
    "own": True,
    "task": "4К12",
    "max": 2.0,
    "value": "15",
    "written": 12.0,
    "counted": 13.0,
    "tasks": ("1", "2", "3"),
    "school": SCHOOL,
    "declared": 58,
    "actual": 57,
    "count": 3,
    "rows": 3,
}
SCREENS: tuple[Screen, ...] = (
    ReadingFile(),
    FilePreview(BAD_ROWS),
    FilePreview(replace(PREVIEW, receivers=(), compared=True, schools=1, school=SCHOOL)),
    FilePreview(replace(PREVIEW, summarised=False, receivers=(), works=0)),
    FileKnownAlready(TITLE, 123456),
    FileBeingLoaded(True),
    FileBeingLoaded(False),
    FileLoadedBeside(),
    FileLoadedBeside(superseded=True),
    *(FileQuestion(asked) for asked in QUESTIONS),
    *(FileQuestion(QUESTIONS[place], page) for place, page in ((2, 1), (2, 2), (7, 1), (7, 9))),
    AnswerTaken(OWN_TITLE.occasion),
    HowToStripColumns(),
    ReplaceQuestion(REPLACEMENT, leave_bad=True),
    ReplaceQuestion(
        replace(REPLACEMENT, changes=(FigureChange("mark", "2", 3.0, 5.0),), changed=1), False
    ),
    ReplaceQuestion(replace(REPLACEMENT, schools=12, changes=(), changed=0), leave_bad=False),
    *(TemplateSubjects(listed(), page) for page in (0, 1, 2)),
    *(TemplateGrades(key) for key in listed()),
    TemplateBeingWritten(),
    TemplateFile("a" * 64, "literary_reading", 11, 0),
    TemplateFile("a" * 64, "math", 6, 13),
    TemplateNotWritten("math", 6),
    CorrectionInGroup(CORRECTION),
    CorrectionInGroup(replace(CORRECTION, n_now=6, judged=False, changes=())),
    CorrectionInPrivate(CORRECTION),
    CorrectionInPrivate(replace(CORRECTION, title=OWN_TITLE, changes=CHANGES * 4)),
    QuestionOfConditions(TITLE, SCHOOL, HINTS[1:]),
    QuestionOfConditions(TITLE, SCHOOL, HINTS[:1]),
    SummaryInGroup(replace(VIEW, title=OWN_TITLE)),
    SummaryInGroup(replace(VIEW, findings=(RICH,) * 3)),
    SummaryInGroup(POOLED),
    SummaryInGroup(replace(POOLED, pooled=PooledView("schools", (2026,), 5, 131, 7))),
    TaskTable(replace(TABLE, view=POOLED)),
    FilePreview(
        replace(
            PREVIEW,
            oddities=(),
            foreign=(),
            disagreements=(Disagreement("works", "", 58, 57, "vpr_task_completion"),),
            disagreement_count=4,
            answered=True,
        )
    ),
    *(FileLeft(reason) for reason in ("cancelled", "corrected", "undecided")),
    HowToSend(),
    WhereFilesAreGiven(),
    SummariesReport((), 0),
    SummariesReport((LINE,), 3, left_out=12),
    SummariesReport((replace(LINE, association=None),), 0, links_groups=True),
    SummariesReport((replace(LINE, group="Обществоведы", pushed_at=NOW),) * 7, 0),
    SummariesReport((replace(LINE, group="Обществоведы нашей школы", pushed_at=NOW),), 0),
    SummaryNotMade(),
    WaitingSummarySent(replace(LINE, group="Обществоведы", pushed_at=NOW)),
    GroupIsMissing(SCHOOL, TITLE, "ШМО учителей общественных дисциплин"),
    GroupIsMissing(SCHOOL, TITLE, None),
    SummaryInGroup(VIEW),
    SummaryInGroup(replace(VIEW, judged=False, findings=(), question="too_few", n=6)),
    SummaryInGroup(replace(VIEW, findings=(), difference="unknown", question="what_works")),
    *(
        SummaryInGroup(replace(VIEW, question=question, difference=difference, change=change))
        for question, difference, change in (
            ("why_skipped", "common", None),
            ("what_differs", "own_higher", "compared"),
            ("where_it_breaks", "unknown", None),
        )
    ),
    *(TaskTable(TABLE, page) for page in (0, 1, 99)),
    TaskTable(TABLE, 1, decides=True),
    TaskTable(replace(TABLE, view=replace(VIEW, judged=False), rows=())),
    SummaryList((), 0, uploads=True),
    SummaryList((), 0, uploads=False),
    SummaryList(tuple(Listed(n, TITLE, SCHOOL) for n in range(30)), 3, uploads=True),
    *(FileNotTaken(code, None, PARAMS) for code in CODES),
    *(FileNotTaken(code, "AQ1031", PARAMS) for code in ODDITIES),
)


def texts(language: str) -> Texts:
    return replace(LIBRARY.of(language, UTC, NOW), bot="kadom_metodist_bot")


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_fits_and_is_kept_whole(screen: Screen, language: str) -> None:
    assert_fits(screen.render(texts(language)))
    assert_survives_the_outbox(screen)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_preview_with_everything_at_once_stays_readable(language: str) -> None:
    # All notes together are rare; they may take a little more than a screen, never a second one.
    assert_fits(FilePreview(PREVIEW).render(texts(language)), limit=700)


def test_every_screen_of_results_is_tried_here() -> None:
    modules = (
        correction_screens,
        group_screen,
        preview_screen,
        question_screen,
        report_screens,
        table_screens,
        templates,
        upload_screens,
    )
    names = {module.__name__ for module in modules}
    ours = {cls for cls in Screen.registry.values() if cls.__module__ in names}

    assert {cls.__name__ for cls in ours} == {screen.name for screen in SCREENS}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_summary_with_the_longest_words_goes_under_its_picture(language: str) -> None:
    mixed = (FINDING, replace(FINDING, confidence="firm"), replace(FINDING, n=1200))
    message = SummaryInGroup(replace(VIEW, findings=mixed)).render(texts(language))

    assert message.photo is not None
    assert_fits(message)
    assert message.text.count("…") == 3


def test_what_holds_for_all_findings_is_said_once() -> None:
    alike = visible_text(SummaryInGroup(VIEW).render(texts("ru")).text)
    differing = (FINDING, replace(FINDING, confidence="firm"))
    mixed = visible_text(SummaryInGroup(replace(VIEW, findings=differing)).render(texts("ru")).text)

    assert alike.lower().count("похоже, но данных мало") == 1
    assert "Можно опираться." in mixed
    assert "Похоже, но данных мало." in mixed


def test_what_the_works_show_is_told_before_the_question_is_spelt_out() -> None:
    finding = replace(RICH, skill="Находить часть числа и число по его части")
    rich = visible_text(
        SummaryInGroup(replace(VIEW, findings=(finding,) * 3)).render(texts("ru")).text
    )
    alone = visible_text(
        SummaryInGroup(replace(VIEW, findings=(finding,))).render(texts("ru")).text
    )

    assert rich.count("В прошлом году 35\u00a0%, стало выше.") == 1
    assert "В прошлом году 35\u00a0%, стало выше." in alone
    assert "в чтении условия" in alone


def test_short_skills_are_not_cut() -> None:
    finding = replace(FINDING, skill="Решать текстовые задачи на проценты")
    message = SummaryInGroup(replace(VIEW, findings=(finding,) * 3)).render(texts("ru"))

    assert "…" not in message.text


def test_a_task_without_a_skill_is_called_by_its_number_once() -> None:
    finding = replace(FINDING, skill=None, level=None)
    words = visible_text(
        SummaryInGroup(replace(VIEW, findings=(finding,))).render(texts("ru")).text
    )

    assert "1. Задание 4К12: 42" in words


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_small_windows_fit(language: str) -> None:
    say_in = texts(language)
    assert_fits_alert(
        say_in.label(
            "summary-source-said",
            kind=SOURCE.kinds[0],
            federal=True,
            more=2,
            at=NOW,
            works=SOURCE.works,
            together=0,
            dropped=SOURCE.dropped,
            skipped=SOURCE.not_attempted,
        )
    )
    for choice in ("plan", "not_ours", "help"):
        assert_fits_alert(
            say_in.label(
                "summary-voted", code="4К12", choice=choice, plan=100, not_ours=100, help=100
            )
        )
    assert_fits_alert(say_in.label("error-not-a-member"))
    assert_fits_alert(say_in.label("error-finding-gone"))


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("code", [*CODES, *ODDITIES, "never_heard_of"])
def test_every_code_has_a_sentence_of_its_own(code: str, language: str) -> None:
    sentence = say(texts(language))(code, PARAMS)
    other = texts(language).label("results-oddity-other")

    assert sentence
    assert (sentence == other) is (code == "never_heard_of")


def test_the_picture_names_a_finding_for_every_bar() -> None:
    drawn = labels(VIEW, texts("ru"))

    assert len(drawn.findings) == len(drawn.details) == len(VIEW.findings)
    assert drawn.own == "Наша школа"
    assert labels(replace(VIEW, wide=True), texts("ru")).own == "Наши школы"


@pytest.mark.parametrize(
    ("words", "limit", "cut"),
    [
        ("Решать задачи", 20, "Решать задачи"),
        ("Решать задачи на проценты", 16, "Решать задачи…"),
        ("Неразделимое", 5, "Нера…"),
    ],
)
def test_words_are_cut_at_a_space(words: str, limit: int, cut: str) -> None:
    assert shortened(words, limit) == cut
    assert len(cut) <= limit
