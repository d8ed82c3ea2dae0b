"""95 % intervals of completion and tests against a known percent, all in percents 0-100."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Moments:
    """A task's scores in short: works, points earned, sum of squares, points possible per work."""

    n: int
    earned: float
    squares: float
    most: float

    @property
    def percent(self) -> float:
        """Σ earned / (n · max) · 100."""
        return 100 * self.earned / (self.n * self.most)

    @property
    def spread(self) -> float:
        """Standard error of the percent from the spread of the scores; 0 when there is none."""
        if self.n < 2:
            return 0.0
        variance = (self.squares - self.earned**2 / self.n) / (self.n - 1)
        # Equal scores may leave a rounding crumb instead of zero.
        if variance < 1e-12 * max(self.squares, 1.0):
            return 0.0
        return 100 * math.sqrt(variance / self.n) / self.most


def wilson(percent: float, n: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """Wilson's score interval of a share (Wilson 1927).

    Used for one-point tasks, and for percents known without scores: a many-point task spreads
    less than a share does, so there it is only too wide, never too narrow. Units of work ask for
    it too, so it loads nothing.
    """
    share = percent / 100
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    shrink = 1 + z * z / n
    centre = (share + z * z / (2 * n)) / shrink
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / shrink
    return max(0.0, 100 * (centre - half)), min(100.0, 100 * (centre + half))


def interval(moments: Moments, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """Wilson for one-point tasks, Student's t on pupils' scores for many-point ones.

    Scores without any spread give t nothing to measure; Wilson stands in.
    """
    spread = moments.spread
    if moments.most == 1 or spread == 0:
        return wilson(moments.percent, moments.n, confidence)
    from scipy.special import stdtrit

    half = float(stdtrit(moments.n - 1, (1 + confidence) / 2)) * spread
    return max(0.0, moments.percent - half), min(100.0, moments.percent + half)


def p_value(moments: Moments, known: float) -> float:
    """Two-sided p of "our percent is `known`", by the test that the interval inverts."""
    difference = moments.percent - known
    spread = moments.spread
    if moments.most == 1 or spread == 0:
        return share_p_value(moments.percent, moments.n, known)
    from scipy.special import stdtr

    return 2 * float(stdtr(moments.n - 1, -abs(difference) / spread))


def share_p_value(percent: float, n: int, known: float) -> float:
    """Two-sided p of the score test of a share."""
    from scipy.special import ndtr

    error = math.sqrt(known * (100 - known) / n)
    if error == 0:
        return 1.0 if percent == known else 0.0
    return 2 * float(ndtr(-abs(percent - known) / error))


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """Adjusted p-values that keep the share of false alarms (Benjamini and Hochberg 1995)."""
    order = sorted(range(len(p_values)), key=lambda index: p_values[index], reverse=True)
    adjusted, smallest = [1.0] * len(p_values), 1.0
    for place, index in enumerate(order):
        smallest = min(smallest, p_values[index] * len(p_values) / (len(p_values) - place))
        adjusted[index] = smallest
    return adjusted
