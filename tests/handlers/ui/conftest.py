"""Texts made of a few lines, beside the real ui.ftl."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from handlers.ui.texts import TextLibrary

LOCALES = Path(__file__).parents[3] / "locales"

MakeLibrary = Callable[..., TextLibrary]


@pytest.fixture(scope="session")
def make_library(tmp_path_factory: pytest.TempPathFactory) -> MakeLibrary:
    """Make a library of the real ui.ftl and the given Russian and English lines."""

    @cache
    def make(ru: str = "", en: str = "", *, strict: bool = True) -> TextLibrary:
        root = tmp_path_factory.mktemp("locales")
        for language, lines in (("ru", ru), ("en", en)):
            shutil.copytree(LOCALES / language, root / language, ignore=_all_but_the_kit)
            (root / language / "demo.ftl").write_text(lines, "utf-8")
        return TextLibrary.load(root, strict=strict)

    return make


def _all_but_the_kit(_: str, names: list[str]) -> list[str]:
    return [name for name in names if name != "ui.ftl"]


@pytest.fixture(scope="session")
def library(make_library: MakeLibrary) -> TextLibrary:
    return make_library()
