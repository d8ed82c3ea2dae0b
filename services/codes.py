"""Codes that open something: 128 random bits shown once, of which only a hash is kept."""

from __future__ import annotations

import hashlib
import secrets

BYTES = 16


def new_code() -> str:
    """A code nobody can guess."""
    return secrets.token_urlsafe(BYTES)


def hash_of(code: str) -> str:
    """What the database keeps of a code."""
    return hashlib.sha256(code.encode()).hexdigest()
