"""Reads forms and prints their blueprints as JSON: `python -m services.forms.reader FILE…`."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from services.forms.reading import read_form


def answer(path: Path) -> dict[str, Any]:
    """Return the blueprint of a form, null when there are errors, and the errors."""
    reading = read_form(path)
    return {
        "blueprint": reading.blueprint,
        "errors": [asdict(error) for error in reading.errors],
    }


if __name__ == "__main__":
    json.dump([answer(Path(name)) for name in sys.argv[1:]], sys.stdout)
