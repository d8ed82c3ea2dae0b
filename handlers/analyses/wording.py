"""Words that several screens of the analysis share: titles, areas, how sure a figure is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from handlers.results.group_screen import shortened
from handlers.results.wording import title_line
from handlers.ui.buttons import Button, Key
from handlers.ui.layout import MAX_COLUMNS, SCREEN_LIMIT
from handlers.ui.split import visible_text
from handlers.ui.texts import Markup, Texts
from services.analyses import Area, Head

SKILL_LENGTHS = (120, 80, 60, 48, 42, 36, 32, 28, 24, 20, 16)
"""A skill is cut to the first of these that lets a screen fit."""
PLACE = 36


def head_line(head: Head, texts: Texts) -> Markup:
    """The study, whose it is, on how many works it rests."""
    return texts(
        "analyses-head",
        title=title_line(head.title, texts),
        place=shortened(head.place, PLACE),
        n=head.n,
    )


def skill_of(code: str, skill: str | None, texts: Texts, limit: int = 160) -> str:
    """The skill in words; without one, the task's number stands for it."""
    return shortened(skill, limit) if skill else texts.label("summary-task", code=code)


def mark_of(code: str, level: str | None, skill: str | None, texts: Texts) -> str:
    """Which task it is and of what level; the number not twice when it stands for the skill."""
    if level is None:
        return texts.label("summary-number", code=code) if skill else ""
    if not skill:
        return texts.label("summary-level", level=level)
    return texts.label("summary-number-level", code=code, level=level)


def certainty(area: Area) -> str:
    """How far it can be leaned on; at the threshold itself there is nothing to lean on."""
    return "border" if area.status == "uncertain" else area.confidence


def common_certainty(areas: Sequence[Area]) -> str | None:
    """What holds for all and is said once; None where they differ."""
    found = {certainty(one) for one in areas}
    return found.pop() if len(found) == 1 and len(areas) > 1 else None


def area_line(
    number: int, area: Area, texts: Texts, *, limit: int, n: int, said: bool = False
) -> Markup:
    """An area in one line; `n` works were said already, 0 says nothing of them."""
    peer = area.nearest
    return texts(
        "analyses-area-line",
        number=number,
        skill=skill_of(area.code, area.skill, texts, limit),
        place=mark_of(area.code, area.level, area.skill, texts),
        percent=area.percent,
        low=area.low,
        high=area.high,
        others=area.n if n and area.n != n else 0,
        peer=peer.percent if peer else 0,
        peer_level=peer.level if peer else "none",
        certainty="said" if said else certainty(area),
    )


def best_line(
    number: int, area: Area, texts: Texts, *, limit: int, n: int, said: bool = False
) -> Markup:
    """An area that goes well, in fewer words."""
    return texts(
        "analyses-best-line",
        number=number,
        skill=skill_of(area.code, area.skill, texts, limit),
        code=area.code,
        percent=area.percent,
        low=area.low,
        high=area.high,
        others=area.n if n and area.n != n else 0,
        certainty="said" if said else certainty(area),
    )


def short_line(number: int, area: Area, texts: Texts, limit: int = 44) -> Markup:
    """An area in a list of all."""
    peer = area.nearest
    return texts(
        "analyses-short-line",
        number=number,
        status=area.status,
        skill=skill_of(area.code, area.skill, texts, limit),
        place=mark_of(area.code, area.level, area.skill, texts),
        percent=area.percent,
        low=area.low,
        high=area.high,
        peer=peer.percent if peer else 0,
        peer_level=peer.level if peer else "none",
    )


def fitted(lines_of: Callable[[int], Iterable[Markup | str]]) -> str:
    """The lines with skills as long as the screen takes; `lines_of` is given their length.

    Where even short ones do not fit, the last lines go: what is behind a key anyway.
    """
    lines: list[str] = []
    for limit in SKILL_LENGTHS:
        lines = [line for line in lines_of(limit) if line]
        if len(visible_text("\n".join(lines))) <= SCREEN_LIMIT:
            break
    while len(visible_text("\n".join(lines))) > SCREEN_LIMIT:
        lines.pop()
    return "\n".join(lines)


def number_rows(buttons: Sequence[Button], first: int = 1) -> tuple[tuple[Key, ...], ...]:
    """Keys with numbers, three in a row."""
    keys = [Key(str(number), button=one) for number, one in enumerate(buttons, first)]
    return tuple(tuple(keys[at : at + MAX_COLUMNS]) for at in range(0, len(keys), MAX_COLUMNS))
