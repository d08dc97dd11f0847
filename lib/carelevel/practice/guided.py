"""The case to begin with."""

from __future__ import annotations

from carelevel.bank import Bank

GUIDED = "market-stall"


def guided(bank: Bank, case: str = GUIDED) -> str:
    """*case*; where it is ours and the bank lacks it, the first of the bank's plainest and clearest."""
    if case != GUIDED or (case in bank.case_ids() and bank.checked(case).in_use):
        return case
    clearest = min(bank.cases(), key=lambda known: known.ease, default=None)
    return clearest.id if clearest else case
