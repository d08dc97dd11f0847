"""Groups that answer forms, as if they were people: with a gain of known size, or none."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from carelevel.core.answer import Verdict
from carelevel.core.form_answer import LENGTH, FormAnswer
from carelevel.core.form_code import Arm, FormCode, When

LEVELS = ("low", "middle", "high", "escalate")
START = datetime(2026, 9, 1, 9, tzinfo=UTC)


def answered(code: FormCode, trainee: str, slot: int, right: bool, *, met: bool = False) -> FormAnswer:
    name, group, form, arm = _told(code)
    level = LEVELS[slot % 4]
    at = START + timedelta(days=30 * (code.when is When.AFTER), minutes=slot)
    return FormAnswer(
        id=f"{trainee} {name} {slot}",
        trainee=trainee,
        group=group,
        place=code.place,
        when=code.when,
        form=form,
        arm=arm,
        slot=slot,
        order=slot + 1,
        item=f"note-{slot}",
        is_story=slot >= LENGTH - 2,
        text_digest="",
        criteria_digest="",
        words=60,
        met=met,
        rule=f"rule {slot % 7}",
        contested=False,
        level=level if right else LEVELS[(slot + 1) % 4],
        criteria_level=level,
        accepted=(level,),
        verdict=Verdict.AGREES if right else Verdict.LESS_INTENSIVE,
        steps=0,
        started_at=at,
        committed_at=at,
        seconds=20.0,
    )


@lru_cache(maxsize=1)
def _told(code: FormCode) -> tuple[str, str, str, Arm]:
    """What a code says, which is the same for all that is answered on it."""
    return str(code), code.group, code.form, code.arm


def group(
    seed: int, size: int, gain: float, *, splits: bool = False, of_feature: float = 0.0, form_b: float = 0.1
) -> Iterator[FormAnswer]:
    """*size* trainees right in 35 to 65 of 100, whose chance grows by *gain*, with the feature by *of_feature* more.

    The second form is easier by *form_b* than the first, which must not show.
    """
    chance = random.Random(seed)
    number = 2 * seed + splits
    for place in range(1, size + 1):
        able = chance.uniform(0.35, 0.65)
        learns = gain + chance.uniform(-0.1, 0.1)
        for when in When:
            code = FormCode(number, place, when, "T3W")
            likely = able + (learns + of_feature * (code.arm is Arm.WITH)) * (when is When.AFTER)
            likely += form_b * (code.form == "B")
            for slot in range(LENGTH):
                yield answered(code, f"T{place:03}", slot, chance.random() < likely)
