"""Floor 3: analytics' figures drawn: tables whose rows hold strips of SVG, or cells that are darker with more."""

from __future__ import annotations

from carelevel.charts.chart import Chart
from carelevel.charts.progress_charts import progress_charts

__all__ = ["Chart", "progress_charts"]
