"""Floor 2: whose record it is, and every record on disk, in SQLite or PostgreSQL."""
