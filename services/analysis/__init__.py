"""Exams → what a school should talk about: figures, findings, one picture.

Heavy libraries are imported inside the functions that need them, so importing this is cheap.
"""

from __future__ import annotations

from services.analysis.completion import Figure, completion
from services.analysis.finding import (
    Finding,
    Source,
    Stand,
    Summary,
    summary_from_json,
    summary_to_json,
)
from services.analysis.inspection import inspect
from services.analysis.peers import Peer
from services.analysis.schools import municipality_summary, only_school, school_summary
from services.analysis.study import DifferentStudies, Study, merge, pool
from services.analysis.summary import summarise, weakest
from services.analysis.thresholds import Threshold, Thresholds

__all__ = [
    "DifferentStudies",
    "Figure",
    "Finding",
    "Peer",
    "Source",
    "Stand",
    "Study",
    "Summary",
    "Threshold",
    "Thresholds",
    "completion",
    "inspect",
    "merge",
    "municipality_summary",
    "only_school",
    "pool",
    "school_summary",
    "summarise",
    "summary_from_json",
    "summary_to_json",
    "weakest",
]
