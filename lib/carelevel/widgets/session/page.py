"""A session's report to read: for a notebook, and as one file that prints well."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from markupsafe import Markup

from carelevel import words as every_words
from carelevel.core.ballot import Shift, Sight, Tally, agreeing
from carelevel.core.criteria import Criteria
from carelevel.feedback.figures import duration, percent
from carelevel.feedback.html import Part, tag
from carelevel.feedback.names import level_name, titled
from carelevel.widgets.flow_picture import flow_picture
from carelevel.widgets.pages.page import table
from carelevel.widgets.shared.styles import joined
from carelevel.words import progress as progress_words
from carelevel.words import report as words
from carelevel.words import room as room_words
from carelevel.workshop.report import FEWEST, CaseReport, SessionReport

PRINT_STYLES = ("shared/face.css", "pages/page.css", "session/face.css", "session/print.css")


def session_html(report: SessionReport, criteria: Criteria) -> Markup:
    """The whole report; every text of a case is escaped."""
    return tag(
        "section",
        *_about(report),
        [_case(case, criteria) for case in report.cases],
        _untold(report),
        class_="cl-card cl-page cl-outcome",
        aria_label=words.REPORT_TITLE,
    )


def session_file(report: SessionReport, criteria: Criteria) -> str:
    """The same as a whole HTML page with everything in it."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("title", words.REPORT_TITLE),
        tag("style", Markup(joined(*PRINT_STYLES))),
    )
    when = tag("h2", _time(report.opened_at))
    main = tag("main", tag("h1", words.REPORT_TITLE), when, session_html(report, criteria))
    return f"<!doctype html>\n{tag('html', head, tag('body', main), lang=words.SESSION['lang'])}\n"


def _about(report: SessionReport) -> Iterator[Part]:
    people = every_words.counted(report.joined, words.REPORT_JOINED)
    cases = every_words.counted(len(report.cases), words.REPORT_CASES)
    counted = words.REPORT_COUNTED.format(joined=people, cases=cases)
    yield tag("p", words.REPORT_HELD, _time(report.opened_at), ": ", counted, " ", words.REPORT_ANONYMOUS)
    yield tag("p", words.REPORT_DELETED, _time(report.deleted_at), words.REPORT_DELETED_MORE, class_="cl-about")
    yield tag("p", tag("b", words.REPORT_NOTICE))
    if not report.cases:
        yield tag("p", words.REPORT_NO_CASES)


def _time(at: datetime) -> Markup:
    """In this computer's zone, which is named; a page with a script tells it in its reader's."""
    return tag("time", f"{at.astimezone():%Y-%m-%d %H:%M %Z}", datetime=at.isoformat(timespec="seconds"))


def _case(case: CaseReport, criteria: Criteria) -> Markup:
    accepted = ", ".join(level_name(level, criteria) for level in agreeing(case.assessment))
    return tag(
        "section",
        tag("h3", f"{case.number}. {_title(case)}"),
        tag("p", words.REPORT_ACCEPTED.format(levels=accepted), " ", _agreed(case)),
        tag("p", words.REPORT_CHANGED, class_="cl-about") if case.changed else None,
        _votes(case, criteria),
        _moved(case, criteria),
        _phrases(case),
        _times(case),
    )


def _title(case: CaseReport) -> str:
    return titled(titled(case.title, case.heading if case.several else ""), twin=case.entry.twin)


def _agreed(case: CaseReport) -> str | None:
    first, second = (None if share is None else percent(share) for share in case.agreed)
    if first and second:
        return room_words.LIVE["agreed"].format(first=first, second=second)
    only = first or second
    return words.REPORT_AGREED_ONCE.format(share=only) if only else None


def _votes(case: CaseReport, criteria: Criteria) -> Markup:
    accepted, moved = agreeing(case.assessment), case.shift
    rows: list[tuple[Part, ...]] = [
        (
            [level_name(level, criteria), words.REPORT_ACCEPTED_SIGN if level in accepted else None],
            _share(moved.first, level),
            _share(moved.second, level),
        )
        for level in reversed(list(moved.first.counts))
    ]
    return table(words.REPORT_VOTES.format(title=_title(case)), words.REPORT_VOTES_COLUMNS, rows)


def _share(counted: Tally, level: str) -> str:
    if not counted.votes:
        return words.REPORT_NONE
    return f"{counted.counts[level]} ({percent(counted.share([level]))})"


def _moved(case: CaseReport, criteria: Criteria) -> Part:
    """Who moved where, as far as the room has seen it."""
    told = list(_moved_says(case.shift))
    return [
        flow_picture(case.shift, criteria) if case.shift.moves else None,
        tag("ul", [tag("li", one) for one in told], class_="cl-moved") if told else None,
    ]


def _moved_says(moved: Shift) -> Iterator[str]:
    for name in ("stayed", "up", "down", "aside"):
        if count := getattr(moved, name):
            yield room_words.LIVE[name].format(count=count)
    if once := moved.only_first + moved.only_second:
        yield room_words.LIVE["only"].format(count=once)


def _phrases(case: CaseReport) -> Part:
    """The phrases that decide it, the most often missed first."""
    if not case.sights[0]:
        return None
    pairs = sorted(zip(*case.sights, strict=True), key=lambda pair: pair[0].caught + pair[1].caught)
    rows = [(f"“{first.phrase.phrase}”", _marked(first), _marked(second)) for first, second in pairs]
    return [
        tag("h4", words.REPORT_PHRASES),
        table(words.REPORT_PHRASES, words.REPORT_PHRASES_COLUMNS, rows),
    ]


def _marked(sight: Sight) -> str:
    return progress_words.OF.format(hits=sight.caught, n=sight.voters) if sight.voters else words.REPORT_NONE


def _times(case: CaseReport) -> Markup | None:
    first, second = case.seconds
    told = [words.REPORT_TIME_ONE.format(first=duration(first))] if first is not None else []
    told += [words.REPORT_TIME_TWO.format(second=duration(second))] if second is not None else []
    return tag("p", words.REPORT_TIME.format(times=", ".join(told)), class_="cl-about") if told else None


def _untold(report: SessionReport) -> Part:
    if not report.untold:
        return None
    says = [words.UNTOLD[one.why].format(title=one.title, fewest=FEWEST) for one in report.untold]
    return tag("section", tag("h3", words.UNTOLD_TITLE), tag("ul", [tag("li", one) for one in says]))
