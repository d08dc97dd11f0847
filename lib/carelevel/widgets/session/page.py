"""A session's report to read: for a notebook, and as one file that prints well."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from markupsafe import Markup

from carelevel import messages
from carelevel.analytics.chance import Proportion
from carelevel.core.assess import Assessment
from carelevel.core.ballot import Shift, Sight, Tally, agreeing
from carelevel.core.criteria import Criteria
from carelevel.core.transfer import AcceptedPart, Transfer
from carelevel.feedback.comparison import difference_says
from carelevel.feedback.explanation import why_refer
from carelevel.feedback.figures import duration, interval, of, percent
from carelevel.feedback.html import Part, tag
from carelevel.feedback.names import level_name, level_short, titled
from carelevel.messages import progress as progress_messages
from carelevel.messages import report as report_messages
from carelevel.messages import room as room_messages
from carelevel.widgets.pages.page import bulleted, scrolled, table
from carelevel.widgets.session.flow_picture import flow_svg
from carelevel.widgets.shared.styles import joined
from carelevel.workshop.captions import agreement_sentence, votes_counted
from carelevel.workshop.report import FEWEST, CaseReport, InterviewReport, SessionReport

PRINT_STYLES = ("shared/face.css", "pages/page.css", "session/face.css", "session/print.css")


def session_html(report: SessionReport, criteria: Criteria) -> Markup:
    """The whole report; every text of a case is escaped."""
    return tag(
        "section",
        *_about(report, criteria),
        [_case(case, criteria) for case in report.cases],
        _untold(report),
        class_="cl-card cl-page cl-outcome",
        aria_label=report_messages.REPORT_TITLE,
    )


def session_file(report: SessionReport, criteria: Criteria) -> str:
    """The same as a whole HTML page with everything in it."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("title", report_messages.REPORT_TITLE),
        tag("style", Markup(joined(*PRINT_STYLES))),
    )
    when = tag("h2", _time(report.opened_at))
    main = tag("main", tag("h1", report_messages.REPORT_TITLE), when, session_html(report, criteria))
    return f"<!doctype html>\n{tag('html', head, tag('body', main), lang=report_messages.SESSION['lang'])}\n"


def _about(report: SessionReport, criteria: Criteria) -> Iterator[Part]:
    people = messages.counted(report.joined, report_messages.REPORT_JOINED)
    cases = messages.counted(len(report.cases), report_messages.REPORT_CASES)
    counted = report_messages.REPORT_COUNTED.format(joined=people, cases=cases)
    held = [report_messages.REPORT_HELD, _time(report.opened_at)]
    yield tag("p", held, f": {counted} {report_messages.REPORT_ANONYMOUS}")
    yield tag("p", _deleted(report), class_="cl-about")
    yield tag("p", tag("b", criteria.notice))
    if not report.cases:
        yield tag("p", report_messages.REPORT_NO_CASES)


def _deleted(report: SessionReport) -> Part:
    if report.deleted_at is None:
        return report_messages.REPORT_OPEN
    return [report_messages.REPORT_DELETED, _time(report.deleted_at), report_messages.REPORT_DELETED_MORE]


def _time(at: datetime) -> Markup:
    """In this computer's zone, which is named; a page with a script tells it in its reader's."""
    return tag("time", f"{at.astimezone():%Y-%m-%d %H:%M %Z}", datetime=at.isoformat(timespec="seconds"))


def _case(case: CaseReport, criteria: Criteria) -> Markup:
    return tag(
        "section",
        tag("h3", f"{case.number}. {_title(case)}"),
        tag("p", _accepted(case.assessment, criteria), " ", agreement_sentence(case.agreed)),
        tag("p", report_messages.REPORT_CHANGED, class_="cl-about") if case.changed else None,
        _interview(case, criteria),
        _votes(case, criteria),
        _moved(case, criteria),
        _sure(case),
        _phrases(case),
        _alone(case, criteria),
        _times(case),
    )


def _accepted(assessment: Assessment, criteria: Criteria) -> str:
    """What counts as right, and where referring does beside a level, why."""
    levels = ", ".join(level_short(level, criteria) for level in agreeing(assessment))
    says = report_messages.REPORT_ACCEPTED.format(levels=levels)
    return " ".join(filter(None, (says, why_refer(assessment, criteria))))


def _interview(case: CaseReport, criteria: Criteria) -> Part:
    """What the room asked before it decided, beside the fewest questions."""
    if case.interview is None:
        return None
    way, told = case.interview.way, case.interview.told
    names = messages.LIST_SEPARATOR.join(_asked(question, case.interview, criteria) for question in way.asked)
    asked = report_messages.REPORT_WAY_ASKED.format(names=names)
    return [
        tag("h4", report_messages.REPORT_WAY),
        tag("p", asked if way.asked else report_messages.REPORT_WAY_NONE),
        tag("p", told.never) if told.never else None,
        [tag("p", says) for says in told.says],
        tag("p", " ".join(told.fewest)),
        tag("ol", [tag("li", question) for question in told.order]) if told.order else None,
    ]


def _asked(question: str, interview: InterviewReport, criteria: Criteria) -> str:
    """Its name, and where that was counted how many had voted for it, and whether the room chose it."""
    form = report_messages.REPORT_WAY_LED if question in interview.led else report_messages.REPORT_WAY_VOTES
    name, votes = criteria.finding(question).name, interview.votes.get(question)
    return name if votes is None else form.format(name=name, votes=votes_counted(votes))


def _title(case: CaseReport) -> str:
    return titled(titled(case.title, case.heading if case.several else ""), twin=case.entry.twin)


def _votes(case: CaseReport, criteria: Criteria) -> Markup:
    accepted, moved = agreeing(case.assessment), case.shift
    rows: list[tuple[Part, ...]] = [
        (
            [level_name(level, criteria), report_messages.REPORT_ACCEPTED_SIGN if level in accepted else None],
            _share(moved.first, level),
            _share(moved.second, level),
        )
        for level in reversed(list(moved.first.counts))
    ]
    votes = zip(report_messages.REPORT_PHRASES_COLUMNS[1:], (moved.first, moved.second), strict=True)
    columns = (report_messages.REPORT_CHOICE, *(_vote_of(name, counted) for name, counted in votes))
    return table(report_messages.REPORT_VOTES.format(title=_title(case)), columns, rows)


def _vote_of(name: str, counted: Tally) -> str:
    """Which vote, with how many were cast in it: what its shares are of."""
    return report_messages.REPORT_VOTE_OF.format(vote=name, votes=counted.votes)


def _share(counted: Tally, level: str) -> str:
    if not counted.votes:
        return report_messages.REPORT_NONE
    return f"{counted.counts[level]} ({percent(counted.share([level]))})"


def _moved(case: CaseReport, criteria: Criteria) -> Part:
    """Who moved where, as far as the room has seen it."""
    lines = [tag("li", says) for says in _moved_says(case.shift, criteria)]
    return [
        scrolled(report_messages.REPORT_FLOW, flow_svg(case.shift, criteria)) if case.shift.moves else None,
        tag("ul", lines, class_="cl-moved") if lines else None,
    ]


def _moved_says(moved: Shift, criteria: Criteria) -> Iterator[str]:
    for name in ("stayed", "up", "down", "aside"):
        if count := getattr(moved, name):
            yield criteria.words.said(room_messages.LIVE[name], count=count)
    if once := moved.only_first + moved.only_second:
        yield room_messages.LIVE["only"].format(count=once)


def _sure(case: CaseReport) -> Part:
    """How sure they were; nothing where hands alone were counted."""
    votes = [case.shift.first.sure, case.shift.second.sure, *([case.third.tally.sure] if case.third else [])]
    if not any(votes):
        return None
    rows = [
        (name, *(str(sure.get(id, report_messages.REPORT_NONE)) for sure in votes))
        for id, name in messages.CONFIDENCE.items()
    ]
    return table(report_messages.REPORT_SURE, report_messages.REPORT_SURE_COLUMNS[: 1 + len(votes)], rows)


def _phrases(case: CaseReport) -> Part:
    """The phrases that decide it, the most often missed first."""
    if case.few:
        return tag("p", report_messages.REPORT_PHRASES_FEW.format(fewest=FEWEST), class_="cl-about")
    if not case.sights[0]:
        return None
    pairs = sorted(zip(*case.sights, strict=True), key=lambda pair: pair[0].caught + pair[1].caught)
    rows = [(f"“{first.phrase.phrase}”", _marked(first), _marked(second)) for first, second in pairs]
    return [
        tag("h4", report_messages.REPORT_PHRASES),
        table(report_messages.REPORT_PHRASES, report_messages.REPORT_PHRASES_COLUMNS, rows),
    ]


def _alone(case: CaseReport, criteria: Criteria) -> Part:
    """The vote on the twin, and who could do it alone at the end."""
    third = case.third
    if third is None:
        return None
    accepted = agreeing(third.assessment)
    rows: list[tuple[Part, ...]] = [
        (
            [level_name(level, criteria), report_messages.REPORT_ACCEPTED_SIGN if level in accepted else None],
            _share(third.tally, level),
        )
        for level in reversed(list(third.tally.counts))
    ]
    phrases = [(f"“{sight.phrase.phrase}”", _marked(sight)) for sight in third.sights]
    alone = report_messages.REPORT_ALONE_VOTE
    return [
        tag("h4", report_messages.REPORT_ALONE),
        tag("p", report_messages.REPORT_ALONE_CHANGED.format(before=third.phrase.before, now=third.phrase.now)),
        [tag("p", says) for says in difference_says(case.assessment, third.assessment, criteria)],
        tag("p", _accepted(third.assessment, criteria)),
        table(
            report_messages.REPORT_ALONE_VOTES.format(title=_title(case)),
            (report_messages.REPORT_CHOICE, _vote_of(alone, third.tally)),
            rows,
        ),
        table(report_messages.REPORT_PHRASES, (report_messages.REPORT_PHRASES_COLUMNS[0], alone), phrases)
        if phrases
        else None,
        _transfer(third.transfer),
    ]


def _transfer(found: Transfer) -> Part:
    """Each vote with its interval; of few who were convinced nothing is said of how they did."""
    parts = (found.first, found.second, found.third)
    rows = [(name, *_agreed(part)) for name, part in zip(report_messages.REPORT_AGREED_ROWS, parts, strict=True)]
    convinced = Proportion(found.convinced.accepted, found.convinced.votes)
    says = report_messages.REPORT_CONVINCED.format(n=convinced.n, hits=convinced.hits, interval=interval(convinced))
    counted = messages.counted(found.thrice, report_messages.REPORT_AGREED_THRICE)
    return [
        tag("h4", report_messages.REPORT_AGREED),
        table(report_messages.REPORT_AGREED, report_messages.REPORT_AGREED_COLUMNS, rows),
        tag("p", counted if found.thrice else report_messages.REPORT_AGREED_APART, class_="cl-about"),
        tag("p", says) if convinced.n >= FEWEST else None,
    ]


def _agreed(part: AcceptedPart) -> tuple[str, str]:
    if not part.votes:
        return report_messages.REPORT_NONE, report_messages.REPORT_NONE
    counted = Proportion(part.accepted, part.votes)
    return f"{of(counted)} ({percent(counted.share)})", interval(counted)


def _marked(sight: Sight) -> str:
    return (
        progress_messages.OF.format(hits=sight.caught, n=sight.voters) if sight.voters else report_messages.REPORT_NONE
    )


def _times(case: CaseReport) -> Markup | None:
    forms = (report_messages.REPORT_TIME_ONE, report_messages.REPORT_TIME_TWO, report_messages.REPORT_TIME_THREE)
    rounds = [(form, seconds) for form, seconds in zip(forms, case.seconds, strict=True) if seconds is not None]
    times = ", ".join(form.format(time=duration(seconds)) for form, seconds in rounds)
    return tag("p", report_messages.REPORT_TIME.format(times=times), class_="cl-about") if times else None


def _untold(report: SessionReport) -> Part:
    if not report.untold:
        return None
    says = (report_messages.UNTOLD[case.why].format(title=case.title, fewest=FEWEST) for case in report.untold)
    return tag("section", tag("h3", report_messages.UNTOLD_TITLE), bulleted(says))
