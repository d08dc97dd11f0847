"""What goes wrong on purpose in a notebook's call becomes a sentence, not a traceback."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from carelevel import messages
from carelevel.core.errors import CarelevelError

if TYPE_CHECKING:
    from carelevel.widgets.pages.page import Page

P = ParamSpec("P")
Shown = TypeVar("Shown")


def told(show: Callable[P, Shown]) -> Callable[P, Shown | Page]:
    @wraps(show)
    def shown(*args: P.args, **kwargs: P.kwargs) -> Shown | Page:
        try:
            return show(*args, **kwargs)
        except CarelevelError as error:
            from carelevel.feedback.html import tag
            from carelevel.widgets.pages.page import page

            return page(tag("h3", messages.BROKEN_PAGE), tag("p", str(error)), label=messages.BROKEN_PAGE)

    return shown
