"""How a class and a school year are written."""

from __future__ import annotations

from handlers.ui.texts import Texts
from services.subjects import subject
from services.teaching import Load

NO_BREAK = "\u00a0"


def class_name(key: str) -> str:
    """«6A» as «6 A», «6-1» as it is."""
    grade = key[: len(key) - len(key.lstrip("0123456789"))]
    rest = key.removeprefix(grade)
    return key if not rest or rest.startswith("-") else f"{grade}{NO_BREAK}{rest}"


def school_year(year: int, texts: Texts) -> str:
    """The school year that began in `year`."""
    return texts.label("teaching-school-year", first=year, second=(year + 1) % 100)


def load_words(load: Load, texts: Texts) -> str:
    """The class, the subject, the school year."""
    return texts.label(
        "teaching-load",
        klass=class_name(load.key),
        subject=subject(load.subject).name(texts.language),
        year=school_year(load.school_year, texts),
    )
