"""Pictures of the whole table and of years, and colours that everybody tells apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from services.analysis.palette import PALETTES, Palette
from services.findings import (
    Drawing,
    TableDrawing,
    TableLabels,
    TrendDrawing,
    TrendLabels,
    draw,
    draw_table,
    draw_trend,
)
from tests.services.analysis.exams import SKILLS, exam_of, group_exam, solved
from tests.services.analysis.test_document import earlier, told
from tests.services.analysis.test_picture import LABELS, amount, drawn

TABLE = TableLabels(
    title="ВПР-2026, физика, 7 класс",
    subtitle="20 участников",
    headings=tuple(f"№ {place}. {skill}" for place, skill in enumerate(SKILLS, 1)),
    peers={"region": "Область"},
    statuses={"deficit": "ниже порога", "uncertain": "у порога", "sufficient": "выше порога"},
    threshold="порог",
    footnote="Усы: где лежит настоящая доля",
)
YEARS = TrendLabels("Физика, 7 класс", "По годам", {"1": SKILLS[0]}, threshold="порог")


def rows(*percents: int) -> list[dict[str, Any]]:
    """A study of 20 works with these percents by task, and a region at 40 %."""
    works = [tuple(int(5 * place < percent) for percent in percents) for place in range(20)]
    exam = exam_of(works, (1,) * len(percents), skills=SKILLS[: len(percents)])
    codes = {task.code: 40.0 for task in exam.tasks}
    found: list[dict[str, Any]] = told(exam, group_exam(exam, "region", 900, codes))["tasks"]
    return found


@pytest.mark.parametrize("theme", PALETTES)
def test_a_table_has_a_bar_for_every_task(theme: str) -> None:
    palette = PALETTES[theme]
    labels = replace(TABLE, statuses={})
    small = drawn(draw_table(TableDrawing(rows(20), labels, theme)))
    large = drawn(draw_table(TableDrawing(rows(20, 40, 60, 80), labels, theme)))
    assert small.width == large.width == 1080
    assert large.height > small.height
    assert amount(large, palette.own) > 5 * amount(small, palette.own)
    assert amount(large, palette.peers[0]) > 2 * amount(small, palette.peers[0])


def test_a_table_without_wider_places_marks_none() -> None:
    alone = [row | {"peers": {}} for row in rows(20, 80)]
    image = drawn(draw_table(TableDrawing(alone, TABLE)))
    assert amount(image, PALETTES["light"].peers[0]) == 0


def test_what_only_seems_so_is_drawn_hollow() -> None:
    (row,) = rows(0)
    sure = drawn(draw_table(TableDrawing([row | {"confidence": "firm"}], TABLE)))
    unsure = drawn(draw_table(TableDrawing([row | {"confidence": "likely"}], TABLE)))
    colour = PALETTES["light"].threshold
    assert amount(sure, colour) > amount(unsure, colour)


def test_forty_tasks_still_make_one_picture_that_can_be_sent() -> None:
    many = [row | {"code": str(place)} for place in range(10) for row in rows(10, 30, 60, 90)]
    image = drawn(draw_table(TableDrawing(many, replace(TABLE, headings=TABLE.headings * 10))))
    # Telegram takes photos whose sides add up to no more than 10 000.
    assert image.width + image.height <= 10_000


@pytest.mark.parametrize("theme", PALETTES)
def test_a_trend_has_a_bar_for_every_year(theme: str) -> None:
    palette = PALETTES[theme]
    before = earlier(solved(20, 40, year=2025), solved(30, 40, year=2024))
    found = told(solved(36, 40), earlier=before)
    image = drawn(draw_trend(TrendDrawing(found, YEARS, theme)))
    assert image.width == 1080
    # Bars of 36 pixels; whiskers hide a part of them.
    assert amount(image, palette.own) > 10_000
    assert amount(image, palette.peers[0]) > amount(image, palette.own)


def test_a_skill_no_other_year_has_is_left_out() -> None:
    found = told(solved(36, 40), earlier=earlier(solved(20, 40, year=2025)))
    labels = replace(YEARS, headings={"1": SKILLS[0], "7": "Чужое"})
    once = draw_trend(TrendDrawing(found, YEARS))
    assert draw_trend(TrendDrawing(found, labels)) == once


def test_a_summary_is_drawn_in_the_theme_it_is_ordered_in() -> None:
    summary = told(solved(2, 20))["summary"]
    image = drawn(draw(Drawing(summary, LABELS, "dark")))
    assert amount(image, PALETTES["dark"].paper) > amount(image, PALETTES["dark"].own) > 0


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
    return sum(weight * x for weight, x in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))
def test_words_and_marks_stand_out_from_the_paper(palette: Palette) -> None:
    assert contrast(palette.ink, palette.paper) >= 7
    assert contrast(palette.quiet, palette.paper) >= 4.5
    for colour in (palette.own, palette.threshold):
        assert contrast(colour, palette.paper) >= 3
        assert contrast(colour, palette.track) >= 3


@pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))
def test_bars_are_told_apart_by_lightness_alone(palette: Palette) -> None:
    for one, other in combinations(palette.peers, 2):
        assert contrast(one, other) >= 1.4
    assert contrast(palette.own, palette.peers[1]) >= 1.4
