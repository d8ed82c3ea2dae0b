"""Getting forms from files: each is read once and kept while the file stays the same."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from services.forms.blueprint_format import FORMAT
from services.forms.form import Form
from services.forms.problems import FormInvalid, FormProblem

_loaded: dict[tuple[Path, int, int], Form] = {}
_READING_SECONDS = 60


def load_form(path: Path, cache: Path | None = None) -> Form:
    """Return the form in a file (xlsx, xls, md, csv); raises FormInvalid.

    With a `cache` directory the blueprint is kept there by content, and a file not seen before
    is read by a short-lived process of its own, so that the reading libraries (50 MB, half a
    second) never enter this one.
    """
    path = Path(path)
    try:
        stat = path.stat()
    except OSError as error:
        raise FormInvalid([_not_found(error)]) from error
    key = (path.resolve(), stat.st_mtime_ns, stat.st_size)
    form = _loaded.get(key)
    if form is None:
        blueprint = _blueprint(path) if cache is None else _cached(path, cache)
        for older in [other for other in _loaded if other[0] == key[0]]:
            del _loaded[older]
        form = _loaded[key] = Form(blueprint)
    return form


def _not_found(error: OSError) -> FormProblem:
    return FormProblem(None, None, None, f"Cannot read the file: {error.strerror}", "not_found")


def _blueprint(path: Path) -> dict[str, Any]:
    from services.forms.reading import read_form

    reading = read_form(path)
    if reading.blueprint is None:
        raise FormInvalid(reading.errors)
    return reading.blueprint


def _cached(path: Path, cache: Path) -> dict[str, Any]:
    from services.forms.workbook import content_hash

    kept = cache / f"{path.stem}-{content_hash(path.read_bytes())}-{FORMAT}.json"
    try:
        found: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = _read_aside(path)
        _keep(kept, found)
    return found


def _read_aside(path: Path) -> dict[str, Any]:
    """Read a form in a process of its own and return its blueprint."""
    command = [sys.executable, "-m", "services.forms.reader", str(path.resolve())]
    root = Path(__file__).resolve().parents[2]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, the path is one argument
            command, cwd=root, capture_output=True, timeout=_READING_SECONDS, check=True
        )
    except (subprocess.SubprocessError, OSError) as error:
        message = "The form could not be read in time"
        raise FormInvalid([FormProblem(None, None, None, message, "broken")]) from error
    answer = json.loads(done.stdout)
    if answer["blueprint"] is None:
        raise FormInvalid([FormProblem(**error) for error in answer["errors"]])
    blueprint: dict[str, Any] = answer["blueprint"]
    return blueprint


def _keep(kept: Path, blueprint: dict[str, Any]) -> None:
    """Write the blueprint in one step; a directory that cannot be written to costs only time."""
    text = json.dumps(blueprint, ensure_ascii=False, separators=(",", ":"))
    fresh = kept.with_suffix(".new")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(kept)
    except OSError:
        return
