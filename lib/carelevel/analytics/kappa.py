"""Agreement on a ladder beyond chance: Cohen's kappa, an error weighing the square of its rungs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def quadratic_kappa(pairs: Iterable[tuple[int, int]]) -> float | None:
    """*pairs* are rungs chosen and rungs asked; None where one side never varies, so that chance explains all."""
    counted = Counter(pairs)
    n = sum(counted.values())
    chosen: Counter[int] = Counter()
    asked: Counter[int] = Counter()
    for (one, other), count in counted.items():
        chosen[one] += count
        asked[other] += count
    expected = sum((i - j) ** 2 * chosen[i] * asked[j] for i in chosen for j in asked) / n if n else 0.0
    if min(len(chosen), len(asked)) < 2 or not expected:
        return None
    return 1 - sum((i - j) ** 2 * count for (i, j), count in counted.items()) / expected
