"""One-time links to the page where files that name people are handed over."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Key


class UploadLink(Base):
    """A link bound to a person and a purpose; only the hash of its secret is kept."""

    __tablename__ = "upload_link"

    id: Mapped[Key]
    token_hash: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    purpose: Mapped[str]
    """results | staff"""
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    upload_id: Mapped[int | None]
