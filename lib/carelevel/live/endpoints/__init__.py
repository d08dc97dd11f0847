"""What answers a request: join, read, vote, listen; and the projector’s page."""
