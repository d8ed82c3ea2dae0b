"""The analysis in private: a study, its areas, comparisons, districts, files."""

from __future__ import annotations

from handlers.analyses.area_screens import AreaShown
from handlers.analyses.buttons import (
    AnalyseSummary,
    CompareWider,
    CompareYears,
    Goal,
    ListStudies,
    OpenAnalysis,
    OpenArea,
    OpenAreas,
    OpenDistrict,
    OpenDistrictArea,
    OpenDistrictAreas,
    OpenFiles,
    OpenMarks,
    ShowYearsTogether,
    TakeAway,
    WhoHasSent,
)
from handlers.analyses.compare_screens import ComparedWider, ComparedYears, YearsShown
from handlers.analyses.district_screens import (
    DistrictAreas,
    DistrictAreaShown,
    DistrictShown,
    SendersShown,
)
from handlers.analyses.file_screens import FileFailed, FileGiven, FilesOffered
from handlers.analyses.list_screens import StudyList
from handlers.analyses.overview_screens import AnalysisShown, AreasShown, MarksShown
from handlers.commands import role_command
from handlers.help import help_line
from handlers.menu import menu_entry
from handlers.old_buttons import opens_now
from handlers.ui.announce import announces
from handlers.ui.clean import clean_line
from handlers.ui.context import Context
from handlers.ui.outcome import PASS, Outcome, Reply, Toast
from handlers.ui.routes import Routes
from handlers.ui.screens import Screen
from services import analyses
from services.access import RULES, Action, Role, holdings
from services.analyses import exports
from services.errors import Forbidden, NotFound

routes = Routes()
READERS = RULES[Action.SEE_ANALYSIS]
LONGEST_WORD = 60

menu_entry(READERS, 310, "analyses-menu", ListStudies())
role_command(READERS, 310, "analysis")
help_line(READERS, 310, "analyses-help")


@routes.command("analysis")
def analysis(context: Context) -> Outcome:
    """The studies one may look into; a word after the command searches them."""
    if not any(one.role in READERS for one in holdings(context.work)):
        raise Forbidden(action=Action.SEE_ANALYSIS.value)
    word = clean_line(context.payload, limit=LONGEST_WORD)
    if word:
        return _found(context, word)
    return _list(context)


@opens_now(
    "anl", "ano", "ans", "anp", "ana", "anm", "anw", "any", "ant", "and", "andp", "anda", "andc",
    "anf", "anx", "anb", "anbo", "arh", "arw", "arc", "arg", "art",
)  # fmt: skip
def present(context: Context) -> Outcome:
    """What an outdated button of the analysis opens."""
    return _list(context)


@routes.press(ListStudies)
def list_studies(context: Context, button: ListStudies) -> Outcome:
    """A page of the list."""
    return _list(context, button.page, button.goal)


@routes.press(OpenAnalysis)
def open_analysis(context: Context, button: OpenAnalysis) -> Outcome:
    """A study in short."""
    return overview(context, button.study)


@routes.press(AnalyseSummary)
def analyse_summary(context: Context, button: AnalyseSummary) -> Outcome:
    """From the table of a summary to its study, for the district to the district."""
    found = analyses.of_summary(context.work, button.summary)
    if found.wide:
        return DistrictShown(analyses.district(context.work, found.study_id))
    return overview(context, found.study_id)


@routes.press(OpenAreas)
def open_areas(context: Context, button: OpenAreas) -> Outcome:
    """All its areas."""
    head, areas = analyses.every_area(context.work, button.study)
    return AreasShown(head, areas, button.page)


@routes.press(OpenArea)
def open_area(context: Context, button: OpenArea) -> Outcome:
    """One of them."""
    return AreaShown(analyses.area(context.work, button.study, button.index))


@routes.press(OpenMarks)
def open_marks(context: Context, button: OpenMarks) -> Outcome:
    """The marks, and what the usual figures mean."""
    return MarksShown(analyses.marks(context.work, button.study))


@routes.press(CompareWider)
def compare_wider(context: Context, button: CompareWider) -> Outcome:
    """Beside a wider place."""
    comparison = analyses.with_wider(context.work, button.study, button.level)
    return ComparedWider(comparison, button.page)


@routes.press(CompareYears)
def compare_years(context: Context, button: CompareYears) -> Outcome:
    """Beside the year before."""
    return ComparedYears(analyses.with_years(context.work, button.study), button.page)


@routes.press(ShowYearsTogether)
def years_together(context: Context, button: ShowYearsTogether) -> Outcome:
    """Three years put together."""
    return YearsShown(analyses.years_together(context.work, button.study), button.page)


@routes.press(OpenDistrict)
def open_district(context: Context, button: OpenDistrict) -> Outcome:
    """A study over a district."""
    return DistrictShown(analyses.district(context.work, button.study))


@routes.press(OpenDistrictAreas)
def open_district_areas(context: Context, button: OpenDistrictAreas) -> Outcome:
    """All areas of a district."""
    return DistrictAreas(analyses.district(context.work, button.study), button.page)


@routes.press(OpenDistrictArea)
def open_district_area(context: Context, button: OpenDistrictArea) -> Outcome:
    """One of them."""
    district = analyses.district(context.work, button.study)
    if not 0 <= button.index < len(district.areas):
        raise NotFound
    return DistrictAreaShown(district, button.index)


@routes.press(WhoHasSent)
def who_has_sent(context: Context, button: WhoHasSent) -> Outcome:
    """Which schools have sent a study."""
    return SendersShown(analyses.district(context.work, button.study), button.page)


@routes.press(OpenFiles)
def open_files(context: Context, button: OpenFiles) -> Outcome:
    """What can be had as a file."""
    return FilesOffered(exports.offer(context.work, button.study))


@routes.press(TakeAway)
def take_away(context: Context, button: TakeAway) -> Outcome:
    """Have a file made; it comes as a message of its own."""
    exports.ask(context.work, button.study, button.form)
    return Toast("analyses-being-made", {"form": button.form.value})


@routes.text
def a_study_is_sought(context: Context) -> Outcome:
    """«математика 6» finds studies; a question is left to others."""
    if context.file is not None or context.sticker or context.work.actor.person_id is None:
        return PASS
    found = analyses.find(context.work, context.text)
    word = clean_line(context.text, limit=LONGEST_WORD)
    return Reply(StudyList(found, word=word), replace=False) if found else PASS


@announces(exports.FileMade)
def made(notice: exports.FileMade) -> Screen:
    """A file is there."""
    return FileGiven(notice)


@announces(exports.FileNotMade)
def not_made(notice: exports.FileNotMade) -> Screen:
    """A file could not be made."""
    return FileFailed(notice.study_id)


def overview(context: Context, study_id: int) -> Screen:
    """A study in short, as its reader may see it."""
    teaches = any(one.role is Role.TEACHER for one in holdings(context.work))
    return AnalysisShown(analyses.overview(context.work, study_id), teaches)


def _list(context: Context, page: int = 0, goal: Goal = Goal.OVERVIEW) -> StudyList:
    found = analyses.listed(context.work)
    return StudyList(found, page, why="none" if found else _why_none(context), goal=goal)


def _found(context: Context, word: str) -> StudyList:
    return StudyList(analyses.find(context.work, word), word=word)


def _why_none(context: Context) -> str:
    """Whether it is the subjects that are missing: a teacher sees those of their own alone."""
    seen = analyses.sights(context.work)
    unnamed = bool(seen) and all(one.subjects is not None and not one.subjects for one in seen)
    return "subjects" if unnamed else "none"
