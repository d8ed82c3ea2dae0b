"""What a template says, and what is wrong with it, before anybody relies on it.

The language is small: `{{ name }}`, `{{ row.name }}`, `{% for row in loop %} … {% endfor %}`,
`{% if name %} … {% else %} … {% endif %}`, the last two with `tr` or `p` to repeat or drop whole
rows and paragraphs. Anything else is refused: a template is filled, never run.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from services.papers.fields import fields, nearest
from services.papers.package import FILLED, Element, parsed

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TOKEN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_BRACE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_NAME = r"[^\W\d]\w*"
_FIELD = re.compile(rf"\{{\{{\s*({_NAME}(?:\.{_NAME})?)\s*\}}\}}")
_FOR = re.compile(rf"\{{%(?:(tr|p) )?\s*for\s+({_NAME})\s+in\s+({_NAME})\s*%\}}")
_IF = re.compile(rf"\{{%(?:(tr|p) )?\s*if\s+(?:not\s+)?({_NAME}(?:\.{_NAME})?)\s*%\}}")
_ELSE = re.compile(r"\{%(?:(tr|p) )?\s*else\s*%\}")
_END = re.compile(r"\{%(?:(tr|p) )?\s*(endfor|endif)\s*%\}")
_SHOWN = 40
_MOST_PROBLEMS, _MOST_TOKENS, _DEEPEST = 20, 2_000, 3


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: `code` names the sentence, `what` is quoted, `like` the nearest name."""

    code: str
    what: str
    like: str = ""


@dataclass(slots=True)
class Reading:
    """The fields a template uses and its problems; no fields means that it is no template."""

    used: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    tokens: int = 0

    def wrong(self, code: str, what: str, like: str = "") -> None:
        """Note a problem once."""
        found = Problem(code, " ".join(what.split())[:_SHOWN], like)
        if found not in self.problems and len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(found)


@dataclass(frozen=True, slots=True)
class _Token:
    """A mark where it stands; `alone` whether its paragraph holds nothing else."""

    text: str
    paragraph: Element
    alone: bool


@dataclass(frozen=True, slots=True)
class _Open:
    """A loop or condition that waits for its end."""

    kind: str
    unit: str
    token: _Token
    variable: str = ""
    loop: str = ""


def read(content: bytes) -> Reading:
    """Read every part that is filled; the package was checked before."""
    reading = Reading()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if FILLED(name):
                _part(parsed(package.read(name)), reading)
    return reading


def _part(root: Element, reading: Reading) -> None:
    _outside_words(root, reading)
    open_ones: list[_Open] = []
    for token in _tokens(root, reading):
        reading.tokens += 1
        if reading.tokens > _MOST_TOKENS:
            reading.wrong("too_many", "")
            return
        _take(token, open_ones, reading)
    for one in open_ones:
        reading.wrong("unclosed", one.token.text)


def _outside_words(root: Element, reading: Reading) -> None:
    """Marks live in the words of paragraphs; in attributes or fields they are refused."""
    for one in root.iter():
        if not isinstance(one.tag, str):
            continue
        strange = [] if one.tag == f"{_W}t" else [one.text or ""]
        strange += [value for _, value in sorted(dict(one.attrib).items())]
        for words in strange:
            if "{" in words and _BRACE.search(words):
                reading.wrong("misplaced", words)


def _tokens(root: Element, reading: Reading) -> Iterator[_Token]:
    for paragraph in root.iter(f"{_W}p"):
        words = "".join(
            one.text or ""
            for one in paragraph.iter(f"{_W}t")
            if next(one.iterancestors(f"{_W}p"), None) is paragraph
        )
        found = _TOKEN.findall(words)
        rest = _TOKEN.sub("", words)
        for torn in _BRACE.finditer(rest):
            reading.wrong("torn", rest[max(0, torn.start() - 15) :] or torn.group())
        for text in found:
            yield _Token(text, paragraph, alone=len(found) == 1 and not rest.strip())


def _take(token: _Token, open_ones: list[_Open], reading: Reading) -> None:
    text = token.text
    if text.startswith("{#"):
        if _BRACE.search(text[2:-2]):
            reading.wrong("not_understood", text)
    elif found := _FIELD.fullmatch(text):
        _use(found[1], open_ones, reading)
    elif found := _FOR.fullmatch(text):
        _loop(found, token, open_ones, reading)
    elif found := _IF.fullmatch(text):
        _use(found[2], open_ones, reading)
        _begin(_Open("if", found[1] or "", token), open_ones, reading)
    elif found := _ELSE.fullmatch(text):
        _check_place(token, open_ones, "if", found[1] or "", reading)
    elif found := _END.fullmatch(text):
        if _check_place(token, open_ones, found[2].removeprefix("end"), found[1] or "", reading):
            open_ones.pop()
    else:
        reading.wrong("not_understood", text)


def _loop(found: re.Match[str], token: _Token, open_ones: list[_Open], reading: Reading) -> None:
    unit, variable, loop = found[1] or "", found[2], found[3]
    if loop not in fields().rows:
        like = nearest(loop)
        reading.wrong("unknown_loop", loop, like if like in fields().rows else "")
    if variable in fields().names or variable == "loop":
        reading.wrong("taken_name", variable)
    reading.used.add(loop)
    _begin(_Open("for", unit, token, variable, loop), open_ones, reading)


def _begin(one: _Open, open_ones: list[_Open], reading: Reading) -> None:
    if one.unit and not one.token.alone:
        reading.wrong("not_alone", one.token.text)
    open_ones.append(one)
    # No row has rows of its own, and each loop in a loop would multiply the document.
    if len(open_ones) > _DEEPEST or [each.kind for each in open_ones].count("for") > 1:
        reading.wrong("too_deep", one.token.text)


def _check_place(
    token: _Token, open_ones: list[_Open], kind: str, unit: str, reading: Reading
) -> bool:
    """Whether an end (or an else) stands where its beginning lets it."""
    if not open_ones or (open_ones[-1].kind, open_ones[-1].unit) != (kind, unit):
        reading.wrong("unopened", token.text)
        return False
    if unit and not token.alone:
        reading.wrong("not_alone", token.text)
    if not _together(open_ones[-1].token, token, unit):
        reading.wrong("apart", token.text)
    return True


def _together(first: _Token, last: _Token, unit: str) -> bool:
    """Whether both stand in one paragraph, in one table, or side by side in one place."""
    if not unit:
        return first.paragraph is last.paragraph
    if unit == "p":
        return first.paragraph.getparent() is last.paragraph.getparent()
    rows = [next(one.paragraph.iterancestors(f"{_W}tr"), None) for one in (first, last)]
    if rows[0] is None or rows[1] is None:
        return False
    return rows[0] is not rows[1] and rows[0].getparent() is rows[1].getparent()


def _use(name: str, open_ones: list[_Open], reading: Reading) -> None:
    head, dot, tail = name.partition(".")
    loops = {one.variable: one.loop for one in open_ones if one.kind == "for"}
    if head == "loop" and tail == "index" and loops:
        return
    full = f"{loops[head]}.{tail}" if dot and head in loops else name
    if full not in fields().all_names() or (dot and head not in loops):
        _unknown(name, full, loops, reading)
        return
    reading.used.add(full)


def _unknown(name: str, full: str, loops: dict[str, str], reading: Reading) -> None:
    if "." in name and name in fields().all_names():
        # Rows have no names outside of their loop.
        reading.wrong("outside_loop", name)
        return
    like = nearest(full) or ""
    for variable, loop in loops.items():
        like = like.replace(f"{loop}.", f"{variable}.", 1)
    reading.wrong("unknown_field", name, like)
