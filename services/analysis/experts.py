"""What the operator's experts say instead of our defaults, in this process and its workers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from services.analysis.catalogue import look_first_in
from services.analysis.thresholds import decide_by


@dataclass(frozen=True, slots=True)
class Experts:
    """Their thresholds and their task catalogues, where there are any."""

    thresholds: Path | None = None
    catalogues: Path | None = None


NOBODY = Experts()


def listen_to(experts: Experts) -> None:
    """Judge by them from now on in this process; raises what `decide_by` raises."""
    decide_by(experts.thresholds)
    look_first_in(experts.catalogues)
