"""How evidence is told."""

from __future__ import annotations

from dataclasses import replace

from carelevel.core.diagnostic import CasePart, Severity
from carelevel.lint.rules.evidence import gives_away, lint_evidence

from tests.lint.stories import QUIET, point

HERE = CasePart(point=0)


def test_a_phrase_that_uses_the_name_of_its_finding_or_value_gives_it_away() -> None:
    assert gives_away("her support is her brother", {"support": "strong"})
    assert gives_away("he struggles once it is dark", {"self_control": "struggles"})
    assert gives_away("a job with family care beside it", {"work_family": "family_care"})


def test_a_phrase_that_shows_it_does_not_give_it_away() -> None:
    assert not gives_away("his brother waits at the door with dinner", {"support": "strong"})
    assert not gives_away("the house has been hers for forty years", {"housing": "settled"})
    assert not gives_away("the rink will hold her job", {"work_family": "job"})


def test_a_telling_phrase_is_a_warning_at_the_phrase() -> None:
    told = point(f"{QUIET} [She has strong support]{{support=strong}}, it seems.")
    (hit,) = lint_evidence(told, None, HERE)
    assert (hit.code, hit.severity, hit.words) == ("evidence/gives-away", Severity.WARNING, "She has strong support")
    assert hit.span == told.evidence[0].at


def test_a_phrase_without_words_is_an_error_and_one_of_two_words_a_warning() -> None:
    (none,) = lint_evidence(point(f"{QUIET} She says [12]{{support=thin}} and no more."), None, HERE)
    (two,) = lint_evidence(point(f"{QUIET} She says [not now]{{support=thin}} and no more."), None, HERE)
    assert (none.code, none.severity) == ("evidence/phrase", Severity.ERROR)
    assert (two.code, two.severity) == ("evidence/phrase", Severity.WARNING)


def test_a_finding_that_no_phrase_shows_is_an_error_unless_it_was_shown_earlier() -> None:
    first = point(f"{QUIET} [Her cousin rings at nine every evening]{{support=thin}}, it seems.")
    bare = replace(point(), findings={"support": "thin"})
    (hit,) = lint_evidence(bare, None, HERE)
    assert (hit.code, hit.severity, hit.words) == ("evidence/phrase", Severity.ERROR, "support=thin")
    assert list(lint_evidence(bare, first, HERE)) == []


def test_fewer_than_four_sentences_beside_the_evidence_are_a_warning() -> None:
    told = point("One van. Two dogs. Three gloves. [Her cousin rings at nine]{support=thin}.")
    (hit,) = lint_evidence(told, None, HERE)
    assert (hit.code, hit.severity) == ("evidence/all", Severity.WARNING)


def test_a_sentence_of_three_phrases_and_nothing_else_is_a_warning() -> None:
    crowded = (
        "[Her cousin rings at nine]{support=thin}, [the lease is in her name]{housing=settled} and "
        "[the tablets are in a box]{medication=manages}."
    )
    (hit,) = lint_evidence(point(f"{QUIET} {crowded}"), None, HERE)
    assert (hit.code, hit.severity) == ("evidence/all", Severity.WARNING)
    assert hit.words.startswith("Her cousin")


def test_three_phrases_with_a_story_between_them_are_fine() -> None:
    told = (
        "[Her cousin rings at nine]{support=thin}, which nobody minds, [the lease is in her name]{housing=settled}, "
        "and under the lamp [the tablets are in a box]{medication=manages}."
    )
    assert list(lint_evidence(point(f"{QUIET} {told}"), None, HERE)) == []
