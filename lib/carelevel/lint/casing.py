"""Names that stand in capitals or in small letters, written as names are, so that every rule sees them.

No word changes its length. What is ordinary English is left in small letters; a name is what a list knows, and what
follows such a name or a title and is no ordinary word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from carelevel.lint.english import is_word
from carelevel.lint.kin import is_close, is_kin
from carelevel.lint.word_lists import WordLists

_SHOUTED = re.compile(r"[A-Z]{2}")
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_FEWEST_SHOUTED = 3
"""Words in capitals in a row that are no abbreviations any more."""
_SHORTEST = 4
"""Letters of a name that is known without anything around it: shorter ones are abbreviations too."""
_BEFORE_NAMED = frozenset(
    {
        "at",
        "@",
        "through",
        "from",
        "nr",
        "behind",
        "under",
        "outside",
        "past",
        "thru",
        "for",
        "by",
        "with",
        "on",
        "off",
        "near",
        "to",
        "of",
    }
)
_WHOSE = frozenset(
    {"pts", "pt's", "pt’s", "his", "her", "their", "my", "our", "your", "w", "w/", "and", "step", "foster"}
)
_SHORT_KIN = frozenset(
    {
        "gma",
        "gpa",
        "bro",
        "sis",
        "dtr",
        "dau",
        "grandma",
        "grandpa",
        "aunt",
        "uncle",
        "fob",
        "mob",
        "bf",
        "gf",
        "husb",
        "hubby",
        "hub",
        "bm",
        "fiance",
        "girlfriend",
        "boyfriend",
        "roommate",
    }
)
"""Relatives that a hurried note names without a word for whose."""
_BEFORE_KIN = _WHOSE | _SHORT_KIN
_ENDING_LABELS = frozenset(
    {"tx", "treatment", "admit", "admission", "stay", "employer", "work", "job", "school", "clinic", "provider"}
    | {"pharmacy", "referral", "agency", "facility", "program", "detox", "rehab", "hospital", "pcp", "source"}
)
"""Before a colon, what says that a clinic, a firm or a school follows."""
_BEFORE_PLACE = frozenset({"in", "near", "outside"})
_TO_PLACE = _BEFORE_PLACE | {"from", "to", "around", "through", "outta"}
_COMING = frozenset({"moved", "came", "originally", "born", "drove", "relocated", "grew", "bused", "hails"})
_OWNED_AT = frozenset({"at", "from", "by", "for", "@"})
_WATERS = frozenset({"lake", "mount", "mt", "fort", "port", "camp", "lago", "bayou"})
_AFTER_FIRM = frozenset(
    {"for", "on", "in", "and", "when", "after", "before", "because", "since", "until", "at", "by", "w", "but", "as"}
)
_NO_OWNERS = frozenset(
    {"his", "her", "their", "my", "our", "your", "the", "a", "an", "that", "this", "it", "he", "she", "today", "one"}
    | {"women", "men", "children", "people", "somebody", "someone", "nobody", "everyone", "let", "what", "there"}
)
_TOWNS_LIKE_WORDS = frozenset({"anchorage", "boulder", "buffalo", "dover", "phoenix", "pueblo", "flint"})
_WORKING = frozenset(
    {
        "works",
        "worked",
        "working",
        "job",
        "shift",
        "shifts",
        "cashier",
        "employed",
        "delivers",
        "delivered",
        "drives",
        "drove",
        "fired",
        "hired",
        "bartends",
        "cleans",
        "waits",
        "manager",
        "cooks",
    }
)
_NO_NAME_ENDS = ("in", "nt", "ll", "ve", "osis", "itis", "emia")
"""Of "drinkin", "dont", "hell", "wouldve", and of illnesses."""
_MAC = re.compile(r"(?:mc|o['’])(?!donald)[a-z]{4,}$")
_CLANS = frozenset({"mc", "o'", "o’"})
_COURTESY = frozenset({"mr", "mrs", "ms", "dr"})
_SAINT = frozenset({"st", "saint"})
_MOST_NAMING = 4


def recased(
    text: str, words: Sequence[str], small: list[str], gaps: Sequence[str], lists: WordLists
) -> list[str] | None:
    """*words* of *text* with capitals where a name has none, or nothing but them; None where nothing is to change.

    *small*: the words in small letters; *gaps*: what stands before each word, and after the last.
    """
    shouted = _SHOUTED.search(text) and [
        place for place, word in enumerate(words) if len(word) > 1 and word.isupper() and not _DIGIT.search(word)
    ]
    named, titled = [], False
    if not lists.recased_in_small_letters.isdisjoint(small):
        known = lists.names_in_small_letters
        named = [place for place, word in enumerate(words) if word in known]
        titled = not lists.before_names_in_small_letters.isdisjoint(words)
    informal = bool(words) and (not words[0][0].isupper() or (titled and not _COURTESY.isdisjoint(words)))
    if informal:
        further = lists.surnames_in_small_letters
        named = sorted({*named, *(place for place, word in enumerate(words) if word in further or _is_of_clan(word))})
    tidy = not informal and not lists.endings_and_brands_in_small_letters.isdisjoint(small)
    if not (shouted or named or titled or informal or tidy):
        return None
    recasing = _Recasing(list(words), small, gaps, lists)
    if shouted:
        recasing.calm(shouted)
    recasing.name(named)
    if titled:
        recasing.name_titled()
        recasing.name_relatives()
    if informal or recasing.loud:
        recasing.name_informally()
    elif tidy:
        recasing.name_in_tidy_text()
    return recasing.words


def _is_of_clan(word: str) -> bool:
    """ "mcallister", "o'dowd"."""
    return word[:2] in _CLANS and bool(_MAC.match(word))


class _Recasing:
    """The *words* of one text on their way."""

    def __init__(self, words: list[str], small: list[str], gaps: Sequence[str], lists: WordLists) -> None:
        self.words, self._small, self._gaps, self._lists = words, small, gaps, lists
        self._here = frozenset(small)
        self.loud = False

    def name_informally(self) -> None:
        """Names in a text that is in small letters, or was in capitals."""
        lists, here = self._lists, self._here
        if not (here.isdisjoint(_BEFORE_KIN) and here.isdisjoint(lists["called_so"])):
            self.name_kin()
        for words, name in (
            (lists.endings_in_small_letters, self.name_endings),
            (_BEFORE_PLACE, self.name_places),
            (lists.towns_begin_in_small_letters, self.name_towns),
            (_COMING | {"from"}, self.name_origins),
            (_OWNED_AT, self.name_owned),
            (_WATERS, self.name_waters),
            (_SAINT, self.name_saints),
            (lists.brands_begin_in_small_letters, self.name_firms),
        ):
            if not here.isdisjoint(words):
                name()
        if " & " in self._gaps:
            self.name_corners()

    def name_in_tidy_text(self) -> None:
        """Firms, streets and towns that somebody typed without capitals in a text that has them elsewhere."""
        self.name_endings(tidy=True)
        self.name_firms()
        if not self._here.isdisjoint(self._lists.towns_begin_in_small_letters):
            self.name_towns()

    def name_places(self) -> None:
        """ "in corvane": after "in" or "near" a strange word is a place's."""
        for place in range(1, len(self.words)):
            if self._small[place - 1] in _BEFORE_PLACE and self._gaps[place] == " " and self._may_be_place(place):
                self._capitalize(place)

    def _may_be_place(self, place: int) -> bool:
        word, lists = self.words[place], self._lists
        if word in _TOWNS_LIKE_WORDS:
            return True
        if not word.islower() or len(word) <= _SHORTEST or not self._is_strange(place):
            return False
        return word not in lists["drugs"] and word.capitalize() not in lists["things"]

    def name_origins(self) -> None:
        """ "she just moved here from tuscalosa": a strange word after "from" or "to", with coming spoken of before."""
        for place in range(1, len(self.words)):
            led = self._small[place - 1] in ("from", "to") and self._gaps[place] == " " and self._may_be_place(place)
            if led and (place == 1 or not _COMING.isdisjoint(self._small[max(0, place - 4) : place + 2])):
                self._capitalize(place)

    def name_waters(self) -> None:
        """ "camps at lake havasu": a strange word after what the names of places begin with."""
        for place in self._before_names(_WATERS):
            if self._may_be_place(place + 1):
                self._capitalize(place)
                self._capitalize(place + 1)

    def name_owned(self) -> None:
        """ "got fired from dockside dan's": what is somebody's, behind work and "at" or "from", is a firm."""
        for place, word in enumerate(self.words):
            if place > 1 and word.islower() and word.endswith(("'s", "’s")) and not is_kin(word[:-2], self._lists):
                count = next((count for count in (1, 2) if self._small[place - count] in _OWNED_AT), 0)
                first = place - count + 1
                if count and first > 1 and self._is_at_work(first - 1) and self._is_owner(first, place):
                    for each in range(first, place + 1):
                        self._capitalize(each)

    def _is_at_work(self, place: int) -> bool:
        work = self._lists["work"]
        return any(word in work or word in _WORKING for word in self._small[max(0, place - 3) : place])

    def _is_owner(self, first: int, last: int) -> bool:
        ends = self._gaps[last + 1] != " " or self._small[last + 1] not in self._lists["words"] or last > first
        ends = ends or self._small[last + 1] in _AFTER_FIRM
        return ends and not _NO_OWNERS.issuperset(self._small[first : first + 1]) and self._may_own(last)

    def _may_own(self, place: int) -> bool:
        word = self.words[place][:-2]
        return word.isalpha() and len(word) > 2 and word not in self._lists["persons"] and word not in _NO_OWNERS

    def name_towns(self) -> None:
        """ "a bus from el paso": a town of two words."""
        towns = self._lists.towns_of_two_words
        begins = self._lists.towns_begin_in_small_letters
        for place in [place for place, word in enumerate(self._small[:-1]) if word in begins]:
            led = place > 0 and self._small[place - 1] in _TO_PLACE and self._gaps[place + 1] in (" ", ". ")
            pair = self._small[place : place + 2]
            if " ".join(pair) in towns and (led or (self._gaps[place + 1] == " " and self._is_no_phrase(pair))):
                self._capitalize(place)
                self._capitalize(place + 1)

    def _is_no_phrase(self, pair: Sequence[str]) -> bool:
        """Whether two words are nothing but a town's name, as "chula vista" are and "long beach" are not."""
        return not all(is_word(word, self._lists) for word in pair)

    def calm(self, shouted: list[int]) -> None:
        """Words in capitals: of a stretch, all; elsewhere those that are names."""
        for stretch in _stretches(shouted):
            if len(stretch) < _FEWEST_SHOUTED:
                self._calm_names(stretch)
            else:
                self.loud = True
                for place in stretch:
                    self._calm_word(place)

    def name(self, places: Sequence[int]) -> None:
        """Known names in small letters, with what follows them and is no word."""
        for place in places:
            self._capitalize(place)
            self._name_on(place + 1)

    def name_titled(self) -> None:
        """ "dr. okafor", "prof haldane-osei"."""
        for place in self._before_names(self._lists.titles_in_small_letters):
            if self.words[place] in ("mr", "mrs", "ms") or self._is_strange(place + 1):
                self._capitalize(place)
                self._name_on(place + 1, surely=True)

    def _before_names(self, words: frozenset[str]) -> Iterator[int]:
        """Where one of *words*, in small letters, stands before another word in small letters."""
        if self._here.isdisjoint(words):
            return
        for place, word in enumerate(self.words[:-1]):
            if word in words and self._gaps[place + 1] in (" ", ". ") and self.words[place + 1].islower():
                yield place

    def name_firms(self) -> None:
        """ "works nights at dollar general"."""
        if self._here.isdisjoint(self._lists.brands_begin_in_small_letters):
            return
        firms = self._lists.brands_in_small_letters
        begins = self._lists.brands_begin_in_small_letters
        for place in [place for place, word in enumerate(self._small) if word in begins]:
            for count in range(1, min(3, len(self.words) - place) + 1):
                name = " ".join(self._small[place : place + count])
                sure = count > 1 or not is_word(name, self._lists) or self._is_worked_at(place)
                if name in firms and sure:
                    for word in range(place, place + count):
                        if self.words[word].islower():
                            self._capitalize(word)

    def _is_worked_at(self, place: int) -> bool:
        """ "works at subway", "delivers for dominos": an ordinary word, right behind work and "at" or "for"."""
        at = "@" not in self._gaps[place]
        if place < 1 + at or (at and self._small[place - 1] not in ("at", "for")):
            return False
        return self._small[place - 1 - at] in _WORKING | self._lists["employment"]

    def name_corners(self) -> None:
        """ "picked up at main & elm"."""
        for place in range(2, len(self.words)):
            first = place - 1
            at = self._small[place - 2] in _BEFORE_NAMED
            if self._gaps[place] == " & " and (at or self._gaps[first].endswith("@ ")):
                for word in (first, place):
                    if self.words[word].isalpha() and self.words[word].islower():
                        self._capitalize(word)

    def name_saints(self) -> None:
        """ "st. luke's"."""
        for place in self._before_names(_SAINT):
            if self._small[place + 1].endswith(("'s", "’s")):
                self._capitalize(place)
                self._capitalize(place + 1)

    def name_relatives(self) -> None:
        """ "my grandma opal": a first name that is a word too, after such a title."""
        no_names = self._lists["not_in_small_letters"]
        for place in self._before_names(self._lists.kin_titles_in_small_letters):
            after = self._small[place + 1]
            if after not in no_names and after.capitalize() in self._lists["first_names"]:
                self._capitalize(place + 1)

    def name_kin(self) -> None:
        """ "her son kylo": a strange word, or a first name, after somebody's relative."""
        for place in range(2, len(self.words)):
            owned = self._small[place - 2] in _WHOSE and self._gaps[place] in (" ", ", ")
            aside = self.loud and self._gaps[place] == ", " and self._gaps[place + 1][:1] in (",", ".")
            named = (owned and self._may_be_kin(place)) or (aside and self._is_listed(place))
            if named and is_close(self._small[place - 1], self._lists):
                self._capitalize(place)
        for place in range(1, len(self.words) - 1):
            led = self._small[place - 1] in _SHORT_KIN and self._gaps[place] == " " and self._is_verb(place + 1)
            if led and (self._may_be_kin(place) or self._is_listed(place)):
                self._capitalize(place)
        for place in range(1, len(self.words)):
            word = self.words[place]
            if (
                word in self._lists["called_so"]
                and self._gaps[place] in (" ", ", ", ": ", ' "', " (")
                and (self._is_surely_close(place - 1))
            ):
                self._capitalize(place)

    def _is_verb(self, place: int) -> bool:
        word = self._small[place]
        return word in ("is", "was", "has") or word in self._lists["acts"] or word in self._lists["further_acts"]

    def _is_surely_close(self, place: int) -> bool:
        word = self._small[place]
        return word not in self._lists["kin_or_anybody"] and is_close(word, self._lists)

    def _is_listed(self, place: int) -> bool:
        word, lists = self.words[place], self._lists
        return word not in lists["not_in_small_letters"] and word.capitalize() in lists["first_names"]

    def _may_be_kin(self, place: int) -> bool:
        word, lists = self.words[place], self._lists
        if not word.islower():
            return False
        if not self._is_strange(place):
            return self._is_listed(place) and place + 1 < len(self.words) and (self._small[place + 1] in ("he", "she"))
        if len(word) < _SHORTEST or word in lists["not_in_small_letters"]:
            return word.capitalize() in lists["first_names"]
        return not word.endswith(_NO_NAME_ENDS) and not any(
            word in lists[name] for name in ("drugs", "illnesses", "rare_illnesses")
        )

    def name_endings(self, *, tidy: bool = False) -> None:
        """ "through lakeshore pharmacy", "off elm street": after a preposition no noun stands without an article."""
        endings = self._lists.endings_in_small_letters
        for last, word in enumerate(self._small):
            if word in endings and self.words[last].islower() and last + 1 < len(self._gaps):
                naming = list(takewhile(self._may_name, range(last - 1, last - 1 - _MOST_NAMING, -1)))
                says_kind = all(self._small[at] in self._lists["plain_modifiers"] for at in naming)
                says_kind = says_kind or (tidy and len(naming) == 1 and is_word(self._small[naming[0]], self._lists))
                before = -1 if says_kind else naming[-1] - 1
                if before > 0 and self._small[before] in _SAINT:
                    naming.append(before)
                    before -= 1
                if before >= 0 and (
                    self._small[before] in _BEFORE_NAMED
                    or "@" in self._gaps[before + 1]
                    or self._is_labelled(before, naming)
                ):
                    for place in (*naming, last):
                        self._capitalize(place)

    def _is_labelled(self, label: int, naming: list[int]) -> bool:
        """ "PRIOR TX: HARBOR LIGHT DETOX CENTER": two words or more behind a label that tell it from its kind."""
        if ":" not in self._gaps[label + 1] or self._small[label] not in _ENDING_LABELS:
            return False
        kinds = self._lists["plain_modifiers"] | self._lists["drugs"] | self._lists["work"]
        return sum(self._small[place] not in kinds for place in naming) > 1

    def _may_name(self, place: int) -> bool:
        if place < 0 or self._gaps[place + 1] != " " or self._small[place] in _BEFORE_NAMED:
            return False
        plain = self._lists["never_naming"]
        if is_kin(self._small[place], self._lists):
            return False
        return self._small[place] not in plain and (not self.words[place].isupper() or self._small[place] == "va")

    def _calm_names(self, stretch: list[int]) -> None:
        letters = self._lists["letters_only"]
        names = [
            place
            for place in stretch
            if len(self.words[place]) >= _SHORTEST and self._is_known(place) and self._small[place] not in letters
        ]
        for place in names:
            for beside in (place - 1, place, place + 1):
                strange = beside in stretch and len(self.words[beside]) > _SHORTEST and self._is_strange(beside)
                if beside == place or strange:
                    self._capitalize(beside)

    def _calm_word(self, place: int) -> None:
        small = self._small[place]
        if small in self._lists.calendar_in_small_letters:
            self._capitalize(place)
        elif small in self._lists["letters_only"]:
            return
        elif self._is_of_name(small, place):
            self._capitalize(place)
        elif small in self._lists["name_particles"] or is_word(small, self._lists):
            self.words[place] = small
        elif small.capitalize() in self._lists["titles"] or len(small) >= _SHORTEST or self._is_known(place):
            self._capitalize(place)

    def _is_of_name(self, small: str, place: int) -> bool:
        """Whether a word is a title before a surname, or what a street's name ends in."""
        if small in self._lists.titles_in_small_letters and self._leads_to_name(place + 1):
            return True
        return small.capitalize() in self._lists["street_endings_short"] and self._ends_street(place)

    def _ends_street(self, place: int) -> bool:
        """Whether a word that was in capitals, and is a name now, stands before the one at *place*."""
        before = self.words[place - 1] if place and self._gaps[place] == " " else ""
        return before[:1].isupper() and before[1:].islower()

    def _leads_to_name(self, place: int) -> bool:
        """Whether the word at *place* follows a title as a surname does."""
        follows = place < len(self.words) and self._gaps[place] in (" ", ". ")
        return follows and self._is_strange(place) and self._small[place] not in self._lists["letters_only"]

    def _is_known(self, place: int) -> bool:
        small = self._small[place]
        parts = small.split("-") if "-" in small else [small]
        known = (self._lists.names_in_small_letters, self._lists.surnames_in_small_letters)
        return any(len(part) > 2 and any(part in names for names in known) for part in parts)

    def _is_strange(self, place: int) -> bool:
        word = self.words[place]
        return word.replace("-", "").replace("'", "").replace("’", "").isalpha() and not is_word(
            self._small[place], self._lists
        )

    def _name_on(self, place: int, *, surely: bool = False) -> None:
        while place < len(self.words) and self._gaps[place] in (" ", "-", ". ", ", ") and self.words[place].islower():
            if not surely and (self._gaps[place] not in (" ", "-") or not self._is_strange(place)):
                return
            self._capitalize(place)
            place, surely = place + 1, False

    def _capitalize(self, place: int) -> None:
        word = self.words[place]
        bare = word[:-2] if word[-2:].lower() in ("'s", "’s") else word
        self.words[place] = _LETTERS.sub(lambda part: part[0].capitalize(), bare) + word[len(bare) :].lower()


def _stretches(places: list[int]) -> Iterator[list[int]]:
    """Numbers that follow each other, by two at most, for a number in digits between."""
    stretch: list[int] = []
    for place in places:
        if stretch and place > stretch[-1] + 2:
            yield stretch
            stretch = []
        stretch.append(place)
    if stretch:
        yield stretch
