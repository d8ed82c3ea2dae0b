"""Papers on order: written outside, kept in the store, told to whoever asked for them."""

from __future__ import annotations

from dataclasses import dataclass

from db.models.decisions import Decision, Paper
from db.models.results import Study, Summary
from services.access import Action, may
from services.errors import Forbidden, NotFound, ServiceError
from services.jobs import Params
from services.notices import Notice, ToPerson
from services.papers.inforce import template_of
from services.papers.telling import standing, told
from services.papers.told import PaperKind, Told
from services.papers.writing import Written
from services.scopes import place
from services.studies import Title, title
from services.work import Actor, Work


class NothingToReport(ServiceError):
    """The study has no figures yet: there is nothing to write about."""


@dataclass(frozen=True)
class PaperReady(Notice):
    """A paper is written; `file_key` finds it in the store.

    `own_template` says whose form it has: the place's own, ours, or ours because theirs failed
    ("own", "ours", "failed").
    """

    paper_id: int
    kind: PaperKind
    file_key: str
    file_name: str
    title: Title
    number: int
    decision_id: int | None
    study_id: int | None
    own_template: str


@dataclass(frozen=True)
class PaperFailed(Notice):
    """A paper could not be written; it can be ordered again."""

    paper_id: int
    kind: PaperKind


def order(
    work: Work, kind: PaperKind, *, decision_id: int | None = None, study_id: int | None = None
) -> int:
    """Have a paper written of a decision, or a report of a study; the paper's id.

    The actor gets a `PaperReady` when it is done. Raises Forbidden, NotFound, NothingToReport.
    """
    if decision_id is None and kind is not PaperKind.REPORT:
        raise ValueError("minutes and plans are written of decisions, reports of studies")
    study_id = _admit(work, decision_id, study_id)
    paper = Paper(
        kind=kind,
        decision_id=decision_id,
        study_id=study_id,
        person_id=work.actor.person_id,
        name="",
        made_at=work.now,
    )
    work.session.add(paper)
    work.session.flush()
    _have_written(work, paper)
    return paper.id


def order_again(work: Work, paper_id: int) -> PaperReady | PaperKind:
    """Have a paper written that could not be; only for whoever asked for it.

    One that is there after all is given at once, else the kind that is being written.
    """
    paper = _own(work, paper_id)
    if paper.file_key is not None:
        return _ready(work, paper, "ours" if paper.template_id is None else "own")
    _have_written(work, paper)
    return PaperKind(paper.kind)


def _own(work: Work, paper_id: int) -> Paper:
    """A paper the actor has asked for and may still have; raise NotFound, Forbidden."""
    paper = work.session.get(Paper, paper_id)
    if paper is None or paper.person_id is None or paper.person_id != work.actor.person_id:
        raise NotFound
    _admit(work, paper.decision_id, paper.study_id)
    return paper


def to_write(work: Work, params: Params) -> tuple[Told, str | None]:
    """What the paper tells, and the key of the template it is written into, if there is one."""
    paper = work.session.get_one(Paper, params["paper_id"])
    template = template_of(work, _path(work, paper), PaperKind(paper.kind))
    paper.template_id = None if template is None else template.id
    return told(work, paper), None if template is None else template.file_key


def written(work: Work, params: Params, result: Written) -> None:
    """Keep the paper and give it to whoever asked."""
    paper = work.session.get_one(Paper, params["paper_id"])
    if work.files is None:
        raise ValueError("this work has no file store")
    paper.file_key, paper.name, paper.made_at = (
        work.files.put(result.content),
        result.name,
        work.now,
    )
    form = "own" if result.by_template else "ours" if paper.template_id is None else "failed"
    if not result.by_template:
        paper.template_id = None
    work.session.flush()
    if paper.person_id is not None and _is_still_for(work, paper):
        work.tell(ToPerson(paper.person_id), _ready(work, paper, form))


def not_written(work: Work, params: Params, _error: str) -> None:
    """Say that it did not work, with a way to try again."""
    paper = work.session.get(Paper, params["paper_id"])
    if paper is not None and paper.person_id is not None:
        work.tell(ToPerson(paper.person_id), PaperFailed(paper.id, PaperKind(paper.kind)))


def _ready(work: Work, paper: Paper, form: str) -> PaperReady:
    """The notice of a paper that is there."""
    study = work.session.get_one(Study, paper.study_id)
    decision = work.session.get(Decision, paper.decision_id) if paper.decision_id else None
    return PaperReady(
        paper_id=paper.id,
        kind=PaperKind(paper.kind),
        file_key=paper.file_key or "",
        file_name=paper.name,
        title=title(study),
        number=decision.number if decision else 0,
        decision_id=paper.decision_id,
        study_id=paper.study_id,
        own_template=form,
    )


def _have_written(work: Work, paper: Paper) -> None:
    work.later("papers.write", {"paper_id": paper.id}, key=f"paper:{paper.id}")


def _is_still_for(work: Work, paper: Paper) -> bool:
    """Whether who asked for a paper may have it now: a role may have gone while it was written."""
    work.actor = Actor(paper.person_id)
    try:
        _admit(work, paper.decision_id, paper.study_id)
    except ServiceError:
        return False
    return True


def _admit(work: Work, decision_id: int | None, study_id: int | None) -> int:
    """Let the actor have a paper of a decision, else of a study; the study's id."""
    if decision_id is not None:
        return _admit_to_decision(work, decision_id)
    if study_id is None:
        raise ValueError("a paper is of a decision or of a study")
    _admit_to_study(work, study_id)
    return study_id


def _admit_to_decision(work: Work, decision_id: int) -> int:
    decision = work.session.get(Decision, decision_id)
    if decision is None:
        raise NotFound
    where = place(work.session, decision.association_id)
    if not may(work, Action.WRITE_PAPERS, where.path):
        raise Forbidden(action=Action.WRITE_PAPERS.value)
    return decision.study_id


def _admit_to_study(work: Work, study_id: int) -> None:
    study = work.session.get(Study, study_id)
    if study is None:
        raise NotFound
    summary = standing(work, study_id)
    paths = [place(work.session, study.scope_id).path]
    if summary is not None and summary.association_id is not None:
        paths.append(place(work.session, summary.association_id).path)
    if not any(may(work, Action.WRITE_PAPERS, path) for path in paths):
        raise Forbidden(action=Action.WRITE_PAPERS.value)
    if summary is None:
        raise NothingToReport


def _path(work: Work, paper: Paper) -> str:
    """The place whose form the paper takes: the association's, else the study's."""
    if paper.decision_id is not None:
        decision = work.session.get_one(Decision, paper.decision_id)
        return place(work.session, decision.association_id).path
    summary: Summary | None = standing(work, paper.study_id or 0)
    if summary is not None and summary.association_id is not None:
        return place(work.session, summary.association_id).path
    return place(work.session, work.session.get_one(Study, paper.study_id).scope_id).path
