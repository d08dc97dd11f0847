"""Words that a bank adds to those that lint knows: its own clinic, its own street, its own words that stigmatize."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LintWords:
    """Words or phrases as a story has them; *stigma* and *spelling*: each with what to write instead.

    *places*, *employers* and *surnames* are found wherever they stand; *first_names* and *not_names* are let be.
    *kin*, *titles*, *rare_work* and *rare_illnesses* join ours. *british*: the bank is written in British English, so
    that nothing is called British in it. *ages*: from this age on one is to be told by its decade; younger ones, of
    which a bank about children cannot do without, are let be.
    """

    places: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    first_names: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    stigma: tuple[tuple[str, str], ...] = ()
    spelling: tuple[tuple[str, str], ...] = ()
    kin: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    rare_work: tuple[str, ...] = ()
    rare_illnesses: tuple[str, ...] = ()
    ages: int = 0
    british: bool = False


NO_WORDS = LintWords()
