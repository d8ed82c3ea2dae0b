"""Whose line it is."""

from __future__ import annotations

import pytest

from services.results.model import Group
from services.results.territory import level_of, name_and_login, place


@pytest.mark.parametrize(
    ("label", "level"),
    [
        ("Вся выборка", "country"),
        ("РФ", "country"),
        ("Рязанская область", "region"),
        ("Республика Татарстан", "region"),
        ("Ханты-Мансийский автономный округ - Югра", "region"),
        ("городской округ город Сасово(reg62_m031)", "municipality"),
        ("Кадомский муниципальный район", "municipality"),
        ("МБОУ СОШ № 106(edu621106)", "school"),
        ("МБОУ «Школа Кадомского района»", "school"),
        ("Гимназия № 5", "school"),
        ("Сасово", None),
    ],
)
def test_words_and_logins_tell_the_level(label: str, level: str | None) -> None:
    assert level_of(*name_and_login(label)) == level


def test_a_name_that_tells_nothing_gets_the_level_its_size_leaves() -> None:
    groups = [
        (Group("Рязанская область", None, "", None, 9120), "region"),
        (Group("Сасово", None, "", None, 245), None),
        (Group("СОШ № 1", None, "", None, 58), "school"),
    ]
    assert [group.level for group in place(groups)] == ["region", "municipality", "school"]
