"""Figures as pandas tables, to calculate with; `docs/answers.md` says what each column holds, its type and unit.

pandas is imported by whoever asks for a table, and by nobody else: it takes 47 MB.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from carelevel.analytics.cohort import Cohort, PointFigure
from carelevel.analytics.coverage import Coverage, Covered
from carelevel.analytics.scoring import is_accepted, stated
from carelevel.core.attempt import Attempt

if TYPE_CHECKING:
    from pandas import DataFrame

TEXT, WHOLE, NUMBER, YES_NO, TIME = "str", "int64", "float64", "bool", "datetime64[us, UTC]"
"""pandas' types; a NUMBER that there is none of is NaN."""

MAYBE_WHOLE = "Int64"
"""A whole number, or NA."""

ANSWERS: Mapping[str, str] = {
    "committed_at": TIME,
    "case": TEXT,
    "twin": TEXT,
    "point": WHOLE,
    "level": TEXT,
    "criteria_level": TEXT,
    "verdict": TEXT,
    "accepted": YES_NO,
    "steps": WHOLE,
    "confidence": TEXT,
    "stated": NUMBER,
    "caught": WHOLE,
    "missed": WHOLE,
    "needless": WHOLE,
    "seconds": NUMBER,
    "support": TEXT,
    "steps_shown": WHOLE,
    "hints": TEXT,
}

POINTS: Mapping[str, str] = {
    "case": TEXT,
    "twin": TEXT,
    "point": WHOLE,
    "attempts": WHOLE,
    "trainees": WHOLE,
    "accepted": NUMBER,
    "low": NUMBER,
    "high": NUMBER,
    "wrong": TEXT,
    "missed_most": MAYBE_WHOLE,
    "discrimination": NUMBER,
    "seconds": NUMBER,
}

ROW = "row"
"""What stands above the numbers of the rows, where a screen reader would else meet an empty head."""

COVERAGE: Mapping[str, str] = {"kind": TEXT, "within": TEXT, "part": TEXT}
"""A column for each level follows, then *cases* and *twins*: whole numbers."""


def table_of(rows: Iterable[Mapping[str, object]], columns: Mapping[str, str]) -> DataFrame:
    """*rows* under *columns*, each of its type, also where there is no row."""
    from pandas import DataFrame

    return DataFrame(list(rows), columns=list(columns)).astype(dict(columns)).rename_axis(columns=ROW)


def answers_table(attempts: Iterable[Attempt]) -> DataFrame:
    """A row an attempt, in the order given."""
    return table_of(map(_answer, attempts), ANSWERS)


def points_table(group: Cohort) -> DataFrame:
    """A row a decision point of a group's figures, the least often accepted first; empty for too small a group."""
    return table_of(map(_point, group.points), POINTS)


def coverage_table(covered: Coverage) -> DataFrame:
    """A row a part of the criteria, and in a column a level how many cases exercise it there."""
    counts = dict.fromkeys((*covered.levels, "cases", "twins"), WHOLE)
    return table_of((_covered(row, covered) for row in covered.rows), {**COVERAGE, **counts})


def in_words(table: DataFrame, words: Mapping[str, str]) -> DataFrame:
    """*table* with the word that *words* has for a value, or for a column."""
    return table.replace(dict(words)).rename(columns=words)


def _answer(attempt: Attempt) -> Mapping[str, object]:
    kept = {name: getattr(attempt, name) for name in ANSWERS if name != "stated"}
    scored = {"accepted": is_accepted(attempt), "stated": stated(attempt)}
    words = {name: getattr(attempt, name).value for name in ("verdict", "confidence", "support")}
    return kept | scored | words


def _point(point: PointFigure) -> Mapping[str, object]:
    accepted, wrong = point.accepted, next(iter(point.wrong), "")
    discrimination = point.discrimination.value if point.discrimination.speaks else None
    counted = (*point.name, point.n, point.trainees, accepted.share, accepted.low, accepted.high)
    return dict(zip(POINTS, (*counted, wrong, point.missed_most, discrimination, point.seconds), strict=True))


def _covered(row: Covered, covered: Coverage) -> Mapping[str, object]:
    return {
        "kind": row.part.kind.value,
        "within": row.part.within,
        "part": row.part.id,
        **{level: len(row.cases.get(level, ())) for level in covered.levels},
        "cases": len(row.in_cases),
        "twins": len(row.in_twins),
    }
