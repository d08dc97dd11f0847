"""A page to print: what a trainee has done here, under their code alone, with a line for a supervisor to sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from importlib.resources import files

from markupsafe import Markup

from carelevel import messages
from carelevel.analytics.chance import Proportion
from carelevel.analytics.gain import trainee_gains
from carelevel.core.answer import ACCEPTED, Verdict
from carelevel.core.attempt import Attempt
from carelevel.core.criteria import Criteria
from carelevel.core.form_answer import FormAnswer
from carelevel.core.kept_interview import Interview
from carelevel.core.note_attempt import NoteAttempt
from carelevel.core.note_trials import skimmed
from carelevel.exports.handout import CLOSED
from carelevel.feedback.figures import interval, of, percent
from carelevel.feedback.html import html, tag
from carelevel.messages import export as export_messages
from carelevel.messages import forms as forms_messages
from carelevel.store.attempt_counts import LONGEST_COUNTED_SECONDS
from carelevel.store.store import Store

FEWEST_OF_SHARE = 5
"""Answers before a share of them is told."""


def certificate(code: str, store: Store, criteria: Criteria, now: datetime) -> Iterator[str]:
    """The page's text, piece by piece."""
    cases, notes = store.attempts(code), store.note_attempts(code)
    hasty = skimmed(notes)
    interviews, forms = store.interviews(code), store.form_answers(code)
    kept: list[Attempt | NoteAttempt | Interview | FormAnswer] = [*cases, *notes, *interviews, *forms]
    seconds = sum(min(answer.seconds, LONGEST_COUNTED_SECONDS) for answer in kept)
    days = {answer.committed_at.date() for answer in kept}
    words = forms_messages.CERTIFICATE
    hours = forms_messages.HOURS.format(hours=seconds / 3600, days=messages.counted(len(days), forms_messages.DAYS))
    told = len({attempt.case for attempt in cases})
    alone = [attempt.verdict for attempt in cases if not attempt.had.helps]
    rows = [
        (words["hours"], hours),
        (words["cases"], _answers(len(cases), alone, messages.counted(told, forms_messages.CASES))),
        (words["notes"], _answers(len(notes) - len(hasty), [note.verdict for note in notes if note.id not in hasty])),
        (words["interviews"], _answers(len(interviews), [interview.verdict for interview in interviews])),
    ]
    groups = dict.fromkeys(answer.group for answer in forms)
    for group in groups:
        for gain in trainee_gains((answer for answer in forms if answer.group == group), {}):
            counts = {"before": percent(gain.before), "after": percent(gain.after), "n": len(gain.pairs)}
            rows.append((words["forms"], forms_messages.CERTIFICATE_FORMS.format(**counts)))
    dates = [*map(str, (min(days), max(days)))] if days else []
    yield f'<!DOCTYPE html>\n<html lang="{export_messages.LANGUAGE}">\n{html([_head(criteria)])}\n'
    yield html([tag("body", tag("main", *_body(code, criteria, rows, dates, now)))])
    yield "\n</html>\n"


def _head(criteria: Criteria) -> Markup:
    style = (files(__package__) / "certificate.css").read_text("utf-8")
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=CLOSED),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("title", forms_messages.CERTIFICATE["title"].format(title=criteria.title)),
        tag("style", Markup(style)),
    )


def _body(
    code: str, criteria: Criteria, rows: Iterable[tuple[str, str]], dates: list[str], now: datetime
) -> Iterator[Markup]:
    words = forms_messages.CERTIFICATE
    yield tag("p", words["kind"], class_="kind")
    yield tag("h1", criteria.title)
    yield tag("p", criteria.notice, class_="notice")
    yield tag("p", words["code"].format(code=code), class_="code")
    if dates:
        yield tag("p", words["dates"].format(first=dates[0], last=dates[1]))
    yield tag("dl", [part for name, says in rows for part in (tag("dt", name), tag("dd", says))])
    yield tag("p", words["about"], class_="about")
    lines = (words["signature"], words["date"])
    yield tag("div", [tag("p", tag("span", class_="line"), line) for line in lines], class_="signed")
    yield tag("p", words["printed"].format(date=now.date().isoformat()), class_="about")


def _answers(count: int, alone: Sequence[Verdict], cases: str = "") -> str:
    """How many, to which *cases*, and how many of those without help were accepted."""
    accepted = Proportion(sum(verdict in ACCEPTED for verdict in alone), len(alone))
    says = messages.counted(count, forms_messages.ANSWERS)
    if cases and count:
        says = forms_messages.ANSWERS_TO.format(answers=says, cases=cases)
    if len(alone) < FEWEST_OF_SHARE:
        return says
    share = {"of": of(accepted), "share": percent(accepted.share), "interval": interval(accepted)}
    return (forms_messages.ACCEPTED if len(alone) == count else forms_messages.ACCEPTED_ALONE).format(
        answers=says, **share
    )
