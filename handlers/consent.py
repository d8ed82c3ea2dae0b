"""Consent: a text of its own with its edition, «yes», «no», and the same as a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from handlers.acquaintance import acquaint
from handlers.commands import show_commands
from handlers.contact import ContactShown, contact_line, contact_shown
from handlers.ui.buttons import Button
from handlers.ui.context import Context
from handlers.ui.layout import in_rows
from handlers.ui.outcome import Outcome, Reply
from handlers.ui.routes import Routes
from handlers.ui.screens import Message, Screen, WrittenFile
from handlers.ui.texts import Texts
from handlers.welcome import NoWayIn
from services import consents
from services.people import enrolment
from services.people.contacts import contact_of_all
from services.people.enrolment import Doorway

routes = Routes()


@dataclass(frozen=True, slots=True)
class Agree(Button):
    """«I give my consent»."""

    prefix = "agree"
    way: str


@dataclass(frozen=True, slots=True)
class Disagree(Button):
    """«I do not»."""

    prefix = "refuse"
    way: str


@dataclass(frozen=True, slots=True)
class SendText(Button):
    """«Send the text as a file»."""

    prefix = "cotext"
    way: str


@dataclass(frozen=True)
class ConsentAsked(Screen):
    """The consent, before anything is kept."""

    way: str
    operator: str
    years: int
    version: int
    dated: date

    def render(self, texts: Texts) -> Message:
        """The whole text and the three answers."""
        keys = (
            Agree(self.way).labelled(texts.label("consent-agree"), style="success"),
            Disagree(self.way).labelled(texts.label("consent-disagree")),
            SendText(self.way).labelled(texts.label("consent-send-text")),
        )
        return Message(
            texts(
                "consent-text",
                operator=self.operator,
                years=self.years,
                version=self.version,
                dated=self.dated,
            ),
            in_rows(keys, columns=1),
        )


@dataclass(frozen=True)
class ConsentText(Screen):
    """The same at length, as a file to keep."""

    operator: str
    years: int
    version: int
    dated: date
    deciding: bool = True
    """Whether the question still waits in the message above."""

    def render(self, texts: Texts) -> Message:
        """The file."""
        words = texts.label(
            "consent-document",
            operator=self.operator,
            years=self.years,
            version=self.version,
            dated=self.dated,
        )
        name = texts.label("consent-file-name", version=self.version)
        caption = texts("consent-file-caption" if self.deciding else "consent-file-given")
        return Message(caption, document=WrittenFile(name, words))


@dataclass(frozen=True)
class ConsentGiven(Screen):
    """When, and which edition."""

    at: datetime
    version: int

    def render(self, texts: Texts) -> Message:
        """Say it."""
        return Message(texts("consent-given", at=self.at, version=self.version))


@dataclass(frozen=True)
class ConsentRefused(Screen):
    """Nothing is kept; help goes on without the bot."""

    contact: ContactShown

    def render(self, texts: Texts) -> Message:
        """Say it, and whom to call."""
        line = contact_line(texts, self.contact)
        return Message(
            "\n".join([texts("consent-refused"), line, texts("consent-if-you-reconsider")])
        )


def consent_asked(door: Doorway) -> ConsentAsked:
    """The consent for whoever stands at this door."""
    return ConsentAsked(
        door.way,
        door.operator.name,
        door.operator.years,
        consents.VERSION,
        consents.VERSION_DATE,
    )


def no_way_in(context: Context) -> NoWayIn:
    """The door is closed, and whom to ask."""
    contact = contact_of_all(context.work.session)
    return NoWayIn(ContactShown() if contact is None else contact_shown(contact))


@routes.press(Agree)
def agree(context: Context, button: Agree) -> Outcome:
    """Come in: the person, the consent, the role; then get acquainted."""
    work = context.work
    if work.actor.person_id is not None and not enrolment.needs_consent(work):
        return ConsentGiven(*_given(context))
    door = enrolment.enter(work, button.way, name=context.sender.first_name)
    if door is None:
        return no_way_in(context)
    show_commands(context)
    question = acquaint(context, door.role, work.actor.name, replace=False)
    if isinstance(question, Reply) and question.screen is not None:
        context.show(question.screen)
    return ConsentGiven(*_given(context))


@routes.press(Disagree)
def disagree(context: Context, button: Disagree) -> Outcome:
    """Keep nothing, and say who helps without the bot."""
    door = enrolment.doorway(context.work, button.way)
    if door is None:
        return no_way_in(context)
    enrolment.turn_away(context.work, button.way)
    return ConsentRefused(contact_shown(door.contact))


@routes.press(SendText)
def send_text(context: Context, button: SendText) -> Outcome:
    """The text as a file, beside the question."""
    door = enrolment.doorway(context.work, button.way)
    if door is None:
        return no_way_in(context)
    asked = consent_asked(door)
    deciding = context.work.actor.person_id is None or enrolment.needs_consent(context.work)
    words = ConsentText(asked.operator, asked.years, asked.version, asked.dated, deciding)
    return Reply(words, replace=False)


def _given(context: Context) -> tuple[datetime, int]:
    person_id = context.work.actor.person_id
    given = consents.history(context.work.session, person_id or 0)
    if not given:
        return context.work.now, consents.VERSION
    return given[-1].given_at, given[-1].version
