"""Floor 4½: the browser edition: Python, the faces and a bank in one file, or in a folder for a web server.

It opens without anything installed.

What packs it stands here; what runs within it, in `inside/` and `scripts/`.
"""
