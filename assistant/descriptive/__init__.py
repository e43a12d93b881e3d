"""Questions whose answer is words: what is sought, where it stands, and how much of it to quote."""
