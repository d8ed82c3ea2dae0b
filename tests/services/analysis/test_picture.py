"""The picture: its size, its colours, its words."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from services.analysis import Summary, merge, summarise
from services.analysis.palette import PALETTES
from services.analysis.pen import Pen
from services.analysis.picture import PictureLabels, picture
from tests.services.results.files import sample

LABELS = PictureLabels(
    title="ВПР-2026, математика, 6 класс",
    subtitle="58 участников",
    own="Наша школа",
    municipality="Район",
    region="Область",
    country="Россия",
    findings=("1. Задачи на проценты", "2. Вычисления", "3. Часть числа"),
    details=("№ 11", "№ 9", "№ 3"),
    footnote="Усы: где лежит настоящая доля",
    threshold="порог",
)


@pytest.fixture(scope="module")
def math() -> Summary:
    return summarise(merge(sample("vpr_individual_math6.xlsx"), sample("vpr_tasks_math6.xlsx")))


def drawn(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def amount(image: Image.Image, colour: str) -> int:
    wanted = tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))
    colours = image.getcolors(1 << 24) or []
    return sum(count for count, found in colours if found == wanted)


@pytest.mark.parametrize("theme", PALETTES)
def test_a_picture_fits_a_phone(math: Summary, theme: str) -> None:
    image = drawn(picture(math, LABELS, theme))
    assert image.width == 1080
    assert 1080 <= image.height <= 1440
    assert image.getpixel((5, 5)) == Image.new("RGB", (1, 1), PALETTES[theme].paper).getpixel(
        (0, 0)
    )


def test_a_longer_bar_stands_for_a_larger_percent(math: Summary) -> None:
    palette = PALETTES["light"]
    doubled = tuple(replace(f, percent=2 * f.percent, low=0, high=0) for f in math.findings)
    plain = tuple(replace(f, low=0, high=0) for f in math.findings)
    one = amount(drawn(picture(replace(math, findings=plain), LABELS)), palette.own)
    two = amount(drawn(picture(replace(math, findings=doubled), LABELS)), palette.own)
    assert two / one == pytest.approx(2, rel=0.05)


def test_school_municipality_and_region_are_drawn_and_no_more(math: Summary) -> None:
    image = drawn(picture(math, LABELS))
    for colour in (PALETTES["light"].own, *PALETTES["light"].peers):
        assert amount(image, colour) > 1000


def test_without_reports_on_places_only_the_school_is_drawn() -> None:
    alone = summarise(merge(sample("vpr_individual_math6.xlsx")))
    image = drawn(picture(alone, LABELS))
    assert amount(image, PALETTES["light"].own) > 1000
    assert all(amount(image, colour) == 0 for colour in PALETTES["light"].peers)


def test_one_finding_and_none_are_drawn_too(math: Summary) -> None:
    heights = [
        drawn(picture(replace(math, findings=math.findings[:count]), LABELS)).height
        for count in range(4)
    ]
    assert heights == sorted(heights)
    assert heights[0] == 540


def test_the_same_summary_gives_the_same_picture(math: Summary) -> None:
    assert picture(math, LABELS) == picture(math, LABELS)


def test_long_words_are_broken_and_cut_but_never_leave_the_sheet() -> None:
    pen = Pen.on(1080, 1080, PALETTES["light"])
    heading = "Выполнять вычисления с рациональными числами и оценивать их " * 4
    lines = pen.wrapped(heading, 39, 960, 2, bold=True)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(pen.width_of(line, 39, bold=True) <= 960 for line in lines)
    assert pen.wrapped("Щ" * 200, 39, 960, 2)[0].endswith("…")


def test_a_preposition_does_not_end_a_line() -> None:
    pen = Pen.on(1080, 1080, PALETTES["light"])
    lines = pen.wrapped("2. Выполнять вычисления с рациональными числами", 39, 960, 2, bold=True)
    assert lines == ["2. Выполнять вычисления", "с рациональными числами"]


def test_signs_of_formulas_stay_words(math: Summary) -> None:
    odd = replace(LABELS, title="Цена $x$ и $y_")
    assert drawn(picture(math, odd)).width == 1080
