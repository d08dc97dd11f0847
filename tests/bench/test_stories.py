"""What the bank's stories hold as a set, in figures; tests/content holds them to their bars."""

from __future__ import annotations

from collections import Counter

from tests.content.test_coverage import BANK, CASES, TENSIONS, TOLD, claims_behind, exercised, red_flags
from tests.content.test_no_single_cue import CUES
from tests.content.test_stories import LEVEL


def test_the_figures_of_the_stories_as_a_set() -> None:
    assert CUES is not None
    answers = ", ".join(f"{answer} {count}" for answer, count in Counter(LEVEL.values()).most_common())
    contested = sum(len(told[0].accepted) > 1 for told in TOLD.values())
    print(
        f"\n{len(CASES)} stories, by first decision point: {answers}; contested {contested}, "
        f"with a later decision point {sum(len(case.points) > 1 for case in CASES)}, "
        f"with a twin {sum(bool(case.twins) for case in CASES)}"
    )
    for name, cue in (
        ("an accepted level", CUES.accepted),
        ("the recommended level", CUES.recommended),
        ("an accepted level", CUES.accepted_by_two),
    ):
        print(f"{' and '.join(cue.findings)} alone: {name} at {cue.hits} of {cue.n} ({cue.hits / cue.n:.0%})")
    readings = Counter(case.reading for case in CASES)
    print(f"reading: plain {readings[1]}, ordinary {readings[2]}, demanding {readings[3]}")
    parts = Counter(part for told in TOLD.values() for part in exercised(told))
    print(f"least exercised: {', '.join(f'{part} {count}' for part, count in parts.most_common()[:-6:-1])}")
    flags = Counter(flag for told in TOLD.values() for flag in red_flags(told))
    print(f"red flags: {', '.join(f'{flag} {count}' for flag, count in flags.most_common())}")
    shown = {
        name: sum(any(all(side & claims_behind(one) for side in sides) for one in told) for told in TOLD.values())
        for name, sides in TENSIONS.items()
    }
    print(f"tensions shown: {', '.join(f'{name} {count}' for name, count in shown.items())}")
    assert set(LEVEL.values()) > {level.id for level in BANK.criteria.levels}
