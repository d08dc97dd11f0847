"""How long the editor's kernel takes to check a draft after a key: a case of 250 words, with a twin."""

from __future__ import annotations

from time import process_time

from carelevel.authoring import Draft, check_draft
from carelevel.authoring.file.opened import OpenedFile, read_opened
from carelevel.bank import Bank, open_bank

MOST_MS = 60
CASE = "half-a-roof"


def milliseconds(draft: Draft, bank: Bank, opened: OpenedFile | None) -> float:
    """The middle one of 21 checks, each of another text."""
    taken = []
    for number in range(21):
        point = draft.points[0]
        typed = Draft(draft.id, f"{draft.title} {number}", 1, draft.discuss, (point, *draft.points[1:]), draft.twins)
        start = process_time()
        check_draft(typed, bank.criteria, bank.case_ids(), opened)
        taken.append(process_time() - start)
    return sorted(taken)[10] * 1000


def test_a_draft_of_250_words_is_checked_within_its_share_of_200_milliseconds() -> None:
    bank = open_bank()
    opened = read_opened((bank.folder / f"{CASE}.md").read_text("utf-8"), CASE)
    edited, new = milliseconds(opened.draft, bank, opened), milliseconds(opened.draft, bank, None)
    print(f"\ncheck of {CASE}: {edited:.1f} ms of CPU as an edited case, {new:.1f} ms as a new one (bar {MOST_MS})")
    assert max(edited, new) <= MOST_MS
