"""A stranger asks for access."""

from __future__ import annotations

from handlers.access_requests.screens import (
    ChooseMunicipality,
    ChooseSchool,
    RequestSent,
    TakeBack,
    TurnMunicipalities,
    UseThisName,
    WhatName,
    WhichMunicipality,
    WhichSchool,
)
from handlers.home import home
from handlers.picker import Choice, as_choices
from handlers.ui.clean import clean_line
from handlers.ui.context import Context
from handlers.ui.outcome import PASS, Outcome, Reply
from handlers.ui.routes import Routes
from handlers.welcome import AskAccess
from services import access_requests
from services.access_requests import Asking
from services.people.contacts import municipalities
from services.scopes import place, schools_in

routes = Routes()
A_LINE = 4000


@routes.press(AskAccess)
def ask_access(context: Context, _button: AskAccess) -> Outcome:
    """Show the request that waits, or begin one."""
    waiting = access_requests.present(context.work)
    if waiting is not None and waiting.status == "waiting":
        return _sent(waiting)
    served = municipalities(context.work.session)
    if len(served) == 1:
        return _schools(context, served[0].id, 0)
    return WhichMunicipality(as_choices(served))


@routes.press(TurnMunicipalities)
def turn(context: Context, button: TurnMunicipalities) -> Outcome:
    """Another page of municipalities."""
    return WhichMunicipality(as_choices(municipalities(context.work.session)), button.page)


@routes.press(ChooseMunicipality)
def choose_municipality(context: Context, button: ChooseMunicipality) -> Outcome:
    """Its schools."""
    return _schools(context, button.scope_id, button.page)


@routes.press(ChooseSchool)
def choose_school(context: Context, button: ChooseSchool) -> Outcome:
    """The school is chosen; the name comes next."""
    asking = access_requests.begin(context.work, button.scope_id)
    return _sent(asking) if asking.status == "waiting" else _name_asked(context, asking)


@routes.press(UseThisName)
def use_this_name(context: Context, _button: UseThisName) -> Outcome:
    """Send it under the messenger's name."""
    return _sent(access_requests.send(context.work, _suggested(context)))


@routes.press(TakeBack)
def take_back(context: Context, _button: TakeBack) -> Outcome:
    """Cancel it, sent or not."""
    access_requests.cancel(context.work)
    return home(context, intro="access-taken-back")


@routes.text
def name_written(context: Context) -> Outcome:
    """The name, if a request waits for one; anything but words is asked for again."""
    asking = access_requests.present(context.work)
    if asking is None or asking.status != "naming":
        return PASS
    if not context.text or context.file is not None:
        return Reply(WhatName(asking.school.name, _suggested(context), wordless=True))
    name = clean_line(context.text, limit=A_LINE)
    return Reply(_sent(access_requests.send(context.work, name)))


def _schools(context: Context, municipality_id: int, page: int) -> Outcome:
    where = place(context.work.session, municipality_id)
    choices = as_choices(schools_in(context.work.session, where.path))
    return WhichSchool(Choice(where.id, where.name), choices, page)


def _name_asked(context: Context, asking: Asking) -> WhatName:
    return WhatName(asking.school.name, _suggested(context))


def _suggested(context: Context) -> str:
    sender = context.sender
    return f"{sender.first_name} {sender.last_name}".strip()


def _sent(asking: Asking) -> RequestSent:
    return RequestSent(asking.school.name, asking.created_at)
