"""In private: the table behind a summary, the list of summaries, what is refused and why."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.analyses.buttons import AnalyseSummary
from handlers.decisions.buttons import Decide
from handlers.menu import to_menu
from handlers.results.buttons import (
    OpenSummaries,
    OpenTable,
    SendAFile,
)
from handlers.results.group_screen import place_of, pooled_line, shortened, skill_of
from handlers.results.wording import title_line
from handlers.ui.buttons import Key
from handlers.ui.layout import SCREEN_LIMIT, choices, in_rows
from handlers.ui.paging import fitted_page, page_line, page_of, paged_rows, rows_left
from handlers.ui.screens import Message, Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from services.summaries import Listed, Table, TaskRow


@dataclass(frozen=True)
class TaskTable(Screen):
    """All tasks of a study with intervals, thresholds and the origin of the figures."""

    table: Table
    page: int = 0
    decides: bool = False
    """Whether the reader leads the association: a decision may be written down at any time."""

    def render(self, texts: Texts) -> Message:
        """Show one page."""
        view = self.table.view
        head = texts(
            "summary-table-head",
            title=title_line(view.title, texts),
            place=self.table.place,
            n=view.n,
        )
        if view.pooled is not None:
            head = Markup(f"{head}\n{pooled_line(view.pooled, texts)}")
        foot = _origin(self.table, texts)
        if not view.judged:
            few = [head, texts("summary-too-few"), foot]
            return Message("\n".join(few), in_rows([], exits=self._exits(texts)))
        lines = [_task_line(row, texts) for row in self.table.rows]
        room = SCREEN_LIMIT - len(visible_text(f"{head}{foot}")) - 25
        page = fitted_page(lines, self.page, length=lambda one: len(visible_text(one)), room=room)
        words = [head, *page.items, foot, page_line(page, texts)]
        rows = paged_rows(
            (), page, lambda number: OpenTable(view.id, number), texts, exits=self._exits(texts)
        )
        return Message("\n".join(filter(None, words)), rows)

    def _exits(self, texts: Texts) -> list[Key]:
        """On to the topics one by one, out of the table; whoever leads also to the decision."""
        view = self.table.view
        decide = Decide(view.id).labelled(texts.label("decision-write-down"))
        ways = [
            AnalyseSummary(view.id).labelled(texts.label("analyses-by-topic")),
            OpenSummaries(0).labelled(texts.label("results-all")),
            to_menu(texts),
        ]
        return [decide, *ways] if self.decides and view.findings else ways


@dataclass(frozen=True)
class SummaryList(Screen):
    """The summaries a person may open."""

    listed: tuple[Listed, ...]
    page: int
    uploads: bool
    """Whether this person may load results."""

    def render(self, texts: Texts) -> Message:
        """Show one page of them."""
        send = SendAFile().labelled(texts.label("results-send-file"))
        exits = [send, to_menu(texts)] if self.uploads else [to_menu(texts)]
        if not self.listed:
            key = "summary-none-yet-upload" if self.uploads else "summary-none-yet"
            return Message(texts(key), in_rows([], exits=exits))
        page = page_of(self.listed, self.page, size=rows_left(len(exits)))
        many = len({one.place for one in self.listed}) > 1
        shown = choices([_opening(one, many, texts) for one in page.items], first=page.first + 1)
        words = [texts("summary-list"), shown.text, page_line(page, texts)]
        return Message(
            "\n".join(filter(None, words)),
            paged_rows(shown.rows, page, OpenSummaries, texts, exits=exits),
        )


def _task_line(row: TaskRow, texts: Texts) -> Markup:
    return texts(
        "summary-row",
        place=place_of(row, texts),
        skill=skill_of(row, texts, 60),
        percent=row.percent,
        low=row.low,
        high=row.high,
        peer=row.peer or 0,
        peer_level=row.peer_level or "none",
        status=row.status,
    )


def _origin(table: Table, texts: Texts) -> Markup:
    source = table.source
    enough = {row.level: row.threshold for row in table.rows if row.level and row.threshold}
    told = [
        texts.label("summary-enough", level=level, percent=percent)
        for level, percent in enough.items()
    ]
    return texts(
        "summary-origin",
        known="yes" if told else "no",
        enough=", ".join(told),
        kind=source.kinds[0],
        more=len(source.kinds) - 1,
        at=source.sent_at,
        works=source.works,
        dropped=source.dropped,
    )


def _opening(one: Listed, many: bool, texts: Texts) -> Key:
    words = texts.label(
        "summary-list-key",
        title=title_line(one.title, texts, short=True),
        place=shortened(one.place, 30),
        many="yes" if many else "no",
    )
    return OpenTable(one.summary_id, 0).labelled(words)
