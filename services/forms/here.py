"""A place in a form being filled in, as one expression sees the answers from it."""

import uuid
from collections.abc import Mapping
from random import Random
from typing import TYPE_CHECKING, TypeAlias

from services.forms.xpath.atoms import Atom

if TYPE_CHECKING:
    from services.forms.nodes import Node
    from services.forms.run import Run

Rounds: TypeAlias = tuple[int, ...]


class Here:
    """A place in the form for one expression to look from; see xpath.scope.Scope."""

    __slots__ = ("_columns", "_dot", "node", "rounds", "run")

    def __init__(
        self,
        run: "Run",
        node: "Node",
        rounds: Rounds,
        dot: str | None = None,
        columns: Mapping[str, str] | None = None,
    ) -> None:
        self.run = run
        self.node = node
        self.rounds = rounds
        self._dot = dot
        self._columns = columns

    @property
    def language(self) -> str:
        return self.run.language

    @property
    def columns(self) -> Mapping[str, str] | None:
        return self._columns

    @property
    def new_answer(self) -> str | None:
        return self._dot

    def text(self, index: int) -> str:
        return self.run.text(index, self.rounds)

    def texts(self, index: int) -> list[str]:
        node, run = self.run.nodes[index], self.run
        rounds = run.all_rounds(node, self.rounds[: run.form.shared_depth(node, self.node)])
        if node.role == "repeat":
            return [""] * sum(run.rounds(node, one) for one in rounds if run.relevant(node, one))
        return [run.text(index, one) for one in rounds]

    def dot(self) -> str:
        return self.run.text(self.node.index, self.rounds) if self._dot is None else self._dot

    def column(self, name: str) -> str:
        return self._columns.get(name, "") if self._columns else ""

    def position(self, depth: int) -> int:
        return self.rounds[depth - 1]

    def path(self, source: str) -> Atom:
        return self.run.evaluate_path(source, self)

    def choice_label(self, field: str, name: str) -> str:
        node = self.run.form.by_name(field.removeprefix("$f.").strip("${} "))
        return self.run.choice_label(node, name) if node and name else name

    def today(self) -> str:
        return self.run.today[:10]

    def now(self) -> str:
        return self.run.today

    def once(self, value: Atom) -> Atom:
        return self.run.state.fixed.get(self.node.key(self.rounds)) or value

    def random(self) -> float:
        return self._dice().random()

    def uuid(self) -> str:
        return str(uuid.UUID(int=self._dice().getrandbits(128), version=4))

    def _dice(self) -> Random:
        return Random(f"{self.run.state.seed}:{self.node.key(self.rounds)}")
