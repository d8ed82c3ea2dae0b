"""Samples of forms: ours with its fields, for a place to make its own of."""

from __future__ import annotations

from dataclasses import dataclass

from services.access import Action
from services.errors import Forbidden
from services.jobs import Params
from services.keeping import lend
from services.notices import Notice, ToPerson
from services.papers.templates import keeper
from services.papers.told import PaperKind
from services.papers.writing import Written
from services.work import Work


@dataclass(frozen=True)
class SampleReady(Notice):
    """A sample is made; `file_key` finds it in the store."""

    kind: PaperKind
    file_key: str
    file_name: str


@dataclass(frozen=True)
class SampleFailed(Notice):
    """A sample could not be made."""

    kind: PaperKind


def ask(work: Work, kind: PaperKind) -> None:
    """Have the sample of a kind of paper made for the actor."""
    if keeper(work) is None:
        raise Forbidden(action=Action.KEEP_TEMPLATES.value)
    person_id = work.actor.person_id
    params = {"kind": kind.value, "person_id": person_id}
    work.later("papers.sample", params, key=f"sample:{kind.value}:{person_id}")


def made(work: Work, params: Params, result: Written) -> None:
    """Keep the sample and give it to whoever asked."""
    key = lend(work, result.content)
    notice = SampleReady(PaperKind(params["kind"]), key, result.name)
    work.tell(ToPerson(params["person_id"]), notice)


def not_made(work: Work, params: Params, _error: str) -> None:
    """Say that it did not work."""
    work.tell(ToPerson(params["person_id"]), SampleFailed(PaperKind(params["kind"])))
