"""The engine: what every row of the criteria comes to, and the whole space of states."""
