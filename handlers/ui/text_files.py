"""Reading the .ftl files of a language, and finding their mistakes before a person meets them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from babel import Locale
from babel.plural import to_python
from fluent.syntax import FluentParser, ast, visitor

from handlers.ui.patterns import Part, compile_pattern
from handlers.ui.text_functions import FUNCTIONS, phrase_of
from handlers.ui.text_markup import has_markup, markup_mistakes

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path


@dataclass(slots=True)
class Catalogue:
    """Everything the files of one language say; terms have their leading hyphen.

    `marked` are the ids whose text has tags or character references, themselves or by reference.
    """

    language: str
    plural: Callable[[float | Decimal], str]
    entries: dict[str, str | Part] = field(default_factory=dict)
    marked: set[str] = field(default_factory=set)
    mistakes: list[str] = field(default_factory=list)


@cache
def read_catalogue(directory: Path, language: str) -> Catalogue:
    """Read every .ftl of the directory; what is wrong is listed in `mistakes` and left out.

    Once in a process: its words do not change while it runs.
    """
    rule: Any = to_python(Locale.parse(language).plural_form)
    catalogue = Catalogue(language, rule)
    sources: dict[str, _Source] = {}
    paths = sorted(directory.glob("*.ftl"))
    if not paths:
        catalogue.mistakes.append(f"{language}: no .ftl files")
    for path in paths:
        _read_file(path.name, path.read_text("utf-8"), catalogue, sources)
    _check_references(catalogue, sources)
    return catalogue


def _read_file(name: str, text: str, catalogue: Catalogue, sources: dict[str, _Source]) -> None:
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Junk):
            first = entry.content.strip().partition("\n")[0] if entry.content else ""
            catalogue.mistakes.append(f"{catalogue.language}/{name}: not Fluent: {first}")
        elif isinstance(entry, ast.Message | ast.Term):
            for full_name, pattern in _patterns(entry):
                _add(f"{catalogue.language}/{name}", full_name, pattern, catalogue, sources)


def _patterns(entry: ast.Message | ast.Term) -> list[tuple[str, ast.Pattern]]:
    own = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
    found = [(own, entry.value)] if entry.value is not None else []
    found += [(f"{own}.{item.id.name}", item.value) for item in entry.attributes]
    return found


def _add(
    place: str,
    name: str,
    pattern: ast.Pattern,
    catalogue: Catalogue,
    sources: dict[str, _Source],
) -> None:
    if name in sources:
        catalogue.mistakes.append(f"{place}: {name} is already in {sources[name].place}")
        return
    source = _Source(place)
    source.visit(pattern)
    sources[name] = source
    catalogue.mistakes.extend(f"{place}: {name}: {mistake}" for mistake in source.mistakes)
    catalogue.entries[name] = compile_pattern(pattern)
    if source.marked:
        catalogue.marked.add(name)


class _Source(visitor.Visitor):
    """What one pattern says and refers to."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.references: set[str] = set()
        self.mistakes: list[str] = []
        self.marked = False

    def visit_Pattern(self, node: ast.Pattern) -> None:  # noqa: N802  the visitor looks for it
        """Check the tags of one pattern or variant; a placeable may stand within a tag."""
        text = "".join(
            item.value if isinstance(item, ast.TextElement) else "x" for item in node.elements
        )
        self.marked |= has_markup(text)
        self.mistakes.extend(markup_mistakes(text))
        self.generic_visit(node)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802  the visitor looks for it
        """Remember the text referred to."""
        self.references.add(_name(node))

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802  the visitor looks for it
        """Remember the term referred to."""
        self.references.add("-" + _name(node))

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802  the visitor looks for it
        """The function must exist, and so must the message it is worded by."""
        if node.id.name not in FUNCTIONS:
            self.mistakes.append(f"no function {node.id.name}")
        options = {item.name.name: item.value.parse()["value"] for item in node.arguments.named}
        worded_by = phrase_of(node.id.name, options)
        if worded_by is not None:
            self.references.add(worded_by)
        self.generic_visit(node)


def _name(node: ast.MessageReference | ast.TermReference) -> str:
    return f"{node.id.name}.{node.attribute.name}" if node.attribute else node.id.name


def _check_references(catalogue: Catalogue, sources: dict[str, _Source]) -> None:
    """Find references to nothing and to themselves, and pass the marks of tags on."""
    for name, source in sources.items():
        reached = _reached(name, sources)
        for lost in sorted(reached - sources.keys()):
            catalogue.mistakes.append(f"{source.place}: {name} refers to {lost}: no such text")
        if name in reached:
            catalogue.mistakes.append(f"{source.place}: {name} refers to itself")
            del catalogue.entries[name]
        if any(sources[other].marked for other in reached & sources.keys()):
            catalogue.marked.add(name)


def _reached(name: str, sources: dict[str, _Source]) -> set[str]:
    reached: set[str] = set()
    waiting = list(sources[name].references)
    while waiting:
        other = waiting.pop()
        if other not in reached:
            reached.add(other)
            waiting.extend(sources[other].references if other in sources else ())
    return reached
