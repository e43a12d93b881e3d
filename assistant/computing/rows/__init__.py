"""Which rows a question runs over, never a total with its parts, and what a row says in words."""
