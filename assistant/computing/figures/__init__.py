"""One printed figure: looking for it, telling it, and keeping what the question says beside it."""
