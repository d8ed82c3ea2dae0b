"""Results looked into in private: studies, their areas, comparisons, districts, exports."""

from __future__ import annotations

from services.analyses.areas import NEAREST, Area, MarkGroup, Peer
from services.analyses.comparing import (
    Compared,
    Comparison,
    Together,
    YearComparison,
    YearsTogether,
    with_wider,
    with_years,
    years_together,
)
from services.analyses.district import District, district
from services.analyses.listing import Listed, find, listed, of_summary
from services.analyses.marks import Figures, Journal, MarksTold, PeerFigures
from services.analyses.reading import area, every_area, marks, overview
from services.analyses.sights import Sight, see, sights
from services.analyses.views import (
    AreaView,
    Head,
    Hint,
    MarksView,
    Overview,
    Pooled,
    YearFigure,
)

__all__ = [
    "NEAREST",
    "Area",
    "AreaView",
    "Compared",
    "Comparison",
    "District",
    "Figures",
    "Head",
    "Hint",
    "Journal",
    "Listed",
    "MarkGroup",
    "MarksTold",
    "MarksView",
    "Overview",
    "Peer",
    "PeerFigures",
    "Pooled",
    "Sight",
    "Together",
    "YearComparison",
    "YearFigure",
    "YearsTogether",
    "area",
    "district",
    "every_area",
    "find",
    "listed",
    "marks",
    "of_summary",
    "overview",
    "see",
    "sights",
    "with_wider",
    "with_years",
    "years_together",
]
