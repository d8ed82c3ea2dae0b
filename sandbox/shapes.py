"""Checks of calls, answers and updates against the machine-readable Bot API description."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sandbox.wire import Json, RawJson, Upload

_BESIDE_THE_REPOSITORY = Path(__file__).resolve().parents[2] / "shared" / "botapi-10.1.json"
_MOST_VIOLATIONS = 1000
_ARRAY = "Array of "


class Shapes:
    """Types, required, unknown parameters and fields; what is wrong goes to `violations`."""

    def __init__(self, enabled: bool, path: Path | None = None) -> None:
        self.violations: list[str] = []
        self.status = "off"
        self._methods: Json = {}
        self._types: Json = {}
        if enabled:
            self._read(path or _BESIDE_THE_REPOSITORY)

    def _read(self, path: Path) -> None:
        if not path.exists():
            self.status = f"off: no description at {path.name}"
            return
        description = json.loads(path.read_text(encoding="utf-8"))
        self._methods = {name.lower(): (name, one) for name, one in description["methods"].items()}
        self._types = description["types"]
        self.status = f"on: {description['version']}"

    @property
    def is_on(self) -> bool:
        """Whether anything is checked."""
        return bool(self._types)

    def check_call(self, method: str, fields: Json, files: dict[str, Upload]) -> None:
        """Check the parameters of a call."""
        if not self.is_on or method.lower() not in self._methods:
            return
        name, described = self._methods[method.lower()]
        known = described["fields"]
        for given, value in fields.items():
            if given not in known:
                self._report(f"{name}: unknown parameter {given}")
            else:
                self._check_parameter(f"{name}.{given}", known[given]["types"], value)
        for wanted, one in known.items():
            if one["required"] and wanted not in fields and wanted not in files:
                self._report(f"{name}: {wanted} is required")

    def _check_parameter(self, where: str, types: list[str], value: Any) -> None:
        problems = self._problems(types, value, where)
        if problems and isinstance(value, str):
            # A form writes numbers, booleans and objects as text.
            try:
                problems = self._problems(types, json.loads(value), where)
            except ValueError:
                problems = [f"{where}: {value!r} is no {' or '.join(types)}"]
        for problem in problems:
            self._report(problem)

    def check_answer(self, method: str, result: Any) -> None:
        """Check the result of a call."""
        if not self.is_on or method.lower() not in self._methods or isinstance(result, RawJson):
            return
        name, described = self._methods[method.lower()]
        self._check(f"{name} ->", described["returns"], result)

    def check_update(self, update: Json) -> None:
        """Check an update."""
        if self.is_on:
            self._check("update", ["Update"], update)

    def _check(self, where: str, types: list[str], value: Any) -> None:
        for problem in self._problems(types, value, where):
            self._report(problem)

    def _report(self, problem: str) -> None:
        if len(self.violations) < _MOST_VIOLATIONS:
            self.violations.append(problem)

    def _problems(self, types: list[str], value: Any, where: str) -> list[str]:
        """The problems under the reading of `value` that has the fewest."""
        readings = (self._problems_as(one, value, where) for one in types)
        return min(readings, key=len)

    def _problems_as(self, type_name: str, value: Any, where: str) -> list[str]:
        if type_name.startswith(_ARRAY):
            return self._array_problems(type_name.removeprefix(_ARRAY), value, where)
        if type_name in _SIMPLE:
            return [] if _SIMPLE[type_name](value) else [f"{where}: {value!r} is no {type_name}"]
        if type_name == "InputFile":
            return [] if isinstance(value, str) else [f"{where}: {value!r} is no file"]
        described = self._types[type_name]
        if described["subtypes"]:
            return self._problems(described["subtypes"], value, where)
        return self._object_problems(type_name, described["fields"], value, where)

    def _array_problems(self, of: str, value: Any, where: str) -> list[str]:
        if not isinstance(value, list):
            return [f"{where}: {value!r} is no array"]
        return [
            problem
            for index, one in enumerate(value)
            for problem in self._problems_as(of, one, f"{where}[{index}]")
        ]

    def _object_problems(self, name: str, known: Json, value: Any, where: str) -> list[str]:
        if not isinstance(value, dict):
            return [f"{where}: {value!r} is no {name}"]
        problems = [f"{where}: unknown field {one} of {name}" for one in value if one not in known]
        for field, described in known.items():
            if field in value:
                problems += self._problems(described["types"], value[field], f"{where}.{field}")
            elif described["required"]:
                problems.append(f"{where}: {field} of {name} is missing")
        return problems


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_SIMPLE: dict[str, Callable[[Any], bool]] = {
    "Integer": _is_integer,
    "Float": lambda value: _is_integer(value) or isinstance(value, float),
    "String": lambda value: isinstance(value, str),
    "Boolean": lambda value: isinstance(value, bool),
}
