"""Parameters of a call, whether they came as JSON or as the text of a form."""

import json
from typing import Any

from sandbox.refusals import bad_request
from sandbox.wire import Json, Upload


class Params:
    """The fields and files of one call, read by type."""

    __slots__ = ("fields", "files")

    def __init__(self, fields: Json, files: dict[str, Upload]) -> None:
        self.fields = fields
        self.files = files

    def __contains__(self, name: str) -> bool:
        return name in self.fields or name in self.files

    def text(self, name: str) -> str | None:
        """A string; None when absent."""
        value = self.fields.get(name)
        if value is None or isinstance(value, str):
            return value
        return json.dumps(value, ensure_ascii=False)

    def integer(self, name: str) -> int | None:
        """A whole number; None when absent or empty."""
        value = self.fields.get(name)
        if value is None or value == "":
            return None
        try:
            return int(value)
        except (TypeError, ValueError) as error:
            raise bad_request(f'invalid parameter "{name}" specified') from error

    def number(self, name: str) -> float | None:
        """A number; None when absent."""
        value = self.fields.get(name)
        try:
            return None if value is None else float(value)
        except (TypeError, ValueError) as error:
            raise bad_request(f'invalid parameter "{name}" specified') from error

    def flag(self, name: str, default: bool = False) -> bool:
        """A boolean as Telegram reads it: true, yes, 1."""
        value = self.fields.get(name)
        if value is None or value == "":
            return default
        return str(value).strip().lower() in ("true", "yes", "1", "t", "y")

    def object(self, name: str) -> Any:
        """A JSON value; None when absent or empty."""
        value = self.fields.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(f"can't parse {name} JSON object") from error

    def objects(self, name: str) -> list[Any] | None:
        """A JSON array; None when absent."""
        value = self.object(name)
        if value is not None and not isinstance(value, list):
            raise bad_request(f"can't parse {name}: expected an Array")
        return value
