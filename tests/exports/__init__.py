"""What leaves carelevel as a file, and comes back."""
