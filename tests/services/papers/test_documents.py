"""Papers become documents that open everywhere and look as offices are used to."""

from __future__ import annotations

import struct
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from services.papers.model import (
    Align,
    Blank,
    Document,
    Ends,
    Heading,
    Numbered,
    Paragraph,
    Picture,
    Signature,
    Signatures,
    Span,
    Table,
    Title,
)
from services.papers.typography import printable, unbroken
from services.papers.word.writing import document
from tests.services.papers.packages import assert_sound, words
from tests.services.papers.reckoned import drawn

DAY = date(2026, 10, 14)
TABLE = Table(("№", "Умение"), (("1", "Проценты"), ("2", "Дроби")), (2.0, 14.0))


@pytest.fixture
def picture(tmp_path: Path) -> Picture:
    file = tmp_path / "picture.png"
    file.write_bytes(drawn())
    return Picture(file, "Три полосы", "Рисунок 1. Доли")


def paper(*blocks: object, **more: object) -> Document:
    return Document("Протокол", DAY, blocks, **more)  # type: ignore[arg-type]


def test_every_block_makes_a_sound_document(picture: Picture) -> None:
    made = assert_sound(
        document(
            paper(
                Title("ПРОТОКОЛ"),
                Ends("14 октября 2026 г.", "№ 2"),
                Heading("Повестка"),
                Numbered((("Первое", "и ещё строка"), ("Второе",))),
                Numbered((("Снова первое",),)),
                Paragraph((Span("СЛУШАЛИ:", bold=True), Span(" о результатах", italic=True))),
                Blank("Присутствовали:", lines=2),
                picture,
                TABLE,
                Signatures((Signature("Председатель", "О. И. Белова"),), "(подпись)", "(имя)"),
                Heading("Приложение", new_page=True),
            )
        )
    )

    said = words(made)
    for one in ("ПРОТОКОЛ", "Снова первое", "СЛУШАЛИ:", "Присутствовали:", "Проценты"):
        assert one in said
    assert [one.style.name for one in made.paragraphs[:3]] == ["Title", "Paper Text", "Heading 1"]


def test_the_sheet_is_the_one_offices_use() -> None:
    section = assert_sound(document(paper(Title("Протокол")))).sections[0]

    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    margins = (
        section.left_margin,
        section.right_margin,
        section.top_margin,
        section.bottom_margin,
    )
    assert [round(one.cm, 1) for one in margins if one is not None] == [3.0, 1.5, 2.0, 2.0]


def test_a_wide_paper_lies_on_its_side() -> None:
    section = assert_sound(document(paper(TABLE, wide=True))).sections[0]

    assert section.orientation is WD_ORIENT.LANDSCAPE
    assert section.page_width is not None
    assert round(section.page_width.cm, 1) == 29.7


def test_faces_language_and_page_numbers_are_set() -> None:
    made = assert_sound(document(paper(Paragraph("Слова"), TABLE)))
    defaults = made.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")

    assert defaults.find(qn("w:lang")).get(qn("w:val")) == "ru-RU"
    assert defaults.find(qn("w:rFonts")).get(qn("w:cs")) == "Times New Roman"
    sizes = {
        name: made.styles[name].font.size.pt  # type: ignore[union-attr]
        for name in ("Normal", "Paper Text", "Cell")
    }
    assert sizes == {"Normal": 14, "Paper Text": 14, "Cell": 12}
    assert "PAGE" in made.sections[0].header.paragraphs[0]._p.xml
    assert made.sections[0].different_first_page_header_footer


def test_headings_are_headings_to_those_who_listen() -> None:
    made = assert_sound(document(paper(Heading("Первая"), Heading("Вторая", level=2))))

    levels = [
        one.style.element.find(f".//{qn('w:outlineLvl')}").get(qn("w:val"))
        for one in made.paragraphs
    ]
    assert levels == ["0", "1"]


def test_the_header_of_a_table_is_repeated_and_rows_stay_whole() -> None:
    table = assert_sound(document(paper(TABLE))).tables[0]

    head, *rows = table.rows
    assert head._tr.trPr is not None
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert [round(cell.width.cm) for cell in rows[0].cells if cell.width] == [2, 14]


def test_a_picture_is_described_and_keeps_its_proportions(picture: Picture) -> None:
    made = assert_sound(document(paper(picture)))

    shape = made.inline_shapes[0]
    assert shape._inline.docPr.get("descr") == "Три полосы"
    assert shape.width.cm <= picture.width + 0.01
    assert shape.height.cm <= picture.height + 0.01
    wide, high = struct.unpack(">II", drawn()[16:24])
    assert shape.width / shape.height == pytest.approx(wide / high, rel=0.01)


def test_a_lost_picture_does_not_cost_the_paper(picture: Picture) -> None:
    made = document(paper(replace(picture, file=Path("nowhere.png")), Title("Протокол")))

    assert words(assert_sound(made)) == "Протокол"


def test_lists_count_each_from_one() -> None:
    made = assert_sound(document(paper(Numbered((("а",), ("б",))), Numbered((("в",),)))))

    ids = [one._p.pPr.numPr.numId.val for one in made.paragraphs]  # type: ignore[union-attr]
    assert ids[0] == ids[1] != ids[2]


def test_equal_papers_are_equal_bytes(picture: Picture) -> None:
    one = paper(Title("Протокол"), picture, TABLE)

    assert document(one) == document(one)


def test_the_properties_tell_the_paper_and_nobody_at_a_machine() -> None:
    properties = assert_sound(document(paper(subject="ВПР-2026"))).core_properties

    assert (properties.title, properties.subject, properties.language) == (
        "Протокол",
        "ВПР-2026",
        "ru-RU",
    )
    assert (properties.author, properties.comments, properties.last_modified_by) == ("", "", "")
    assert properties.created is not None
    assert properties.created.date() == DAY


def test_numbers_do_not_part_from_their_signs() -> None:
    assert unbroken("№ 11, 41 % и 2026 г. у О. И. Беловой") == (
        "№\u00a011, 41\u00a0% и 2026\u00a0г. у О.\u00a0И.\u00a0Беловой"
    )


def test_marks_of_a_form_keep_their_spaces() -> None:
    assert unbroken("{%tr for area in areas %} № 1") == "{%tr for area in areas %} № 1"


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=40), st.text(max_size=20))
def test_no_words_can_break_a_document(said: str, cell: str) -> None:
    table = Table(("a",), ((cell,),), (5.0,))

    made = assert_sound(document(paper(Paragraph(said), Blank(said), table)))

    cleaned = unbroken(printable(cell))
    assert made.tables[0].rows[1].cells[0].text == cleaned


def test_a_table_of_crooked_rows_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="do not match"):
        Table(("a", "b"), (("1",),), (2.0, 3.0), (Align.LEFT,))
