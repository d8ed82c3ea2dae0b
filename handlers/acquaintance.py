"""The acquaintance: the form that asks for name, subjects and classes."""

from __future__ import annotations

from handlers.forms import begin
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from services.access import Role

MOST_OF_NAME = 60
TEACHING = {Role.TEACHER: "teacher", Role.ASSOCIATION_HEAD: "head"}
"""Roles that are asked what they teach, by the words of the form."""


def acquaint(context: Context, role: Role, name: str, *, replace: bool = True) -> Outcome:
    """Ask a person how to call them and, where the role teaches, what and whom."""
    known = {"telegram_name": name[:MOST_OF_NAME], "role": TEACHING.get(role, role.value)}
    return begin(context, "registration", known, replace=replace)
