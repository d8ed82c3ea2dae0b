"""A step as the question a person sees."""

from random import Random

from services.forms.accept import accepted, is_required
from services.forms.lists import ListedChoice
from services.forms.places import ROOT
from services.forms.problems import AnswerRefused
from services.forms.questions import Choice, Kind, Question
from services.forms.run import Missing, Run
from services.forms.values import Value
from services.forms.walk import Step, answer_at, remaining


def question(run: Run, step: Step, before: int) -> Question:
    """Return the question of a step, `before` questions having been asked already."""
    node = step.node
    asked = step.kind is not Kind.AGAIN
    return Question(
        path=step.key,
        name=node.name,
        kind=step.kind,
        type=node.type,
        label=run.fill(run.local(node.label), step.rounds),
        hint=run.fill(run.local(node.hint), step.rounds),
        guidance=run.fill(run.local(node.guidance), step.rounds),
        required=is_required(run, step),
        choices=_choices(run, step) if asked and node.list is not None else (),
        min=node.bounds.least,
        max=node.bounds.most,
        appearance=node.appearance,
        default=_default(run, step) if asked else None,
        number=before + 1,
        remaining=remaining(run, step),
        parameters=node.parameters,
        section=_section(run, step),
        accepts=node.accepts,
        media=node.media,
    )


def _choices(run: Run, step: Step) -> tuple[Choice, ...]:
    listed = list(run.choices(step.node, step.rounds))
    if step.node.parameters.get("randomize") == "true":
        Random(f"{run.state.seed}:{step.key}").shuffle(listed)
    return tuple(_choice(run, choice) for choice in listed)


def _choice(run: Run, choice: ListedChoice) -> Choice:
    label = run.fill(run.local(choice.label), ())
    return Choice(choice.name, label or choice.name, choice.image)


def _default(run: Run, step: Step) -> Value:
    """What to offer: an answer taken back or being corrected, else the form's own default."""
    draft = run.state.drafts.get(step.key)
    if draft is not None:
        return draft
    if run.state.asking == step.key:
        present = answer_at(run, step)
        return None if isinstance(present, Missing) else present
    text = run.default_text(step.node, step.rounds)
    return _as_answer(run, step, text) if text else None


def _as_answer(run: Run, step: Step, text: str) -> Value:
    """A default the question itself would refuse is not offered."""
    try:
        return accepted(run, step, text)
    except AnswerRefused:
        return None


def _section(run: Run, step: Step) -> str:
    above = step.node.parent
    while above != ROOT:
        node = run.nodes[above]
        if node.label:
            return run.fill(run.local(node.label), step.rounds)
        above = node.parent
    return ""
