"""Killed, cut off, full, locked: nothing acknowledged is lost, and the card says what is wrong."""
