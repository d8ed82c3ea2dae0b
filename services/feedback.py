"""What those who were helped say of the help: at once, and after two school weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any

from sqlalchemy import select

from db.models.assistance import Difficulty, DifficultyEntry, Feedback, FeedbackRefusal
from db.models.people import Person
from services.difficulties.cards import own_case
from services.difficulties.cases import OPEN, calendar, grade_of, own
from services.difficulties.entries import say_in
from services.difficulties.notices import LessonAsked
from services.errors import NotFound
from services.help_desk.passing import Passed, pass_on, tell_passed
from services.help_desk.telling import refresh, show_card, tell_reporter
from services.jobs import timed
from services.notices import Urgency
from services.work import Work
from services.working_time import not_at_night

AT_ONCE, ON_LESSON = "at_once", "on_lesson"
GOOD, POOR = 4, 2
SCORES = range(1, 6)
WEEKS, AGAIN_WEEKS = 2, 1
LESSONS_END = time(15, 10)
MOST_TIMES = 2
"""How often «no lesson yet» puts the question off."""
PASS_AFTER = timedelta(hours=2)
"""A poor answer is passed on by itself when its reason is not named."""
REASONS = ("not_mine", "known", "too_general")
OWN_WORDS, UNSAID = "words", "unsaid"
CODES = frozenset({*REASONS, OWN_WORDS, UNSAID})
"""Reasons that are no words of a person."""
OUTCOMES = ("yes", "partly", "no", "not_yet")
CALL_TIMES = ("today", "tomorrow", "any")


@dataclass(frozen=True, slots=True)
class Rated:
    """The score that stands; not `current`: the case has gone on since."""

    score: int
    current: bool


def rate(work: Work, number: int, round_: int, score: int) -> Rated:
    """Take the score of one answer, once: good closes, poor is passed on."""
    row = own(work, number)
    given = _given(work, number, AT_ONCE, round_)
    if round_ != row.round or score not in SCORES:
        return Rated(0, current=False)
    if given is not None:
        moved_on = row.status in OPEN or given.reason is not None
        return Rated(given.score or 0, current=not moved_on)
    _keep(work, row, AT_ONCE, round_, score=score)
    if score >= GOOD:
        row.status, row.closed_at = "closed", work.now
        work.session.flush()
        ask_later(work, row)
        refresh(work, row)
    if score <= POOR:
        params = {"number": number, "round": round_}
        due = not_at_night(work.now + PASS_AFTER, calendar(work, row).zone)
        work.later("feedback.pass_on", params, due_at=due, key=_pass_key(number))
    return Rated(score, current=True)


def unrated(work: Work) -> tuple[int, int] | None:
    """The actor's case answered last whose answer has no score yet: its number and round."""
    if work.actor.person_id is None:
        return None
    answered = work.session.scalars(
        select(Difficulty)
        .where(Difficulty.reporter_id == work.actor.person_id, Difficulty.status == "answered")
        .order_by(Difficulty.answered_at.desc(), Difficulty.id.desc())
    )
    waiting = (row for row in answered if _given(work, row.id, AT_ONCE, row.round) is None)
    return next(((row.id, row.round) for row in waiting), None)


def explain(
    work: Work,
    number: int,
    round_: int,
    reason: str,
    text: str = "",
    files: Sequence[Any] = (),
) -> Passed | None:
    """Why the answer did not help; the case goes on to the next. None when it already has."""
    row = own(work, number)
    given = _given(work, number, AT_ONCE, round_)
    if given is None or given.reason is not None or (given.score or 0) > POOR:
        return None
    given.reason = reason
    work.never_mind(_pass_key(number))
    work.never_mind(_lesson_key(number))
    if round_ != row.round or row.status in OPEN:
        return None
    return pass_on(work, row, text or reason, files)


@timed("feedback.pass_on")
def pass_on_unexplained(work: Work, params: dict[str, Any]) -> None:
    """Nobody said why the answer did not help: it goes on all the same."""
    row = work.session.get(Difficulty, params["number"])
    given = _given(work, params["number"], AT_ONCE, params["round"])
    if row is None or given is None or given.reason is not None or row.status != "answered":
        return
    given.reason = UNSAID
    work.never_mind(_lesson_key(row.id))
    tell_passed(work, row, pass_on(work, row, UNSAID))


def choose_call(work: Work, number: int, when: str) -> str:
    """When the reporter would like to be called; the helper's name. NotFound if nobody calls."""
    row = own(work, number)
    if row.call_at is None or when not in CALL_TIMES:
        raise NotFound
    if row.call_at != when:
        row.call_at = when
        work.session.flush()
        if row.assignee_id is not None:
            show_card(work, row, row.assignee_id, why="call")
    return own_case(work, row).helper


def ask_later(work: Work, row: Difficulty, weeks: int = WEEKS) -> None:
    """Plan the question whether it worked in class, after lessons of a school day."""
    due = calendar(work, row).after_school_weeks(
        work.now, weeks, at=LESSONS_END, grade=grade_of(row)
    )
    params = {"number": row.id, "round": row.round}
    work.later("feedback.on_lesson", params, due_at=due, key=_lesson_key(row.id))


def do_not_ask(work: Work, number: int) -> None:
    """The reporter does not want to be asked about this case again."""
    own(work, number)
    work.never_mind(_lesson_key(number))


def never_ask(work: Work) -> None:
    """The actor does not want to be asked about any case again."""
    person_id = work.actor.person_id
    if person_id is None:
        raise NotFound
    if work.session.get(FeedbackRefusal, person_id) is None:
        work.session.add(FeedbackRefusal(person_id=person_id, at=work.now))
        work.session.flush()


@timed("feedback.on_lesson")
def ask_of_lesson(work: Work, params: dict[str, Any]) -> None:
    """Ask whether it worked, unless the case is open again or the person wants no question."""
    row = work.session.get(Difficulty, params["number"])
    if row is None or row.reporter_id is None or row.round != params["round"]:
        return
    if row.status not in ("answered", "closed") or _refused(work, row.reporter_id):
        return
    given = _given(work, row.id, ON_LESSON, row.round)
    if given is not None and given.outcome != "not_yet":
        return
    times = calendar(work, row)
    if not times.teaches(work.now.astimezone(times.zone).date(), grade_of(row)):
        # The bot was away on the day itself: not on a holiday, then.
        put_off(work, row)
        return
    tell_reporter(work, row, LessonAsked(own_case(work, row), row.round), Urgency.REMINDER)


def put_off(work: Work, row: Difficulty) -> None:
    """Put the question off to the next day on which schools teach."""
    times = calendar(work, row)
    day = times.next_school_day(work.now, at=LESSONS_END, grade=grade_of(row))
    params = {"number": row.id, "round": row.round}
    work.later("feedback.on_lesson", params, due_at=day, key=_lesson_key(row.id))


def tell_of_lesson(work: Work, number: int, round_: int, outcome: str) -> str:
    """Take the answer whether it worked; the outcome that stands (the first one, unless later)."""
    row = own(work, number)
    given = _given(work, number, ON_LESSON, round_)
    if outcome not in OUTCOMES or round_ != row.round:
        raise NotFound
    if given is not None and given.outcome != "not_yet":
        return given.outcome or ""
    if given is None:
        given = _keep(work, row, ON_LESSON, round_)
    given.outcome, given.at = outcome, work.now
    work.session.flush()
    if outcome == "not_yet" and given.times < MOST_TIMES:
        given.times += 1
        ask_later(work, row, AGAIN_WEEKS)
    return outcome


def told_of_lesson(work: Work, number: int, round_: int) -> Feedback:
    """What the actor said of the lesson in an own case; raise NotFound for any other."""
    own(work, number)
    given = _given(work, number, ON_LESSON, round_)
    if given is None:
        raise NotFound
    return given


def tell_obstacle(
    work: Work, number: int, round_: int, reason: str, text: str = "", files: Sequence[Any] = ()
) -> None:
    """What stood in the way in class; once."""
    row = own(work, number)
    given = told_of_lesson(work, number, round_)
    if given.reason is None:
        given.reason = reason
        if text or files:
            say_in(
                work,
                row,
                "obstacle",
                author_id=work.actor.person_id,
                text=text,
                files=list(files),
            )
        work.session.flush()


def helpers_of(work: Work) -> tuple[str, ...]:
    """The names of those who have answered the actor: whom a «thank you» is for."""
    person_id = work.actor.person_id
    if person_id is None:
        return ()
    names = work.session.scalars(
        select(Person.name)
        .join(DifficultyEntry, DifficultyEntry.author_id == Person.id)
        .join(Difficulty, Difficulty.id == DifficultyEntry.difficulty_id)
        .where(Difficulty.reporter_id == person_id, DifficultyEntry.kind == "answer")
        .distinct()
    )
    return tuple(names)


def _keep(
    work: Work, row: Difficulty, stage: str, round_: int, *, score: int | None = None
) -> Feedback:
    given = Feedback(
        difficulty_id=row.id, stage=stage, round=round_, score=score, times=0, at=work.now
    )
    work.session.add(given)
    work.session.flush()
    return given


def _given(work: Work, number: int, stage: str, round_: int) -> Feedback | None:
    return work.session.scalars(
        select(Feedback).where(
            Feedback.difficulty_id == number, Feedback.stage == stage, Feedback.round == round_
        )
    ).first()


def _refused(work: Work, person_id: int) -> bool:
    return work.session.get(FeedbackRefusal, person_id) is not None


def _lesson_key(number: int) -> str:
    return f"difficulty:{number}:lesson"


def _pass_key(number: int) -> str:
    return f"difficulty:{number}:pass"
