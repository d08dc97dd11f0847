"""Questions as Moodle XML.

The format: docs.moodle.org, "Moodle XML format", and what Moodle's own import (question/format/xml) takes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from carelevel.feedback.html import html, sound

RIGHT, WRONG = 100, 0
"""Percent of the mark. Moodle asks for one answer at least that has all of it, and lets several have it."""
LONGEST_NUMBER, LONGEST_NAME = 100, 255
"""Characters of an idnumber; of the name of a question or of a category."""

BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
END = "</quiz>\n"


@dataclass(frozen=True, slots=True)
class Offered:
    """One answer of a question, and what somebody who chose it reads."""

    says: Sequence[Markup]
    right: bool
    feedback: Sequence[Markup]


@dataclass(frozen=True, slots=True)
class MoodleQuestion:
    """A question with one answer to choose; without any offered, a text that asks nothing.

    *number* finds the question again where another file brings it a second time.
    """

    number: str
    name: str
    text: Sequence[Markup]
    feedback: Sequence[Markup] = ()
    offered: Sequence[Offered] = ()


def category(name: str, about: Sequence[Markup]) -> str:
    """Where Moodle puts what follows."""
    path = sound(name)[:LONGEST_NAME].replace("/", "//")  # a single one would begin a category within
    return (
        '<question type="category">\n'
        f"  <category><text>{_cdata(f'top/{path}')}</text></category>\n"
        f'  <info format="html">{_text(about)}</info>\n'
        "  <idnumber></idnumber>\n"
        "</question>\n"
    )


def question(asked: MoodleQuestion) -> str:
    """A question as Moodle reads it: of one choice, or a text where nothing is offered."""
    kind = "multichoice" if asked.offered else "description"
    return (
        f'<question type="{kind}">\n'
        f"  <name><text>{_cdata(asked.name[:LONGEST_NAME])}</text></name>\n"
        f'  <questiontext format="html">{_text(asked.text)}</questiontext>\n'
        f'  <generalfeedback format="html">{_text(asked.feedback)}</generalfeedback>\n'
        f"  <defaultgrade>{1 if asked.offered else 0}</defaultgrade>\n"
        "  <penalty>0</penalty>\n"
        "  <hidden>0</hidden>\n"
        f"  <idnumber>{escape(_short(asked.number))}</idnumber>\n"
        f"{_choice(asked.offered) if asked.offered else ''}"
        "</question>\n"
    )


def _choice(offered: Sequence[Offered]) -> str:
    return (
        "  <single>true</single>\n"
        "  <shuffleanswers>false</shuffleanswers>\n"
        "  <answernumbering>none</answernumbering>\n"
        "  <showstandardinstruction>0</showstandardinstruction>\n"
        f"{''.join(map(_answer, offered))}"
    )


def _answer(offered: Offered) -> str:
    return (
        f'  <answer fraction="{RIGHT if offered.right else WRONG}" format="html">\n'
        f"    {_text(offered.says)}\n"
        f'    <feedback format="html">{_text(offered.feedback)}</feedback>\n'
        "  </answer>\n"
    )


def _text(parts: Sequence[Markup]) -> str:
    return f"<text>{_cdata(html(parts))}</text>" if parts else "<text></text>"


def _cdata(text: str) -> str:
    """Text for XML, as it stands; an end of the section in the text ends it in no way."""
    return f"<![CDATA[{sound(text).replace(']]>', ']]]]><![CDATA[>')}]]>"


def _short(number: str) -> str:
    """An idnumber as it is, or, where it is too long, its beginning and a digest."""
    if len(number) <= LONGEST_NUMBER:
        return number
    digest = hashlib.sha256(number.encode()).hexdigest()[:16]
    return f"{number[: LONGEST_NUMBER - 17]}-{digest}"
