"""What a clean lint may say: what was looked for, and what no lint can see."""

from __future__ import annotations

from carelevel.lint.codes import CODES

_IDENTIFIERS = tuple(meaning for code, meaning in CODES.items() if code.startswith("identifier/"))


def lint_scope() -> str:
    """Two sentences; never that a text is de-identified, which lint cannot know."""
    return (
        f"Looked for signs of: {', '.join(_IDENTIFIERS)}; and for wording that stigmatizes, "
        "or that is British in a bank that is not. "
        "It cannot see a story that somebody would recognize, a surname that no list has, a town that none has, "
        "a combination of details that is rare in a way that no list has, or whether the story was invented:"
        " a person has to read for those."
    )
