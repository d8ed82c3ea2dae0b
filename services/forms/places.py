"""How the names in an expression are found from the question it belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ROOT = -1
Nodes = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Place:
    """The nodes of a form seen from one of them; `columns` when choices are being filtered."""

    nodes: Nodes
    here: int
    columns: frozenset[str] | None = None
    root: str = "data"

    def field(self, name: str) -> int | None:
        """Return the node called so, if exactly one is."""
        found = [index for index, node in enumerate(self.nodes) if node["name"] == name]
        return found[0] if len(found) == 1 else None

    def step(self, steps: list[str]) -> int | None:
        """Return the node a path leads to, or None when it leads elsewhere."""
        start, *names = steps
        if start == "/":
            at = ROOT
            if not names or names.pop(0) != self.root:
                return None
        elif start == "current" or (self.columns is None and start in {".", ".."}):
            at = self.here
            names = steps if start == ".." else names
        else:
            return None
        found = self._walked(at, names)
        return found if found != ROOT else None

    def many(self, index: int) -> bool:
        """Return whether the node is in a repeat that does not enclose this place."""
        rounds = rounds_of(self.nodes, index)
        if self.nodes[index]["kind"] == "repeat":
            rounds = (*rounds, index)
        return rounds != rounds_of(self.nodes, self.here)[: len(rounds)]

    def round_depth(self, index: int) -> int | None:
        """Return the depth of an enclosing repeat, 1 the outermost."""
        rounds = rounds_of(self.nodes, self.here)
        return rounds.index(index) + 1 if index in rounds else None

    def column(self, name: str) -> bool:
        """Return whether the name is a column of the choices."""
        return self.columns is not None and name in self.columns

    def _walked(self, at: int, names: list[str]) -> int | None:
        for name in names:
            found = self._next(at, name)
            if found is None:
                return None
            at = found
        return at

    def _next(self, at: int, name: str) -> int | None:
        if name == ".":
            return at
        if name == "..":
            return None if at == ROOT else int(self.nodes[at]["parent"])
        return next(
            (
                index
                for index, node in enumerate(self.nodes)
                if node["parent"] == at and node["name"] == name
            ),
            None,
        )


def rounds_of(nodes: Nodes, index: int) -> tuple[int, ...]:
    """Return the repeats around a node, the outermost first."""
    rounds: list[int] = []
    parent = int(nodes[index]["parent"])
    while parent != ROOT:
        if nodes[parent]["kind"] == "repeat":
            rounds.append(parent)
        parent = int(nodes[parent]["parent"])
    return tuple(reversed(rounds))
