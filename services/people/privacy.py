"""What is kept about a person, shown whole; and forgetting, at once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update

from db.models.access import AccessRequest, WrongCode
from db.models.assistance import Difficulty, DifficultyEntry, Feedback
from db.models.delivery import Outbox, OutboxStatus
from db.models.dialogs import Dialog
from db.models.intake import Inbox, InboxStatus
from db.models.people import Person
from db.models.results import Study
from services import consents
from services.access import holdings, record
from services.errors import NotFound
from services.people.roles import renounce_all
from services.work import Actor, Work

Rows = list[dict[str, Any]]
