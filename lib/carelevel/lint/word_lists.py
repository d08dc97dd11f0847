"""The words that lint's rules know: a list a file of lists/, read when it is first asked for, and what a bank adds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from importlib.resources import files

from carelevel.core.lint_words import NO_WORDS, LintWords
from carelevel.lint.tokens import bare_name

Reworded = tuple[str, str]
"""Words, and what to write instead."""


JOINED = frozenset({"first_names", "not_names", "kin", "titles", "rare_work", "rare_illnesses"})


_STEPS = ("step", "half", "ex", "foster", "god", "grand", "great", "late", "bonus", "birth", "co", "adoptive")


_ALSO_OF_STORIES = frozenset({"house", "home", "days", "stop", "times", "office", "best", "shake", "cold"})
"""What names of firms and streets begin or end with, and what a story has much more often."""


class WordLists(dict[str, frozenset[str]]):
    """Lists by the name of their file, each read when it is first asked for; FileNotFoundError where there is none.

    *bank*: what a bank adds; of its lists, those of JOINED join ours.
    """

    def __init__(self, bank: LintWords) -> None:
        super().__init__()
        self.bank = bank

    def __missing__(self, name: str) -> frozenset[str]:
        added = getattr(self.bank, name) if name in JOINED else ()
        found = frozenset(entries(name)).union(added, map(bare_name, added))
        self[name] = found = found | self["further_words"] if name == "words" else found
        return found

    def __hash__(self) -> int:  # type: ignore[override]  # a dictionary has none; by this, what is made of it is cached
        return id(self)

    @cached_property
    def names_in_small_letters(self) -> frozenset[str]:
        """First names and towns that are no ordinary word, in small letters."""
        names = {name.lower() for name in self["first_names"] if len(name) > 3}
        names -= self["words"] | self["not_in_small_letters"]
        towns = (town for name in ("towns", "cities") for town in self[name] if " " not in town and len(town) > 4)
        return frozenset(names.union(map(str.lower, towns)) - self["words"])

    @cached_property
    def surnames_in_small_letters(self) -> frozenset[str]:
        """Surnames that are no ordinary word, in small letters."""
        return frozenset(map(str.lower, self["surnames"])) - self["words"] - self["work"] - self["persons"]

    @cached_property
    def towns_of_two_words(self) -> frozenset[str]:
        """Cities and towns of two words, in small letters."""
        return frozenset(name.lower() for kind in ("cities", "towns") for name in self[kind] if name.count(" ") == 1)

    @cached_property
    def towns_begin_in_small_letters(self) -> frozenset[str]:
        """What the names of cities and towns of two words begin with, in small letters."""
        return frozenset(town.partition(" ")[0] for town in self.towns_of_two_words) - self["never_naming"]

    @cached_property
    def titles_in_small_letters(self) -> frozenset[str]:
        """Titles that stand before a surname, in small letters."""
        return frozenset(map(str.lower, self["titles"])) - self["kin"]

    @cached_property
    def kin_titles_in_small_letters(self) -> frozenset[str]:
        """What relatives are called before their name, in small letters."""
        return frozenset(map(str.lower, self["kin_titles"])) - {"papa", "mama", "baby", "daddy", "mommy"}

    @cached_property
    def kin_forms(self) -> frozenset[str]:
        """Words for relatives in small letters: with "step", "ex-" and the like, in the plural."""
        steps = ("", *(f"{step}{joint}" for step in _STEPS for joint in ("", "-")))
        return frozenset(f"{step}{kin}{end}" for kin in self["kin"] for step in steps for end in ("", "s"))

    @cached_property
    def close_forms(self) -> frozenset[str]:
        """Words for relatives and for friends in small letters."""
        return self.kin_forms | self["close"]

    @cached_property
    def only_first_names(self) -> frozenset[str]:
        """First names that are no town's and no employer's."""
        return self["first_names"].difference(self["cities"], self["towns"], self["brands"], self["cities_like_names"])

    @cached_property
    def calendar(self) -> frozenset[str]:
        """Words of the calendar, with which no name begins."""
        days = frozenset(f"{day}s" for day in self["weekdays"]).union(self["weekdays"], self["short_weekdays"])
        return days.union(self["holidays"], self["short_months"], self["months"] - self["months_like_names"])

    @cached_property
    def recased_in_small_letters(self) -> frozenset[str]:
        """What makes a text of which some word may have to be written as a name, in small letters."""
        return self.names_in_small_letters | self.before_names_in_small_letters

    @cached_property
    def before_names_in_small_letters(self) -> frozenset[str]:
        """Titles of every kind, in small letters."""
        return self.titles_in_small_letters | self.kin_titles_in_small_letters

    @cached_property
    def brand_names(self) -> frozenset[str]:
        """Well-known employers, as runs name them: without possessive endings too."""
        return self["brands"].union(map(bare_name, self["brands"]))

    @cached_property
    def brands_in_small_letters(self) -> frozenset[str]:
        """Well-known employers, in small letters."""
        return frozenset(map(str.lower, self["brands"]))

    @cached_property
    def brands_begin_in_small_letters(self) -> frozenset[str]:
        """What the names of well-known employers begin with, in small letters."""
        return frozenset(brand.partition(" ")[0] for brand in self.brands_in_small_letters)

    @cached_property
    def endings_in_small_letters(self) -> frozenset[str]:
        """What the names of streets, companies and clinics end in, in small letters."""
        return frozenset(map(str.lower, self["endings_of_names"]))

    @cached_property
    def endings_and_brands_in_small_letters(self) -> frozenset[str]:
        """What the names of streets and firms end or begin with, and towns of two words, in small letters."""
        towns = self.towns_begin_in_small_letters - self["words"]
        brands = self.brands_begin_in_small_letters - self["never_naming"] - self["plain_modifiers"]
        return (self.endings_in_small_letters | brands | towns) - _ALSO_OF_STORIES

    @cached_property
    def calendar_in_small_letters(self) -> frozenset[str]:
        """Months, days and holidays, in small letters."""
        return frozenset(
            day.lower() for name in ("months", "short_months", "weekdays", "holidays") for day in self[name]
        )

    def any_of(self, name: str) -> str:
        """The entries of a list as alternatives of a regular expression, longer ones before their beginnings."""
        return "|".join(sorted(self[name], key=lambda word: (-len(word), word)))


@lru_cache(maxsize=4)
def word_lists(bank: LintWords = NO_WORDS) -> WordLists:
    """Our lists with those of a bank; the same object for the same words."""
    return WordLists(bank)


def entries(name: str) -> Iterator[str]:
    """The entries of one of our lists, in its order; a line that begins with # says where they are from."""
    text = files("carelevel.lint").joinpath("lists", f"{name}.txt").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def reworded(lines: Iterator[str]) -> Iterator[Reworded]:
    """Lines such as "felon, felons: write 'a person with a conviction'", a pair for each word."""
    for line in lines:
        words, _, rewording = line.partition(":")
        yield from ((word.strip(), rewording.strip()) for word in words.split(","))
