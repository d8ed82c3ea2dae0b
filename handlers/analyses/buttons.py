"""The buttons of the analysis in private."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handlers.ui.buttons import Button
from services.analyses.exports import Form


class Goal(StrEnum):
    """What a study is chosen for."""

    OVERVIEW = "overview"
    COMPARE = "compare"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class ListStudies(Button):
    """The studies one may look into, page by page from 0."""

    prefix = "anl"
    page: int = 0
    goal: Goal = Goal.OVERVIEW


@dataclass(frozen=True, slots=True)
class OpenAnalysis(Button):
    """A study in short."""

    prefix = "ano"
    study: int


@dataclass(frozen=True, slots=True)
class AnalyseSummary(Button):
    """The study a summary is of: in short, or the district it stands for."""

    prefix = "ans"
    summary: int


@dataclass(frozen=True, slots=True)
class OpenAreas(Button):
    """All areas of a study."""

    prefix = "anp"
    study: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenArea(Button):
    """One area, by its place in the file from 0."""

    prefix = "ana"
    study: int
    index: int


@dataclass(frozen=True, slots=True)
class OpenMarks(Button):
    """The marks of a study and what the usual figures mean."""

    prefix = "anm"
    study: int


@dataclass(frozen=True, slots=True)
class CompareWider(Button):
    """Beside a wider place; without a level, the nearest that is known."""

    prefix = "anw"
    study: int
    level: str | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class CompareYears(Button):
    """Beside the year before."""

    prefix = "any"
    study: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowYearsTogether(Button):
    """Three years put together."""

    prefix = "ant"
    study: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenDistrict(Button):
    """A study over the schools of a district, told by any study of theirs."""

    prefix = "and"
    study: int


@dataclass(frozen=True, slots=True)
class OpenDistrictAreas(Button):
    """All areas of a district."""

    prefix = "andp"
    study: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenDistrictArea(Button):
    """One area of a district."""

    prefix = "anda"
    study: int
    index: int


@dataclass(frozen=True, slots=True)
class WhoHasSent(Button):
    """Which schools of a district have sent a study."""

    prefix = "andc"
    study: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenFiles(Button):
    """What can be had of a study as a file."""

    prefix = "anf"
    study: int


@dataclass(frozen=True, slots=True)
class TakeAway(Button):
    """A study as a table or a picture."""

    prefix = "anx"
    study: int
    form: Form


@dataclass(frozen=True, slots=True)
class OpenClasses(Button):
    """The classes of a study, for those who answer for the school."""

    prefix = "anb"
    study: int


@dataclass(frozen=True, slots=True)
class OpenClass(Button):
    """One class of a study, by the code of its name."""

    prefix = "anbo"
    study: int
    code: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class HardTopics(Button):
    """The hardest areas of the newest study."""

    prefix = "arh"


@dataclass(frozen=True, slots=True)
class HelpWanted(Button):
    """What help associations ask for."""

    prefix = "arw"


@dataclass(frozen=True, slots=True)
class WithRegion(Button):
    """The newest study beside the region."""

    prefix = "arc"


@dataclass(frozen=True, slots=True)
class Grounds(Button):
    """Where the refusal is written."""

    prefix = "arg"


@dataclass(frozen=True, slots=True)
class ThreeYears(Button):
    """The newest study over three years."""

    prefix = "art"
