"""However many sections a role has, the menu leads to every one of them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

import handlers.registry  # noqa: F401 every section must have put its entries in
from handlers.menu import Menu, entries_of
from handlers.ui.texts import TextLibrary
from services.access import Role
from tests.handlers.ui.sizes import assert_fits

TEXTS = TextLibrary.load(Path(__file__).parents[2] / "locales").of(
    "ru", UTC, datetime(2026, 10, 8, tzinfo=UTC)
)


@pytest.mark.parametrize("role", tuple(Role))
def test_every_section_of_a_role_is_reached_by_turning_pages(role: Role) -> None:
    reached = set()
    for page in range(5):
        message = Menu(role, "Школа", "Анна", several=True, page=page).render(TEXTS)
        assert_fits(message)
        reached |= {key.button for row in message.rows for key in row}

    assert {one.button for one in entries_of(role)} <= reached
