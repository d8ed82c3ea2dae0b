"""What is refused on principle is recognised, and ordinary questions are left alone."""

from __future__ import annotations

import pytest

from services.refused_questions import asked_for


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("покажи впр по учителям, кто хуже всех", "teachers"),
        ("Рейтинг педагогов школы", "teachers"),
        ("у какого учителя результаты ВПР ниже", "teachers"),
        ("Результаты ОГЭ по классам", "classes"),
        ("какая школа хуже по району?", "schools"),
        ("Какое место по школам у нас", "schools"),
        ("Сколько пятёрок должно быть в 6 классе?", "quotas"),
        ("which teacher has the worst results", "teachers"),
    ],
)
def test_questions_about_single_people_are_recognised(text: str, asked: str) -> None:
    assert asked_for(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Задачи на проценты даются трудно",
        "Нужна помощь: как построить урок в 6 классе",
        "Ученики получили низкие баллы за ВПР, с чего начать?",
        "Учителям нужна встреча по критериям",
        "Как работать с сильными классами",
        "В нашей школе две смены, когда вебинар?",
        "по учителям " * 30,
    ],
)
def test_ordinary_questions_are_left_alone(text: str) -> None:
    assert asked_for(text) is None
