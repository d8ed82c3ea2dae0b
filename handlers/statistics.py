"""/stats: counts, time to answer, satisfaction; what is too small is not shown."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.commands import role_command
from handlers.difficulties.wording import lines
from handlers.help import help_line
from handlers.menu import menu_entry, to_menu
from handlers.old_buttons import opens_now
from handlers.ui.buttons import Button
from handlers.ui.context import Context
from handlers.ui.outcome import Outcome
from handlers.ui.routes import Routes
from handlers.ui.screens import Message, Screen
from handlers.ui.texts import Markup, Texts
from services.access import RULES, Action
from services.difficulties.labels import group_label
from services.disclosure import Cell
from services.statistics import Period, Share, Statistics, statistics

routes = Routes()
READERS = RULES[Action.SEE_STATISTICS]


@dataclass(frozen=True, slots=True)
class ShowStatistics(Button):
    """The figures; by group of difficulty or as a whole, of the month or the school year."""

    prefix = "stat"
    year: bool = False
    by_group: bool = False


@dataclass(frozen=True)
class StatisticsShown(Screen):
    """The figures of one period."""

    figures: Statistics
    year: bool = False
    by_group: bool = False

    def render(self, texts: Texts) -> Message:
        """Where, when, how many, how fast, how well."""
        period = self.figures.year if self.year else self.figures.month
        name = "statistics-year" if self.year else "statistics-month"
        body = lines(
            texts("statistics-head", place=self.figures.place),
            texts(name, since=self.figures.since),
            *(_groups(texts, period) if self.by_group else _whole(texts, period)),
        )
        other = ShowStatistics(year=not self.year, by_group=self.by_group)
        view = ShowStatistics(year=self.year, by_group=not self.by_group)
        return Message(
            body,
            rows=(
                (
                    other.labelled(
                        texts.label("statistics-to-month" if self.year else "statistics-to-year")
                    ),
                ),
                (
                    view.labelled(
                        texts.label(
                            "statistics-to-whole" if self.by_group else "statistics-to-groups"
                        )
                    ),
                ),
                (to_menu(texts),),
            ),
        )


menu_entry(READERS, 300, "statistics-menu", ShowStatistics())
role_command(READERS, 300, "stats")
help_line(READERS, 300, "statistics-help")


@routes.command("stats")
@opens_now("stat")
def stats(context: Context) -> Outcome:
    """The last thirty days."""
    return StatisticsShown(statistics(context.work))


@routes.press(ShowStatistics)
def stats_pressed(context: Context, button: ShowStatistics) -> Outcome:
    """Another view."""
    return StatisticsShown(statistics(context.work), button.year, button.by_group)


def _whole(texts: Texts, period: Period) -> tuple[Markup, ...]:
    hours = "statistics-hours" if period.hours is not None else "statistics-hours-few"
    return (
        *_counts(texts, period),
        texts(hours, hours=_plain(period.hours or 0.0)),
        _share(texts, "statistics-satisfied", period.satisfied),
        _share(texts, "statistics-worked", period.worked),
    )


def _counts(texts: Texts, period: Period) -> tuple[Markup, ...]:
    """The counts, a line each; one sentence in place of those that are kept back."""
    counts = {
        "statistics-reported": period.reported,
        "statistics-answered": period.answered,
        "statistics-waiting": period.waiting,
        "statistics-late": period.late,
    }
    shown = tuple(
        texts(name, value=told(texts, cell)) for name, cell in counts.items() if cell.told
    )
    if len(shown) == len(counts):
        return shown
    return (*shown, texts("statistics-kept-back" if shown else "statistics-all-kept-back"))


def _plain(hours: float) -> float:
    """One decimal at most, so that the noun agrees with what is seen."""
    rounded = round(float(hours), 1)
    return int(rounded) if rounded.is_integer() else rounded


def _groups(texts: Texts, period: Period) -> tuple[Markup, ...]:
    """The kinds with their counts, the most frequent first; the rest in one line."""
    exact = sorted(
        ((group, count) for group, count in period.groups if count.exact),
        key=lambda one: -one[1].count,
    )
    rest = [count for _, count in period.groups if not count.exact]
    name = "statistics-rest-few" if all(count.told for count in rest) else "statistics-rest"
    return (
        *(
            texts(
                "statistics-group",
                group=group_label(group, texts.language) or texts.label("statistics-own-words"),
                value=told(texts, count),
            )
            for group, count in exact
        ),
        *([texts(name, none="true" if not exact else "false")] if rest else []),
    )


def told(texts: Texts, cell: Cell) -> Markup:
    """A count, or the words for one that is not told."""
    return texts("statistics-cell", how=cell.how.value.replace("_", "-"), count=cell.count)


def _share(texts: Texts, name: str, share: Share | None) -> Markup:
    if share is None:
        return texts(f"{name}-few")
    return texts(
        name, percent=round(share.percent), low=round(share.low), high=round(share.high), n=share.n
    )
