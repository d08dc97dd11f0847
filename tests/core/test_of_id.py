"""What is looked up by its id."""

from __future__ import annotations

import pytest
from carelevel.core.criteria import Criteria
from carelevel.core.of_id import of_id


def test_the_one_of_that_id_is_found_and_none_is_an_error_that_generators_let_through(criteria: Criteria) -> None:
    first, *_, last = criteria.findings
    assert of_id(criteria.findings, first.id) is first
    assert of_id(iter(criteria.findings), last.id) is last
    with pytest.raises(LookupError):
        tuple(of_id(criteria.findings, name) for name in ("nothing of the kind",))
