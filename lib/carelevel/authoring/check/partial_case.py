"""A draft as a case, also where the bank would not read it yet: what is missing stays empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from carelevel.authoring.draft.draft import Draft, DraftTwin
from carelevel.authoring.draft.keys import findings_by_point, known_values
from carelevel.authoring.file.markdown import is_word
from carelevel.bank.front_matter import divide
from carelevel.bank.vignette import Section, evidence, read_vignette
from carelevel.core.case import Case, DecisionPoint, Dissent, Evidence, Key, Twin
from carelevel.core.criteria import Criteria


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
        points=_points(_sections(prose, draft, {}), draft, criteria, None),
        digest="",
        discuss=draft.discuss,
        twins=tuple(
            Twin(str(place), twin.phrase, _points(_sections(prose, draft, _swap(twin)), draft, criteria, twin))
            for place, twin in enumerate(draft.twins)
        ),
    )


def _swap(twin: DraftTwin) -> dict[str, str]:
    return {twin.phrase: twin.words} if is_word(twin.phrase) else {}


def _sections(prose: str, draft: Draft, swaps: dict[str, str]) -> Sequence[Section]:
    """One section for each decision point of the draft, whatever the reader found."""
    found = read_vignette(prose, "", 0, swaps).sections
    empty = [Section(point.heading, 0) for point in draft.points[len(found) :]]
    return [*found[: len(draft.points)], *empty]


def _points(
    sections: Sequence[Section], draft: Draft, criteria: Criteria, twin: DraftTwin | None
) -> tuple[DecisionPoint, ...]:
    points = []
    held = findings_by_point(draft, criteria, twin)
    for section, point, findings in zip(sections, draft.points, held, strict=True):
        dissent = Dissent(point.expected, point.dissent) if point.dissent and twin is None else None
        shown = tuple(_known(phrase, criteria, twin) for phrase in evidence(section))
        points.append(DecisionPoint(section.heading, tuple(section.paragraphs), shown, findings, Key(""), dissent))
    return tuple(points)


def _known(evidence: Evidence, criteria: Criteria, twin: DraftTwin | None) -> Evidence:
    """The evidence with what the criteria know of it; in a twin, with what its new words show."""
    shown = twin.findings if twin is not None and evidence.changed else evidence.findings
    known = known_values(criteria)
    return replace(evidence, findings={name: value for name, value in shown.items() if value in known.get(name, ())})
