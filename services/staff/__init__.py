"""Staff of schools without names: lists stored, and who needs which help seen from them."""

from __future__ import annotations

from services.staff.storing import (
    SchoolStaff,
    StaffOddity,
    StaffPreview,
    StaffPreviewed,
    staff_preview,
    store_staff,
)

__all__ = [
    "SchoolStaff",
    "StaffOddity",
    "StaffPreview",
    "StaffPreviewed",
    "staff_preview",
    "store_staff",
]
