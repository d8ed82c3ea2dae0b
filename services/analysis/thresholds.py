"""Where a task's completion is enough and where it is not; defaults come from a data file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from services.analysis.rulesfile import Table, ThresholdsInvalid, overlaid

_FAMILY = "vpr"
_SECTIONS = ("judging", "marks", "hints")


@dataclass(frozen=True, slots=True)
class Threshold:
    """Percents: `sufficient` and above is enough, below `deficit` is not."""

    sufficient: float
    deficit: float


class _InForce:
    """What this process decides by: the operator's file where there is one."""

    table: Table | None = None


def decide_by(path: Path | None) -> None:
    """Let an operator's file decide in this process; None is what we ship.

    Raises OSError without the file, ThresholdsInvalid when its content cannot be meant.
    """
    _InForce.table = None if path is None else overlaid(_shipped(), path)
    if path is not None:
        Thresholds.for_exam(_FAMILY)


def _defaults() -> Table:
    return _InForce.table or _shipped()


@cache
def _shipped() -> Table:
    source = resources.files(__package__).joinpath("thresholds.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _from(section: str, name: str) -> Any:
    return field(default_factory=lambda: _defaults()[section][name])


@dataclass(frozen=True, slots=True)
class Thresholds:
    """All that decides a status, a confidence or a hint; thresholds.toml says what each is.

    `levels` by the letter of the level; differences are corrected by Benjamini and Hochberg.
    """

    levels: Mapping[str, Threshold] = field(default_factory=lambda: _levels(_defaults(), _FAMILY))
    smallest_n: int = _from("judging", "smallest_n")
    significance: float = _from("judging", "significance")
    many_tasks: int = _from("judging", "many_tasks")
    often_skipped: float = _from("judging", "often_skipped")
    reports_agree_within: float = _from("judging", "reports_agree_within")
    pooled_years: int = _from("judging", "pooled_years")
    twos_growth: float = _from("marks", "twos_growth")
    far_from_journal: int = _from("marks", "far_from_journal")
    raised_excess: float = _from("hints", "raised_excess")
    pile_excess: float = _from("hints", "pile_excess")
    drop_excess: float = _from("hints", "drop_excess")
    drop_grades: tuple[int, ...] = field(
        default_factory=lambda: tuple(_defaults()["hints"]["drop_grades"])
    )

    @classmethod
    def for_exam(cls, kind: str, exam: str | None = None) -> Thresholds:
        """The defaults for a kind of result file and the name of its exam."""
        return cls._of(_defaults(), kind, exam)

    @classmethod
    def from_file(
        cls, path: Path | str | None, kind: str = "", exam: str | None = None
    ) -> Thresholds:
        """The defaults with what an operator's file says anew; None is no file.

        Raises OSError without the file, ThresholdsInvalid when its content cannot be meant.
        """
        if path is None:
            return cls.for_exam(kind, exam)
        return cls._of(overlaid(_defaults(), path), kind, exam)

    @classmethod
    def _of(cls, table: Table, kind: str, exam: str | None) -> Thresholds:
        families = table["families"]
        family = families.get(exam or "", families.get(kind, _FAMILY))
        if family not in table["levels"]:
            raise ThresholdsInvalid(f"families: no levels.{family}")
        numbers = {name: value for section in _SECTIONS for name, value in table[section].items()}
        grades = tuple(numbers.pop("drop_grades"))
        return cls(levels=_levels(table, family), drop_grades=grades, **numbers)


def _levels(table: Table, family: str) -> Mapping[str, Threshold]:
    return {level: Threshold(*pair) for level, pair in table["levels"][family].items()}


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
