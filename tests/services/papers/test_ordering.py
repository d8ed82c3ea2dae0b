"""Papers are ordered by those who may, tell what stands in the tables, take a place's form."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from db.models.decisions import Decision, DecisionItem, Paper, PaperTemplate
from db.models.jobs import Job
from db.models.people import RoleAssignment
from db.models.results import Study, Summary
from services import papers
from services.errors import Forbidden, NotFound
from services.papers import NothingToReport, PaperFailed, PaperKind, PaperReady, templates
from services.papers.looking import Look
from services.papers.ordering import to_write, written
from services.papers.writing import Written
from tests.services.papers.forms import form
from tests.services.papers.reckoned import findings, settle
from tests.services.results_scene import ANNA, GALINA, MARINA, OLGA, PAVEL, Scene

WRITTEN = Written(b"a document", "Справка.docx", by_template=False)


def study(scene: Scene) -> Study:
    return settle(scene.session, scene.district.school, scene.district.math)


def decision(scene: Scene, told: Study) -> int:
    summary = scene.session.scalars(select(Summary).where(Summary.study_id == told.id)).one()
    row = Decision(
        association_id=scene.district.math.id,
        study_id=told.id,
        summary_id=summary.id,
        number=2,
        school_year=2026,
        held_on="2026-10-14",
        status="recorded",
        note="До каникул",
        created_at=scene.now,
    )
    scene.session.add(row)
    scene.session.flush()
    items: list[dict[str, Any]] = [
        {
            "code": "11",
            "choice": "plan",
            "measure": "Схема",
            "owner": "М. С.",
            "due_on": "2026-11-27",
        },
        {"code": "9", "choice": "help"},
    ]
    for item in items:
        votes = {"plan": 4, "not_ours": 0, "help": 1}
        scene.session.add(DecisionItem(decision_id=row.id, skill="Умение", votes=votes, **item))
    scene.session.flush()
    return row.id


def sent(scene: Scene, account: int, *, used: tuple[str, ...], words: str) -> int:
    """A template that was sent and found sound."""
    assert scene.files is not None
    key = scene.files.put(form(words))
    with scene.work(account) as work:
        template_id = templates.receive(work, file_key=key, name="б.docx")
        templates.was_looked_at(work, {"template_id": template_id}, Look(used=used))
    return template_id


def taken(scene: Scene, account: int, kind: PaperKind, words: str) -> int:
    template_id = sent(scene, account, used=("study", "participants"), words=words)
    with scene.work(account) as work:
        templates.take(work, template_id, kind)
    return template_id


def test_a_report_of_a_study_tells_what_was_reckoned(results_scene: Scene) -> None:
    scene, told_of = results_scene, study(results_scene)
    with scene.work(ANNA) as work:
        paper_id = papers.order(work, PaperKind.REPORT, study_id=told_of.id)
        told, template = to_write(work, {"paper_id": paper_id})

    assert template is None
    assert (told.study.n, told.study.judged) == (58, True)
    assert told.study.place == scene.district.school.name
    assert [one.code for one in told.study.findings] == ["11", "9", "3"]
    assert len(told.study.tasks) == len(findings()["tasks"])
    assert told.study.marks[0].n == 58
    assert sum(percent for _, percent in told.study.marks[0].percents) == pytest.approx(100)
    assert told.study.journal[0].lowered == pytest.approx(41.379, abs=0.001)
    assert told.study.source.works == 58
    assert told.meeting is None


def test_minutes_tell_what_was_decided(results_scene: Scene) -> None:
    scene = results_scene
    decision_id = decision(scene, study(scene))
    with scene.work(GALINA) as work:
        paper_id = papers.order(work, PaperKind.MINUTES, decision_id=decision_id)
        told, _ = to_write(work, {"paper_id": paper_id})

    assert told.meeting is not None
    assert (told.meeting.number, told.meeting.note) == (2, "До каникул")
    first, second = told.meeting.areas
    assert (first.measure, first.owner, str(first.due_on)) == ("Схема", "М. С.", "2026-11-27")
    assert (first.plan, first.not_ours, first.help) == (4, 0, 1)
    assert (second.choice, second.owner) == ("help", None)
    assert told.meeting.planned == (first,)


@pytest.mark.parametrize("account", [MARINA, PAVEL])
def test_those_without_the_right_order_nothing(results_scene: Scene, account: int) -> None:
    scene, told_of = results_scene, study(results_scene)
    decision_id = decision(scene, told_of)
    with scene.work(account) as work:
        with pytest.raises(Forbidden):
            papers.order(work, PaperKind.REPORT, study_id=told_of.id)
        with pytest.raises(Forbidden):
            papers.order(work, PaperKind.MINUTES, decision_id=decision_id)


def test_the_head_of_the_association_has_the_report_of_its_study(results_scene: Scene) -> None:
    scene, told_of = results_scene, study(results_scene)
    with scene.work(GALINA) as work:
        assert papers.order(work, PaperKind.REPORT, study_id=told_of.id)


def test_nothing_is_written_of_what_is_not_there(results_scene: Scene) -> None:
    scene, told_of = results_scene, study(results_scene)
    scene.session.query(Summary).delete()
    with scene.work(ANNA) as work:
        with pytest.raises(NothingToReport):
            papers.order(work, PaperKind.REPORT, study_id=told_of.id)
        with pytest.raises(NotFound):
            papers.order(work, PaperKind.REPORT, study_id=10_000)
        with pytest.raises(NotFound):
            papers.order(work, PaperKind.MINUTES, decision_id=10_000)
        with pytest.raises(ValueError, match="of decisions"):
            papers.order(work, PaperKind.MINUTES, study_id=told_of.id)


def test_a_written_paper_is_kept_and_told_to_whoever_asked(results_scene: Scene) -> None:
    scene, told_of = results_scene, study(results_scene)
    with scene.work(ANNA) as work:
        paper_id = papers.order(work, PaperKind.REPORT, study_id=told_of.id)
    with scene.work() as work:
        written(work, {"paper_id": paper_id}, WRITTEN)

    (ready,) = scene.heard(PaperReady)
    assert (ready.paper_id, ready.file_name, ready.own_template) == (
        paper_id,
        "Справка.docx",
        "ours",
    )
    assert scene.files.path(ready.file_key).read_bytes() == b"a document"
    row = scene.session.get_one(Paper, paper_id)
    assert (row.name, row.file_key) == ("Справка.docx", ready.file_key)


def test_a_paper_nobody_waits_for_is_kept_in_silence(results_scene: Scene) -> None:
    scene, told_of = results_scene, study(results_scene)
    with scene.work(ANNA) as work:
        paper_id = papers.order(work, PaperKind.REPORT, study_id=told_of.id)
    scene.session.get_one(Paper, paper_id).person_id = None
    with scene.work() as work:
        written(work, {"paper_id": paper_id}, WRITTEN)

    assert scene.heard(PaperReady) == []


def test_only_whoever_asked_has_it_written_again(results_scene: Scene) -> None:
    scene, told_of = results_scene, study(results_scene)
    with scene.work(ANNA) as work:
        paper_id = papers.order(work, PaperKind.REPORT, study_id=told_of.id)
    with scene.work() as work:
        papers.not_written(work, {"paper_id": paper_id}, "OSError")
    assert [one.kind for one in scene.heard(PaperFailed)] == [PaperKind.REPORT]

    with scene.work(OLGA) as work, pytest.raises(NotFound):
        papers.order_again(work, paper_id)
    with scene.work(ANNA) as work:
        assert papers.order_again(work, paper_id) is PaperKind.REPORT
        written(work, {"paper_id": paper_id}, WRITTEN)
        again = papers.order_again(work, paper_id)
        assert isinstance(again, PaperReady)
        assert again.file_key


def key_in_force(scene: Scene, account: int, study_id: int) -> str | None:
    with scene.work(account) as work:
        paper_id = papers.order(work, PaperKind.REPORT, study_id=study_id)
        return to_write(work, {"paper_id": paper_id})[1]


def test_the_nearest_form_up_the_tree_wins(results_scene: Scene) -> None:
    scene, told_of = results_scene, study(results_scene)
    district = taken(scene, OLGA, PaperKind.REPORT, "{{ study }} района")
    key = scene.session.get_one(PaperTemplate, district).file_key
    assert key_in_force(scene, ANNA, told_of.id) == key

    school = taken(scene, ANNA, PaperKind.REPORT, "{{ study }} школы")
    own = scene.session.get_one(PaperTemplate, school).file_key
    assert key_in_force(scene, ANNA, told_of.id) == own

    with scene.work(ANNA) as work:
        assert templates.restore(work, PaperKind.REPORT).file_key == key
    assert key_in_force(scene, ANNA, told_of.id) == key


def test_the_head_of_a_schools_association_keeps_the_forms_of_the_school(
    results_scene: Scene,
) -> None:
    scene = results_scene
    with scene.work(GALINA) as work:
        where = templates.keeper(work)
    assert where is not None
    assert where.id == scene.district.school.id


def test_a_newer_form_takes_the_place_of_the_older(results_scene: Scene) -> None:
    scene = results_scene
    old = taken(scene, ANNA, PaperKind.PLAN, "{{ study }} раз")
    new = taken(scene, GALINA, PaperKind.PLAN, "{{ study }} два")

    assert scene.session.get_one(PaperTemplate, old).replaced_at == scene.now
    assert scene.session.get_one(PaperTemplate, new).replaced_at is None


def test_a_teacher_keeps_no_forms(results_scene: Scene) -> None:
    scene = results_scene
    with scene.work(MARINA) as work:
        assert templates.keeper(work) is None
        with pytest.raises(Forbidden):
            templates.receive(work, file_key="x", name="б.docx")
        with pytest.raises(Forbidden):
            templates.in_force(work)


def test_a_form_is_taken_by_whoever_sent_it_and_once(results_scene: Scene) -> None:
    scene = results_scene
    template_id = sent(scene, ANNA, used=("study",), words="{{ study }}")
    with scene.work(OLGA) as work, pytest.raises(NotFound):
        templates.take(work, template_id, PaperKind.PLAN)
    with scene.work(ANNA) as work:
        done = templates.take(work, template_id, PaperKind.PLAN)
        assert done.lacking == ("association", "areas")
        with pytest.raises(NotFound):
            templates.take(work, template_id, PaperKind.REPORT)


def test_a_faulty_form_is_counted_and_not_kept(results_scene: Scene) -> None:
    scene = results_scene
    key = scene.files.put(form("{{ dat }}"))
    with scene.work(ANNA) as work:
        template_id = templates.receive(work, file_key=key, name="б.docx")
        found = Look(problems=(papers.Problem("unknown_field", "dat", "date"),))
        templates.was_looked_at(work, {"template_id": template_id}, found)

    row = scene.session.get_one(PaperTemplate, template_id)
    assert (row.kind, row.fields, row.replaced_at) == ("", [], scene.now)
    # A unit that fails after this must find the file again: it goes by a job.
    assert scene.files.path(key).exists()
    scene.does("files.let_go", {"key": key}, lambda _: None)
    assert not scene.files.path(key).exists()
    assert [one.problems for one in scene.heard(papers.TemplateFaulty)] == [found.problems]


def test_a_file_that_is_needed_elsewhere_stays(results_scene: Scene) -> None:
    scene = results_scene
    taken(scene, OLGA, PaperKind.PLAN, "{{ study }}")
    again = sent(scene, ANNA, used=("study",), words="{{ study }}")
    key = scene.session.get_one(PaperTemplate, again).file_key
    with scene.work(ANNA) as work:
        templates.leave(work, again)
    scene.does("files.let_go", {"key": key}, lambda _: None)

    assert scene.files.path(key).exists()


def test_more_forms_in_an_hour_than_by_hand_are_refused(results_scene: Scene) -> None:
    scene = results_scene
    with scene.work(ANNA) as work:
        for number in range(templates.PER_HOUR):
            templates.receive(work, file_key=f"k{number}", name="б.docx")
        with pytest.raises(papers.TooManyTemplates):
            templates.receive(work, file_key="k", name="б.docx")


def test_an_order_leaves_one_job(results_scene: Scene) -> None:
    scene, told_of = results_scene, study(results_scene)
    with scene.work(ANNA) as work:
        paper_id = papers.order(work, PaperKind.REPORT, study_id=told_of.id)
        papers.order_again(work, paper_id)

    jobs = scene.session.scalars(select(Job.dedupe_key).where(Job.kind == "papers.write")).all()
    assert jobs == [f"paper:{paper_id}"]


def with_hint(scene: Scene, told_of: Study) -> None:
    summary = scene.session.scalars(select(Summary).where(Summary.study_id == told_of.id)).one()
    hint = {"code": "jump", "params": {"own": 90.0, "region": 60.0}}
    summary.findings = {**summary.findings, "hints": [hint]}
    scene.session.flush()


@pytest.mark.parametrize(("account", "asked"), [(ANNA, True), (GALINA, False), (OLGA, False)])
def test_a_question_of_conditions_is_written_for_those_it_is_asked_of(
    results_scene: Scene, account: int, asked: bool
) -> None:
    scene, told_of = results_scene, study(results_scene)
    with_hint(scene, told_of)
    with scene.work(account) as work:
        paper_id = papers.order(work, PaperKind.REPORT, study_id=told_of.id)
        told, _ = to_write(work, {"paper_id": paper_id})

    assert bool(told.study.hints) is asked


def test_marks_of_a_handful_are_in_no_paper(results_scene: Scene) -> None:
    scene, told_of = results_scene, study(results_scene)
    summary = scene.session.scalars(select(Summary).where(Summary.study_id == told_of.id)).one()
    few = {name: {**summary.findings[name], "n": 4} for name in ("marks", "journal")}
    summary.findings = {**summary.findings, **few}
    with scene.work(ANNA) as work:
        paper_id = papers.order(work, PaperKind.REPORT, study_id=told_of.id)
        told, _ = to_write(work, {"paper_id": paper_id})

    assert (told.study.marks, told.study.journal) == ((), ())


def test_a_paper_is_not_given_to_whoever_lost_the_role_meanwhile(results_scene: Scene) -> None:
    scene, told_of = results_scene, study(results_scene)
    with scene.work(ANNA) as work:
        paper_id = papers.order(work, PaperKind.REPORT, study_id=told_of.id)
        anna = work.actor.person_id
    scene.session.query(RoleAssignment).where(RoleAssignment.person_id == anna).delete()
    with scene.work() as work:
        written(work, {"paper_id": paper_id}, Written(b"a document", "справка.docx", False))

    assert scene.heard(papers.PaperReady) == []
    with scene.work(ANNA) as work, pytest.raises(Forbidden):
        papers.order_again(work, paper_id)
