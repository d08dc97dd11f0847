"""Floor ½: files on a disk, written whole or not at all."""
