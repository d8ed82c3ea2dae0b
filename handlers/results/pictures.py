"""The words of a summary's picture, and the job that draws it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from handlers.results.group_screen import skill_of
from handlers.results.wording import title_line
from handlers.ui.texts import TextLibrary, Texts
from services import summaries
from services.analysis.picture import PictureLabels
from services.findings import Drawing, draw
from services.jobs import JobKind, Params, Place, register
from services.summaries import FindingView, SummaryView
from services.work import Work

LOCALES = Path(__file__).resolve().parents[2] / "locales"
GROUPS_LANGUAGE = "ru"


def labels(view: SummaryView, texts: Texts) -> PictureLabels:
    """Every word of the picture."""
    return PictureLabels(
        title=title_line(view.title, texts),
        subtitle=texts.label("picture-subtitle", n=view.n, schools=view.schools),
        own=texts.label(_own(view)),
        municipality=texts.label("picture-municipality"),
        region=texts.label("picture-region"),
        country=texts.label("picture-country"),
        findings=tuple(
            texts.label("picture-finding", number=str(number), skill=skill_of(one, texts))
            for number, one in enumerate(view.findings, 1)
        ),
        details=tuple(_detail(one, texts) for one in view.findings),
        footnote=texts.label("picture-footnote"),
        threshold=texts.label("picture-threshold"),
        percent="{value} %",
    )


def _own(view: SummaryView) -> str:
    if view.pooled is not None:
        return f"picture-own-by-{view.pooled.by}"
    return "picture-own-schools" if view.wide else "picture-own"


def _detail(finding: FindingView, texts: Texts) -> str:
    return texts.label(
        "picture-detail",
        code=finding.code,
        level=finding.level or "none",
        known="no" if finding.level is None else "yes",
        n=finding.n,
        low=finding.low,
        high=finding.high,
    )


def _prepare(work: Work, params: Params) -> Drawing:
    view, summary = summaries.to_draw(work, params["summary_id"])
    return Drawing(summary, labels(view, _library().of(GROUPS_LANGUAGE)))


@cache
def _library() -> TextLibrary:
    # A job has no reader whose texts it could borrow: the picture speaks the groups' language.
    return TextLibrary.load(LOCALES, strict=False)


def _apply(work: Work, params: Params, png: Any) -> None:
    summaries.pictured(work, params, png)


register(
    JobKind(
        "summaries.picture",
        prepare=_prepare,
        run=draw,
        apply=_apply,
        give_up=summaries.unpictured,
        place=Place.ANALYSIS,
        max_attempts=3,
    )
)
