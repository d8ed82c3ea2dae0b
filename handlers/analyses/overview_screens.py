"""A study in short, all its areas, its marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handlers.analyses.area_lists import areas_block, areas_page, block_keys
from handlers.analyses.buttons import (
    CompareWider,
    CompareYears,
    ListStudies,
    OpenAnalysis,
    OpenArea,
    OpenAreas,
    OpenClasses,
    OpenFiles,
    OpenMarks,
)
from handlers.analyses.wording import fitted, head_line
from handlers.menu import to_menu
from handlers.results.buttons import OpenTable
from handlers.teaching.buttons import OpenMyClasses
from handlers.ui.buttons import Key, Rows
from handlers.ui.layout import SCREEN_LIMIT, in_rows
from handlers.ui.screens import Message, Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from services.analyses import (
    NEAREST,
    Area,
    Head,
    Journal,
    MarksTold,
    MarksView,
    Overview,
    PeerFigures,
)


@dataclass(frozen=True)
class AnalysisShown(Screen):
    """A study in short: what is common first, then what is hard and what goes well."""

    overview: Overview
    teaches: bool = False
    """Whether the reader has classes of their own."""

    def render(self, texts: Texts) -> Message:
        """Show it."""
        shown = self.overview
        study = shown.head.study_id
        keys = block_keys(shown.hard, shown.best, lambda index: OpenArea(study, index))
        return Message(
            fitted(lambda limit: _lines(shown, limit, texts)),
            (*keys, *self._ways(texts), _exits(texts)),
        )

    def _ways(self, texts: Texts) -> Rows:
        shown, study = self.overview, self.overview.head.study_id
        ways: list[Key] = []
        if shown.areas:
            ways.append(OpenAreas(study).labelled(texts.label("analyses-all-areas")))
        if shown.marks is not None:
            ways.append(OpenMarks(study).labelled(texts.label("analyses-marks")))
        if shown.compares:
            ways.append(CompareWider(study).labelled(texts.label("analyses-compare")))
        elif shown.years:
            ways.append(CompareYears(study).labelled(texts.label("analyses-compare")))
        if shown.head.leads:
            ways.append(OpenClasses(study).labelled(texts.label("analyses-by-classes")))
        elif self.teaches:
            ways.append(OpenMyClasses().labelled(texts.label("analyses-my-classes")))
        if shown.head.summary_id is not None:
            ways.append(OpenFiles(study).labelled(texts.label("analyses-files")))
        return in_rows(ways, columns=2)


@dataclass(frozen=True)
class AreasShown(Screen):
    """All areas of a study in the order of the file."""

    head: Head
    areas: tuple[Area, ...]
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Show one page."""
        study = self.head.study_id
        keys = [_back(study, texts)]
        if self.head.summary_id is not None:
            table = OpenTable(self.head.summary_id, 0)
            keys.insert(0, table.labelled(texts.label("analyses-table")))
        return areas_page(
            head_line(self.head, texts),
            self.areas,
            self.page,
            texts,
            opens=lambda index: OpenArea(study, index),
            turn=lambda number: OpenAreas(study, number),
            exits=tuple(keys),
        )


@dataclass(frozen=True)
class MarksShown(Screen):
    """Marks by share, the three usual figures with their meaning, the journal."""

    view: MarksView

    def render(self, texts: Texts) -> Message:
        """Show them."""
        head = self.view.head
        lines: list[Markup] = [head_line(head, texts)]
        told = self.view.marks
        if told is None:
            lines.append(texts("analyses-marks-too-few"))
        else:
            lines += _marks_lines(told, texts)
            lines += self._hints(texts)
        text = ""
        while lines:
            text = "\n".join(lines)
            if len(visible_text(text)) <= SCREEN_LIMIT:
                break
            lines.pop()
        return Message(text, ((_back(head.study_id, texts),), (to_menu(texts),)))

    def _hints(self, texts: Texts) -> Iterator[Markup]:
        known = [one for one in self.view.hints if texts.has(_hint_text(one.code))]
        if known:
            yield texts("analyses-hints")
        for one in known:
            yield texts(_hint_text(one.code), **one.params)


def _lines(shown: Overview, limit: int, texts: Texts) -> Iterator[Markup]:
    head = shown.head
    yield head_line(head, texts)
    if head.pooled is not None:
        yield texts("analyses-pooled", by=head.pooled.by, n=head.pooled.n)
    elif shown.areas == 0:
        yield texts("analyses-no-areas", why=_why_no_areas(head))
    if shown.difference != "unknown" and shown.peer_level is not None:
        yield texts(
            "summary-difference",
            difference=shown.difference,
            level=shown.peer_level,
            wide=head.wide,
        )
    if shown.areas and not shown.hard:
        yield texts("summary-nothing-hard", tasks=shown.areas)
    works = 0 if head.pooled else head.n
    yield from areas_block(shown.hard, shown.best, works, limit, texts)
    if shown.marks is not None:
        own = shown.marks.own
        yield texts("analyses-figures", passed=own.passed, quality=own.quality, sou=own.sou)


def _why_no_areas(head: Head) -> str:
    if head.summary_id is None:
        return "marks"
    return "few"


def _marks_lines(told: MarksTold, texts: Texts) -> Iterator[Markup]:
    two, three, four, five = told.percents
    yield texts("analyses-marks-shares", n=told.n, two=two, three=three, four=four, five=five)
    peer = _nearest(told)
    for name in ("passed", "quality", "sou"):
        beside = getattr(peer.figures, name) if peer else 0
        yield texts(
            f"analyses-{name}",
            value=getattr(told.own, name),
            peer=beside,
            peer_level=peer.level if peer else "none",
        )
    if told.twos_since is not None:
        two = told.percents[0]
        yield texts("analyses-twos", since=told.twos_since, was=told.twos_was or 0, now=two)
    if told.journal is not None:
        yield _journal_line(told.journal, texts)


def _nearest(told: MarksTold) -> PeerFigures | None:
    by_level = {one.level: one for one in told.peers}
    return next((by_level[one] for one in NEAREST if one in by_level), None)


def _journal_line(journal: Journal, texts: Texts) -> Markup:
    return texts(
        "analyses-journal",
        lowered=journal.lowered,
        confirmed=journal.confirmed,
        raised=journal.raised,
        far=journal.far or 0,
        peer=journal.peer_raised or 0,
        peer_level=journal.peer_level or "none",
    )


def _hint_text(code: str) -> str:
    return f"analyses-hint-{code.replace('_', '-')}"


def _back(study_id: int, texts: Texts) -> Key:
    return OpenAnalysis(study_id).labelled(texts.label("analyses-back"))


def _exits(texts: Texts) -> tuple[Key, ...]:
    return (ListStudies().labelled(texts.label("analyses-to-list")), to_menu(texts))
