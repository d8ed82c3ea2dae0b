"""Two percents of two sets of works: how far apart they are, and whether chance alone does it."""

from __future__ import annotations

import math

from services.analysis.completion import Figure
from services.analysis.intervals import CONFIDENCE, wilson


def change_interval(now: Figure, was: Figure) -> tuple[float, float]:
    """95 % interval of `now` − `was` in percentage points.

    Newcombe's from two Wilson intervals (1998, method 10) for shares, Welch's for many-point
    tasks.
    """
    if _is_share(now) or _is_share(was):
        return shares_interval(now.percent, now.n, was.percent, was.n)
    from scipy.special import stdtrit

    error, freedom = _welch(now, was)
    half = float(stdtrit(freedom, (1 + CONFIDENCE) / 2)) * error
    difference = now.percent - was.percent
    return max(-100.0, difference - half), min(100.0, difference + half)


def shares_interval(percent: float, n: int, other: float, other_n: int) -> tuple[float, float]:
    """Newcombe's 95 % interval of `percent` − `other`, two shares in percents."""
    (low, high), (other_low, other_high) = wilson(percent, n), wilson(other, other_n)
    below = math.hypot(percent - low, other_high - other)
    above = math.hypot(high - percent, other - other_low)
    difference = percent - other
    return max(-100.0, difference - below), min(100.0, difference + above)


def change_p_value(now: Figure, was: Figure) -> float:
    """Two-sided p of "nothing changed": the pooled z-test of two shares, Welch's t for points."""
    if _is_share(now) or _is_share(was):
        return shares_p_value(now.percent, now.n, was.percent, was.n)
    from scipy.special import stdtr

    error, freedom = _welch(now, was)
    return 2 * float(stdtr(freedom, -abs(now.percent - was.percent) / error))


def shares_p_value(percent: float, n: int, other: float, other_n: int) -> float:
    """Two-sided p of the pooled z-test of two shares."""
    from scipy.special import ndtr

    pooled = (n * percent + other_n * other) / (n + other_n)
    error = math.sqrt(pooled * (100 - pooled) * (1 / n + 1 / other_n))
    if error < 1e-9:
        return 1.0
    return 2 * float(ndtr(-abs(percent - other) / error))


def rest_of(percent: float, n: int, whole: float, whole_n: int) -> tuple[float, int] | None:
    """Percent and works of a place without ours, since ours are among its works.

    None where nothing is left. Rounded reports may leave a percent a little beyond 0 or 100.
    """
    rest = whole_n - n
    if rest <= 0:
        return None
    return max(0.0, min(100.0, (whole_n * whole - n * percent) / rest)), rest


def _is_share(figure: Figure) -> bool:
    moments = figure.moments
    return moments is None or moments.most == 1 or moments.spread == 0


def _welch(now: Figure, was: Figure) -> tuple[float, float]:
    """Standard error and degrees of freedom (Welch and Satterthwaite)."""
    assert now.moments  # noqa: S101 - a figure without them is a share
    assert was.moments  # noqa: S101
    one, other = now.moments.spread**2, was.moments.spread**2
    freedom = (one + other) ** 2 / (one**2 / (now.n - 1) + other**2 / (was.n - 1))
    return math.sqrt(one + other), freedom
