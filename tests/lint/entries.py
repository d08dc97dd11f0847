"""Sentences of many hands, an entry each, and how well lint finds what is planted in them, of whatever kind.

`own.yaml` is of the author of the rules. `tuning.yaml` and `apart.yaml` are of writers who had not read them: the
rules were mended by the first, which holds what was once apart and has been read, and the second was only ever counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.lint.corpus import Score, planted
from tests.lint.texts import lint_text

FOLDER = Path(__file__).parent
FILES = tuple(name for name in ("own", "tuning", "apart") if (FOLDER / f"{name}.yaml").is_file())
BIG = ("name", "relative", "place", "employer", "date", "age", "stigma")
MIXED = "mixed kinds"
"""In the origin of an entry that counts for the whole only, not for its kind."""
BESIDE = ("wording/british", "wording/spelling", "identifier/combination")
"""What is not looked for here."""


@dataclass(frozen=True)
class Entry:
    """*text*: what must be found stands between « and »; *gap*: why it is known to be missed, or found by mistake."""

    text: str
    kind: str
    origin: str
    reason: str
    gap: str = ""


def read_entries(name: str) -> tuple[Entry, ...]:
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    return tuple(Entry(**entry) for entry in yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def score(entry: Entry) -> Score:
    """A mark counts as found where any hit touches it, a hit as extra where it touches none."""
    text, marks = planted(entry.text)
    hits = [hit for hit in lint_text(text) if hit.code not in BESIDE and hit.span]
    touches = [[hit.span[0] < end and start < hit.span[1] for start, end in marks] for hit in hits if hit.span]
    found = [any(row[place] for row in touches) for place in range(len(marks))]
    extra = [hit for hit, row in zip(hits, touches, strict=True) if not any(row)]
    missed = (entry.text,) * (len(marks) - sum(found))
    return Score(sum(found), missed, tuple(f"{hit.code} {hit.words!r}: {entry.text}" for hit in extra))


def whole(entries: Iterable[Entry]) -> Score:
    return sum((score(entry) for entry in entries if not entry.gap), Score())


def by_kind(entries: Sequence[Entry]) -> Mapping[str, Score]:
    kinds: dict[str, Score] = defaultdict(Score)
    for entry in entries:
        if not entry.gap and MIXED not in entry.origin:
            kinds[entry.kind] += score(entry)
    return kinds


def table(name: str) -> str:
    entries = read_entries(name)
    total = whole(entries)
    lines = [f"{name}: recall {total.recall:.3f}, precision {total.precision:.3f}"]
    for kind, each in by_kind(entries).items():
        lines.append(
            f"  {kind:12} recall {each.recall:.2f} of {each.found + len(each.missed):3}, {len(each.extra)} extra"
        )
    return "\n".join(lines)
