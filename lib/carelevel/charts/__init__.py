"""Floor 4: analytics' figures drawn, each with a text alternative made of the same numbers."""

from __future__ import annotations

from carelevel.charts.chart import Chart
from carelevel.charts.progress_charts import progress_charts
from carelevel.charts.theme import DARK, LIGHT, Theme

__all__ = ["DARK", "LIGHT", "Chart", "Theme", "progress_charts"]
