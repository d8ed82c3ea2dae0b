"""Every kind of file we know, in the order they are tried."""

from __future__ import annotations

from services.results.kinds import (
    gia_protocol,
    olympiad,
    own_template,
    staff,
    table,
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
    own_template.KIND,
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

LAST: tuple[Kind, ...] = (table.KIND,)
"""Tried where nothing of a file is of a known kind: beside one, a table is somebody's notes."""

__all__ = ["KINDS", "LAST", "Kind", "Reading"]
