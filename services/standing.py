"""The first owner comes from the settings, never from who wrote first."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session


def appoint_owner(session: Session, account: int, now: datetime) -> None:
    """Make the account of the settings an owner of every region."""
