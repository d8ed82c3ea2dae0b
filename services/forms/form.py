"""A form ready to be filled in: states go in, questions and states come out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from services.forms import asking, outcome
from services.forms.accept import accepted, is_required, refuse_if_required
from services.forms.estimate import minutes_of
from services.forms.lists import ListedChoice, SuppliedChoice, indexed, listed, supplied
from services.forms.nodes import Node, nodes_of
from services.forms.places import ROOT
from services.forms.problems import AnswerRefused
from services.forms.questions import Kind, Question, SummaryLine
from services.forms.run import Missing, Run
from services.forms.state import FormState
from services.forms.values import Value, joined
from services.forms.walk import answer_at, current_step, place_of, previous_steps
from services.forms.xpath.atoms import to_string


class Form:
    """Questions, lists and rules of one file; holds no answers, may be shared by everybody."""

    def __init__(self, blueprint: Mapping[str, Any]) -> None:
        self.name: str = blueprint["name"]
        self.title: str = blueprint["title"]
        self.version: str = blueprint["version"]
        self.languages: tuple[str, ...] = tuple(blueprint["languages"])
        self.default_language: str = blueprint["default"]
        self.nodes: tuple[Node, ...] = nodes_of(blueprint["nodes"])
        self.top = tuple(node.index for node in self.nodes if node.parent == ROOT)
        self.questions = tuple(node for node in self.nodes if node.kind not in {None, Kind.NOTE})
        self.minutes: int = minutes_of(self.questions, blueprint)
        self._names = _unique(self.nodes)
        self._last: Run | None = None
        self._once = tuple(node for node in self.nodes if node.once)
        self._repeats = tuple(_repeats(self.nodes, node) for node in self.nodes)
        self._lists = {
            name: indexed(map(listed, choices)) for name, choices in blueprint["lists"].items()
        }

    def with_choices(self, lists: Mapping[str, Iterable[SuppliedChoice]]) -> "Form":
        """Return the form with other choices in these lists, known only when it is asked."""
        unknown = set(lists) - set(self._lists)
        if unknown:
            raise KeyError(f"no list called {', '.join(sorted(unknown))}")
        other = object.__new__(Form)
        other.__dict__.update(self.__dict__)
        other._last = None
        other._lists = self._lists | {
            name: indexed(map(supplied, choices)) for name, choices in lists.items()
        }
        return other

    def begin(
        self,
        known: Mapping[str, Value] | None = None,
        *,
        today: date | None = None,
        seed: int = 0,
    ) -> FormState:
        """Return the state before the first question; `known` by field name.

        `seed` decides the order of shuffled choices and the form's random numbers.
        """
        state = FormState(
            self.name, self.version, known=dict(known or {}), today=_day(today), seed=seed
        )
        return self._with_fixed(state)

    def current(
        self, state: FormState, language: str = "ru", today: date | None = None
    ) -> Question | None:
        """Return the question to ask now, None when all have been asked."""
        run = self.look(state, language, today)
        step, before = current_step(run)
        return None if step is None else asking.question(run, step, before)

    def question(
        self, state: FormState, path: str, language: str = "ru", today: date | None = None
    ) -> Question | None:
        """Return a relevant question by its path or name, whether asked already or not."""
        run = self.look(state, language, today)
        step = place_of(run, path)
        return None if step is None else asking.question(run, step, 0)

    def answer(
        self, state: FormState, value: Value, today: date | None = None, language: str = "ru"
    ) -> FormState:
        """Return the state with the current question answered; raises AnswerRefused."""
        run = self.look(state, language, today)
        step, _ = current_step(run)
        if step is None:
            raise AnswerRefused("nothing_asked")
        return self._kept(run, step.key, accepted(run, step, value))

    def skip(self, state: FormState, today: date | None = None, language: str = "ru") -> FormState:
        """Return the state with the current question left out; raises AnswerRefused."""
        run = self.look(state, language, today)
        step, _ = current_step(run)
        if step is None:
            raise AnswerRefused("nothing_asked")
        refuse_if_required(run, step)
        return self._kept(run, step.key, False if step.kind is Kind.AGAIN else None)

    def pass_over(self, state: FormState, today: date | None = None) -> FormState:
        """Return the state with the current question left out even if it is required."""
        run = self.look(state, self.default_language, today)
        step, _ = current_step(run)
        if step is None:
            return state
        return self._kept(run, step.key, False if step.kind is Kind.AGAIN else None)

    def add(
        self,
        state: FormState,
        path: str,
        value: Value,
        today: date | None = None,
        language: str = "ru",
    ) -> FormState:
        """Return the state with a text or a file added to an answered free question."""
        run = self.look(state, language, today)
        step = place_of(run, path)
        if step is None or step.kind is not Kind.ANY:
            raise AnswerRefused("wrong_kind")
        present = answer_at(run, step)
        whole = value if isinstance(present, Missing) else joined(present, value)
        return self._kept(run, step.key, accepted(run, step, whole), asked=state.asking)

    def know(self, state: FormState, known: Mapping[str, Value]) -> FormState:
        """Return the state with more known beforehand, e.g. another role or class."""
        return self._with_fixed(replace(state, known={**state.known, **known}))

    def say(
        self, state: FormState, value: Value, today: date | None = None, language: str = "ru"
    ) -> FormState:
        """Return the state after a free message where the current question welcomes one.

        At a choice with accepted attachments the message goes to the form's first free question,
        and the hidden field `spoken` becomes yes, so that the form can leave questions out.
        """
        step, _ = current_step(self.look(state, language, today))
        free = next((node for node in self.questions if node.kind is Kind.ANY), None)
        if step is None or free is None or step.kind is Kind.ANY or not step.node.accepts:
            return self.answer(state, value, today, language)
        return self.add(self.know(state, {"spoken": "yes"}), free.path, value, today, language)

    def back(self, state: FormState) -> FormState:
        """Return the state one question earlier; the answer is taken back but offered again."""
        if state.asking is not None:
            return replace(state, asking=None)
        taken = previous_steps(self.look(state, self.default_language, None))
        answers, drafts = dict(state.answers), dict(state.drafts)
        for step in taken:
            value = answers.pop(step.key, None)
            if value is not None and step.kind is not Kind.AGAIN:
                drafts[step.key] = value
        return replace(state, answers=answers, drafts=drafts)

    def edit(self, state: FormState, path: str) -> FormState:
        """Return the state with one question asked anew; LookupError when it is not relevant."""
        step = place_of(self.look(state, self.default_language, None), path)
        if step is None:
            raise LookupError(f"no relevant question at {path!r}")
        return replace(state, asking=step.key)

    def values(self, state: FormState, today: date | None = None) -> dict[str, Value]:
        """Return answers and calculated values by field name, by full path inside repeats."""
        return outcome.values(self.look(state, self.default_language, today))

    def summary(
        self, state: FormState, language: str = "ru", today: date | None = None
    ) -> list[SummaryLine]:
        """Return what was answered, in order; questions left out have an empty value."""
        return outcome.summary(self.look(state, language, today))

    def required(self, state: FormState, today: date | None = None) -> bool:
        """Return whether the current question must be answered."""
        run = self.look(state, self.default_language, today)
        step, _ = current_step(run)
        return step is not None and is_required(run, step)

    def look(self, state: FormState, language: str, today: date | None) -> Run:
        """Return the state as this form's rules see it.

        The last look is kept: what asks the form of one state mostly asks several things.
        """
        day = _day(today) or state.today
        run = self._last
        if run is None or run.state is not state or (run.language, run.today) != (language, day):
            run = self._last = Run(self, state, language, day)
        return run

    def by_name(self, name: str) -> Node | None:
        """Return the node of that name, if there is exactly one."""
        return self._names.get(name)

    def list_index(self, name: str | None) -> Mapping[str, ListedChoice]:
        """Return the choices of a list by name, in order."""
        return self._lists.get(name or "", {})

    def repeats_around(self, node: Node) -> tuple[Node, ...]:
        """Return the repeats around a node, the outermost first."""
        return self._repeats[node.index]

    def shared_depth(self, one: Node, other: Node) -> int:
        """Return how many repeats are around both nodes."""
        pairs = zip(self.repeats_around(one), self.repeats_around(other), strict=False)
        depth = 0
        for left, right in pairs:
            if left is not right:
                break
            depth += 1
        return depth

    def _kept(self, run: Run, key: str, value: Value, asked: str | None = None) -> FormState:
        state = run.state
        answers = {**state.answers, key: value}
        drafts = state.drafts
        if key in drafts:
            drafts = {path: draft for path, draft in drafts.items() if path != key}
        new = replace(state, answers=answers, drafts=drafts, asking=asked, today=run.today)
        return self._with_fixed(new) if self._once else new

    def _with_fixed(self, state: FormState) -> FormState:
        """Keep what `once()` has calculated for good."""
        run = Run(self, state, self.default_language, state.today)
        fixed = dict(state.fixed)
        for node in self._once:
            for rounds in run.all_rounds(node, ()):
                text = to_string(run.calculated(node, rounds))
                if text and run.relevant(node, rounds):
                    fixed.setdefault(node.key(rounds), text)
        return replace(state, fixed=fixed)


def _day(today: date | None) -> str:
    """The day, or the moment when one is given."""
    if today is None:
        return ""
    return today.isoformat(timespec="milliseconds") if isinstance(today, datetime) else str(today)


def _unique(nodes: tuple[Node, ...]) -> dict[str, Node]:
    found: dict[str, Node | None] = {}
    for node in nodes:
        found[node.name] = None if node.name in found else node
    return {name: node for name, node in found.items() if node is not None}


def _repeats(nodes: tuple[Node, ...], node: Node) -> tuple[Node, ...]:
    if node.parent == ROOT:
        return ()
    above = nodes[node.parent]
    return (*_repeats(nodes, above), *((above,) if above.role == "repeat" else ()))
