"""House rules that are executed, not written."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import handlers
import services
from handlers.refusals import text_of
from handlers.ui.announce import announced
from handlers.ui.texts import TextLibrary
from services.errors import ServiceError
from services.notices import Notice

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("bot", "handlers", "services", "db")
CYRILLIC = re.compile("[а-яё]{2}", re.IGNORECASE)
"""A word; a single letter (ё → е) is a rule of the alphabet, not a text."""
HEAVY = ("pandas", "scipy", "matplotlib", "pyxform", "docx")


def sources(*packages: str) -> Iterator[Path]:
    for package in packages:
        yield from sorted((ROOT / package).rglob("*.py"))


def everything(package: object) -> None:
    """Import all modules of a package, so that every subclass is known."""
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not module.name.endswith(("worker", "__main__")):
            importlib.import_module(module.name)


def subclasses(base: type) -> set[type]:
    direct = set(base.__subclasses__())
    return direct.union(*(subclasses(one) for one in direct)) if direct else direct


def docstrings(tree: ast.AST) -> set[int]:
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


@pytest.mark.parametrize("path", tuple(sources(*PACKAGES)), ids=str)
def test_no_russian_stands_in_code(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    spared = docstrings(tree)
    found = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in spared
        and CYRILLIC.search(node.value)
    ]

    assert found == [], "move these words into locales/ or a data file"


@pytest.mark.parametrize("path", tuple(sources(*PACKAGES)), ids=str)
def test_nobody_asks_the_machine_for_the_time(path: Path) -> None:
    if path.name == "clock.py":
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    asked = [
        f"{path.name}:{node.lineno}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr)
        in {("datetime", "now"), ("datetime", "utcnow"), ("time", "time"), ("date", "today")}
    ]

    assert asked == [], "take the time from a Clock"


def test_nothing_heavy_is_imported_at_the_top_of_what_the_bot_imports() -> None:
    import subprocess
    import sys

    code = f"import sys, bot.application;print([name for name in {HEAVY!r} if name in sys.modules])"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert loaded.stdout.strip() == "[]"


def test_every_refusal_has_its_words_in_both_languages() -> None:
    everything(services)
    library = TextLibrary.load(ROOT / "locales")

    for language in ("ru", "en"):
        ids = library.ids(language)
        missing = sorted(text_of(one) for one in subclasses(ServiceError))
        assert [one for one in missing if one not in ids] == []


def test_every_notice_has_a_screen() -> None:
    everything(services)
    everything(handlers)

    assert {one.__name__ for one in subclasses(Notice) - announced()} == set()


def test_both_languages_have_the_same_texts() -> None:
    library = TextLibrary.load(ROOT / "locales")

    russian, english = library.ids("ru"), library.ids("en")

    assert russian - english == set()
    assert english - russian == set()


def test_no_russian_is_left_in_the_english_texts() -> None:
    for path in (ROOT / "locales" / "en").glob("*.ftl"):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
        assert [line for line in lines if CYRILLIC.search(line)] == [], path.name


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "constants", "misc"])
def test_no_module_is_named_after_nothing(name: str) -> None:
    everywhere = (*PACKAGES, "sandbox", "tests", "bench")
    assert [path for path in sources(*everywhere) if path.stem == name] == []
