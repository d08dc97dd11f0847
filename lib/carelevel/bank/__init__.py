"""Floor 1: a folder with its criteria and its vignettes: read, checked, opened one case at a time."""

from __future__ import annotations

from carelevel.bank.bank import Bank, CheckedCase, bank_folder, case_ids, is_case_id, open_bank
from carelevel.bank.criteria_file import read_criteria

__all__ = [
    "Bank",
    "CheckedCase",
    "bank_folder",
    "case_ids",
    "is_case_id",
    "open_bank",
    "read_criteria",
]
