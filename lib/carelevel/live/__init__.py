"""Floor 4: the audience's pages of a room, served by a process of its own; no step of the presenter is here.

`app` says which address is answered by whom. A vote comes in at `endpoints/vote`, is written by `group_commit`, and
is counted in `core.ballot`; a step of the presenter's reaches every page by `broadcast/`, as HTML of `rendering/`.
"""
