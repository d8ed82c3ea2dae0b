"""A form as JSON: what pyxform read, with every expression turned into a plan.

The blueprint is all the engine needs, so it can be kept and the reading libraries left alone.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from services.forms.blueprint_format import FORMAT
from services.forms.places import ROOT, Place
from services.forms.questions import Kind
from services.forms.texts import PLAIN, WORDS, language_code, texts_of
from services.forms.types import (
    IGNORED,
    KINDS,
    PRELOADS,
    SILENT,
    attachments,
    usual_name,
)
from services.forms.workbook import Workbook
from services.forms.xpath.plans import Plan, plan

Blueprint: TypeAlias = dict[str, Any]
Node: TypeAlias = dict[str, Any]

_OTHER_LANGUAGES = ("ru", "en")
_TRUE = {"yes", "Yes", "YES", "true", "True", "TRUE", "true()"}
_FALSE = {"no", "No", "NO", "false", "False", "FALSE", "false()"}
_LABELS = {"label", "image", "big-image", "audio", "video", "media", "name", "__row"}


def build(workbook: Workbook, survey: Mapping[str, Any]) -> Blueprint:
    """Return the blueprint of a form that pyxform accepted; `survey` is pyxform's own JSON."""
    default = language_code(str(survey.get("default_language") or PLAIN))
    lists = survey.get("choices") or {}
    nodes: list[Node] = []
    sources: list[Mapping[str, Any]] = []
    _collect(survey["children"], ROOT, nodes, sources)
    languages = _languages(sources, lists)
    blueprint: Blueprint = {
        "format": FORMAT,
        "name": workbook.name,
        "version": workbook.version,
        "title": str(survey.get("title") or workbook.name),
        "languages": languages,
        "default": default if default in languages else next(iter(languages), PLAIN),
        "nodes": nodes,
        "lists": {},
    }
    for index, source in enumerate(sources):
        _complete(nodes, index, source, lists, default)
    blueprint["lists"] = {
        name: [_choice(choice, nodes, default) for choice in choices]
        for name, choices in lists.items()
    }
    return blueprint


def _collect(
    children: list[dict[str, Any]], parent: int, nodes: list[Node], sources: list[Any]
) -> None:
    for child in children:
        kind = kind_of(child)
        if kind is None:
            continue
        index = len(nodes)
        nodes.append({"name": child["name"], "parent": parent, "kind": kind})
        sources.append(child)
        _collect(child.get("children", []), index, nodes, sources)


def kind_of(source: Mapping[str, Any]) -> str | None:
    """Return how a node is treated: group, repeat, hidden, calculate, a Kind, or not at all."""
    name = str(source["type"])
    bind = source.get("bind") or {}
    if name in IGNORED or (name == "group" and source["name"] == "meta"):
        return None
    if name in {"group", "repeat"}:
        return name
    if bind.get("calculate") or usual_name(name) == "calculate":
        return "calculate"
    if name == "hidden" or name in SILENT or name in PRELOADS or ":" in name:
        return "hidden"
    if str(bind.get("readonly")) in _TRUE:
        return Kind.NOTE.value
    kind = KINDS.get(usual_name(name), Kind.TEXT)
    appearance = str((source.get("control") or {}).get("appearance", ""))
    if kind is Kind.TEXT and attachments(usual_name(name), appearance):
        return Kind.ANY.value
    return kind.value


def _complete(
    nodes: list[Node],
    index: int,
    source: Mapping[str, Any],
    lists: Mapping[str, Any],
    default: str,
) -> None:
    """Add texts and plans to a node once all names are known."""
    node, here = nodes[index], Place(nodes, index)
    bind, control = source.get("bind") or {}, source.get("control") or {}
    parts: dict[str, Any] = {
        "type": usual_name(str(source["type"])),
        "label": _label(source, here, default),
        "hint": texts_of(source.get("hint"), here.field, default),
        "guidance": texts_of(source.get("guidance_hint"), here.field, default),
        "constraint_message": texts_of(bind.get("jr:constraintMsg"), here.field, default),
        "required_message": texts_of(bind.get("jr:requiredMsg"), here.field, default),
        "required": _logical(bind.get("required"), here),
        "relevant": _logical(bind.get("relevant"), here),
        "constraint": _logical(bind.get("constraint"), here),
        "calculate": plan(str(bind["calculate"]), here) if bind.get("calculate") else None,
        "count": plan(str(control["jr:count"]), here) if control.get("jr:count") else None,
        "appearance": str(control.get("appearance", "")),
        "parameters": {str(key): str(value) for key, value in _parameters(source).items()},
        "media": _media(source, default),
        "preload": PRELOADS.get(str(source["type"])),
        "accepts": list(attachments(usual_name(str(source["type"])), _appearance(control))),
        **_default(source, here),
        **_choices(source, nodes, index, lists),
    }
    node.update({key: value for key, value in parts.items() if value not in (None, "", {}, [])})


def _appearance(control: Mapping[str, Any]) -> str:
    return str(control.get("appearance", ""))


def _parameters(source: Mapping[str, Any]) -> Mapping[str, Any]:
    parameters = source.get("parameters")
    return parameters if isinstance(parameters, dict) else {}


def _label(source: Mapping[str, Any], here: Place, default: str) -> dict[str, Any]:
    if source.get("label") == "Specify other.":
        return {code: [WORDS[code]["specify"]] for code in _OTHER_LANGUAGES}
    return texts_of(source.get("label"), here.field, default)


def _logical(source: Any, here: Place) -> Plan | None:
    """A condition; plain yes is kept as true, plain no as nothing."""
    text = str(source or "").strip()
    if not text or text in _FALSE:
        return None
    return ["fn", "true"] if text in _TRUE else plan(text, here)


def _default(source: Mapping[str, Any], here: Place) -> dict[str, Any]:
    text = source.get("default")
    if text in (None, ""):
        return {}
    if source.get("_dynamic_default"):
        return {"default_plan": plan(str(text), here)}
    return {"default": str(text)}


def _choices(
    source: Mapping[str, Any], nodes: list[Node], index: int, lists: Mapping[str, Any]
) -> dict[str, Any]:
    name = source.get("itemset") or source.get("list_name")
    if not name:
        return {}
    parts: dict[str, Any] = {"list": str(name)}
    if condition := source.get("choice_filter"):
        columns = {column for choice in lists.get(name, ()) for column in choice}
        here = Place(nodes, index, frozenset(columns | {"name"}))
        parts["filter"] = plan(str(condition), here)
    return parts


def _choice(choice: Mapping[str, Any], nodes: list[Node], default: str) -> dict[str, Any]:
    field = Place(nodes, ROOT).field
    columns = {
        key: str(value)
        for key, value in choice.items()
        if key not in _LABELS and not isinstance(value, dict)
    }
    label = texts_of(choice.get("label"), field, default)
    if choice["name"] == "other" and set(map(tuple, label.values())) == {("Other",)}:
        label = {code: [WORDS[code]["other"]] for code in _OTHER_LANGUAGES}
    parts = {
        "name": str(choice["name"]),
        "label": label,
        "image": _media(choice, default).get("image"),
        "columns": {**columns, "name": str(choice["name"])} if columns else {},
    }
    return {key: value for key, value in parts.items() if value}


def _media(source: Mapping[str, Any], default: str) -> dict[str, str]:
    """Return the file names by kind, of the default language where they differ."""
    media: dict[str, str] = {}
    for kind, names in (source.get("media") or {}).items():
        if isinstance(names, dict):
            by_code = {language_code(str(key)): name for key, name in names.items()}
            names = by_code.get(default) or next(iter(by_code.values()))  # noqa: PLW2901
        media["image" if kind == "big-image" else str(kind)] = str(names)
    return media


def _languages(sources: list[Mapping[str, Any]], lists: Mapping[str, Any]) -> list[str]:
    """Return the codes in the order they are first met; a form without languages has none."""
    found: dict[str, None] = {}
    for texts in _translated(sources, lists):
        found.update(dict.fromkeys(language_code(str(name)) for name in texts))
    found.pop(PLAIN, None)
    return list(found)


def _translated(
    sources: list[Mapping[str, Any]], lists: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    for source in [*sources, *(choice for choices in lists.values() for choice in choices)]:
        for column in ("label", "hint", "guidance_hint"):
            if isinstance(source.get(column), dict):
                yield source[column]
