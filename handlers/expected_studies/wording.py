"""What a study of the calendar is called, and where it stands, in a line."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.ui.layout import SCREEN_LIMIT
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from services.expected_studies.views import Brief
from services.studies import Title
from services.subjects import subject

NAMES_SHOWN = 220
"""Letters that the names of schools may take in a text."""


def title_words(title: Title, texts: Texts, *, short: bool = False) -> str:
    """What a study is called, as plain words; `short` leaves the year out."""
    return titles_words((title,), texts, short=short)


def titles_words(titles: Sequence[Title], texts: Texts, *, short: bool = False) -> str:
    """Several studies that differ in their grades alone, as plain words."""
    title = titles[0]
    grades = tuple(str(one.grade) for one in titles)
    return texts.label(
        "expected-title-short" if short else "expected-title",
        own="yes" if title.occasion else "no",
        exam=title.occasion or title.exam,
        year=title.year,
        subject=subject(title.subject).name(texts.language),
        grades=grades,
        count=len(grades),
    )


def brief_line(brief: Brief, texts: Texts, *, school: bool) -> Markup:
    """One study in a list: how many have sent, or what became of it in a school."""
    return texts(
        "expected-line",
        title=title_words(brief.title, texts, short=True),
        state=_state(brief, school=school),
        sent=brief.sent,
        total=brief.total,
        due=brief.due_on,
        at=brief.sent_at or brief.due_on,
    )


def _state(brief: Brief, *, school: bool) -> str:
    if not school:
        if brief.total == brief.sent:
            return "all"
        return "some-late" if brief.late else "some"
    if brief.sent_at is not None:
        return "sent"
    if brief.excused:
        return "excused"
    return "late" if brief.late else "waited"


def names_line(names: Sequence[str], texts: Texts, room: int = NAMES_SHOWN) -> str:
    """Names with commas, as many as there is room for, then how many more."""
    shown: list[str] = []
    for name in names:
        if shown and sum(map(len, shown)) + 2 * len(shown) + len(name) > room:
            break
        shown.append(name)
    more = len(names) - len(shown)
    words = ", ".join(shown)
    return texts.label("expected-and-more", names=words, count=more) if more else words


def fitting(head: Sequence[str], lines: Sequence[str], foot: Sequence[str], texts: Texts) -> str:
    """Head, as many lines as a screen takes, how many more there are, foot."""
    kept = list(lines)
    while True:
        more = len(lines) - len(kept)
        rest = [texts("expected-more", count=more)] if more else []
        words = "\n".join([*head, *kept, *rest, *foot])
        if not kept or len(visible_text(words)) <= SCREEN_LIMIT:
            return words
        kept.pop()
