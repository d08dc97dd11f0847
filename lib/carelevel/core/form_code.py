"""What reaches a form: the code of a group's before-and-after, a place in its list, and which of the two times."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from carelevel.core.crockford import DIGITS, as_typed, read, written
from carelevel.core.draws import Draws
from carelevel.core.errors import AnswerError

NUMBER_DIGITS, PLACE_DIGITS, VERSION_DIGITS = 4, 2, 3
NUMBERS = len(DIGITS) ** NUMBER_DIGITS
MOST_PLACES = 200
BALANCED_PLACES = 4
"""In every four places of a list each form comes first twice, and of each two of these one is in either arm."""
FORMS = ("A", "B")


class When(StrEnum):
    """The two times at which a form is answered."""

    BEFORE = "before"
    AFTER = "after"


class Arm(StrEnum):
    """What a trainee's practice is like between the two times, where a group is split."""

    NONE = ""  # no split
    WITH = "with"
    WITHOUT = "without"


_CODE = re.compile(rf"(BEF0RE|AFTER)-([{DIGITS}]{{4}})([{DIGITS}]{{2}})-([{DIGITS}]{{3}})")
_WHEN = {"BEF0RE": When.BEFORE, "AFTER": When.AFTER}


@dataclass(frozen=True, slots=True)
class FormCode:
    """One trainee's form: *number* names the group's two forms, *place* counts its list from 1."""

    number: int
    place: int
    when: When
    version: str

    def __str__(self) -> str:
        number, place = written(self.number, NUMBER_DIGITS), written(self.place, PLACE_DIGITS)
        return f"{self.when}-{number}{place}-{self.version}"

    @property
    def group(self) -> str:
        """What all codes of a list have in common."""
        return group_id(self.number, self.version)

    @property
    def splits(self) -> bool:
        """Whether the group is split: the number alone says so, wherever it is read."""
        return splits(self.number)

    @property
    def form(self) -> str:
        """Which of FORMS it is: by chance, each as often the first of the two in BALANCED_PLACES places."""
        first, _ = _allotted(self.number, self.place)
        return first if self.when is When.BEFORE else FORMS[first == FORMS[0]]

    @property
    def arm(self) -> Arm:
        """Which half of a split group the place is in: by chance, either as often in BALANCED_PLACES."""
        return _allotted(self.number, self.place)[1] if self.splits else Arm.NONE


def read_form_code(text: str) -> FormCode:
    """The code that *text* is, also in small letters or with O for 0; AnswerError where it is none."""
    found = _CODE.fullmatch(as_typed(text))
    place = read(found[3]) if found else 0
    if not found or not 1 <= place <= MOST_PLACES:
        raise AnswerError(
            f"{text.strip()[:40]!r} is no code of a form; write it as your supervisor gave it: before-7Q4K01-2M8"
        )
    return FormCode(read(found[2]), place, _WHEN[found[1]], found[4])


def group_id(number: int, version: str) -> str:
    """What a group's before-and-after is called."""
    return f"{written(number, NUMBER_DIGITS)}-{version}"


def splits(number: int) -> bool:
    """Whether a group of that number is split: an odd one is."""
    return number % 2 == 1


@lru_cache(maxsize=MOST_PLACES)
def _allotted(number: int, place: int) -> tuple[str, Arm]:
    """The form that comes first, and the arm if the group is split."""
    block, within = divmod(place - 1, BALANCED_PLACES)
    kinds = [(form, arm) for form in FORMS for arm in (Arm.WITH, Arm.WITHOUT)]
    return Draws(number << 16 | block).shuffled(kinds)[within]
