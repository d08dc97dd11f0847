"""A folder with its criteria and its vignettes: read, checked, opened one case at a time."""

from __future__ import annotations

from carelevel.bank.bank import Bank, CheckedCase, bank_folder, open_bank
from carelevel.bank.criteria_file import adapter as criteria_adapter
from carelevel.bank.criteria_file import read_criteria
from carelevel.bank.mistake import Mistake

__all__ = ["Bank", "CheckedCase", "Mistake", "bank_folder", "criteria_adapter", "open_bank", "read_criteria"]
