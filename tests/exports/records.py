"""Attempts of every kind that an import takes, for properties; and what files of them are read as."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta, timezone

from carelevel.core.answer import LONGEST_REASONS, Confidence, Verdict
from carelevel.core.assess import Basis, Effect
from carelevel.core.attempt import Attempt, Rated
from carelevel.core.support import STEPS, Support
from carelevel.exports.attempt_object import LONGEST_ATTEMPT_SECONDS
from carelevel.exports.attempts import read
from carelevel.exports.fields import HIGHEST
from carelevel.exports.line_read import LineRead
from carelevel.store.store import HandedIn
from hypothesis import strategies as st

NOW = datetime(2032, 1, 1, tzinfo=UTC)

ZONE = timezone(timedelta(hours=-7))

names = st.text("aZ09._-", min_size=1, max_size=5)
counts = st.integers(0, HIGHEST)
times = st.builds(
    lambda time, zone: time.astimezone(zone),
    st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=st.just(UTC)),
    st.sampled_from([UTC, ZONE]),
)
# Whatever a spreadsheet or a program that reads line by line could stumble over comes often.
texts = st.lists(
    st.one_of(
        st.sampled_from(
            ["=", "+", "-", "@", "'", '"', ",", "\t", "\r", "\n", "\r\n", "\u2028", "\x85", "\ufeff", "🐕"]
        ),
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8),
    ),
    max_size=8,
).map(lambda parts: "".join(parts)[:LONGEST_REASONS])
rated = st.builds(Rated, names, st.sampled_from(Effect), st.none() | st.booleans(), st.booleans())
phrases = st.lists(st.sampled_from(["0+", "1-", "17+", "9999-"]), max_size=4).map(" ".join)

attempts = st.builds(
    Attempt,
    id=st.uuids(version=4).map(str),
    trainee=names,
    case=names,
    twin=st.just("") | names,
    point=counts,
    case_digest=names,
    criteria_digest=names,
    level=names,
    confidence=st.sampled_from(Confidence),
    flags=st.dictionaries(names, st.booleans(), max_size=2),
    lists=st.dictionaries(names, st.lists(names, max_size=2).map(tuple), max_size=2),
    marked=st.lists(counts, max_size=3).map(tuple),
    reasons=texts,
    started_at=times,
    committed_at=times,
    seconds=st.floats(0, LONGEST_ATTEMPT_SECONDS),
    criteria_level=names,
    accepted=st.lists(names, max_size=3).map(tuple),
    basis=st.sampled_from(Basis),
    verdict=st.sampled_from(Verdict),
    steps=st.integers(-HIGHEST, HIGHEST),
    caught=counts,
    missed=counts,
    needless=counts,
    rules=st.lists(rated, max_size=2).map(tuple),
    phrases=phrases,
    pair=st.just("") | st.uuids(version=4).map(str),
    support=st.sampled_from(Support),
    steps_shown=st.integers(0, STEPS),
    ties=st.lists(st.sampled_from(["0:A12", "17:B6", "9999:x.y-z"]), max_size=3).map(" ".join),
    hints=st.lists(st.sampled_from(["0:1", "17:3", "9999:2"]), max_size=3).map(" ".join),
)


def reads(content: str | bytes) -> list[LineRead[HandedIn]]:
    return list(read(io.BytesIO(content.encode() if isinstance(content, str) else content)))


EXAMPLE = Attempt(
    id="4c0e3c5e-2d1b-4a58-9c43-0a4a5f3e1d7b",
    trainee="wren",
    case="kitchen-shift",
    twin="",
    point=0,
    case_digest="c" * 64,
    criteria_digest="d" * 64,
    level="residential",
    confidence=Confidence.CERTAIN,
    flags={"withdrawal_first": True},
    lists={"supports": ("peer_group",)},
    marked=(0, 3),
    reasons="The ride home.",
    started_at=NOW - timedelta(hours=1),
    committed_at=NOW - timedelta(minutes=58),
    seconds=120.0,
    criteria_level="residential",
    accepted=("residential",),
    basis=Basis.DIRECT,
    verdict=Verdict.AGREES,
    steps=0,
    caught=1,
    missed=1,
    needless=1,
    rules=(Rated("tempting-home", Effect.FIRED, True),),
    phrases="0+ 2-",
)
