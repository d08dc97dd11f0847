"""The JSON Schema of criteria.yaml, with which an editor completes and checks the file while it is written."""

from __future__ import annotations

import inspect
import json

from carelevel.bank.criteria_file import OURS, adapter
from carelevel.core import criteria

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest that yaml-language-server reads whole; nothing in the schema needs a newer one."""


def criteria_schema() -> str:
    """As JSON with a line end, the same at each call."""
    schema = adapter().json_schema()
    for name in OURS:
        del schema["properties"][name]
    for name, definition in {
        "Criteria": schema,
        **schema["$defs"],
    }.items():  # some releases of pydantic take a dataclass's docstring, some not
        described = inspect.getdoc(getattr(criteria, name, None)) or ""
        if described and not described.startswith(f"{name}("):  # a dataclass without one repeats its signature
            definition["description"] = described
    return json.dumps({"$schema": DRAFT, **schema}, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
