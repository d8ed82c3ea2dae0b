"""Why a file was not taken."""

from __future__ import annotations

from collections.abc import Mapping

from services.errors import ServiceError


class FileRefused(ServiceError):
    """The file cannot be read as results; nothing of it is kept.

    `code` names the sentence, `cell` is the address of the trouble, `params` are its arguments.
    """

    def __init__(
        self, code: str, cell: str | None = None, params: Mapping[str, object] | None = None
    ) -> None:
        self.code = code
        self.cell = cell
        self.params = dict(params or {})
        super().__init__(code=code, cell=cell, **self.params)

    def __str__(self) -> str:
        return self.code if self.cell is None else f"{self.code} at {self.cell}"
