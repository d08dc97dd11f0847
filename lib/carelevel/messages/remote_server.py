"""What a facilitator reads where the audience's pages are served by somebody else."""

from __future__ import annotations

NO_ADDRESS = "{setting}: '{address}' is no address of pages; write for example https://room.example.org"
NOT_THERE = "{setting}: nobody serves the audience’s pages at {address} now; start them there, or take the setting away"
