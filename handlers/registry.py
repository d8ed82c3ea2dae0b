"""All routes in the order they are asked, and what an outdated button lands on."""

from __future__ import annotations

from collections.abc import Callable

from handlers import (
    access_requests,
    analyses,
    consent,
    difficulties,
    expected_studies,
    feedback,
    forms,
    groups,
    help_desk,
    invitations,
    old_buttons,
    papers,
    people,
    privacy,
    profile,
    results,
    roles,
    staff,
    start,
    statistics,
    teaching,
    upload_links,
)
from handlers.decisions import section as decisions
from handlers.forms import typed
from handlers.help import routes as help_routes
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts

ROUTES: tuple[Routes, ...] = (
    *forms.ROUTES,
    *access_requests.ROUTES,
    *feedback.ROUTES,
    *difficulties.ROUTES,
    *help_desk.ROUTES,
    statistics.routes,
    start.routes,
    consent.routes,
    profile.routes,
    roles.routes,
    help_routes,
    invitations.routes,
    *groups.ROUTES,
    people.routes,
    privacy.routes,
    papers.routes,
    teaching.routes,
    *analyses.ROUTES,
    results.routes,
    decisions.routes,
    *expected_studies.ROUTES,
    staff.routes,
    upload_links.routes,
    start.fallback,
)
"""Texts are asked about in this order: dialogs first, what nobody takes last."""


def hear_labels(texts_of: Callable[[str], Texts]) -> None:
    """Let labels of a form's keys be typed; `texts_of` gives the words of a language."""
    typed.hear(texts_of, [one.presses for one in ROUTES])


def screens_outdated(context: Context, prefix: str) -> Outcome:
    """Land an old button on the present screen."""
    return old_buttons.present_screen(context, prefix)
