"""The summary in its group, the table behind it in private, the list of summaries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handlers.menu import to_menu
from handlers.results.buttons import (
    AskForSource,
    OpenSummaries,
    OpenTable,
    SendAFile,
    VoteOnFinding,
    WhyNotByTeacher,
)
from handlers.results.wording import title_line
from handlers.ui.buttons import Key, Rows
from handlers.ui.layout import SCREEN_LIMIT, choices, in_rows
from handlers.ui.paging import fitted_page, page_line, page_of, paged_rows, rows_left
from handlers.ui.screens import FileRef, Message, Screen
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from services.studies import Title
from services.summaries import (
    Choice,
    FindingTally,
    FindingView,
    Listed,
    SummaryView,
    Table,
    TaskRow,
)

SKILL_LENGTHS = (160, 110, 80, 60, 48, 40)
"""A skill is cut to the first of these that lets the summary fit one screen."""


@dataclass(frozen=True)
class SummaryInGroup(Screen):
    """One picture, three findings, one question; never classes, never teachers."""

    view: SummaryView

    def render(self, texts: Texts) -> Message:
        """Show it so that the words fit under the picture."""
        key = self.view.picture_key
        name = texts.label("results-picture-name", number=self.view.id)
        return Message(
            _caption(self.view, texts),
            _summary_rows(self.view, texts),
            photo=None if key is None else FileRef(key, name),
        )


@dataclass(frozen=True)
class TaskTable(Screen):
    """All tasks of a study with intervals, thresholds and the origin of the figures."""

    table: Table
    page: int = 0

    def render(self, texts: Texts) -> Message:
        """Show one page."""
        view = self.table.view
        head = texts(
            "summary-table-head",
            title=title_line(view.title, texts),
            place=self.table.place,
            n=view.n,
        )
        foot = _origin(self.table, texts)
        if not view.judged:
            return Message("\n".join([head, texts("summary-too-few"), foot]), _table_exits(texts))
        lines = [_task_line(row, texts) for row in self.table.rows]
        room = SCREEN_LIMIT - len(visible_text(f"{head}{foot}")) - 25
        page = fitted_page(lines, self.page, length=lambda one: len(visible_text(one)), room=room)
        words = [head, *page.items, foot, page_line(page, texts)]
        rows = paged_rows(
            (), page, lambda number: OpenTable(view.id, number), texts, exits=_exit_keys(texts)
        )
        return Message("\n".join(filter(None, words)), rows)


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


@dataclass(frozen=True)
class VotesOnSummary(Screen):
    """What members said of the findings; for the head of the association."""

    summary_id: int
    title: Title
    findings: tuple[FindingTally, ...]

    def render(self, texts: Texts) -> Message:
        """Show how the votes stand."""
        lines = [texts("summary-gathered", title=title_line(self.title, texts))]
        for number, one in enumerate(self.findings, 1):
            skill = one.skill or texts.label("summary-task", code=one.code)
            lines.append(
                texts(
                    "summary-gathered-finding",
                    number=number,
                    skill=shortened(skill, 60),
                    plan=one.plan,
                    not_ours=one.not_ours,
                    help=one.help,
                )
            )
        lines.append(texts("summary-association-decides"))
        table = OpenTable(self.summary_id, 0).labelled(texts.label("results-open-table"))
        return Message("\n".join(lines), in_rows([table], exits=[to_menu(texts)]))


@dataclass(frozen=True)
class NoFiguresByTeacher(Screen):
    """The refusal of figures of single teachers, classes or schools, with its reason."""

    asked: str
    """teachers | classes | schools | quotas"""

    def render(self, texts: Texts) -> Message:
        """Refuse and offer what there is."""
        keys = [
            OpenSummaries(0).labelled(texts.label("summary-hard-topics")),
            WhyNotByTeacher().labelled(texts.label("summary-grounds")),
        ]
        return Message(
            texts(f"summary-refuse-{self.asked}"),
            in_rows(keys, exits=[to_menu(texts)], columns=1),
        )


@dataclass(frozen=True)
class GroundsOfRefusal(Screen):
    """Where it is written."""

    def render(self, texts: Texts) -> Message:
        """Say it."""
        keys = [OpenSummaries(0).labelled(texts.label("summary-hard-topics"))]
        return Message(texts("summary-grounds-text"), in_rows(keys, exits=[to_menu(texts)]))


def shortened(words: str, limit: int) -> str:
    """The words, cut at a space with an ellipsis when they are longer than `limit`."""
    if len(words) <= limit:
        return words
    cut = words[: limit - 1]
    whole = cut.rpartition(" ")[0] or cut
    return f"{whole.rstrip(' ,;:.')}…"


def skill_of(finding: FindingView | TaskRow, texts: Texts, limit: int = 160) -> str:
    """The skill in words; without a catalogue the task's number stands for it."""
    if not finding.skill:
        return texts.label("summary-task", code=finding.code)
    return shortened(finding.skill, limit)


def _caption(view: SummaryView, texts: Texts) -> str:
    caption = ""
    for limit in SKILL_LENGTHS:
        caption = "\n".join(_lines(view, limit, texts))
        if len(visible_text(caption)) <= SCREEN_LIMIT:
            break
    return caption


def _lines(view: SummaryView, limit: int, texts: Texts) -> Iterator[Markup]:
    yield texts(
        "summary-title", title=title_line(view.title, texts), n=view.n, schools=view.schools
    )
    if view.change is not None:
        yield texts("summary-changed", change=view.change)
    if not view.judged:
        yield texts("summary-too-few")
        return
    # What is common to all goes first: otherwise people look for guilt.
    if view.difference != "unknown" and view.peer_level is not None:
        yield texts(
            "summary-difference",
            difference=view.difference,
            level=view.peer_level,
            wide=view.wide,
        )
    common = _common_certainty(view.findings)
    if view.findings:
        yield texts("summary-hard", certainty=common or "mixed")
    else:
        yield texts("summary-nothing-hard", tasks=view.tasks)
    for number, finding in enumerate(view.findings, 1):
        certainty = "said" if common else _certainty(finding)
        yield _finding_line(number, finding, view.n, limit, certainty, texts)
    yield texts(
        "summary-question",
        question=view.question,
        demand=view.question_demand,
        task=view.question_task,
    )


def _certainty(finding: FindingView) -> str:
    """How far a finding can be leaned on; at the threshold itself there is nothing to lean on."""
    return "border" if finding.status == "uncertain" else finding.confidence


def _common_certainty(findings: tuple[FindingView, ...]) -> str | None:
    """What holds for all findings and is said once; None where they differ."""
    found = {_certainty(finding) for finding in findings}
    return found.pop() if len(found) == 1 and len(findings) > 1 else None


def _finding_line(
    number: int, finding: FindingView, n: int, limit: int, certainty: str, texts: Texts
) -> Markup:
    return texts(
        "summary-finding",
        number=number,
        skill=skill_of(finding, texts, limit),
        place=_place_of(finding, texts),
        percent=finding.percent,
        low=finding.low,
        high=finding.high,
        others=finding.n if finding.n != n else 0,
        peer=finding.peer or 0,
        peer_level=finding.peer_level or "none",
        certainty=certainty,
    )


def _place_of(row: FindingView | TaskRow, texts: Texts) -> str:
    """Which task it is and of what level; the number not twice when it stands for the skill."""
    if row.level is None:
        return texts.label("summary-number", code=row.code) if row.skill else ""
    if not row.skill:
        return texts.label("summary-level", level=row.level)
    return texts.label("summary-number-level", code=row.code, level=row.level)


def _task_line(row: TaskRow, texts: Texts) -> Markup:
    return texts(
        "summary-row",
        place=_place_of(row, texts),
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


def _summary_rows(view: SummaryView, texts: Texts) -> Rows:
    votes = tuple(
        tuple(
            VoteOnFinding(view.id, number, choice).labelled(
                texts.label("summary-vote", number=str(number), choice=choice.value)
            )
            for choice in Choice
        )
        for number in range(1, len(view.findings) + 1)
    )
    last = [AskForSource(view.id).labelled(texts.label("summary-source"))]
    if texts.bot:
        link = f"https://t.me/{texts.bot}?start=s_{view.id}"
        last.append(Key(texts.label("summary-more"), url=link))
    return (*votes, tuple(last))


def _table_exits(texts: Texts) -> Rows:
    return in_rows([], exits=_exit_keys(texts))


def _exit_keys(texts: Texts) -> list[Key]:
    return [OpenSummaries(0).labelled(texts.label("results-all")), to_menu(texts)]


def _opening(one: Listed, many: bool, texts: Texts) -> Key:
    words = texts.label(
        "summary-list-key",
        title=title_line(one.title, texts, short=True),
        place=shortened(one.place, 30),
        many="yes" if many else "no",
    )
    return OpenTable(one.summary_id, 0).labelled(words)
