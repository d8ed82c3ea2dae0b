"""Getting forms from files: each is read once and kept while the file stays the same."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from services.forms.blueprint_format import FORMAT
from services.forms.form import Form
from services.forms.problems import FormInvalid, FormProblem

_loaded: dict[Path, tuple[tuple[int, int], Form]] = {}
_kept_in: list[Path] = []
_READING_SECONDS = 60


def keep_blueprints_in(directory: Path) -> None:
    """Name the cache that `load_form` and `prepare_forms` use when they are given none."""
    _kept_in[:] = [directory]


def load_form(path: Path, cache: Path | None = None) -> Form:
    """Return the form in a file (xlsx, xls, md, csv); raises FormInvalid.

    With a `cache` directory the blueprint is kept there by content, and a file not seen before
    is read by a short-lived process of its own, so that the reading libraries (50 MB, half a
    second) never enter this one.
    """
    path, cache = Path(path).absolute(), cache or next(iter(_kept_in), None)
    try:
        stat = path.stat()
    except OSError as error:
        raise FormInvalid([_not_found(error)]) from error
    mark = (stat.st_mtime_ns, stat.st_size)
    known = _loaded.get(path)
    if known is not None and known[0] == mark:
        return known[1]
    form = Form(_blueprint(path) if cache is None else _cached(path, cache))
    _loaded[path] = (mark, form)
    return form


def prepare_forms(paths: Iterable[Path], cache: Path | None = None) -> None:
    """Read all forms that the cache lacks by one process; mistakes are left to `load_form`."""
    cache = cache or next(iter(_kept_in), None)
    if cache is None:
        return
    missing = [path for path in paths if not _place(path, cache).exists()]
    if not missing:
        return
    for path, answer in zip(missing, _read_aside(missing), strict=True):
        if answer["blueprint"] is not None:
            _keep(_place(path, cache), answer["blueprint"])


def _not_found(error: OSError) -> FormProblem:
    return FormProblem(None, None, None, f"Cannot read the file: {error.strerror}", "not_found")


def _blueprint(path: Path) -> dict[str, Any]:
    from services.forms.reading import read_form

    reading = read_form(path)
    if reading.blueprint is None:
        raise FormInvalid(reading.errors)
    return reading.blueprint


def _place(path: Path, cache: Path) -> Path:
    from services.forms.workbook import content_hash

    return cache / f"{path.stem}-{content_hash(path.read_bytes())}-{FORMAT}.json"


def _cached(path: Path, cache: Path) -> dict[str, Any]:
    place = _place(path, cache)
    try:
        found: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        [answer] = _read_aside([path])
        if answer["blueprint"] is None:
            raise FormInvalid([FormProblem(**error) for error in answer["errors"]]) from None
        found = answer["blueprint"]
        _keep(place, found)
    return found


def _read_aside(paths: list[Path]) -> list[dict[str, Any]]:
    """Read forms in a process of its own."""
    names = [str(path.resolve()) for path in paths]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, every path is one argument
            [sys.executable, "-m", "services.forms.reader", *names],
            cwd=Path(__file__).resolve().parents[2],
            capture_output=True,
            timeout=_READING_SECONDS,
            check=True,
        )
        answers: list[dict[str, Any]] = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        message = "The form could not be read in time"
        raise FormInvalid([FormProblem(None, None, None, message, "broken")]) from error
    return answers


def _keep(place: Path, blueprint: dict[str, Any]) -> None:
    """Write the blueprint in one step; a directory that cannot be written to costs only time."""
    text = json.dumps(blueprint, ensure_ascii=False, separators=(",", ":"))
    fresh = place.with_suffix(".new")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(place)
    except OSError:
        return
