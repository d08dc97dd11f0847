"""What one trainee has asked for, and shown, of the support that a question should come with."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from carelevel.bank import Bank
from carelevel.core.attempt import Attempt, EntryCheck, SupportWish
from carelevel.core.support import Support
from carelevel.practice.entry_check import Prompt, count_right, passed, prompts
from carelevel.practice.next_case import rules_shown
from carelevel.practice.question import Question
from carelevel.practice.support import Offered, supported, wished
from carelevel.store.store import Store


class TraineeSupport:
    """Read at once; StoreError where that cannot be done now.

    *wish* is the support that the trainee has asked for, None to go by the record; *checks* counts their entry checks.
    """

    def __init__(self, bank: Bank, store: Store, trainee: str) -> None:
        self.bank, self.store, self.trainee = bank, store, trainee
        wish, checks = store.support_wish(trainee), store.entry_checks(trainee)
        self.wish = Support(wish.support) if wish and wish.support in tuple(Support) else None
        self.checks, self.experienced = len(checks), passed(checks)
        self._offered: tuple[str, Support | None, bool, Offered] | None = None

    def offered(self, question: Question, attempts: Sequence[Attempt]) -> Offered:
        """The support that *question* comes with, worked out once for each."""
        asked = (question.attempt, self.wish, self.experienced)
        if self._offered is None or self._offered[:3] != asked:
            rules = rules_shown((question.point,), self.bank.criteria)
            offer = supported(rules, attempts, experienced=self.experienced)
            self._offered = (*asked, wished(self.wish, offer) if self.wish else offer)
        return self._offered[3]

    def ask(self, wish: Support | None, now: datetime) -> None:
        """Go by *wish* from now on; StoreError: nothing is kept, and nothing changes."""
        self.store.wish_support(SupportWish(self.trainee, wish or "", now))
        self.wish = wish

    def entry_check(self) -> tuple[Prompt, ...]:
        """The prompts of the next check; none where the criteria give too few."""
        return prompts(self.bank.criteria, self.trainee, self.checks)

    def take_check(self, chosen: Sequence[str], now: datetime) -> EntryCheck:
        """Keep how many of the levels *chosen* for the prompts are right; StoreError: nothing is kept."""
        asked = self.entry_check()
        right = count_right(asked, chosen, self.bank.criteria)
        check = EntryCheck(str(uuid.uuid4()), self.trainee, len(asked), right, now)
        self.store.keep_entry_check(check)
        self.checks, self.experienced = self.checks + 1, self.experienced or passed([check])
        return check
