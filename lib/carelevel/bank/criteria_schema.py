"""The JSON Schema of criteria.yaml, with which an editor completes and checks the file while it is written."""

from __future__ import annotations

import inspect
import json
from typing import Any

from carelevel.bank.criteria_file import OURS, adapter
from carelevel.core import criteria

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest that yaml-language-server reads whole; nothing in the schema needs a newer one."""


def criteria_schema() -> str:
    """As JSON with a line end, the same at each call and with each release of pydantic."""
    schema = adapter().json_schema()
    for name in OURS:
        del schema["properties"][name]
    schema["$defs"] = {name: _described(part, name) for name, part in schema["$defs"].items()}
    return json.dumps({"$schema": DRAFT, **_described(schema, "Criteria")}, indent=2, ensure_ascii=False) + "\n"


def _described(part: dict[str, Any], name: str) -> dict[str, Any]:
    """With what our code says of it, which some releases of pydantic write too, and others don't."""
    says = inspect.getdoc(getattr(criteria, name)) or ""
    is_pythons = says.startswith(f"{name}(")  # a dataclass without a docstring is given its signature
    return dict(sorted((part if is_pythons else {**part, "description": says}).items()))
