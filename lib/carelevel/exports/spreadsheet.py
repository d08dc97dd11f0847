"""Text in the cells of a CSV, so that no spreadsheet makes anything else of it, and back."""

from __future__ import annotations

import re

MARK = "\ufeff"
"""Before a CSV: by it Excel knows UTF-8."""

GUARD = "'"
FORMULA = tuple("=+-@#\t\r\n＝＋－＠" + GUARD)
"""A text that begins with one of these has GUARD before it: a spreadsheet would take most of them for a formula."""

_MONTHS = (
    "jan|ene|gen|feb|fev|fév|mar|mär|mrt|apr|abr|avr|may|mai|maj|mei|jun|jui|giu|jul|lug|lui|aug|ago|aoû|sep|set|oct"
    "|okt|ott|out|nov|dec|dez|dic|déc"
)
_CLOCK = r"(\s*[ap]\.?m?\.?)?"
_REREAD = re.compile(
    r"\s*("
    r"[(+-]*[$€£¥]?[\d.,'\s]*\d[\d.,'\s]*(e[+-]?\d+)?\s*[)%$€£¥+-]*"  # 007, 2.1, 1e5, 12%, 6+
    rf"|\d{{1,4}}\s*[-/.: ]\s*\d{{1,4}}(\s*[-/.:, ]\s*\d{{1,4}}){{0,4}}{_CLOCK}|\d{{1,2}}{_CLOCK}"  # 3-4, 1/2, 9:30 am
    rf"|\d{{1,4}}[\s./-]*({_MONTHS})[^\W\d]*\.?([\s./,-]*\d{{1,4}})?"  # 5 mars 2031
    rf"|({_MONTHS})[^\W\d]*\.?([\s./,-]*\d{{1,4}}){{1,2}}"  # May-5
    r"|true|false|wahr|falsch|vrai|faux|verdadero|falso|vero|verdadeiro|waar|onwaar"
    r")\s*",
    re.IGNORECASE,
)
_LONGEST_REREAD = 64
"""Characters; no longer text is a number or a date to a spreadsheet."""


def guarded(text: str) -> str:
    """*text* as a cell that stays text: what a spreadsheet would run or read otherwise has GUARD before it."""
    reread = len(text) <= _LONGEST_REREAD and _REREAD.fullmatch(text)
    return f"{GUARD}{text}" if reread or text.startswith(FORMULA) else text


def unguarded(cell: str) -> str:
    """The text of a cell that `guarded` has written."""
    return cell.removeprefix(GUARD)
