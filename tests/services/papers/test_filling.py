"""A form is filled with any values, and no value can become more than words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.papers.model import Document, Paragraph, Picture
from services.papers.typography import printable, unbroken
from services.papers.word.filling import MOST_ROWS, TemplateBroken, filled
from services.papers.writing import Writing, write
from tests.services.papers.forms import form, saved
from tests.services.papers.packages import assert_sound, words
from tests.services.papers.reckoned import drawn

PAPER = Document("Протокол", date(2026, 10, 14), (Paragraph("общая форма"),))
WICKED = (
    "<w:p/>&amp;",
    "{{ 7 * 7 }}",
    "{% for x in y %}",
    "{_{ date }_}",
    "a\ab",
    "a\fb",
    "]]>",
    "\x00\x0b",
    "</w:t></w:r>",
    "\"'",
)


def fill(content: bytes, **values: Any) -> str:
    return words(assert_sound(filled(content, values, None, PAPER)))


def test_fields_rows_and_conditions_are_filled() -> None:
    content = form(
        "{{ association }}, № {{ number }}",
        "{%p if note %}",
        "Отметили: {{ note }}",
        "{%p endif %}",
        "{%p if journal %}",
        "Журнал",
        "{%p endif %}",
        loop="areas",
    )
    rows = [{"task": "11", "skill": "Проценты"}, {"task": "9", "skill": "Дроби & числа"}]

    said = fill(content, association="ШМО", number="2", note="да", journal="", areas=rows)

    assert "ШМО, № 2" in said
    assert "Отметили: да" in said
    assert "Журнал" not in said
    assert "Дроби & числа" in said
    assert "{" not in said


@pytest.mark.parametrize("value", WICKED)
def test_a_wicked_value_stays_words(value: str) -> None:
    said = fill(form("начало {{ note }} конец", loop="areas"), note=value, areas=[{"task": value}])

    lines = said.split("\n")
    assert lines[0].startswith("начало ")
    assert lines[0].endswith(" конец") or "\n" in printable(value)
    assert "49" not in said


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\n\t\r_"), max_size=30))
def test_any_value_comes_out_as_it_went_in(value: str) -> None:
    said = fill(form("[{{ note }}]"), note=value)

    expected = unbroken(printable(value)).replace("\u00a0", " ")
    assert said.split("\n")[0] == f"[{expected}]"


def test_lines_of_a_value_become_lines() -> None:
    made = assert_sound(filled(form("{{ method }}"), {"method": "раз\nдва"}, None, PAPER))

    assert made.paragraphs[0].text == "раз\nдва"


def test_the_picture_is_put_in_and_described(tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(drawn())
    paper = Document("Справка", date(2026, 10, 14), (Picture(file, "Три полосы", "Рисунок"),))

    made = assert_sound(filled(form("{{ picture }}"), {"picture": ""}, file, paper))

    assert made.inline_shapes[0]._inline.docPr.get("descr") == "Три полосы"


def test_the_author_of_the_form_is_not_told() -> None:
    source = docx.Document()
    source.core_properties.author = "{{ association }}"
    source.core_properties.last_modified_by = "Иванова"
    source.add_paragraph("{{ note }}")

    made = assert_sound(filled(saved(source), {"association": "ШМО"}, None, PAPER))

    properties = made.core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert properties.title == "Протокол"


def test_rows_without_end_are_cut() -> None:
    rows = [{"task": str(number)} for number in range(MOST_ROWS * 3)]

    made = assert_sound(filled(form(loop="areas"), {"areas": rows}, None, PAPER))

    assert len(made.tables[0].rows) == MOST_ROWS


@pytest.mark.parametrize(
    "line",
    [
        "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
        "{% for x in areas %}",
        "{{ cycler.__init__.__globals__ }}{% include 'x' %}",
        "{{ note|attr('x') }}",
        "{{ note() }}",
    ],
)
def test_what_reading_would_refuse_does_not_run_either(line: str) -> None:
    with pytest.raises(TemplateBroken):
        filled(form(line), {"note": "x", "areas": []}, None, PAPER)


def test_equal_values_make_equal_bytes() -> None:
    content = form("{{ note }}")

    assert filled(content, {"note": "x"}, None, PAPER) == filled(
        content, {"note": "x"}, None, PAPER
    )


def test_a_form_that_fails_gives_way_to_ours(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(form("{% nonsense %}"))

    for template in (broken, tmp_path / "lost"):
        made = write(Writing(PAPER, "Протокол.docx", template, {}))

        assert not made.by_template
        assert words(assert_sound(made.content)) == "общая форма"
