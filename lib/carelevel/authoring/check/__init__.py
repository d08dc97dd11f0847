"""What is wrong with a draft, what lint finds in it, and what the criteria make of it."""
