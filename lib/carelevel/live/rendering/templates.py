"""The templates of `live/templates/`, in Jinja: whatever they show is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from carelevel.live.assets import Asset
from carelevel.live.rendering.views import Sentence, TemplateData
from carelevel.messages import room as room_messages
from carelevel.workshop.captions import votes_counted
from carelevel.workshop.slide_record import Run, Slide


class Templates:
    """Every template; a name that its data does not have is an error. *assets*: the files that a whole page loads."""

    def __init__(self, assets: Mapping[str, Asset] | None = None) -> None:
        self._assets = {name: asset.path for name, asset in (assets or {}).items()}

    def render(self, data: TemplateData) -> Markup:
        """The HTML of the template that *data* is for; it is `view` there."""
        return Markup(_environment().get_template(data.template).render(view=data, assets=self._assets))

    def story(self, slide: Slide, *, tickable: bool = False) -> Markup:
        """The story alone; *tickable*: with a box for each sentence, and a slot `tick N` in it."""
        if not slide.entry:
            return Markup("")
        parts = _environment().get_template("parts.html").module
        return Markup(parts.story(slide, tickable))  # type: ignore[attr-defined]

    def pair(self, number: int | None) -> Markup:
        """The sign by which a pair finds each other, a color and a number; of nobody's, that any two are as good."""
        count, color = (0, 0) if number is None else divmod(number, len(room_messages.PAIR_COLORS))
        named = {"color": room_messages.PAIR_COLORS[color], "number": count + 1}
        name = "" if number is None else room_messages.LIVE["pair_name"].format(**named)
        parts = _environment().get_template("parts.html").module
        return Markup(parts.pair(color, name))  # type: ignore[attr-defined]


@cache
def _environment() -> Environment:
    """With each template as it was compiled once, whoever renders it."""
    environment = Environment(
        loader=PackageLoader("carelevel.live"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        w=room_messages.LIVE,
        e=room_messages.LIVE_ERRORS,
        counted=votes_counted,
        share=_percent,
        sentences=_sentences,
    )
    return environment


def _percent(count: int, votes: int) -> float:
    return round(100 * count / votes, 1) if votes else 0


def _sentences(paragraphs: Iterable[Iterable[Run]]) -> list[list[Sentence]]:
    """Paragraphs of sentences, each whole, so that one box goes with it."""
    return [
        [Sentence(number, tuple(runs)) for number, runs in groupby(paragraph, key=lambda run: run.sentence)]
        for paragraph in paragraphs
    ]
