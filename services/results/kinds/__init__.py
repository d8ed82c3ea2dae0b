"""Every kind of file we know, in the order they are tried."""

from __future__ import annotations

from services.results.kinds import (
    gia_protocol,
    olympiad,
    staff,
    vpr_collection_form,
    vpr_individual,
    vpr_journal,
    vpr_marks,
    vpr_planned_results,
    vpr_primary_scores,
    vpr_task_completion,
    vpr_task_completion_by_marks,
)
from services.results.kinds.kind import Kind, Reading

KINDS: tuple[Kind, ...] = (
    vpr_individual.KIND,
    vpr_task_completion_by_marks.KIND,
    vpr_primary_scores.KIND,
    vpr_task_completion.KIND,
    vpr_planned_results.KIND,
    vpr_marks.KIND,
    vpr_journal.KIND,
    vpr_collection_form.KIND,
    gia_protocol.KIND,
    olympiad.KIND,
    staff.KIND,
)

__all__ = ["KINDS", "Kind", "Reading"]
