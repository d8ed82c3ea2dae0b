"""The jobs that write papers and samples: words here, documents outside."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from handlers.papers.composing import compose, values
from handlers.papers.composing.samples import sample
from handlers.papers.composing.words import study_line
from handlers.ui.texts import TextLibrary, Texts
from services import papers
from services.jobs import JobKind, Params, Place, register
from services.papers import PaperKind, Told, Writing, samples
from services.papers.model import Picture
from services.work import Work

LOCALES = Path(__file__).resolve().parents[2] / "locales"
LANGUAGE = "ru"
"""Papers are signed and filed in the language of the office, whoever asked for them."""
EXTENSION = ".docx"
LONGEST_NAME = 120


def paper_texts() -> Texts:
    """The words of papers."""
    return _library().of(LANGUAGE)


@cache
def _library() -> TextLibrary:
    return TextLibrary.load(LOCALES, strict=False)


def written_as(told: Told, texts: Texts, template: Path | None) -> Writing:
    """All the analysis process needs to write a paper."""
    document = compose(told, texts)
    pictures = [block.file for block in document.blocks if isinstance(block, Picture)]
    number = told.meeting.number if told.meeting else 0
    about = study_line(texts, told.study.title)
    name = texts.label("paper-file-name", kind=told.kind, number=number, about=about)
    return Writing(
        document,
        file_name(name),
        template,
        values(told, texts) if template else {},
        pictures[0] if pictures else told.study.picture,
    )


def file_name(words: str) -> str:
    """Words as a name that every system takes for a file."""
    plain = "".join(sign if sign.isalnum() or sign in " ,.-№()" else " " for sign in words)
    return f"{' '.join(plain.split())[:LONGEST_NAME].rstrip(' .')}{EXTENSION}"


def _prepare(work: Work, params: Params) -> Writing:
    told, template = papers.to_write(work, params)
    return written_as(told, paper_texts(), work.stored(template) if template else None)


def _prepare_sample(_work: Work, params: Params) -> Writing:
    kind, texts = PaperKind(params["kind"]), paper_texts()
    return Writing(sample(kind, texts), file_name(texts.label("paper-sample-name", kind=kind)))


register(
    JobKind(
        "papers.write",
        prepare=_prepare,
        run=papers.write,
        apply=papers.written,
        give_up=papers.not_written,
        place=Place.ANALYSIS,
        max_attempts=3,
    )
)
register(
    JobKind(
        "papers.sample",
        prepare=_prepare_sample,
        run=papers.write,
        apply=samples.made,
        give_up=samples.not_made,
        place=Place.ANALYSIS,
        max_attempts=3,
    )
)
