"""The vignettes as a set: what they cover, and that each is sound."""
