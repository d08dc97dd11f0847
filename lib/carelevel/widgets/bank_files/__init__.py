"""A bank's cases to take along."""

from carelevel.widgets.bank_files.face import BankFilesFace

__all__ = ["BankFilesFace"]
