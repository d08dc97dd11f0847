"""What an answer is told."""
