"""Where marks begin on the scale of first scores, and how many works stand right there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from services.results.model import Group

_MARKS = (3, 4, 5)
_ROUNDING = 0.2


@dataclass(frozen=True, slots=True)
class Window:
    """Works on the last score of a mark and on the first of the next, by the latter."""

    below: Mapping[int, int]
    at: Mapping[int, int]

    @property
    def n(self) -> int:
        """How many works stand within a point of a boundary."""
        return sum(self.below.values()) + sum(self.at.values())

    @property
    def percent(self) -> float:
        """Percent of them that just reached the mark."""
        return 100 * sum(self.at.values()) / self.n


def boundaries(
    totals: Counter[tuple[int | None, float]], region: Group | None = None
) -> tuple[int, ...]:
    """First scores that marks begin with: as the region's shares tell, else as our works show.

    Our works show it where all below have a lower mark; an empty score between is nobody's, as it
    would be if everyone had been lifted over the boundary, but not two. Where marks and scores
    contradict each other nothing is said.
    """
    told = _of_shares(region) if region else {}
    starts = (told.get(mark, _shown(totals, mark)) for mark in _MARKS)
    return tuple(start for start in starts if start is not None)


def _shown(totals: Counter[tuple[int | None, float]], mark: int) -> int | None:
    own = [total for given, total in totals if given == mark]
    lower = [total for given, total in totals if given and given < mark]
    if own and lower and max(lower) < min(own) <= max(lower) + 2:
        return int(min(own))
    return None


def _of_shares(group: Group) -> dict[int, int]:
    """The score whose lower scores sum up to the shares of the lower marks."""
    found: dict[int, int] = {}
    scores = sorted((int(score), percent) for score, percent in group.points.items())
    for mark in _MARKS if group.marks else ():
        lower = sum(percent for name, percent in group.marks.items() if int(name) < mark)
        below = 0.0
        for score, percent in scores:
            # Rounded percents never sum up exactly; a score of next to nobody decides nothing.
            if abs(below - lower) <= _ROUNDING < percent / 2:
                found[mark] = score
            below += percent
    return found


def window(totals: Counter[tuple[int | None, float]], starts: tuple[int, ...]) -> Window:
    """The works around the boundaries."""
    scores: Counter[int] = Counter()
    for (_mark, total), count in totals.items():
        scores[int(total)] += count
    return Window({x: scores[x - 1] for x in starts}, {x: scores[x] for x in starts})


def expected(own: Window, points: Mapping[str, float]) -> float | None:
    """Percent that would just reach a mark if ours were spread as `points`, percents by score.

    None where these tell nothing of a boundary we have works at.
    """
    reached = 0.0
    for start, at in own.at.items():
        works = at + own.below[start]
        usual, below = points.get(str(start), 0.0), points.get(str(start - 1), 0.0)
        if works and not usual + below:
            return None
        reached += works * usual / (usual + below) if works else 0.0
    return 100 * reached / own.n if own.n else None
