"""Floor 2: what an answer is told: the explanation, the comparison, the story's prose, figures, names."""
