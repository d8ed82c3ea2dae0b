"""The bot's own web pages as people reach them: their address, and the signature of links."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field

PATH = "/upload/"
SIGNATURE_BYTES = 12
SIGNATURE_LENGTH = 16
"""How many characters the signature has."""


@dataclass(frozen=True, slots=True)
class PublicPage:
    """Where people find us on the web; `key` signs links, so that others' are seen at once.

    What is not signed is refused before anybody asks the database or reads a byte of a file.
    """

    root: str
    key: bytes = field(repr=False)

    @classmethod
    def of(cls, root: str, secret: bytes) -> PublicPage:
        """The pages under `root`, with a key of their own made of the secret of the buttons."""
        return cls(root.rstrip("/"), hmac.digest(secret, b"metodbot upload links", "sha256"))

    def link(self, code: str) -> str:
        """The address of the page that this code opens."""
        return f"{self.root}{PATH}{code}{self._signature(code)}"

    def code_in(self, token: str) -> str | None:
        """The code of a token we made; None for any other."""
        code, signature = token[:-SIGNATURE_LENGTH], token[-SIGNATURE_LENGTH:]
        if not (code and token.isascii()):
            return None
        return code if hmac.compare_digest(signature, self._signature(code)) else None

    def _signature(self, code: str) -> str:
        signature = hmac.digest(self.key, code.encode(), "sha256")[:SIGNATURE_BYTES]
        return urlsafe_b64encode(signature).decode()
