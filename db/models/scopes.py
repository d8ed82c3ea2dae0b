"""The scope tree: region → municipality → school → association."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key


class ScopeLevel(StrEnum):
    """What a place in the tree is."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    SCHOOL = "school"
    ASSOCIATION = "association"


class Scope(Base):
    """A place in the tree. `path` is "/1/4/9/": the ids from the root to itself."""

    __tablename__ = "scope"

    id: Mapped[Key]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("scope.id"), index=True)
    level: Mapped[str]
    path: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    login: Mapped[str | None] = mapped_column(unique=True)
    """The login of the federal system ("edu621106", "reg62_m031"), where there is one."""
    subject: Mapped[str | None]
    """An association's subject; none means all."""
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What people are told about the place: address, office, telephone, operator."""
