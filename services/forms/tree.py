"""The answers as XML, for expressions with paths, predicates and instances of choices."""

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

from services.forms.places import ROOT
from services.forms.xpath.atoms import Atom
from services.forms.xpath.grammar import CURRENT, FIELD, INSTANCE, FormContext, atoms, parsed

if TYPE_CHECKING:
    from services.forms.here import Here
    from services.forms.nodes import Node
    from services.forms.run import Run

_VARIABLE = "$"


class Tree:
    """One element per answer; built once per look at the form."""

    def __init__(self, run: "Run") -> None:
        self.run = run
        self.root = ET.Element("data")
        self.elements: dict[str, ET.Element] = {}
        self._leaves: list[tuple[Any, tuple[int, ...], ET.Element]] = []
        self._lists: dict[str, ET.Element] = {}

    def fill(self) -> None:
        """Add the elements first and the texts after, as a text may need the tree itself."""
        self._add(ROOT, (), self.root)
        for node, rounds, element in self._leaves:
            element.text = self.run.text(node.index, rounds)

    def _add(self, parent: int, rounds: tuple[int, ...], above: ET.Element) -> None:
        for node in self.run.nodes:
            if node.parent != parent:
                continue
            if node.role == "repeat":
                for number in range(1, self.run.rounds(node, rounds) + 1):
                    key = f"{node.key(rounds)}[{number}]"
                    self.elements[key] = ET.SubElement(above, node.name)
                    self._add(node.index, (*rounds, number), self.elements[key])
                continue
            element = self.elements[node.key(rounds)] = ET.SubElement(above, node.name)
            if node.role == "group":
                self._add(node.index, rounds, element)
            else:
                self._leaves.append((node, rounds, element))

    def evaluate(self, source: str, here: "Here") -> Atom:
        """Return the first value the expression gives, seen from a question or one choice."""
        token = parsed(source)
        item, root = self._current(here), self.root
        written = item.text
        if here.columns is None and here.new_answer is not None:
            item.text = here.new_answer
        if here.columns is not None:
            root = _list_element([dict(here.columns)])
        try:
            return self._value(token, root, root[0] if here.columns is not None else item, here)
        finally:
            item.text = written

    def _value(self, token: Any, root: ET.Element, item: ET.Element, here: "Here") -> Atom:
        context = FormContext(root, item=item, variables=self._variables(token, here))
        context.scope = here
        return next(iter(atoms(token, context)), "")

    def _current(self, here: "Here") -> ET.Element:
        return self.elements.get(here.node.key(here.rounds), self.root)

    def _variables(self, token: Any, here: "Here") -> dict[str, Any]:
        """The values of the variables that the expression uses."""
        names = {str(part.value) for part in token.iter(_VARIABLE)}
        return {name: self._variable(name, here) for name in names}

    def _variable(self, name: str, here: "Here") -> Any:
        if name == CURRENT:
            return self._current(here)
        if name.startswith(INSTANCE):
            return self._instance(name.removeprefix(INSTANCE))
        node = self.run.form.by_name(name.removeprefix(FIELD))
        if node is None:
            return ""
        found = self._nodes(node, here)
        return found if node.children or len(found) != 1 else found[0].text or ""

    def _nodes(self, node: "Node", here: "Here") -> list[ET.Element]:
        shared = self.run.form.shared_depth(node, here.node)
        keys = [node.key(rounds) for rounds in self.run.all_rounds(node, here.rounds[:shared])]
        if node.role == "repeat":
            keys = [f"{key}[{number}]" for key in keys for number in range(1, _last(self, key) + 1)]
        return [self.elements[key] for key in keys if key in self.elements]

    def _instance(self, name: str) -> ET.Element:
        """instance('list')/root/item: the path starts above an element called root."""
        if name not in self._lists:
            rows = [
                {"name": choice.name, "label": self._label(choice), **choice.columns}
                for choice in self.run.form.list_index(name).values()
            ]
            self._lists[name] = ET.Element("instance")
            self._lists[name].append(_list_element(rows))
        return self._lists[name]

    def _label(self, choice: Any) -> str:
        return self.run.fill(self.run.local(choice.label), ())


def _last(tree: Tree, key: str) -> int:
    number = 0
    while f"{key}[{number + 1}]" in tree.elements:
        number += 1
    return number


def _list_element(rows: list[dict[str, str]]) -> ET.Element:
    root = ET.Element("root")
    for row in rows:
        item = ET.SubElement(root, "item")
        for name, text in row.items():
            ET.SubElement(item, name).text = text
    return root
