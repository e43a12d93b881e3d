"""The optional language model: it may word an answer or suggest a question back, never a figure."""
