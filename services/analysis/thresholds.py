"""Where a task's completion is enough and where it is not; defaults come from a data file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Threshold:
    """Percents: `sufficient` and above is enough, below `deficit` is not."""

    sufficient: float
    deficit: float


@cache
def _rules(name: str) -> Mapping[str, Threshold]:
    source = resources.files(__package__).joinpath("thresholds.toml")
    table = tomllib.loads(source.read_text(encoding="utf-8"))[name]
    return {level: Threshold(*values) for level, values in table.items()}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """All that decides a status and a confidence.

    `levels` by the letter of the level; below `smallest_n` works nothing is judged;
    from `many_tasks` compared at once differences are corrected (Benjamini and Hochberg);
    `often_skipped` is the percent of works without an attempt worth talking about.
    """

    levels: Mapping[str, Threshold] = field(default_factory=lambda: _rules("vpr"))
    smallest_n: int = 10
    significance: float = 0.05
    many_tasks: int = 24
    often_skipped: float = 20.0
    reports_agree_within: float = 0.5

    @classmethod
    def for_exam(cls, kind: str) -> Thresholds:
        """The defaults for a kind of result file."""
        return cls(levels=_rules("gia" if kind == "gia_protocol" else "vpr"))


def status_of(percent: float, level: str | None, rules: Thresholds) -> str:
    """The point against its threshold: deficit, uncertain, sufficient or unknown."""
    threshold = rules.levels.get(level or "")
    if threshold is None:
        return "unknown"
    if percent >= threshold.sufficient:
        return "sufficient"
    return "deficit" if percent < threshold.deficit else "uncertain"


def confidence_of(
    status: str, n: int, low: float, high: float, level: str | None, rules: Thresholds
) -> str:
    """How much the status can be leaned on: firm, likely, or low with too few works."""
    if n < rules.smallest_n:
        return "low"
    threshold = rules.levels.get(level or "")
    if threshold is None:
        return "likely"
    beyond = {
        "deficit": high < threshold.deficit,
        "sufficient": low >= threshold.sufficient,
        "uncertain": low >= threshold.deficit and high < threshold.sufficient,
    }
    return "firm" if beyond[status] else "likely"
