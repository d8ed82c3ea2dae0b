"""A process for one template: it limits itself, reads, tries it out, prints what it found."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

MEMORY_BYTES = 1024 * 1024 * 1024
CPU_SECONDS = 10


def main(arguments: list[str]) -> None:
    """Print {"used", "problems"} or {"refused", "what"} of the file at the given path."""
    confine()
    found = json.dumps(answer(Path(arguments[0]).read_bytes()), ensure_ascii=False)
    sys.stdout.buffer.write(found.encode())


def answer(content: bytes) -> dict[str, Any]:
    """What is to be said of a template."""
    from services.papers.lint import read
    from services.papers.package import TemplateRefused, checked
    from services.papers.word.filling import TemplateBroken

    try:
        checked(content)
        reading = read(content)
        if reading.used and not reading.problems:
            _try_out(content)
    except TemplateRefused as refused:
        return {"refused": refused.code, "what": refused.what}
    except (TemplateBroken, MemoryError, RecursionError):
        return {"refused": "cannot_be_filled", "what": ""}
    problems = [asdict(one) for one in reading.problems]
    return {"used": sorted(reading.used), "problems": problems}


def confine() -> None:
    """Ask the system to stop this process; the parent waits no longer than it must."""
    try:
        import resource
    except ImportError:
        return
    bounds = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CPU: CPU_SECONDS,
        resource.RLIMIT_AS: MEMORY_BYTES,
    }
    for kind, bound in bounds.items():
        try:
            resource.setrlimit(kind, (bound, bound))
        except (ValueError, OSError):
            continue


def _try_out(content: bytes) -> None:
    """Fill every field with words that would break a document if they were not escaped."""
    from services.papers.fields import fields
    from services.papers.model import Document
    from services.papers.package import checked
    from services.papers.word.filling import MOST_ROWS, filled

    known = fields()
    values: dict[str, Any] = dict.fromkeys(known.names, "<&>")
    for loop, names in known.rows.items():
        values[loop] = [dict.fromkeys(names, "<&>")] * MOST_ROWS
    made = filled(content, values, None, Document("", date(2000, 1, 1)))
    # What comes out is looked at like what came in: every part is sound, nothing reaches out.
    checked(made)


if __name__ == "__main__":
    main(sys.argv[1:])
