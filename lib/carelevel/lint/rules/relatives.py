"""Relatives' names: after a title of kin, before or after the word for the relative, or after "called"."""

from __future__ import annotations

import re

from carelevel.lint.english import is_word
from carelevel.lint.kin import is_close
from carelevel.lint.prose import Prose, Run
from carelevel.lint.rules.names import is_no_name

CODE, REWORDING = "identifier/relative", "leave the name out: 'his sister', 'her son'"
_CALLED = frozenset({"named", "called", "nicknamed", "name's", "name’s"})
_CALL = frozenset({"calls", "call", "named"})
_CALLING = frozenset({"he", "she", "they", "i", "we", "everybody", "everyone", "family"})
_NAMES = frozenset({"name", "nickname", "names"})
_BE = frozenset({"is", "was", "are", "were", "being"})
_CLOSING = (",", ".", ";", ")", ":", "!", "?", "\n", "\t", "")
_WHOSE = frozenset({"his", "her", "their", "my", "our", "your"})
_BETWEEN = frozenset(
    {
        "and",
        "or",
        "maybe",
        "then",
        "little",
        "baby",
        "big",
        "also",
        "plus",
        "even",
        "possibly",
        "perhaps",
        "not",
        "now",
        "later",
        "formerly",
    }
)
_GOES = frozenset({"goes", "went", "going", "gone"})
_PET_WORDS = frozenset(
    {"little", "baby", "young", "dear", "sweet", "poor", "big", "old", "beautiful", "named", "now", "formerly"}
)
_PHRASES = frozenset(
    {
        ("half", "better"),
        ("half", "other"),
        ("other", "significant"),
        ("other", "sig"),
        ("kin", "of"),
        ("law", "in"),
        ("law", "mother-in"),
        ("law", "father-in"),
        ("baby", "of"),
        ("lady", "old"),
        ("man", "old"),
        ("mama", "baby"),
        ("daddy", "baby"),
        *((who, "neighbor") for who in ("lady", "man", "guy", "kid", "girl", "boy", "woman")),
        ("kid", "foster"),
        *((who, whose) for who in ("man", "lady") for whose in _WHOSE),
    }
)
"""Words for a relative, the last one first."""
_OF_PHRASES = frozenset(last for last, _ in _PHRASES) | {"gramps"}
_IN_HEADING = frozenset(
    [
        "in",
        "the",
        "home",
        "house",
        "household",
        "at",
        "living",
        "still",
        "lives",
        "live",
        "with",
        "w",
        "pt",
        "client",
        "family",
        "custody",
        "of",
        "and",
        "names",
        "ages",
        "involved",
        "minor",
        "current",
        "present",
        "now",
        "are",
        "include",
    ]
)
"""What stands between a word for relatives and the colon before their names."""
_OF_THEMSELVES = frozenset(
    [
        "mother",
        "father",
        "mom",
        "dad",
        "parent",
        "grandmother",
        "grandfather",
        "grandma",
        "grandpa",
        "widow",
        "widower",
        "twin",
        "wife",
        "husband",
        "partner",
        "sister",
        "brother",
        "son",
        "daughter",
        "child",
        "kid",
        "boy",
        "girl",
        "uncle",
        "aunt",
    ]
)
"""What a story says of whoever it tells of: "Dana, a mother, …"."""
_CONTACTS = frozenset({"contact", "contacts", "ec", "called", "call", "reached", "notify", "via", "roi", "kin", "nok"})
_SAID_OF = re.compile(
    r"[^”\"\n]{0,60}[”\"],? (?:[\w’'-]+ ){1,3}?(?:(?:about|of|to|for)|[\w’'-]+, (?:meaning|about|to|of))"
    r" (?:his|her|their) ((?:[\w’'-]+ )?[\w’'-]+)"
)
_CONTACTS_BY_LABEL = (("contact", "emergency"), ("person", "support"), ("person", "contact"), ("to", "release"))
_AND = frozenset({"and", "&", "or"})
_IN_BRACKETS = re.compile(r"[^.;:()\n]{1,48} \((?:his|her|their|my|pt[’']s) (?:[\w’'-]+ )?([\w’'-]+)\)")
_WHO_IS = re.compile(r", (?:who|he|she) (?:is|was|has been|had been|[’']s) ([^.;()\n]{1,60})")
_OF_SOMEBODY = re.compile(r"\b(?:his|her|their) ([\w’'-]+)(?: ([\w’'-]+))?")
_DASHES = frozenset({"-", "–", "—"})
_ASIDE = frozenset({*("from", "of", "at", "in", "since", "with", "on", "for", "down", "who", "that", "next", "back")})
_ASIDES = _ASIDE | {"she", "he", "they", "upstairs", "growing", "there", "i"}
"""What begins the words between a relative and the name that is set off: "a friend from the last rehab, Lonnie"."""
_TELEGRAPHIC = frozenset(
    {
        "",
        "baby",
        "infant",
        "newborn",
        "little",
        "with",
        "w",
        "by",
        "from",
        "and",
        "to",
        "for",
        "per",
        "via",
        "c",
        "both",
    }
)
_LONG_ASIDE = 9
_SOMEBODY = frozenset({"man", "woman", "guy", "girl", "boy", "one", "person", "lady", "dude"})
_AFTER_SOMEBODY = frozenset(
    {
        *("i", "he", "she", "they", "we", "you", "and", "or", "but", "who", "that", "to", "at", "in", "on", "from"),
        *("with", "when", "for", "by", "since", "because", "if", "before", "after", "again", "back", "now", "too"),
        *("will", "would", "can", "could", "did", "does", "had", "may", "might", "home", "out", "up", "off", "so"),
    }
)
_SET_OFF = frozenset({": ", " = ", "=", ":", " (", " - ", " – ", " — "})
_JOINED = frozenset({" ", "- ", "—", "–", "( ", " ( ", ' ("', " (“"})
"""What may stand between a relative and the name: in `_SET_OFF` what needs nobody's before the relative."""
_TIED = frozenset(
    {
        *((tie, "to") for tie in ("married", "engaged", "wedding", "marriage", "widow", "wed", "mother", "father")),
        *((tie, "from") for tie in ("divorced", "separated", "divorce", "separation")),
        *((tie, "of") for tie in ("custody", "guardianship", "mother", "father", "mom", "dad", "parents", "widow")),
        *((tie, "of") for tie in ("grandmother", "grandfather", "grandma", "grandpa", "guardian", "aunt", "uncle")),
        *((tie, "with") for tie in ("pregnant", "visits", "visitation")),
        ("birth", "to"),
    }
)
"""What a name follows that is a husband's, a wife's or a child's, without a word for either."""
_TYING = frozenset({"married", "dating", "raising", "raises", "adopted", "divorced", "divorcing", "marrying"})
_WITH = frozenset({"with", "left", "leave", "lost", "misses", "miss", "from", "for", "without", "see", "home"})
_CHILDREN = frozenset({"kids", "children", "boys", "girls", "baby", "twins", "babies", "kid"})
_THEM = frozenset({"him", "her", "baby", "boy", "girl", "son", "daughter"})
_NAMING = frozenset({"name", "named", "naming", "names"})
_CHILD_OLD = re.compile(r"(?:\d|1[0-7]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)-?(?:y|m|w)\w*-old")
_OF_CHILD = re.compile(r"(?:,| \(|,? aged?|,? is| -)(?: age)? (?:\d|1[0-7])(?=[),.;]|$| y)|\((?:\d|1[0-7])\)")
_AND_CHILDREN = re.compile(r"(?:, [A-Z][\w’'-]+){0,3},? and the (?:kids|baby|children|boys|girls|twins|little ones)\b")
_TAKEN = re.compile(
    r" to (?:the (?:state|system|county|courts?)|cps|dcfs?|dhs|dss|foster care|adoption)\b", re.IGNORECASE
)
_LOSING = frozenset({"losing", "lost", "lose", "loses"})
_LETTERS_AS_NAMES = frozenset(f"{first}{last}" for first in "ABCDEJKLMOPRT" for last in "JDCR") - {
    "MD",
    "RD",
    "PR",
    "DC",
    "PD",
}
"""What somebody is called by two initials: "his grandson DJ"."""
_ANIMALS = frozenset(
    {"dog", "cat", "puppy", "kitten", "horse", "bird", "parrot", "hamster", "goat", "pitbull", "terrier"}
)
_THATS = frozenset({"that's", "that’s", "he's", "he’s", "she's", "she’s", "who's", "who’s", "thats", "hes", "shes"})
_WHICH = frozenset({"foster", "adoptive", "adopted", "birth", "biological", "bio", "step", "kid", "only", "middle"})
_SHORTENED = frozenset({"bro", "sis", "husb", "hus", "dtr", "dau", "sib", "sibs", "gma", "gpa"})
_TOGETHER = frozenset({"with", "from", "by", "to", "via", "calls", "called"})
_COUPLE = frozenset(
    {"married", "divorced", "engaged", "separated", "dating", "split", "wed", "couple", "lovers", "cousins", "kids"}
)
_LATE = frozenset({"the", "late"})


def relative(prose: Prose, run: Run) -> bool:
    """A relative's name, or a further one in a row of them."""
    tied = _is_tied(prose, run)
    if not tied and not prose.tells_of_kin and prose.vocabulary.isdisjoint(_OF_PHRASES):
        return False
    if tied or any(
        asks(prose, run)
        for asks in (
            _kin_title,
            _kin_before,
            _heading,
            _called,
            _is_kin_by_verb,
            _kin_after,
            _said_of,
            _told_after,
            _set_far_off,
        )
    ):
        prose.relatives_end = run.last
        return True
    return _goes_on(prose, run)


def _is_tied(prose: Prose, run: Run) -> bool:
    """ "married to Angela", "custody of Lily", "my Luna", "left Angela and the kids": no word says who it is."""
    if len(run.names) > 1 or not _is_listed_first(run.names[0], prose) or not _may_be(prose, run):
        return False
    end = prose.at(run)[1]
    if _OF_CHILD.match(prose.text, end) or _AND_CHILDREN.match(prose.text, end):
        return True
    near = prose.earlier(run.first, 2)
    if not near or prose.gap(run.first) != " ":
        return False
    if near[0] == "and" and near[1:] and near[1] in ("he", "she", "him", "her"):
        return not _COUPLE.isdisjoint(prose.following(run.last - 1, 5))
    if _CHILD_OLD.fullmatch(near[0]) or (near[0] in _THEM and near[1:] and near[1] in _NAMING):
        return True
    if near[0] in _TYING or near[1::-1] in _TIED or (near[0] in _LOSING and _TAKEN.match(prose.text, end)):
        return True
    follows = prose.following(run.last - 1, 3)
    if near[0] in _WHOSE or near[0] == "little":
        acting = not follows or prose.word(run.last - 1).possessive or _may_follow(follows[0], prose)
        return acting and not is_word(run.names[0].lower(), prose.lists)
    return near[0] in _WITH and follows[:1] == ("and",) and not _CHILDREN.isdisjoint(follows)


def _may_follow(word: str, prose: Prose) -> bool:
    """Whether *word* follows somebody's name rather than a make: "her Sofia starts", not "his Martin guitar"."""
    verb = word in prose.lists["acts"] or word in prose.lists["further_acts"]
    return verb or word in _BE or word in _AFTER_SOMEBODY


def _kin_title(prose: Prose, run: Run) -> bool:
    if len(run.names) > 1 and run.names[0] in prose.lists["kin_titles"]:
        return (not is_no_name(run.names[1], prose.lists) and not is_word(run.names[1].lower(), prose.lists)) or (
            _is_first(run.names[1], prose)
        )
    if (
        len(run.names) == 2
        and is_close(run.names[0].lower(), prose.lists)
        and run.names[0] not in prose.lists["titles"]
    ):
        return run.names[1] in prose.lists["first_names"]
    small_title = prose.before(run.first).capitalize() in prose.lists["kin_titles"]
    return small_title and prose.gap(run.first) == " " and _may_be(prose, run)


def _kin_before(prose: Prose, run: Run) -> bool:
    """ "his sister Maria", and "her son, Tom," where the name is set off."""
    first = run.first
    while first > 1 and prose.texts[first - 1] in _PET_WORDS and prose.gap(first) == " ":
        first -= 1
    first -= _aside(prose, first)
    kin = prose.texts[first - 1].lower() if first else ""
    phrase = first > 1 and (kin, prose.small[first - 2]) in _PHRASES
    if kin.endswith(("'s", "’s")) or not (phrase or is_close(kin, prose.lists)) or not _may_be(prose, run):
        return False
    owners = prose.earlier(first - 1, 3)
    owners = owners[1:] if owners and owners[0] in _WHICH else owners
    whose = any(
        owner in prose.lists["owners"] or owner.endswith(("'s", "’s")) or owner.isdigit() for owner in owners[:1]
    ) or (not _WHOSE.isdisjoint(owners))
    whose = whose or prose.gap(first - 1).startswith(("' ", "’ "))
    whose = whose or (not {"a", "an", "the", "this"}.isdisjoint(owners[1:2]) and prose.closing(run) == ",")
    listed = len(run.names) == 1 and _is_listed_first(run.names[0], prose)
    if listed and not whose and (prose.closing(run) == "," or prose.gap(first) == " "):
        plainly = prose.closing(run) == "," or not is_word(run.names[0].lower(), prose.lists)
        whose = plainly and (owners[:1] or ("",))[0] in _TELEGRAPHIC
    gap = prose.gap(first)
    whose = whose or (gap == ", " and _is_contact(prose, run, first, owners))
    if gap == ". ":
        return kin in _SHORTENED
    if gap in _SET_OFF and not whose and _says_what(run.names[0], prose):
        return False
    if gap == "\t" and prose.gap(run.last).startswith(":"):
        return False
    if not whose and gap not in _SET_OFF and kin in prose.lists["kin_or_anybody"]:
        return False
    if kin in ("mo", "fa", "hus"):
        return gap in (": ", " = ", "=", ":")
    closed = "(" not in gap or prose.gap(run.last).strip()[:1] in (")", ",", '"', "”")
    if closed and (gap in _SET_OFF or gap in _JOINED):
        return True
    if gap.startswith(",") and not whose:
        return False
    return gap.lstrip(",").strip() in ("", "(", '"', "“", "'") and (
        prose.closing(run) in (*_CLOSING, '"', "”")
        or prose.after(run.last - 1) in _AND
        or prose.after(run.last - 1).isdigit()
        or prose.following(run.last - 1)[1:] in (("oldest",), ("eldest",), ("youngest",))
    )


def _is_contact(prose: Prose, run: Run, first: int, owners: tuple[str, ...]) -> bool:
    """ "EMERGENCY CONTACT IS WIFE, YEWANDE.", "SISTER, PRECIOUS, HOLDS THE KEYS": nobody says whose."""
    if len(run.names) > 1 or prose.closing(run) not in _CLOSING:
        return False
    if not _CONTACTS.isdisjoint(prose.earlier(first - 1, 4)):
        return _is_first(run.names[0], prose)
    return not owners and prose.closing(run) == "," and _is_listed_first(run.names[0], prose)


def _says_what(name: str, prose: Prose) -> bool:
    """Whether what is set off behind a relative is what they use or are: "Mother: Alcohol", "Father: Unknown"."""
    small = name.lower()
    drug = small in prose.lists["drugs"] or small.removesuffix("s") in prose.lists["drugs"]
    return drug or (not _is_listed_first(name, prose) and is_word(small, prose.lists))


def _aside(prose: Prose, first: int) -> int:
    """How many words before the one at *first* stand between it and the relative: "his wife of ten years, "."""
    if first > 1 and prose.small[first - 1] == "comma":
        return 1
    if first > 3 and prose.small[first - 3] == "of" and prose.small[first - 1] in ("years", "yrs"):
        return 3
    if first > 2 and _LATE.issuperset(prose.small[first - 2 : first]):
        return 2
    in_brackets = first > 1 and prose.gap(first).startswith(")") and prose.gap(first - 1) == " ("
    return int(in_brackets) or 2 * (first > 2 and prose.small[first - 2] == "and" and prose.gap(first) == ", ")


def _heading(prose: Prose, run: Run) -> bool:
    """ "Children in the home: Maddox"."""
    if not run.first or not prose.gap(run.first).startswith(":") or not _may_be(prose, run):
        return False
    if _says_what(run.names[0], prose):
        return False
    near = prose.earlier(run.first, 6)
    if near[:2] in _CONTACTS_BY_LABEL or near[:1] in (("nok",), ("ec",)):
        return _is_listed_first(run.names[0], prose)
    for word in near:
        if is_close(word, prose.lists):
            return True
        if word not in _IN_HEADING:
            return False
    return False


def _said_of(prose: Prose, run: Run) -> bool:
    """ "I want to be there for Mateo," he said of his son."""
    if run.names[0] not in prose.lists["first_names"] or not ("”" in prose.text or '"' in prose.text):
        return False
    found = _SAID_OF.match(prose.text, prose.at(run)[1])
    if not found or not _may_be(prose, run):
        return False
    return any(is_close(word, prose.lists) for word in found[1].lower().split())


def _called(prose: Prose, run: Run) -> bool:
    """ "a cousin named Femi", "her daughter is called Lucia", "his wife's name is Carol", "a son they call Bo"."""
    if not _may_be(prose, run):
        return False
    near = prose.earlier(run.first, 7)
    if not _ANIMALS.isdisjoint(near[1:2]):
        return False
    for place, word in enumerate(near[:3]):
        called = word in _CALL and not _CALLING.isdisjoint(near[place + 1 : place + 2])
        if called or word in _CALLED or (word in _NAMES and (place == 0 or not _BE.isdisjoint(near[:place]))):
            return any(is_close(other, prose.lists) for other in near[place + 1 :])
        if word == "by" and not _GOES.isdisjoint(near[place + 1 : place + 2]):
            return any(is_close(other, prose.lists) for other in near[place + 2 :])
        if word not in _BE and word not in ("him", "her", "them", "after", "both", "little", "just", "of"):
            return False
    return False


def _is_kin_by_verb(prose: Prose, run: Run) -> bool:
    """ "daddy is Clement", "her sponsor's dad's Ray", "Nora is his wife"."""
    near = prose.earlier(run.first, 3)
    if near[:1] and near[0] in _BE and len(run.names) == 1:
        kin = near[1:2]
        if (
            kin
            and is_close(kin[0], prose.lists)
            and _is_first(run.names[0], prose)
            and run.names[0] not in prose.lists["things"]
            and not is_no_name(run.names[0], prose.lists)
        ):
            return prose.closing(run) in _CLOSING or prose.after(run.last - 1) in _AND
    if near[:1] and near[0].endswith(("'s", "’s")) and is_close(near[0][:-2], prose.lists):
        return _is_first(run.names[0], prose) and prose.closing(run) in _CLOSING
    if (
        len(near) == 3
        and (near[0] in _BE or near[0] == "been")
        and run.names[0] in prose.lists["first_names"]
        and len(run.names) == 1
    ):
        further = prose.earlier(run.first, _LONG_ASIDE)
        if prose.closing(run) in _CLOSING and _tells_of(further[1:], _ASIDES, prose):
            return True
    after = prose.following(run.last - 1, 5)
    if near[:1] and near[0] in _BE and near[1:2] and near[1] in _CALLING and prose.word(run.last - 1).possessive:
        return bool(after) and is_close(after[0], prose.lists) and _may_be(prose, run)
    if prose.word(run.last - 1).possessive and after[:1] and after[0] in _WHOSE:
        after = ("is", *after)
    if after[:1] and after[0] in _BE and after[1:2] and after[1] in prose.lists["owners"] - {"a", "an", "the", "one"}:
        somebody = not (run.opening and is_word(run.names[0].lower(), prose.lists)) or _is_listed_first(
            run.names[0], prose
        )
        return somebody and any(is_close(word, prose.lists) for word in after[2:4]) and _may_be(prose, run)
    return False


def _told_after(prose: Prose, run: Run) -> bool:
    """ "Since Marla moved out (his wife)", "Earl, who was his best man and is his best friend"."""
    if len(run.names) > 2 or not _may_be(prose, run) or not _is_first(run.names[0], prose):
        return False
    end = prose.at(run)[1]
    found = _IN_BRACKETS.match(prose.text, end)
    if found:
        return is_close(found[1].lower(), prose.lists)
    who = _WHO_IS.match(prose.text, end)
    words = (word for pair in _OF_SOMEBODY.findall(who[1]) for word in pair) if who else ()
    return any(is_close(word.lower(), prose.lists) for word in words)


def _set_far_off(prose: Prose, run: Run) -> bool:
    """ "a friend from the last rehab – Lonnie –", "the man she lives with, Curtis,", "a sick uncle; Ezra's surgery"."""
    if len(run.names) > 1 or not run.first or not _may_be(prose, run) or not _is_first(run.names[0], prose):
        return False
    gap = prose.gap(run.first)
    if gap in ("; ", ". ") and prose.word(run.last - 1).possessive:
        near = [prose.small[place] for place in range(run.first - 1, max(run.first - 5, 0), -1)]
        return is_close(near[0], prose.lists) and not {"a", "an"}.isdisjoint(near[1:])
    if gap != ", " and gap.strip() not in _DASHES:
        return False
    closing = prose.gap(run.last).strip()[:1]
    together = prose.after(run.last - 1) == "and" and run.last + 1 < len(prose.texts)
    if together and prose.texts[run.last + 1] in prose.lists["first_names"]:
        closing = ","
    if closing not in (",", ".", ";", "", "!", "?") and closing not in _DASHES:
        return False
    return _tells_of(prose.earlier(run.first, _LONG_ASIDE), _ASIDES, prose)


def _tells_of(near: tuple[str, ...], asides: frozenset[str], prose: Prose) -> bool:
    """Whether the words before a name, nearest first, are a relative and what is told of them."""
    for place in range(1, len(near) - 1):
        who = near[place]
        meant = (
            is_close(who, prose.lists)
            or who == "couple"
            or (who in _SOMEBODY and near[place - 1] in ("she", "he", "they"))
        )
        if meant:
            owned = any(
                word in prose.lists["owners"] or word.endswith(("'s", "’s")) for word in near[place + 1 : place + 4]
            )
            return owned and near[place - 1] in asides
    return False


def _kin_after(prose: Prose, run: Run) -> bool:
    """ "Lena, her sister, has the keys", "Posy (his youngest daughter)"."""
    if run.last >= len(prose.texts) or not _may_be(prose, run):
        return False
    gap = prose.gap(run.last).strip()
    further = run.last + 1
    if (
        prose.texts[run.last] == "and"
        and further < len(prose.texts) - 1
        and _is_listed_first(prose.texts[further], prose)
    ):
        return (
            prose.gap(further + 1) == ", " and prose.texts[further + 1] in _WHOSE and _ends_in_kin(prose, further + 2)
        )
    if gap not in (",", "(", "-", "–", "—"):
        return False
    if prose.small[run.last] in _THATS:
        owner, *others = (*prose.following(run.last, 4), "")
        return (owner in _WHOSE or owner in ("the", "a")) and any(is_close(kin, prose.lists) for kin in others)
    if (prose.small[run.last], *prose.following(run.last, 1)) in _TIED:
        return not _WHOSE.isdisjoint(prose.following(run.last, 2))
    if prose.texts[run.last] not in prose.lists["owners"]:
        closing = prose.gap(run.last + 1)[:1]
        dashed = gap != "," and prose.gap(run.last + 1).strip() == gap
        closed = dashed or (closing == ")" if gap == "(" else closing in (".", ";", "", "\n"))
        cued = gap == "(" or dashed or not _CONTACTS.isdisjoint(prose.earlier(run.first, 3))
        return closed and cued and is_close(prose.small[run.last], prose.lists)
    for place in range(run.last + 1, min(run.last + 5, len(prose.texts))):
        if prose.gap(place) != " ":
            return False
        closing = prose.gap(place + 1)
        closed = closing[:1] in (",", ".", ";", ")", "", "-", "–", "—") or closing.startswith((" –", " —", " -"))
        closed = closed or (prose.after(place) == "of" and prose.texts[run.last] in _WHOSE)
        of_themselves = prose.texts[run.last] in ("a", "an") and prose.small[place] in _OF_THEMSELVES
        if of_themselves and prose.before(run.first) not in _TOGETHER:
            return False
        if closed and is_close(prose.texts[place], prose.lists):
            return True
    return False


def _is_listed_first(name: str, prose: Prose) -> bool:
    return name in prose.lists["first_names"]


def _ends_in_kin(prose: Prose, place: int) -> bool:
    return place < len(prose.texts) and is_close(prose.small[place], prose.lists)


def _goes_on(prose: Prose, run: Run) -> bool:
    """ "her kids, Mia, Theo and Ann": what follows a relative's name in a row."""
    first = run.first
    if not prose.relatives_end or first < prose.relatives_end or not _may_be(prose, run):
        return False
    between = prose.texts[prose.relatives_end : first]
    between = [word for word in between if not word.isdigit()]
    near = prose.gap(prose.relatives_end) in (
        ", ",
        " ",
        " & ",
        " + ",
        "+",
        " / ",
        "/",
        "; ",
        " (",
    ) and _BETWEEN.issuperset(between)
    if near and _is_first(run.names[0], prose):
        prose.relatives_end = run.last
        return True
    return False


def _is_first(name: str, prose: Prose) -> bool:
    return name in prose.lists["first_names"] or name in prose.people or not is_word(name.lower(), prose.lists)


def _may_be(prose: Prose, run: Run) -> bool:
    name = run.names[0]
    if name in prose.lists["titles"] or name in prose.lists["things"]:
        return False
    if name[:2].isupper():
        return name in _LETTERS_AS_NAMES and is_close(prose.before(run.first), prose.lists)
    if name in ("Black", "White", "Hispanic", "Deaf"):
        return False
    return len(name) > 1 and (
        name in prose.lists["first_names"] or not (name.endswith("ed") or is_no_name(name, prose.lists))
    )
