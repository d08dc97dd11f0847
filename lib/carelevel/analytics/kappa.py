"""Agreement on a ladder beyond chance: Cohen's kappa, an error weighing the square of its rungs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def quadratic_kappa(pairs: Iterable[tuple[int, int]]) -> float | None:
    """*pairs* are rungs chosen and rungs asked; None where one side never varies, so that chance explains all."""
    rated = list(pairs)
    chosen, asked = Counter(rung for rung, _ in rated), Counter(rung for _, rung in rated)
    if min(len(chosen), len(asked)) < 2:
        return None
    expected = sum((i - j) ** 2 * chosen[i] * asked[j] for i in chosen for j in asked) / len(rated)
    return 1 - sum((i - j) ** 2 for i, j in rated) / expected
