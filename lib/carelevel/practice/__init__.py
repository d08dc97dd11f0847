"""Floor 3: one trainee at one card."""

from __future__ import annotations

from carelevel.practice.practice import OfferedCase, Practice
from carelevel.practice.question import Question
from carelevel.practice.result import Result

__all__ = ["OfferedCase", "Practice", "Question", "Result"]
