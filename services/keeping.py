"""Which files of the store are needed, and how the others leave it.

A file goes by a job that is committed with what made it superfluous: a unit that fails loses no
file, a crash keeps none. The store knows contents, not owners, so every noun that keeps keys in
its rows says which of them it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import timedelta

from services.jobs import Params, timed
from services.work import Work

Claim = Callable[[Work, Collection[str]], Iterable[str | None]]
CLAIMS: list[Claim] = []
LENT_FOR = timedelta(days=3)
"""So long what was made for somebody stays: longer than its letter may be on its way."""
STRAY_AFTER = timedelta(days=7)
"""A file that nobody has needed for so long was left by a crash."""
AT_ONCE = 500


def claims(claim: Claim) -> Claim:
    """Register who says which of some keys are needed."""
    CLAIMS.append(claim)
    return claim


def lend(work: Work, content: bytes) -> str:
    """Store what was made for somebody; it is made anew when it is asked for later. Its key."""
    if work.files is None:
        raise ValueError("this work has no file store")
    key = work.files.put(content)
    work.later("files.let_go", {"key": key}, due_at=work.now + LENT_FOR, key=f"file:{key}:lent")
    return key


def let_go(work: Work, key: str) -> None:
    """A row needs a file no longer: it leaves the store unless another one needs it."""
    work.later("files.let_go", {"key": key}, key=f"file:{key}:let_go")


@timed("files.let_go")
def drop_unneeded(work: Work, params: Params) -> None:
    """Take a file out of the store unless a row needs it."""
    key = params["key"]
    if work.files is not None and key not in _needed(work, [key]):
        work.files.drop(key)


def sweep(work: Work) -> None:
    """Take out what has lain long enough and is in no row: a crash or a failed unit left it."""
    if work.files is None:
        return
    old = work.files.older_than(work.now - STRAY_AFTER)
    for first in range(0, len(old), AT_ONCE):
        some = old[first : first + AT_ONCE]
        needed = _needed(work, some)
        for name in some:
            if name not in needed:
                work.files.drop(name)


def _needed(work: Work, keys: Collection[str]) -> set[str]:
    return {key for claim in CLAIMS for key in claim(work, keys) if key is not None}
