"""How figures, answers and refusals are put in words, and the answer as JSON."""
