"""Floor 3: one room, from the presenter's side; nothing here is reached over HTTP.

Nothing is imported here: the audience's process needs `flow` and `tokens`, and should not load a bank for them.
"""
