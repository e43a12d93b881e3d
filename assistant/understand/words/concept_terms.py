"""Terms of a plan that are meant though their words are not said: a concept of the lexicon, a printed name."""

from assistant.lexicon import concepts
from assistant.plan import Term


def concept_term(concept: str) -> Term:
    """The term of a concept, under the first of its words."""
    return Term(concepts()[concept].words[0], "concept", concept)


def name_term(text: str, weight: float = 1.0) -> Term:
    """The term of a printed name as it stands; a weight below 1 takes rows that bear more than the name."""
    return Term(text, "name", None, ((text, weight),))
