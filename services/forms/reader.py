"""Reads one form and prints its blueprint as JSON: `python -m services.forms.reader FILE`."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from services.forms.reading import read_form


def main(path: Path) -> None:
    """Print the blueprint of a form, or its errors."""
    reading = read_form(path)
    errors = [asdict(error) for error in reading.errors]
    json.dump({"blueprint": reading.blueprint, "errors": errors}, sys.stdout, ensure_ascii=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
