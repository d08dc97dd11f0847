"""Floor 4: the audience's pages of a room, served by a process of its own; no step of the presenter is here."""
