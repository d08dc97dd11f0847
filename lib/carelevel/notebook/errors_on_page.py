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
Output = TypeVar("Output")


def errors_on_page(call: Callable[P, Output]) -> Callable[P, Output | Page]:
    """The call of a notebook that shows a page with the error where *call* raises one of ours."""

    @wraps(call)
    def output(*args: P.args, **kwargs: P.kwargs) -> Output | Page:
        try:
            return call(*args, **kwargs)
        except CarelevelError as error:
            from carelevel.feedback.html import tag
            from carelevel.widgets.pages.page import page

            return page(tag("h3", messages.BROKEN_PAGE), tag("p", str(error)), label=messages.BROKEN_PAGE)

    return output
