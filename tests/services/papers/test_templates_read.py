"""A form is read before anybody relies on it: its fields, its mistakes, what it hides."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from services.papers import lint
from services.papers.fields import fields, nearest
from services.papers.looking import look
from services.papers.package import TemplateRefused, checked, looks_like_word
from services.papers.told import PaperKind
from services.papers.worker import answer
from tests.services.papers.forms import form, repacked, replacing, saved
from tests.services.results.files import MATH


def problems(*lines: str, loop: str = "") -> list[tuple[str, str, str]]:
    reading = lint.read(form(*lines, loop=loop))
    return [(one.code, one.what, one.like) for one in reading.problems]


def test_fields_loops_and_conditions_are_understood() -> None:
    content = form(
        "{{ association }} {{number}} {# a note #}",
        "{%p if note %}",
        "{{ note }}",
        "{%p endif %}",
        "{% if passed %}{{ passed }}{% else %}нет{% endif %}",
        "{% for one in findings %}{{ loop.index }}. {{ one.skill }}; {% endfor %}",
        loop="tasks",
    )

    reading = lint.read(content)

    assert reading.problems == []
    assert reading.used == {
        "association", "number", "note", "passed", "findings", "findings.skill",
        "tasks", "tasks.task", "tasks.skill", "tasks.interval",
    }  # fmt: skip


def test_a_field_split_by_the_word_processor_is_still_one_field() -> None:
    made = docx.Document()
    line = made.add_paragraph()
    for piece in ("{", "{ associ", "ation }", "}"):
        line.add_run(piece)

    assert lint.read(saved(made)).used == {"association"}
    assert answer(saved(made)) == {"used": ["association"], "problems": []}


def test_fields_in_headers_are_read_too() -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "{{ shcool }}"

    (problem,) = lint.read(saved(made)).problems

    assert (problem.code, problem.what, problem.like) == ("unknown_field", "shcool", "school")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{{ asociation }}", ("unknown_field", "asociation", "association")),
        ("{{ zzz }}", ("unknown_field", "zzz", "")),
        ("{{ areas.skill }}", ("outside_loop", "areas.skill", "")),
        ("{{ association", ("torn", "{{ association", "")),
        ("association }}", ("torn", "association }}", "")),
        ("{{ association|upper }}", ("not_understood", "{{ association|upper }}", "")),
        ("{{ 7 * 7 }}", ("not_understood", "{{ 7 * 7 }}", "")),
        ("{{ ''.__class__ }}", ("not_understood", "{{ ''.__class__ }}", "")),
        ("{{ association.__class__ }}", ("unknown_field", "association.__class__", "association")),
        ("{% set x = 1 %}", ("not_understood", "{% set x = 1 %}", "")),
        ("{% include 'x' %}", ("not_understood", "{% include 'x' %}", "")),
        ("{% for a in areas %}", ("unclosed", "{% for a in areas %}", "")),
        ("{% endfor %}", ("unopened", "{% endfor %}", "")),
        ("{% if note %}{% endfor %}", ("unopened", "{% endfor %}", "")),
        ("{% for a in ares %}{% endfor %}", ("unknown_loop", "ares", "areas")),
        ("{% for note in areas %}{% endfor %}", ("taken_name", "note", "")),
        ("текст {%p if note %}", ("not_alone", "{%p if note %}", "")),
        ("{%tr\u00a0if note %}", ("not_understood", "{%tr if note %}", "")),
        ("{# {{ x }} #}", ("not_understood", "{# {{ x }} #}", "")),
    ],
)
def test_a_mistake_is_named(line: str, expected: tuple[str, str, str]) -> None:
    assert expected in problems(line)


def test_a_loop_in_a_loop_would_multiply_the_document() -> None:
    line = "{% for a in areas %}{% for b in tasks %}{{ b.skill }}{% endfor %}{% endfor %}"

    assert [code for code, _, _ in problems(line)] == ["too_deep"]


def test_the_ends_of_a_repeat_stand_in_one_table() -> None:
    made = docx.Document()
    for mark in ("{%tr for a in areas %}", "{%tr endfor %}"):
        made.add_table(rows=1, cols=1).rows[0].cells[0].text = mark

    assert [one.code for one in lint.read(saved(made)).problems] == ["apart"]


def test_a_row_that_is_repeated_outside_of_a_table_is_apart() -> None:
    assert "apart" in [code for code, _, _ in problems("{%tr for a in areas %}", "{%tr endfor %}")]


def test_fields_hidden_in_attributes_are_refused() -> None:
    content = repacked(
        form("{{ association }}"),
        replacing("word/document.xml", b"<w:body>", b'<w:body w:x="{{ association }}">'),
    )

    assert [one.code for one in lint.read(content).problems] == ["misplaced"]


def test_more_fields_than_anybody_needs_are_refused() -> None:
    assert "too_many" in [code for code, _, _ in problems("{{ note }}" * 2_001)]


def test_every_kind_of_paper_says_what_it_must() -> None:
    known = fields()

    assert known.lacking(frozenset({"association"}), PaperKind.MINUTES) == ("date", "areas")
    assert known.lacking(frozenset({"study", "participants", "findings"}), PaperKind.REPORT) == ()
    assert known.kinds_of("areas.skill") == {PaperKind.MINUTES, PaperKind.PLAN}
    assert nearest("areas.skil") == "areas.skill"


# Hostile packages


def refused(content: bytes) -> str:
    with pytest.raises(TemplateRefused) as caught:
        checked(content)
    return caught.value.code


def test_a_document_of_ours_is_let_through() -> None:
    checked(form("{{ association }}", loop="areas"))


def relation(kind: str, target: str, mode: str = "External") -> bytes:
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return (
        f'<Relationship Id="rIdX" Type="{uri}/{kind}" Target="{target}" TargetMode="{mode}"/>'
        "</Relationships>"
    ).encode()


@pytest.mark.parametrize(
    ("kind", "target", "mode", "code"),
    [
        ("image", "http://evil.example/x.png", "External", "external"),
        ("image", "file:///etc/passwd", "External", "external"),
        ("attachedTemplate", "file:///C:/Normal.dotm", "External", "external"),
        ("hyperlink", "file:///etc/passwd", "External", "external"),
        ("image", "http://evil.example/x.png", "Internal", "external"),
        ("oleObject", "embeddings/x.bin", "Internal", "embedded"),
        ("aFChunk", "x.html", "Internal", "embedded"),
        ("vbaProject", "x.bin", "Internal", "macros"),
        ("header", "media/evil.xml", "Internal", "damaged"),
    ],
)
def test_what_reaches_out_is_refused(kind: str, target: str, mode: str, code: str) -> None:
    new = relation(kind, target, mode)
    change = replacing("word/_rels/document.xml.rels", b"</Relationships>", new)

    assert refused(repacked(form("x"), change)) == code


def test_a_link_people_click_is_no_reach() -> None:
    new = relation("hyperlink", "mailto:school@example.org")
    change = replacing("word/_rels/document.xml.rels", b"</Relationships>", new)

    checked(repacked(form("x"), change))


def test_what_is_filled_is_what_was_read() -> None:
    content = form("x")
    main = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml")
    moved = replacing("_rels/.rels", b'"word/document.xml"', b'"word/evil.xml"')

    assert refused(repacked(content, moved, word__evil_dot_xml=main)) == "damaged"


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("word__vbaProject_dot_bin", "macros"),
        ("word__vbaData_dot_xml", "macros"),
        ("word__embeddings__sheet_dot_xlsx", "embedded"),
        ("word__activeX__activeX1_dot_xml", "embedded"),
        ("word__oleObject1_dot_bin", "embedded"),
    ],
)
def test_what_could_run_is_refused(part: str, code: str) -> None:
    assert refused(repacked(form("x"), **{part: b"<x/>"})) == code


@pytest.mark.parametrize(
    "instruction",
    [
        "INCLUDEPICTURE x",
        "DDEAUTO excel x",
        "INCLUDETEXT c:\\x",
        "LINK Excel.Sheet.8 x",
        "IMPORT x",
    ],
)
def test_a_field_that_reads_elsewhere_is_refused(instruction: str) -> None:
    new = f'<w:body><w:p><w:fldSimple w:instr=" {instruction} "/></w:p>'.encode()
    content = repacked(form("x"), replacing("word/document.xml", b"<w:body>", new))

    assert refused(content) == "field"


def test_a_field_cut_into_pieces_is_put_together_first() -> None:
    new = (
        b'<w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        b"<w:r><w:instrText>INCLUDE</w:instrText></w:r>"
        b"<w:r><w:instrText>PICTURE x</w:instrText></w:r>"
        b'<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )

    assert refused(repacked(form("x"), replacing("word/document.xml", b"<w:body>", new))) == "field"


@pytest.mark.parametrize("name", ["object", "altChunk", "subDoc", "control"])
def test_an_embedded_thing_in_the_text_is_refused(name: str) -> None:
    new = f"<w:body><w:p><w:r><w:{name}/></w:r></w:p>".encode()

    assert refused(repacked(form("x"), replacing("word/document.xml", b"<w:body>", new))) == (
        "embedded"
    )


def test_entities_are_refused_and_not_opened() -> None:
    def declare(name: str, part: bytes) -> bytes:
        if name != "word/document.xml":
            return part
        head, _, rest = part.partition(b"?>")
        return head + b'?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + rest

    assert refused(repacked(form("x"), declare)) == "entities"


def test_a_bomb_is_refused_before_it_is_opened() -> None:
    assert refused(repacked(form("x"), word__media__a_dot_xml=b" " * 3_000_000)) == "bomb"
    assert refused(repacked(form("x"), word__media__a_dot_png=bytes(60_000_000))) == "bomb"


def test_other_files_are_told_apart() -> None:
    assert refused(b"x" * 6_000_000) == "too_big"
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == "old_format"
    assert refused(b"not a package at all") == "not_word"
    assert refused(MATH.read_bytes()) == "not_word"
    assert refused(form("x")[:2_000]) in ("not_word", "damaged")


def test_templates_and_macros_by_type_are_refused() -> None:
    for old, new, code in (
        (b"document.main+xml", b"template.main+xml", "template_type"),
        (b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
         b"vnd.ms-word.document.macroEnabled.main+xml", "macros"),
    ):  # fmt: skip
        assert refused(repacked(form("x"), replacing("[Content_Types].xml", old, new))) == code


def test_documents_are_known_by_what_is_in_them() -> None:
    assert looks_like_word(form("x"))
    assert not looks_like_word(MATH.read_bytes())
    assert not looks_like_word(b"a,b,c")


def test_a_look_happens_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "form"
    path.write_bytes(form("{{ association }} {{ dat }}"))

    found = look(path)

    assert found.used == ("association",)
    assert [(one.code, one.what, one.like) for one in found.problems] == [
        ("unknown_field", "dat", "date")
    ]


def test_a_file_that_is_gone_is_refused_not_raised(tmp_path: Path) -> None:
    assert look(tmp_path / "nothing").refused == "hostile"
