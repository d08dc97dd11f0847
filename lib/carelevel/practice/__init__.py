"""Floor 2: one trainee at one card."""

from __future__ import annotations

from carelevel.practice.practice import Beside, Practice, Question, Result

__all__ = ["Beside", "Practice", "Question", "Result"]
