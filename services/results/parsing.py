"""The door for files: checks in a process of its own, an answer or a refusal back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from services.results import process
from services.results.limits import Limits
from services.results.model import ParsedFile
from services.results.record import from_json
from services.results.refusal import FileRefused

_DEFAULT = Limits()


def parse(
    path: Path,
    *,
    name: str = "",
    limits: Limits = _DEFAULT,
    answers: Mapping[str, str] | None = None,
) -> ParsedFile:
    """Read a file of results; blocks until its parser process ends.

    The kind comes from the content; `name` only helps to say what a foreign file is called.
    `answers` are what the sender said to the questions of an earlier reading, by `Question.key`;
    one that makes no sense is asked again.
    Raises FileRefused with what is wrong and where.
    """
    size = path.stat().st_size
    if size == 0:
        raise FileRefused("empty")
    if size > limits.file_bytes:
        raise FileRefused("too_big", params={"bytes": size, "limit": limits.file_bytes})
    told = json.dumps(dict(answers or {}))
    answer = process.run([str(path.resolve()), json.dumps(asdict(limits)), told], limits)
    try:
        document = json.loads(answer)
    except ValueError as error:
        raise FileRefused("hostile", params={"why": "answer"}) from error
    if "refused" in document:
        raise _refusal(document["refused"], name or path.name)
    return from_json(document["parsed"])


def _refusal(told: dict[str, Any], name: str) -> FileRefused:
    if told["code"] == "not_a_table":
        told["params"]["extension"] = Path(name).suffix.lower().lstrip(".")
    return FileRefused(**told)
