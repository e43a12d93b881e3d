"""A concept of the lexicon as a term of a plan, where it is meant though its words are not said."""

from assistant.lexicon import concepts
from assistant.plan import Term


def concept_term(concept: str) -> Term:
    """The term of a concept, under the first of its words."""
    return Term(concepts()[concept].words[0], "concept", concept)
