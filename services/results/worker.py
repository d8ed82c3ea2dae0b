"""The parser process: limits itself, reads one file, prints one JSON document."""

from __future__ import annotations

import gc
import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from services.results.limits import Limits
from services.results.refusal import FileRefused


def main(arguments: list[str]) -> None:
    """Parse `path limits-as-json [answers-as-json]` and print {"parsed": …} or {"refused": …}."""
    # The process lives for one file and makes no cycles worth collecting.
    gc.disable()
    path, limits = Path(arguments[0]), Limits(**json.loads(arguments[1]))
    answers: dict[str, str] = json.loads(arguments[2]) if len(arguments) > 2 else {}
    confine(limits)
    document = json.dumps(answer(path, limits, answers), ensure_ascii=False, separators=(",", ":"))
    sys.stdout.buffer.write(document.encode())


def answer(path: Path, limits: Limits, answers: Mapping[str, str]) -> dict[str, Any]:
    """The document for the parent; never a value of a cell of a file that went wrong."""
    from services.results.opening import open_book
    from services.results.reading import read
    from services.results.record import to_json

    try:
        content = path.read_bytes()
        parsed = read(open_book(content, limits), hashlib.sha256(content).hexdigest(), answers)
    except FileRefused as refused:
        return _refused(refused.code, refused.cell, refused.params)
    except MemoryError:
        return _refused("hostile", None, {"why": "memory"})
    except Exception as error:  # noqa: BLE001 - a stranger's file must not show us a traceback
        return _refused("failed", None, {"where": _place(error)})
    return {"parsed": to_json(parsed)}


def confine(limits: Limits) -> None:
    """Ask the system to stop this process; where it cannot, the parent watches."""
    try:
        import resource
    except ImportError:
        return
    bounds = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: 64,
        resource.RLIMIT_CPU: limits.cpu_seconds,
        resource.RLIMIT_AS: limits.memory_bytes,
    }
    for kind, bound in bounds.items():
        # The hard bound of CPU time kills without a name, the soft one says it was the time.
        hard = bound + 1 if kind == resource.RLIMIT_CPU else bound
        try:
            resource.setrlimit(kind, (bound, hard))
        except (ValueError, OSError):
            continue


def _refused(code: str, cell: str | None, params: dict[str, Any]) -> dict[str, Any]:
    return {"refused": {"code": code, "cell": cell, "params": params}}


def _place(error: Exception) -> str:
    # The message of an error may quote a cell, so only its type and place are told.
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    name = Path(trace.tb_frame.f_code.co_filename).name if trace else ""
    return f"{type(error).__name__} {name}:{trace.tb_lineno if trace else 0}"


if __name__ == "__main__":
    main(sys.argv[1:])
