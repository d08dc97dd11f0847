"""Floor 4½: the browser edition: one file with Python, the faces and a bank, which opens without anything installed.

What packs it stands here; what runs within it, in `inside/` and `scripts/`.
"""
