"""The measures that the design is held to, run by `make bench`."""
