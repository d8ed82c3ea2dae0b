"""After two school weeks: did it work in class, and what stood in the way."""

from __future__ import annotations

from handlers import forms
from handlers.feedback.buttons import NeverAsk, Obstacle, OnLesson
from handlers.feedback.screens import Noted, ObstacleAsked
from handlers.forms.ends import Known, Values
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Routes
from services import feedback
from services.difficulties.attachments import of_answer
from services.feedback import OWN_WORDS

routes = Routes()
FORM = "feedback_obstacle"


@routes.press(OnLesson)
def on_lesson(context: Context, button: OnLesson) -> Outcome:
    """Keep the outcome; where it did not work, ask what stood in the way."""
    stands = feedback.tell_of_lesson(context.work, button.number, button.round, button.outcome)
    match stands:
        case "yes":
            return Noted("feedback-worked")
        case "not_yet":
            return Noted("feedback-not-yet")
        case _:
            return ObstacleAsked(button.number, button.round)


@routes.press(NeverAsk)
def never_ask(context: Context, _button: NeverAsk) -> Outcome:
    """Never ask this person again."""
    feedback.never_ask(context.work)
    return Noted("feedback-will-never-ask")


@routes.press(Obstacle)
def obstacle(context: Context, button: Obstacle) -> Outcome:
    """Keep what stood in the way, or ask for the person's own words."""
    if button.reason == OWN_WORDS:
        feedback.told_of_lesson(context.work, button.number, button.round)
        known = {"number": button.number, "round": button.round}
        return forms.begin(context, FORM, known, about=f"difficulty:{button.number}")
    feedback.tell_obstacle(context.work, button.number, button.round, button.reason)
    return Noted("feedback-noted", button.number)


@forms.cancelled(FORM)
def no_words(_context: Context, known: Known) -> Outcome:
    """No words of one's own after all: the other answers are offered again."""
    return ObstacleAsked(int(known["number"]), int(known["round"]))


@forms.finished(FORM)
def obstacle_in_words(context: Context, values: Values, known: Known) -> Outcome:
    """The same with the person's own words or voice."""
    text, files = of_answer(values.get("obstacle"))
    number = int(known["number"])
    feedback.tell_obstacle(context.work, number, int(known["round"]), OWN_WORDS, text, files)
    return Noted("feedback-noted", number)
