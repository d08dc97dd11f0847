"""Floor 4: analytics' figures drawn, each with a text alternative made of the same numbers."""

from __future__ import annotations

from carelevel.charts.chart import Chart
from carelevel.charts.progress_charts import progress_charts

__all__ = ["Chart", "progress_charts"]
