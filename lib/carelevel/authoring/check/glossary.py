"""What is wrong with a draft's glossary, held against the story as the draft tells it."""

from __future__ import annotations

from collections.abc import Iterator

from carelevel.authoring.check.draft_problem import in_sentences
from carelevel.bank.glossary import wrong_terms
from carelevel.core.case import Case
from carelevel.core.diagnostic import Diagnostic


def glossary_problems(partial: Case) -> Iterator[Diagnostic]:
    """The bank's own mistakes, at the entry of the draft; *partial*: the case that the draft is so far."""
    told = [partial.points, *(twin.points for twin in partial.twins)]
    texts = {text for points in told for point in points for text in point.texts}
    for wrong in wrong_terms(partial.glossary, texts):
        field = f"glossary.{wrong.number}.{wrong.part}"
        yield in_sentences(Diagnostic("", 0, wrong.problem, wrong.remedy, field=field))
