"""The screens of papers fit a telephone in both languages and survive the outbox."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from handlers.papers.form_screens import (
    FormGiven,
    FormRestored,
    FormShown,
    FormsInForce,
    SampleBeingMade,
    SampleNotMade,
)
from handlers.papers.paper_screens import PaperBeingWritten, PaperGiven, PaperNotWritten
from handlers.papers.template_screens import (
    TemplateBeingRead,
    TemplateHasMistakes,
    TemplateLeft,
    TemplateNotTaken,
    TemplateSound,
    TemplateTaken,
)
from handlers.ui.screens import FileRef, Screen
from handlers.ui.texts import TextLibrary
from services.papers import (
    InForce,
    PaperFailed,
    PaperKind,
    PaperReady,
    Problem,
    Taken,
    TemplateFaulty,
    TemplateRead,
    TemplateTurnedDown,
)
from services.studies import Title
from tests.handlers.ui.conftest import LOCALES
from tests.handlers.ui.sizes import assert_fits, assert_survives_the_outbox

NOW = datetime(2026, 10, 14, 9, tzinfo=UTC)
LIBRARY = TextLibrary.load(LOCALES)
LONG = "Муниципальное бюджетное общеобразовательное учреждение «Кадомская школа имени Героя»"
PROBLEM_CODES = (
    "unknown_field", "unknown_loop", "outside_loop", "taken_name", "unclosed", "unopened", "apart",
    "not_alone", "torn", "misplaced", "too_deep", "too_many", "not_understood",
)  # fmt: skip
REFUSALS = (
    "too_big", "unreachable", "old_format", "template_type", "not_word", "bomb", "macros",
    "embedded", "external", "field", "entities", "damaged", "hostile", "cannot_be_filled",
    "no_fields",
)  # fmt: skip


def forms(kind: PaperKind) -> tuple[InForce, ...]:
    sent = {"template_id": 1, "file_key": "a" * 64, "file_name": f"{LONG}.docx", "sent_at": NOW}
    return (
        InForce(kind),
        InForce(kind, place=LONG, own=True, **sent),  # type: ignore[arg-type]
        InForce(kind, place=LONG, own=False, **sent),  # type: ignore[arg-type]
    )


def screens() -> Iterator[Screen]:
    title = Title("ВПР", 2026, "russian", 11)
    yield FormsInForce(LONG, forms(PaperKind.PLAN))
    yield SampleBeingMade()
    yield FormGiven(FileRef("a" * 64, "б.docx"), sample=True)
    yield FormGiven(FileRef("a" * 64, "б.docx"), sample=False)
    yield TemplateBeingRead()
    yield TemplateLeft()
    yield TemplateSound(TemplateRead(7, f"{LONG}.docx", LONG, ("school",) * 40))
    for kind in PaperKind:
        yield from (FormShown(form) for form in forms(kind))
        yield from (FormRestored(form) for form in forms(kind))
        yield SampleNotMade(kind)
        yield PaperBeingWritten(kind)
        yield PaperNotWritten(PaperFailed(1, kind))
        yield TemplateTaken(Taken(kind, LONG, ("association", "date", "areas")))
        for form in ("own", "ours", "failed"):
            for number in (0, 12):
                yield PaperGiven(PaperReady(1, kind, "a" * 64, "п.docx", title, number, 2, 3, form))
    for code in REFUSALS:
        yield TemplateNotTaken(TemplateTurnedDown(f"{LONG}.docx", code, "INCLUDEPICTURE"))
    for like in ("", "association"):
        problems = tuple(Problem(code, "<b>" + "я" * 37, like) for code in PROBLEM_CODES)
        yield TemplateHasMistakes(TemplateFaulty(f"{LONG}.docx", problems))
        yield from (TemplateHasMistakes(TemplateFaulty("б.docx", (one,))) for one in problems)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_screen_of_papers_fits(language: str) -> None:
    texts = LIBRARY.of(language, now=NOW)
    for screen in screens():
        assert_fits(screen.render(texts))
        assert_survives_the_outbox(screen)


def test_mistakes_that_do_not_fit_are_counted() -> None:
    problems = tuple(Problem("unknown_field", "я" * 40, "б" * 40) for _ in range(20))

    said = TemplateHasMistakes(TemplateFaulty("б.docx", problems)).render(LIBRARY.of("ru")).text

    shown = said.count("•")
    assert 0 < shown < 20
    assert f"и ещё {20 - shown}." in said


def test_every_mistake_and_refusal_has_words_of_its_own() -> None:
    texts = LIBRARY.of("ru", now=NOW)
    fallback = {"what": "x", "like": "", "known": "no"}
    said = [texts("papers-problem", code=code, **fallback) for code in PROBLEM_CODES]
    assert len(set(said)) == len(PROBLEM_CODES)

    refused = [texts("papers-template-refused", code=code, what="x") for code in REFUSALS]
    dangerous = {"bomb", "entities", "damaged", "hostile"}
    assert len(set(refused)) == len(REFUSALS) - len(dangerous) + 1
