"""Forms come from Markdown, spreadsheets and CSV, are read once and kept by content."""

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from services.forms import FormInvalid, keep_blueprints_in, load_form, prepare_forms
from tests.services.forms.at_hand import SHIPPED, answered, survey

SMALL = survey("text | a | A", "select_one s | b | B", choices=("s | x | X", "s | y | Y"))


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def spreadsheet(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "survey"
    for row in (["type", "name", "label"], ["text", "a", "A"], [], ["select_one s", "b", "B"]):
        book.active.append(row)
    choices = book.create_sheet("choices")
    for row in (["list_name", "name", "label"], ["s", "x", "X"], ["s", 2, "Два"]):
        choices.append(row)
    book.save(path)
    return path


def test_a_spreadsheet_is_a_form(tmp_path):
    form = load_form(spreadsheet(tmp_path / "book.xlsx"))

    assert form.name == "book"
    assert form.values(answered(form, "x", 2)) == {"a": "x", "b": "2"}


def test_comma_separated_values_are_a_form(tmp_path):
    rows = '"survey"\n,"type","name","label"\n,"text","a","A"\n,"integer","n","N"\n'
    form = load_form(write(tmp_path / "f.csv", rows))

    assert [node.name for node in form.questions] == ["a", "n"]


def test_a_form_is_read_once_and_again_when_it_changes(tmp_path):
    path = write(tmp_path / "f.md", SMALL)
    first = load_form(path)

    assert load_form(path) is first
    write(path, SMALL.replace("text | a | A", "text | a | Другое"))
    os.utime(path, ns=(1, 1))
    second = load_form(path)
    assert second.version != first.version
    assert second.current(second.begin()).label == "Другое"


def test_the_version_is_that_of_the_content(tmp_path):
    one = load_form(write(tmp_path / "one.md", SMALL))
    other = load_form(write(tmp_path / "other.md", SMALL))

    assert one.version == other.version


def test_a_kept_blueprint_gives_the_same_form(tmp_path):
    path = write(tmp_path / "f.md", SMALL)
    cache = tmp_path / "cache"
    prepare_forms([path], cache)
    [kept] = cache.iterdir()

    form = load_form(path, cache)
    assert [node.name for node in form.questions] == ["a", "b"]
    assert json.loads(kept.read_text(encoding="utf-8"))["version"] == form.version


def test_a_form_not_kept_yet_is_read_aside(tmp_path):
    path = write(tmp_path / "f.md", SMALL)

    form = load_form(path, tmp_path / "cache")
    assert form.values(answered(form, "x", "y")) == {"a": "x", "b": "y"}
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_mistakes_come_back_from_aside(tmp_path):
    path = write(tmp_path / "f.md", SMALL.replace("select_one s", "select_one t"))
    prepare_forms([path], tmp_path / "cache")

    with pytest.raises(FormInvalid) as invalid:
        load_form(path, tmp_path / "cache")
    assert [(e.row, e.code) for e in invalid.value.errors] == [(3, "no_list")]


def test_a_damaged_cache_is_read_anew(tmp_path):
    path, cache = write(tmp_path / "f.md", SMALL), tmp_path / "cache"
    prepare_forms([path], cache)
    [kept] = cache.iterdir()
    kept.write_text("{", encoding="utf-8")

    assert load_form(path, cache).title == "f"


def test_a_cached_form_needs_no_reading_libraries(tmp_path):
    prepare_forms([SHIPPED / "difficulty.md"], tmp_path)
    code = (
        "import sys\nfrom pathlib import Path\nfrom services.forms import load_form\n"
        f"form = load_form(Path({str(SHIPPED / 'difficulty.md')!r}), Path({str(tmp_path)!r}))\n"
        "state = form.answer(form.begin({'subjects': 'math'}), 'topic')\n"
        "assert len(form.current(state).choices) == 8\n"
        "print(sorted({'pyxform', 'elementpath', 'openpyxl', 'lark'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("f.docx", b"x", "unknown_format"),
        ("f.md", b"", "empty"),
        ("f.md", b"no table here", "broken"),
        ("f.xlsx", b"PK not really", "broken"),
        ("f.xls", b"\xd0\xcf\x11\xe0 broken", "broken"),
        ("f.md", b"|" * 5_000_001, "too_big"),
    ],
)
def test_a_file_that_is_no_form_is_named(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(FormInvalid) as invalid:
        load_form(path)
    assert [error.code for error in invalid.value.errors] == [code]


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FormInvalid, match="No such file"):
        load_form(tmp_path / "f.md")


def test_a_cache_may_be_named_once_for_all(tmp_path, monkeypatch):
    monkeypatch.setattr("services.forms.loading._kept_in", [])
    path = write(tmp_path / "f.md", SMALL)
    prepare_forms([path])
    keep_blueprints_in(tmp_path / "cache")
    prepare_forms([path])

    assert len(list((tmp_path / "cache").iterdir())) == 1
    assert load_form(path).title == "f"
