"""One look at a form being filled in: what is relevant, answered and calculated now.

Everything is worked out when first asked for and remembered; a look belongs to one state.
"""

from collections.abc import Iterator, Mapping
from math import isnan
from typing import TYPE_CHECKING, Any

from services.forms.here import Here, Rounds
from services.forms.lists import ListedChoice
from services.forms.nodes import Node
from services.forms.places import ROOT
from services.forms.questions import Kind
from services.forms.state import FormState
from services.forms.texts import Parts, in_language
from services.forms.values import FileAnswer, Message, Value, message_of, text_of
from services.forms.xpath.atoms import Atom, to_number, to_string

if TYPE_CHECKING:
    from services.forms.form import Form

MOST_ROUNDS = 100
"""A repeated group is never offered more often than this."""


class Missing:
    """There is no answer that still stands."""


MISSING = Missing()
_SHAPES: dict[Kind, tuple[type, ...]] = {
    Kind.INTEGER: (int,),
    Kind.DECIMAL: (int, float),
    Kind.RANGE: (int, float),
    Kind.ONE: (str,),
    Kind.MANY: (list,),
    Kind.RANK: (list,),
    Kind.AGAIN: (bool,),
}


class Run:
    """The answers of one state as the conditions of one form see them."""

    def __init__(self, form: "Form", state: FormState, language: str, today: str) -> None:
        self.form = form
        self.nodes: tuple[Node, ...] = form.nodes
        self.state = state
        self.answers = state.answers
        self.language = language
        self.today = today
        self._texts: dict[Any, str] = {}
        self._relevant: dict[Any, bool] = {}
        self._standing: dict[str, Value | Missing] = {}
        self._calculated: dict[Any, Atom] = {}
        self._tree: Any = None

    def relevant(self, node: Node, rounds: Rounds) -> bool:
        """Return whether the node and all groups around it are relevant."""
        at = (node.index, rounds[: node.depth]) if node.depth else node.index
        known = self._relevant.get(at)
        if known is None:
            self._relevant[at] = False
            known = (node.parent == ROOT or self.relevant(self.nodes[node.parent], rounds)) and (
                node.relevant is None or node.relevant(Here(self, node, rounds))
            )
            self._relevant[at] = known
        return known

    def text(self, index: int, rounds: Rounds) -> str:
        """Return the value of a node as expressions see it: empty when it is not relevant."""
        node = self.nodes[index]
        at = (index, rounds[: node.depth]) if node.depth else index
        known = self._texts.get(at)
        if known is None:
            self._texts[at] = ""
            known = self._texts[at] = self._text(node, rounds)
        return known

    def _text(self, node: Node, rounds: Rounds) -> str:
        if not self.relevant(node, rounds):
            return ""
        if node.kind is None:
            return to_string(self.calculated(node, rounds))
        value = MISSING if node.kind is Kind.NOTE else self.standing(node, rounds)
        return self.default_text(node, rounds) if isinstance(value, Missing) else text_of(value)

    def calculated(self, node: Node, rounds: Rounds) -> Atom:
        """Return the value of a hidden or calculated node, a known value before anything else."""
        at = (node.index, rounds)
        if at not in self._calculated:
            self._calculated[at] = ""
            self._calculated[at] = self._calculate(node, rounds)
        return self._calculated[at]

    def _calculate(self, node: Node, rounds: Rounds) -> Atom:
        known = self.state.known.get(node.name)
        if known is not None:
            return text_of(known)
        if node.calculate is not None:
            return node.calculate(Here(self, node, rounds))
        if node.preload:
            return self.today[:10] if node.preload == "today" else self.today
        return self.default_text(node, rounds)

    def default_text(self, node: Node, rounds: Rounds) -> str:
        """Return the default as text, calculated if it is an expression."""
        if node.default is not None:
            return node.default
        if node.default_of is not None:
            return to_string(node.default_of(Here(self, node, rounds)))
        known = self.state.known.get(node.name) if node.kind else None
        return "" if known is None else text_of(known)

    def standing(self, node: Node, rounds: Rounds) -> Value | Missing:
        """Return the answer if it is still one the question would take; None when skipped."""
        key = node.key(rounds)
        if key not in self._standing:
            self._standing[key] = MISSING
            self._standing[key] = self._still(node, rounds, self.answers.get(key, MISSING))
        return self._standing[key]

    def _still(self, node: Node, rounds: Rounds, value: Value | Missing) -> Value | Missing:
        if value is None or isinstance(value, Missing) or node.kind is None:
            return value
        if not isinstance(value, _SHAPES.get(node.kind, (object,))):
            return MISSING
        if node.list is not None:
            names = [value] if isinstance(value, str) else value
            if not isinstance(names, list) or not self.offers(node, rounds, names):
                return MISSING
        if node.guarded and not self.meets_constraint(node, rounds, value):
            return MISSING
        return value

    def meets_constraint(self, node: Node, rounds: Rounds, value: Value) -> bool:
        """Return whether the constraint holds for a value."""
        here = Here(self, node, rounds, text_of(value))
        return node.constraint is None or node.constraint(here)

    def offers(self, node: Node, rounds: Rounds, names: list[str]) -> bool:
        """Return whether all these are choices of the question now."""
        listed: Mapping[str, ListedChoice] = self.form.list_index(node.list)
        for name in names:
            choice = listed.get(name)
            if choice is None or not self._passes(node, rounds, choice):
                return False
        return True

    def choices(self, node: Node, rounds: Rounds) -> Iterator[ListedChoice]:
        """Yield the choices that the filter lets through, in the order of the list."""
        for choice in self.form.list_index(node.list).values():
            if self._passes(node, rounds, choice):
                yield choice

    def _passes(self, node: Node, rounds: Rounds, choice: ListedChoice) -> bool:
        return node.filter is None or node.filter(Here(self, node, rounds, "", choice.columns))

    def fill(self, parts: Parts, rounds: Rounds) -> str:
        """Return a text with earlier answers in their places, choices by their labels."""
        if len(parts) == 1 and isinstance(parts[0], str):
            return parts[0]
        return "".join(
            part if isinstance(part, str) else self.shown(part, rounds) for part in parts
        )

    def shown(self, index: int, rounds: Rounds) -> str:
        """Return an answer as a person would read it."""
        node = self.nodes[index]
        rounds = rounds + (1,) * (node.depth - len(rounds))
        text = self.text(index, rounds)
        if node.list is None:
            value = self.standing(node, rounds) if node.kind else None
            if isinstance(value, FileAnswer | Message):
                return message_of(value).text or ""
            return text
        return ", ".join(self.choice_label(node, name) for name in text.split())

    def choice_label(self, node: Node, name: str) -> str:
        """Return the label of a choice, its name when the list does not have it."""
        choice = self.form.list_index(node.list).get(name)
        return self.fill(self.local(choice.label), ()) if choice else name

    def local(self, texts: Mapping[str, Parts]) -> Parts:
        """Return the parts of a text in the language of this look."""
        return in_language(texts, self.language, self.form.default_language)

    def rounds(self, node: Node, outer: Rounds) -> int:
        """Return how many rounds of a repeated group there are."""
        if node.count is not None:
            number = to_number(node.count(Here(self, node, outer)))
            return 0 if isnan(number) else int(max(0, min(MOST_ROUNDS, number)))
        base, number = node.key(outer), 1
        while number < MOST_ROUNDS and self.answers.get(f"{base}[{number + 1}]") is True:
            number += 1
        return number

    def all_rounds(self, node: Node, rounds: Rounds) -> list[Rounds]:
        """Return every round of the repeats around a node that begins with these rounds."""
        found, depth = [rounds], len(rounds)
        for repeat in self.form.repeats_around(node)[depth:]:
            found = [
                (*one, number)
                for one in found
                for number in range(1, self.rounds(repeat, one) + 1)
                if self.relevant(repeat, one)
            ]
        return found

    def evaluate_path(self, source: str, here: "Here") -> Atom:
        """Return the value of an expression that needs the answers as XML."""
        from services.forms.tree import Tree

        if self._tree is None:
            # The tree is filled by a look of its own: what is half known while a condition is
            # being worked out must not be remembered here.
            aside = Run(self.form, self.state, self.language, self.today)
            aside._tree = self._tree = Tree(aside)
            self._tree.fill()
        value: Atom = self._tree.evaluate(source, here)
        return value
