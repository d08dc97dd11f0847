"""Floor 1: files on a disk, written whole or not at all."""
