"""What runs in the browser's Python."""
