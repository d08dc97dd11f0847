"""Which words must stand in quotes, so that every YAML, old or new, reads them as words."""

from __future__ import annotations

import re

_OTHERWISE = re.compile(
    r"""
    ~|null|true|false|yes|no|y|n|on|off|=|<<          # nothing, true, false, and what YAML 1.1 has signs for
    |[-+.]?[0-9][-+0-9_.:]*(e[-+]?[0-9]+)?            # numbers, dates, times of day
    |0x[0-9a-f_]+|0o[0-7_]+|0b[01_]+|[-+]?\.(inf|nan)
    |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[t\ ].*
    """,
    re.VERBOSE | re.IGNORECASE,
)


def needs_quotes(text: str) -> bool:
    """Whether *text*, without quotes, would be something else than a text to some YAML."""
    return bool(_OTHERWISE.fullmatch(text))
