"""Where records live: the relational store is the truth; vectors can be rebuilt from it."""
