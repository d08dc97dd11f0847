"""Links from a figure's numbers to the answers behind it, which `widgets/earlier/face.js` follows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from markupsafe import Markup

from carelevel.core.selection import Selection
from carelevel.feedback.html import Part, tag
from carelevel.messages import earlier as earlier_messages

ADDRESS = "#earlier?"
ALONE = "yes"


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in a figure, and which answers it counts."""

    part: Part
    answers: Selection


def behind(part: Part, selection: Selection) -> Markup:
    """*part*, which says so, as a link to answers that somebody gave alone."""
    return tag("a", part, href=f"{ADDRESS}{urlencode(replace(selection, alone=ALONE).named)}")


def linked(cell: Part | Counted, *, to_answers: bool) -> Part:
    """A cell of a figure, with a link where it counts answers that can be read."""
    if not isinstance(cell, Counted):
        return cell
    unseen = tag("span", earlier_messages.BEHIND, class_="cl-unseen")
    return behind([cell.part, unseen], cell.answers) if to_answers else cell.part
