"""The planted corpus, and how well lint finds what is planted in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import yaml
from carelevel.core.case import Span
from carelevel.lint.rules.evidence import gives_away

from tests.lint.texts import lint_text

FILE = Path(__file__).with_name("corpus.yaml")
HALVES = ("tuning", "held_out")
PHRASES = "evidence/gives-away"


class Planted(NamedTuple):
    """A sentence without its marks, and where the marks stood."""

    text: str
    at: tuple[Span, ...]


@dataclass(frozen=True)
class Score:
    """*found* and *missed* of what was planted; *extra*: hits where nothing of that code was planted."""

    found: int = 0
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(self.found + other.found, self.missed + other.missed, self.extra + other.extra)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + len(self.missed))

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + len(self.extra))


def read() -> dict[str, dict[str, dict[str, list[object]]]]:
    corpus: dict[str, dict[str, dict[str, list[object]]]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return corpus


def scores(half: str) -> dict[str, Score]:
    """The score of each code's section of one half; a hit counts where it has that code and touches the marks."""
    return {code: sum(_scored(code, halves[half]), Score()) for code, halves in read().items()}


def whole(half: str) -> Score:
    return sum(scores(half).values(), Score())


def _scored(code: str, kinds: dict[str, list[object]]) -> Iterator[Score]:
    if code == PHRASES:
        for kind, phrases in kinds.items():
            for phrase, findings in phrases:  # type: ignore[misc]
                yield _phrase(phrase, gives_away(phrase, findings), kind == "planted")
    else:
        for line in [*kinds["planted"], *kinds["look_alike"]]:
            yield _sentence(code, str(line))


def _phrase(phrase: str, said: bool, planted: bool) -> Score:
    if planted:
        return Score(found=1) if said else Score(missed=(phrase,))
    return Score(extra=(phrase,)) if said else Score()


def _sentence(code: str, line: str) -> Score:
    text, marks = planted(line)
    hits = list(lint_text(text))
    found = 0
    for start, end in marks:
        for hit in hits:
            if hit.code == code and hit.span and hit.span[0] < end and start < hit.span[1]:
                hits.remove(hit)
                found += 1
                break
    missed = (line,) * (len(marks) - found)
    return Score(found, missed, tuple(f"{hit.code} {hit.words!r}: {line}" for hit in hits))


def planted(line: str) -> Planted:
    text, at = "", []
    for place, part in enumerate(re.split("[«»]", line)):
        if place % 2:
            at.append((len(text), len(text) + len(part)))
        text += part
    return Planted(text, tuple(at))
