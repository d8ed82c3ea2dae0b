"""Marks of works against marks of the journal; only counts, never whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from services.analysis.attainment import LEVELS
from services.analysis.study import Study
from services.analysis.thresholds import Thresholds
from services.results.model import Group

OUTCOMES = ("lowered", "confirmed", "raised")


@dataclass(frozen=True, slots=True)
class Gap:
    """Percents of works marked lower, equal and higher than the journal.

    `far_lowered` and `far_raised` count works that are far from it, None where only percents
    are known.
    """

    n: int
    lowered: float
    confirmed: float
    raised: float
    far_lowered: int | None = None
    far_raised: int | None = None

    @property
    def shares(self) -> dict[str, float]:
        """The three percents by name."""
        return dict(zip(OUTCOMES, (self.lowered, self.confirmed, self.raised), strict=True))

    @property
    def far(self) -> int | None:
        """How many works are far from the journal either way."""
        if self.far_lowered is None or self.far_raised is None:
            return None
        return self.far_lowered + self.far_raised


def gap(study: Study, rules: Thresholds) -> Gap | None:
    """The gap of our side: from works, else from a report's line on the school."""
    pairs = study.counts.journal if study.counts else {}
    if pairs:
        return _counted(Counter(pairs), rules.far_from_journal)
    groups = study.lines(lambda group: group.journal)
    return _pooled(groups) if groups else None


def peer_gaps(study: Study) -> dict[str, Gap]:
    """The gap in wider places by level, as far as reports tell of them."""
    found = {level: study.group(level) for level in LEVELS}
    return {level: _pooled([g]) for level, g in found.items() if g and g.journal}


def _counted(pairs: Counter[tuple[int, int]], far: int) -> Gap:
    differences: Counter[int] = Counter()
    for (mark, journal), count in pairs.items():
        differences[mark - journal] += count
    n = differences.total()
    lowered = sum(count for difference, count in differences.items() if difference < 0)
    raised = sum(count for difference, count in differences.items() if difference > 0)
    return Gap(
        n,
        100 * lowered / n,
        100 * (n - lowered - raised) / n,
        100 * raised / n,
        sum(count for difference, count in differences.items() if difference <= -far),
        sum(count for difference, count in differences.items() if difference >= far),
    )


def _pooled(groups: Sequence[Group]) -> Gap:
    n = sum(group.n for group in groups)
    # A lone line that does not say how many it counts still says its percents.
    weights = [group.n if n else 1 for group in groups]
    lowered, confirmed, raised = (
        sum(weight * g.journal.get(name, 0.0) for weight, g in zip(weights, groups, strict=True))
        / sum(weights)
        for name in OUTCOMES
    )
    return Gap(n, lowered, confirmed, raised)
