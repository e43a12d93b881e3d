"""Small grammars of the words and signs of budget documents, for reading and for questions alike."""
