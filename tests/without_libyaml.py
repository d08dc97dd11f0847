"""A plugin for pytest: PyYAML as it is where it was built without libyaml, as in a browser.

It is loaded by `-p tests.without_libyaml`, before anything imports the bank.
"""

from __future__ import annotations

import sys

import yaml

for _name in getattr(yaml, "cyaml", object).__dict__.get("__all__", ()):
    delattr(yaml, _name)
sys.modules["yaml._yaml"] = None  # type: ignore[assignment]  # an import of it fails
