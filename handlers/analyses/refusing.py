"""Figures of teachers, classes, rows of schools and quotas are asked for in words: refused."""

from __future__ import annotations

from handlers.analyses.buttons import Goal, Grounds, HardTopics, HelpWanted, ThreeYears, WithRegion
from handlers.analyses.compare_screens import ComparedWider, YearsShown
from handlers.analyses.district_screens import DistrictShown
from handlers.analyses.list_screens import StudyList
from handlers.analyses.refusal_screens import GroundsTold, HelpWantedShown, NotTold
from handlers.analyses.routes import overview
from handlers.ui.context import Context
from handlers.ui.outcome import PASS, Outcome, Reply
from handlers.ui.routes import Routes
from handlers.ui.screens import Screen
from services import analyses
from services.access import RULES, Action, holdings
from services.analyses.wanted import help_wanted
from services.refused_questions import asked_for

routes = Routes()


@routes.text
def figures_are_asked(context: Context) -> Outcome:
    """Refuse with the reason; what is asked is not looked up at all."""
    if context.file is not None or context.work.actor.person_id is None:
        return PASS
    asked = asked_for(context.text)
    return PASS if asked is None else Reply(NotTold(asked), replace=False)


@routes.press(HardTopics)
def hard_topics(context: Context, _button: HardTopics) -> Outcome:
    """The hardest areas: of the only study at once, else of the one that is chosen."""
    return _of_newest(context, Goal.OVERVIEW)


@routes.press(WithRegion)
def with_region(context: Context, _button: WithRegion) -> Outcome:
    """A study beside the region."""
    return _of_newest(context, Goal.COMPARE)


@routes.press(ThreeYears)
def three_years(context: Context, _button: ThreeYears) -> Outcome:
    """A study over three years."""
    return _of_newest(context, Goal.YEARS)


@routes.press(HelpWanted)
def wanted(context: Context, _button: HelpWanted) -> Outcome:
    """What help associations ask for, and the way to ask."""
    roles = {one.role for one in holdings(context.work)}
    return HelpWantedShown(
        help_wanted(context.work),
        reports=bool(roles & RULES[Action.REPORT_DIFFICULTY]),
        statistics=bool(roles & RULES[Action.SEE_STATISTICS]),
    )


@routes.press(Grounds)
def grounds(_context: Context, _button: Grounds) -> Outcome:
    """Where it is written."""
    return GroundsTold()


def _of_newest(context: Context, goal: Goal) -> Screen:
    found = analyses.listed(context.work)
    if len(found) != 1:
        return StudyList(found, goal=goal)
    only, work = found[0], context.work
    if only.wide:
        return DistrictShown(analyses.district(work, only.study_id))
    if goal is Goal.COMPARE:
        return ComparedWider(analyses.with_wider(work, only.study_id))
    if goal is Goal.YEARS:
        return YearsShown(analyses.years_together(work, only.study_id))
    return overview(context, only.study_id)
