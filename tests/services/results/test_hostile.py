"""Files that want to hurt: refused fast, for the right reason, with nothing kept."""

from __future__ import annotations

import os
import random
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from services.results import FileRefused, Limits, parse, process
from services.results.limits import MIB
from services.results.memory import resident_bytes
from tests.services.results.files import HEAD, MATH, SHEET, TAIL, package, part

FAR = b'<c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c>'
LAUGHS = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")

FAR_ROW = b'<c r="XFD1048576"><v>1</v></c></row>'


def long_row(number: int) -> bytes:
    cells = b"".join(b'<c r="%b%d"><v>%d</v></c>' % (name, number, number) for name in NAMES)
    return b'<row r="%d">%b</row>' % (number, cells)


def noise(size: int) -> bytes:
    # Text that packs badly, so that nothing but its length gives it away.
    return random.Random(2).randbytes(size // 2).hex().encode()


NAMES = [
    b"%c%c" % (first, last) for first in b"ABCDEFGHIJ" for last in b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
]

PARTS: dict[str, tuple[str, Callable[[], dict[str, bytes]]]] = {
    "one string of 300 megabytes": (
        "bomb",
        lambda: {"xl/sharedStrings.xml": b"<sst><si><t>" + b"A" * (300 * MIB) + b"</t></si></sst>"},
    ),
    "many small strings": (
        "bomb",
        lambda: {"xl/sharedStrings.xml": b"<sst>" + b"<si><t>A</t></si>" * (4 * MIB) + b"</sst>"},
    ),
    "four million empty cells": (
        "bomb",
        lambda: {SHEET: HEAD + b"<row>" + b"<c/>" * 4_000_000 + b"</row>" + TAIL},
    ),
    "one cell at the far corner": (
        "too_many_cells",
        lambda: {SHEET: HEAD + b'<row r="1">' + FAR + b"</row>" + TAIL},
    ),
    "a far corner in single quotes": (
        "too_many_cells",
        lambda: {SHEET: HEAD + b'<row r="1">' + FAR.replace(b'"', b"'") + b"</row>" + TAIL},
    ),
    "a far corner in small letters and odd spaces": (
        "too_many_cells",
        lambda: {SHEET: HEAD + b'<row><c\tr = "xfd1048576"><v>1</v></c></row>' + TAIL},
    ),
    "a far corner behind a namespace": (
        "too_many_cells",
        lambda: {SHEET: HEAD + b'<x:row><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>' + TAIL},
    ),
    "a far row whose cells have no address": (
        "too_many_cells",
        lambda: {SHEET: HEAD + b'<row r="1048576"><c><v>1</v></c></row>' + TAIL},
    ),
    "an address written with entities": (
        "hostile",
        lambda: {SHEET: HEAD + b'<row><c r="&#88;FD1048576"><v>1</v></c></row>' + TAIL},
    ),
    "an external entity": (
        "external_entities",
        lambda: {SHEET: b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + part()},
    ),
    "a billion laughs": ("external_entities", lambda: {SHEET: LAUGHS + part()}),
    "markup in another encoding": (
        "damaged",
        lambda: {SHEET: part().decode().encode("utf-16")},
    ),
    "macros": ("macros", lambda: {"xl/vbaProject.bin": b"\x00\x01"}),
    "thousands of entries": ("bomb", lambda: {f"x/{n}": b"" for n in range(3000)}),
    "a sheet that breaks off": ("damaged", lambda: {SHEET: part()[:3000]}),
    "a far corner behind a large sheet": (
        "too_many_cells",
        lambda: {SHEET: HEAD + b"".join(map(long_row, range(1, 1501))) + b"<row>" + FAR_ROW + TAIL},
    ),
    "a million rows without a cell": (
        "too_many_cells",
        lambda: {SHEET: HEAD + b"".join(b'<row r="%d"/>' % n for n in range(1_048_576)) + TAIL},
    ),
    "a cell of megabytes that never ends": (
        "bomb",
        lambda: {SHEET: HEAD + b'<row r="1"><c r="A1" t="inlineStr"><is><t>' + noise(12 * MIB)},
    ),
    "macros of old sheets": ("macros", lambda: {"xl/macrosheets/sheet1.xml": b"<x/>"}),
    "an entity in the shared texts": (
        "external_entities",
        lambda: {"xl/sharedStrings.xml": LAUGHS + b"<sst/>"},
    ),
    "an entity in the list of sheets": (
        "external_entities",
        lambda: {"xl/workbook.xml": LAUGHS + part("xl/workbook.xml")},
    ),
}

CONTENTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("empty", lambda: b""),
    "only spaces": ("empty", lambda: b" \r\n "),
    "words": ("not_a_table", lambda: b"just a letter"),
    "a picture": ("not_a_table", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100)),
    "a web page": ("not_a_table", lambda: b"<html><table><tr><td>1</td></tr></table>"),
    "noise": ("not_a_table", lambda: random.Random(1).randbytes(50_000)),
    "half of a file": ("damaged", lambda: MATH.read_bytes()[:5000]),
    "a password": ("encrypted", lambda: ENCRYPTED + bytes(3000)),
    "an old file in pieces": (
        "old_excel",
        lambda: ENCRYPTED[:8] + bytes(500) + "Workbook".encode("utf-16-le") + bytes(3000),
    ),
    "40 megabytes": ("too_big", lambda: bytes(40 * MIB)),
}


def refusal(path: Path, limits: Limits | None = None) -> FileRefused:
    """The refusal of a file: soon, and without a trace in this process."""
    held, spent, started = resident_bytes(os.getpid()), processor_seconds(), time.monotonic()
    with pytest.raises(FileRefused) as refused:
        parse(path, limits=limits or Limits())
    # The clock of a busy machine says little; the processor's does.
    assert processor_seconds() - spent < 2, "a refusal must not take long"
    assert time.monotonic() - started < 10, "a refusal must not wait"
    assert resident_bytes(os.getpid()) - held < 8 * MIB, "the bot's memory must not move"
    return refused.value


def processor_seconds() -> float:
    used = os.times()
    return used.children_user + used.children_system


@pytest.mark.parametrize("name", PARTS)
def test_a_hostile_package_is_refused(name: str, tmp_path: Path) -> None:
    code, parts = PARTS[name]
    assert refusal(package(tmp_path, parts())).code == code


@pytest.mark.parametrize("name", CONTENTS)
def test_a_file_that_is_no_package_is_refused(name: str, tmp_path: Path) -> None:
    code, content = CONTENTS[name]
    path = tmp_path / "results.xlsx"
    path.write_bytes(content())
    assert refusal(path).code == code


def test_a_foreign_file_is_named_by_what_it_is_and_what_it_claims(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(FileRefused) as refused:
        parse(path, name="протокол.XLSX")
    assert refused.value.params == {"format": "pdf", "extension": "xlsx"}


def test_a_workbook_without_a_cell_is_empty(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "blank.xlsx")
    assert refusal(tmp_path / "blank.xlsx").code == "empty"


def test_sizes_that_lie_are_found_out(tmp_path: Path) -> None:
    path = package(tmp_path, {})
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as found:
        size = found.getinfo(SHEET).file_size
    at = content.rfind(SHEET.encode()) - 46
    assert int.from_bytes(content[at + 24 : at + 28], "little") == size
    content[at + 24 : at + 28] = (100).to_bytes(4, "little")
    path.write_bytes(content)
    assert refusal(path).code == "hostile"


def test_a_package_behind_another_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "two.xlsx"
    path.write_bytes(MATH.read_bytes() + MATH.read_bytes())
    assert refusal(path).code == "damaged"


def test_a_dimension_that_only_boasts_does_no_harm(tmp_path: Path) -> None:
    boast = part().replace(b'ref="A1:V67"', b'ref="A1:XFD1048576"')
    assert boast != part()
    assert parse(package(tmp_path, {SHEET: boast})).rows_read == 58


def test_a_reader_that_aborts_takes_only_itself_down(tmp_path: Path) -> None:
    far = package(tmp_path, {SHEET: HEAD + b'<row r="1">' + FAR + b"</row>" + TAIL})
    blind = Limits(rows=2_000_000, columns=20_000, area=10**12)
    assert refusal(far, blind).code == "hostile"


def test_a_parser_that_takes_too_long_is_killed() -> None:
    assert refusal(MATH, Limits(wall_seconds=0.01)).code == "timeout"


def test_a_parser_that_grows_is_killed_where_the_system_does_not_stop_it() -> None:
    with pytest.raises(FileRefused) as refused:
        process.run([str(MATH), "{}"], Limits(memory_bytes=MIB))
    assert refused.value.params == {"why": "memory"}


def test_an_answer_that_never_ends_is_cut() -> None:
    assert refusal(MATH, Limits(answer_bytes=100)).params == {"why": "answer"}


def test_the_parser_gets_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("METODBOT_TOKEN", "123456:secret")
    assert not any(name.startswith("METODBOT") for name in process.environment())


def test_a_file_over_the_cell_limit_is_refused() -> None:
    assert refusal(MATH, Limits(cells=200)).code == "too_many_cells"


def test_every_reason_has_a_sentence() -> None:
    """The words stand in the texts of results, under the name of the code."""
    root = Path(__file__).resolve().parents[3]
    code = re.compile(r"""(?:FileRefused|Oddity|\.add)\(\s*"([a-z_]+)\"""")
    used = {
        found
        for path in (root / "services" / "results").rglob("*.py")
        for found in code.findall(path.read_text(encoding="utf-8"))
    }
    assert "hostile" in used
    assert "not_understood" in used
    for language in ("ru", "en"):
        said = (root / "locales" / language / "results.ftl").read_text(encoding="utf-8")
        names = {name.replace("_", "-") for name in used}
        assert {
            name
            for name in names
            if f"results-oddity-{name} =" not in said and f"results-refused-{name} =" not in said
        } == set()


def test_a_large_sheet_is_left_at_the_first_cell_too_many(tmp_path: Path) -> None:
    rows = b"".join(map(long_row, range(1, 3001)))
    path = package(tmp_path, {SHEET: HEAD + rows + TAIL})
    assert refusal(path, Limits(cells=500_000)).code == "too_many_cells"


def test_two_subjects_in_one_file_stay_apart(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(MATH)
    book.worksheets[0].title = "МА 6"
    copy = book.copy_worksheet(book.worksheets[0])
    copy.title = "ФИ 7"
    copy["A3"], copy["B4"] = "ВПР 2026 Физика 7 класс", "Физика"
    book.save(tmp_path / "a.xlsx")
    parsed = parse(tmp_path / "a.xlsx")
    assert [exam.subject for exam in parsed.exams] == ["Математика", "Физика"]
    assert [len(exam.pupils) for exam in parsed.exams] == [58, 58]


def test_merged_captions_do_no_harm(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(MATH)
    book.worksheets[0].merge_cells("A7:F7")
    book.worksheets[0].merge_cells("A1:V1")
    book.save(tmp_path / "a.xlsx")
    assert parse(tmp_path / "a.xlsx").rows_read == 58


def test_a_table_of_millions_of_text_rows_is_refused_at_its_limit(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a;b\n" * (4 * MIB))
    assert refusal(tmp_path / "a.csv").code == "too_many_cells"


def test_a_page_of_cells_that_claims_to_be_large_gains_nothing(tmp_path: Path) -> None:
    far = HEAD + b'<row r="1">' + FAR + TAIL
    path = package(tmp_path, {SHEET: far + b" " * (9 * MIB)})
    assert refusal(path).code in ("bomb", "too_many_cells")


def test_nothing_of_the_content_is_told_when_the_reader_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from services.results import reading, worker

    def broken(*_: object) -> None:
        raise ValueError("Иванов")

    monkeypatch.setattr(reading, "read", broken)
    assert "Иванов" not in str(worker.answer(MATH, Limits(), {}))
