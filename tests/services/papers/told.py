"""Something to write papers about: a study with all its figures, and a meeting about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from services.papers import Area, Journal, Marks, Meeting, PaperKind, StudyTold, Task, Told
from services.papers.told import Hint, Pool, Source, Trend
from services.studies import Title

MADE_ON = date(2026, 10, 14)
SKILLS = (
    ("1", "Б", "Владение понятием отрицательного числа", 86.2, 75.1, 92.8, "sufficient", 82.0),
    ("3", "Б", "Находить часть числа и число по его части", 55.2, 42.4, 67.3, "deficit", 46.0),
    ("9", "Б", "Вычислять с рациональными числами", 41.4, 31.0, 50.0, "deficit", 42.0),
    ("10", "П", "Решать задачи на построение и изображение фигур на плоскости", 29.3, 20.1, 41.0,
     "uncertain", 33.0),
    ("11", "П", "Решать текстовые задачи на проценты, в том числе с двумя и более действиями",
     15.5, 9.0, 24.0, "deficit", 21.0),
    ("12", None, None, 44.8, 33.0, 57.0, "unknown", None),
)  # fmt: skip
YEARS = ((2024, 61, 18.0), (2025, 55, 17.1))


def task(code: str = "11", **changes: object) -> Task:
    found = next(one for one in SKILLS if one[0] == code)
    _, level, skill, percent, low, high, status, peer = found
    firm = "firm" if code in ("1", "9", "11") else "likely"
    threshold = {"Б": 60.0, "П": 30.0}.get(level or "")
    made = Task(
        code, level, skill, 58, percent, low, high, status, firm, threshold,
        "region" if peer else None, peer,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def marks(level: str, n: int, *percents: float) -> Marks:
    two, three, four, five = percents
    shares = tuple(zip(("2", "3", "4", "5"), percents, strict=True))
    sou = (16 * two + 36 * three + 64 * four + 100 * five) / 100
    return Marks(level, n, shares, three + four + five, four + five, sou)


def study(**changes: object) -> StudyTold:
    tasks = tuple(task(one[0]) for one in SKILLS)
    made = StudyTold(
        title=Title("ВПР", 2026, "math", 6),
        place="МБОУ СОШ № 106",
        municipality="Кадомский муниципальный район",
        region="Рязанская область",
        wide=False,
        n=58,
        judged=True,
        findings=tuple(task(code) for code in ("11", "9", "3")),
        tasks=tasks,
        difference="common",
        peer_level="region",
        source=Source(
            ("vpr_individual", "vpr_task_completion"),
            datetime(2026, 5, 21, 9, tzinfo=UTC),
            58, 1, 14, 3,
        ),
        held_on=date(2026, 4, 14),
        marks=(
            marks("own", 58, 12.1, 43.1, 34.5, 10.3),
            marks("region", 9120, 10.0, 41.0, 36.0, 13.0),
        ),
        journal=(
            Journal("own", 58, 10.3, 58.7, 31.0),
            Journal("region", 9120, 22.0, 69.0, 9.0),
        ),
        trends=(
            Trend("11", tasks[4].skill, (*YEARS, (2026, 58, 15.5)), "same"),
            Trend("9", tasks[2].skill, ((2025, 55, 58.2), (2026, 58, 41.4)), "fell"),
        ),
        hints=(Hint("marks_raised", 31.0, 9.0),),
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def few(**changes: object) -> StudyTold:
    """A small class, looked at together with earlier years."""
    tasks = tuple(task(one[0], peer=None, peer_level=None) for one in SKILLS)
    base = study(
        n=7,
        judged=False,
        tasks=tasks,
        findings=tasks[3:5],
        difference="unknown",
        peer_level=None,
        marks=(),
        journal=(),
        trends=(),
        hints=(),
        pool=Pool("years", 21, (2024, 2025, 2026), 1),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def meeting(**changes: object) -> Meeting:
    areas = (
        Area(
            "11", SKILLS[4][2], "П", "plan", 4, 0, 1,
            "Схема-полоска в начале урока: одна задача «от чего берём 100 %», шесть уроков подряд",
            "М. С. Кузнецова", date(2026, 11, 27),
        ),
        Area("9", SKILLS[2][2], "Б", "help", 2, 0, 3),
        Area("3", SKILLS[1][2], "Б", "not_ours", 1, 3, 0),
    )  # fmt: skip
    made = Meeting(
        2,
        date(2026, 10, 14),
        "ШМО учителей математики",
        "МБОУ СОШ № 106",
        "Кадомский муниципальный район",
        areas,
        "До каникул собрать по пять работ, где задача решена без схемы.",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def told(kind: PaperKind, *, picture: Path | None = None, **changes: object) -> Told:
    decided = None if kind is PaperKind.REPORT else meeting()
    made = Told(kind, MADE_ON, study(picture=picture), decided)
    return replace(made, **changes)  # type: ignore[arg-type]
