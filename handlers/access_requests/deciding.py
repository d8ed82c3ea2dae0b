"""A methodologist lets a stranger in, or not; both sides hear of it."""

from __future__ import annotations

from handlers.access_requests.screens import (
    Decide,
    LetIn,
    NotLetIn,
    RequestDecided,
    RequestForYou,
)
from handlers.contact import contact_shown
from handlers.ui.announce import announces
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Routes
from handlers.ui.screens import Screen
from services import access_requests
from services.access_requests import (
    AccessAsked,
    AccessDecided,
    AccessDeclined,
    AccessGranted,
)
from services.people.enrolment import way_of_request

routes = Routes()


@routes.press(Decide)
def decide(context: Context, button: Decide) -> Outcome:
    """Settle the request; the message turns into what became of it."""
    decided = access_requests.decide(context.work, button.request_id, accepted=button.accepted)
    return _decided(decided)


@announces(AccessAsked)
def request_for_you(notice: AccessAsked) -> Screen:
    """Ask those who may decide."""
    return RequestForYou(notice.request_id, notice.name, notice.school)


@announces(AccessDecided)
def request_decided(notice: AccessDecided) -> Screen:
    """Tell the others that it is settled."""
    return _decided(notice)


@announces(AccessGranted)
def let_in(notice: AccessGranted) -> Screen:
    """Tell the stranger, and lead to the consent."""
    return LetIn(way_of_request(notice.request_id), notice.school)


@announces(AccessDeclined)
def not_let_in(notice: AccessDeclined) -> Screen:
    """Tell the stranger, and whom to call."""
    return NotLetIn(notice.school, notice.unanswered, contact_shown(notice.contact))


def _decided(notice: AccessDecided) -> RequestDecided:
    return RequestDecided(notice.name, notice.school, notice.accepted, notice.decided_by)
