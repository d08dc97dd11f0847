"""A draft as it lies on a supervisor's desk: what it holds, its steps, its unfinished copies on disk."""
