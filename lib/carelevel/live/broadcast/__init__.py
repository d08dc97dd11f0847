"""Every step of a room sent to every page that shows it, by server-sent events."""
