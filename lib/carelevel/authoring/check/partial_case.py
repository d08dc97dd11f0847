"""A draft as a case, also where the bank would not read it yet: what is missing stays empty."""

from __future__ import annotations

from dataclasses import replace

from carelevel.authoring.draft.draft import Draft, DraftTwin
from carelevel.authoring.draft.keys import findings_by_point
from carelevel.authoring.file.markdown import is_word
from carelevel.bank.finding_names import known_findings
from carelevel.bank.front_matter import divide
from carelevel.bank.vignette import Section, Swap, read_vignette
from carelevel.core.case import Case, DecisionPoint, Dissent, Key, Twin
from carelevel.core.criteria import Criteria
from carelevel.core.glossary import Term


def partial_case(text: str, draft: Draft, criteria: Criteria) -> Case:
    """What the bank's reader makes of the story in *text*, the file of *draft*, with what the draft says beside it.

    Its twins are called by their numbers: in a draft, two can have one id, or none.
    """
    divided, _ = divide(text, "")
    prose = divided.prose if divided else ""
    return Case(
        id=draft.id,
        title=draft.title,
        difficulty=draft.difficulty or 1,
        points=_points(prose, draft, criteria),
        digest="",
        discuss=draft.discuss,
        twins=tuple(
            Twin(str(place), twin.phrase, _points(prose, draft, criteria, twin))
            for place, twin in enumerate(draft.twins)
        ),
        reading=draft.reading,
        glossary=tuple(Term(term.word, term.meaning) for term in draft.glossary),
        released=draft.released,
    )


def _points(prose: str, draft: Draft, criteria: Criteria, twin: DraftTwin | None = None) -> tuple[DecisionPoint, ...]:
    """One for each decision point of the draft, whatever the reader found."""
    swap = Swap(twin.phrase, twin.words, twin.findings) if twin and is_word(twin.phrase) else None
    sections = read_vignette(prose, "", 0, swap).sections
    empty = [Section(point.heading, 0) for point in draft.points[len(sections) :]]
    points = []
    held = findings_by_point(draft, criteria, twin)
    for section, point, findings in zip([*sections[: len(held)], *empty], draft.points, held, strict=True):
        dissent = Dissent(point.expected, point.dissent) if point.dissent and twin is None else None
        evidence = tuple(
            replace(phrase, findings=known_findings(phrase.findings, criteria)) for phrase in section.evidence
        )
        points.append(DecisionPoint(section.heading, tuple(section.paragraphs), evidence, findings, Key(""), dissent))
    return tuple(points)
