"""Floor 1: what a record of attempts shows, in numbers; every figure says how many attempts it rests on."""

from __future__ import annotations

from carelevel.analytics.cohort import Cohort, cohort
from carelevel.analytics.faults import Faults, faults
from carelevel.analytics.progress import Progress, progress

__all__ = ["Cohort", "Faults", "Progress", "cohort", "faults", "progress"]
