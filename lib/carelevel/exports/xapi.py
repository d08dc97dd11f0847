"""Attempts as statements of xAPI 1.0.3, one a commit; `docs/xapi.md` says what each part means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from carelevel.core.answer import ACCEPTED
from carelevel.core.attempt import Attempt
from carelevel.exports.fields import object_of
from carelevel.exports.json_text import JsonObject, json_text

HOME = "https://carelevel.example"
"""A name that is reserved and leads nowhere: every IRI of ours begins with it."""

ADL = "http://adlnet.gov/expapi"

LONGEST_DURATION = 10 * 366 * 24 * 60 * 60
"""Seconds; what lasted longer was no work on a case, but a clock that was set meanwhile, and some stores refuse it."""


def written_statements(attempts: Iterable[Attempt]) -> Iterator[str]:
    """A JSON array, which a learning record store takes in one piece, with a statement on each line."""
    before = "[\n"
    for attempt in attempts:
        yield before + json_text(statement(attempt))
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"


def statement(attempt: Attempt) -> JsonObject:
    """The same attempt is the same statement whenever it is written: its id is the attempt's."""
    fields = object_of(attempt)
    return {
        "id": attempt.id,
        "actor": {"objectType": "Agent", "account": {"homePage": HOME, "name": attempt.trainee}},
        "verb": {"id": f"{ADL}/verbs/answered", "display": {"en": "answered"}},
        "object": {
            "objectType": "Activity",
            "id": _question(attempt),
            "definition": {
                "type": f"{ADL}/activities/cmi.interaction",
                "interactionType": "choice",
                "correctResponsesPattern": list(attempt.accepted) or [attempt.criteria_level],
            },
        },
        "result": _result(attempt, fields),
        "context": {
            "platform": "carelevel",
            "revision": attempt.case_digest,
            "contextActivities": {"parent": [{"objectType": "Activity", "id": _case(attempt)}]},
            "extensions": _extensions(fields, "criteria_digest", "started_at", "twin", "point"),
        },
        "timestamp": fields["committed_at"],
    }


def _case(attempt: Attempt) -> str:
    return f"{HOME}/cases/{quote(attempt.case, safe='')}"


def _question(attempt: Attempt) -> str:
    """The decision point, counted from 1 as people do; a twin is a question of its own."""
    twin = f"/twins/{quote(attempt.twin, safe='')}" if attempt.twin else ""
    return f"{_case(attempt)}{twin}/points/{attempt.point + 1}"


def _result(attempt: Attempt, fields: JsonObject) -> JsonObject:
    success = attempt.verdict in ACCEPTED
    return {
        "score": {"scaled": 1 if success else 0},
        "success": success,
        "completion": True,
        "response": attempt.level,
        **({"duration": f"PT{attempt.seconds:.2f}S"} if attempt.seconds <= LONGEST_DURATION else {}),
        "extensions": _extensions(
            fields,
            *("confidence", "verdict", "steps", "criteria_level", "basis", "flags", "lists"),
            *("marked", "caught", "missed", "needless", "rules", "phrases", "pair"),
            *("support", "steps_shown", "hints", "ties"),
        ),
    }


def _extensions(fields: JsonObject, *names: str) -> JsonObject:
    return {f"{HOME}/xapi/{name.replace('_', '-')}": fields[name] for name in names}
