"""The case to begin with."""

from __future__ import annotations

from carelevel import messages
from carelevel.bank import Bank
from carelevel.core.errors import AnswerError, suggestion

GUIDED = "market-stall"


def guided(bank: Bank, case: str = GUIDED) -> str:
    """*case*; where it is ours and the bank lacks it, the first of the bank's plainest and clearest.

    AnswerError where the call names another one that the bank does not have.
    """
    known = bank.case_ids()
    if case in known and (case != GUIDED or bank.checked(case).in_use):
        return case
    if case != GUIDED:
        remedy = suggestion(case, known, messages.GUIDED_MANY) if isinstance(case, str) else messages.GUIDED_MANY
        raise AnswerError(messages.GUIDED_UNKNOWN.format(case=repr(case)[:80], remedy=remedy))
    clearest = min(bank.cases(), key=lambda known: known.ease, default=None)
    return clearest.id if clearest else case
