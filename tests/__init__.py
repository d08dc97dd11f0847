"""The tests, one file a module and named after it."""
