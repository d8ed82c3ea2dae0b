"""Masks of answers in ГИА protocols: `++-2+` for short ones, `1(2)2(3)` for long ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from services.results.pupils import Pupil
from services.results.words import pattern, phrases, plain


@dataclass(frozen=True, slots=True)
class Mask:
    """Scores of one work; `long` pairs a score with its maximum, None means not attempted."""

    short: tuple[float, ...]
    long: tuple[tuple[float | None, float], ...]

    @property
    def total(self) -> float:
        """Points earned."""
        return sum(self.short) + sum(score or 0 for score, _most in self.long)


def read_mask(short: str, long: str) -> Mask | None:
    """The scores of both parts; None when a part is written in an unknown way."""
    short, long = (pattern("dash").sub("-", "".join(part.split())) for part in (short, long))
    if short and not pattern("short_answers").match(short):
        return None
    if pattern("long_answer").sub("", long):
        return None
    found = [
        (match["score"], float(match["max"])) for match in pattern("long_answer").finditer(long)
    ]
    pairs = tuple((_long_score(score), most) for score, most in found)
    if any(score is not None and score > most for score, most in pairs):
        return None
    return Mask(tuple(_short_score(sign) for sign in short), pairs)


def aligned(
    works: Sequence[tuple[Mask, Pupil]],
) -> tuple[list[tuple[float, bool]], tuple[Pupil, ...]]:
    """Maxima of the tasks, each with whether it was guessed, and the pupils with their scores.

    A short task's maximum is not in the file: the largest score seen stands for it.
    """
    shorts = max((len(mask.short) for mask, _pupil in works), default=0)
    longs = max((len(mask.long) for mask, _pupil in works), default=0)
    maxima = [(_most_short(works, place), True) for place in range(shorts)]
    maxima += [(_most_long(works, place), False) for place in range(longs)]
    return maxima, tuple(_scored(mask, pupil, shorts, longs) for mask, pupil in works)


def _scored(mask: Mask, pupil: Pupil, shorts: int, longs: int) -> Pupil:
    short = [*mask.short, *([None] * (shorts - len(mask.short)))]
    long = [score for score, _most in mask.long] + [None] * (longs - len(mask.long))
    missing = longs - len(mask.long)
    skipped = [False] * shorts + [score is None for score, _most in mask.long] + [False] * missing
    values = [0.0 if flag else score for flag, score in zip(skipped, [*short, *long], strict=True)]
    return replace(pupil, scores=tuple(values), not_attempted=tuple(skipped))


def _most_short(works: Sequence[tuple[Mask, Pupil]], place: int) -> float:
    seen = (mask.short[place] for mask, _pupil in works if place < len(mask.short))
    return max(max(seen, default=1.0), 1.0)


def _most_long(works: Sequence[tuple[Mask, Pupil]], place: int) -> float:
    return max(mask.long[place][1] for mask, _pupil in works if place < len(mask.long))


def _short_score(sign: str) -> float:
    return float({"+": "1", "-": "0"}.get(sign, sign))


def _long_score(score: str) -> float | None:
    skipped = score == "-" or plain(score) in phrases("not_attempted", "values")
    return None if skipped else float(score)
