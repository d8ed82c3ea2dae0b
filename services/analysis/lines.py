"""What several reports of one study tell of the same places, put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from services.results.model import Exam, Group, Oddity

_WIDE = ("country", "region")


def united(exams: Iterable[Exam], within: float) -> tuple[tuple[Group, ...], list[Oddity]]:
    """A line per place with all that is told of it, and where two reports differ.

    `within` is how many percentage points they may differ by; the first one stands.
    """
    found: dict[tuple[str, str], Group] = {}
    disagreements: list[Oddity] = []
    for exam in exams:
        for group in exam.groups:
            key = (group.level, "" if group.level in _WIDE else plain_name(group.name))
            before = found.get(key)
            if before is None:
                found[key] = group
                continue
            disagreements += differences(before.tasks, group.tasks, group.name, within)
            found[key] = replace(
                before,
                login=before.login or group.login,
                tasks={**group.tasks, **before.tasks},
                marks={**group.marks, **before.marks},
                journal={**group.journal, **before.journal},
                points={**group.points, **before.points},
            )
    return tuple(found.values()), disagreements


def differences(
    first: Mapping[str, float], second: Mapping[str, float], group: str, within: float
) -> list[Oddity]:
    """Tasks of a group that two reports tell differently."""
    told = {code: [round(first[code], 2), second[code]] for code in first if code in second}
    return [
        Oddity("reports_disagree", None, {"task": code, "group": group, "percents": percents})
        for code, percents in told.items()
        if abs(percents[0] - percents[1]) > within
    ]


def plain_name(text: str) -> str:
    """A name without what differs from one report to the next."""
    return " ".join(text.split()).casefold()
