"""What the notebooks call: one call a cell, each showing something."""

from __future__ import annotations

from carelevel.notebook.trainee import (
    agreement_over_time,
    criteria,
    direction_of_errors,
    explorer,
    generated_progress,
    guided_case,
    how_sure,
    levels,
    load_folder,
    marks_and_time,
    my_progress,
    practice,
    record,
    rules_caught_and_missed,
    silences,
    tensions,
    welcome,
)

__all__ = [
    "agreement_over_time",
    "criteria",
    "direction_of_errors",
    "explorer",
    "generated_progress",
    "guided_case",
    "how_sure",
    "levels",
    "load_folder",
    "marks_and_time",
    "my_progress",
    "practice",
    "record",
    "rules_caught_and_missed",
    "silences",
    "tensions",
    "welcome",
]
