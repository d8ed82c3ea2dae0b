"""Home: where everybody lands who is not in the middle of something."""

from __future__ import annotations

from handlers.consent import consent_asked
from handlers.menu import Menu
from handlers.ui.context import Context
from handlers.ui.screens import Screen
from handlers.welcome import NoRole, Welcome
from services import access_requests
from services.access import holdings
from services.people.contacts import contact_of_all
from services.people.enrolment import LISTED, doorway, needs_consent
from services.people.roles import active_holding
from services.standing import is_appointed


def home(context: Context, *, intro: str = "menu-choose", page: int = 0) -> Screen:
    """The menu for people, the welcome for strangers, the consent for those who owe it.

    `intro` is the text above; its attribute `stranger`, where there is one, is for strangers.
    """
    work = context.work
    if work.actor.person_id is None:
        contact = contact_of_all(work.session)
        asking = access_requests.present(work)
        waits = asking is not None and asking.status == "waiting"
        return Welcome(
            "" if contact is None else contact.place,
            intro,
            asking.school.name if asking is not None and waits else "",
        )
    if needs_consent(work):
        door = doorway(work, LISTED)
        if door is not None:
            return consent_asked(door)
    held = active_holding(work)
    if held is None:
        return NoRole(is_appointed(work.session, work.actor.person_id))
    return Menu(
        held.role,
        held.scope_name,
        work.actor.name,
        several=len(holdings(work)) > 1,
        page=page,
        intro=intro,
    )
