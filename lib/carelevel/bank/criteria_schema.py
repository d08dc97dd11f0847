"""The JSON Schema of criteria.yaml, with which an editor completes and checks the file while it is written."""

from __future__ import annotations

import json

from carelevel.bank.criteria_file import OURS, adapter

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest that yaml-language-server reads whole; nothing in the schema needs a newer one."""


def criteria_schema() -> str:
    """As JSON with a line end, the same at each call."""
    schema = adapter().json_schema()
    for name in OURS:
        del schema["properties"][name]
    return json.dumps({"$schema": DRAFT, **schema}, indent=2, ensure_ascii=False) + "\n"
