"""How those with one mark did each task: what tells a «3» from a «4»."""

from __future__ import annotations

from services.analysis.completion import Figure, of_tally
from services.analysis.study import Study
from services.analysis.thresholds import Thresholds
from services.disclosure import parts

_UNMARKED = 0


def mark_groups(study: Study, rules: Thresholds) -> dict[int, dict[str, Figure]]:
    """Figures by mark and task code.

    A mark of fewer than five works is left out, and with it another where all together would
    give the small one away.
    """
    known = study.counts.by_mark if study.counts else {}
    tallies = {mark or _UNMARKED: tally for mark, tally in known.items()}
    # In the order of marks: which of two equal groups hides must not depend on that of works.
    cells = parts({mark: tallies[mark].works for mark in sorted(tallies)})
    return {
        mark: of_tally(study.own.tasks, tallies[mark], rules)
        for mark, cell in cells.items()
        if mark != _UNMARKED and cell.exact
    }
