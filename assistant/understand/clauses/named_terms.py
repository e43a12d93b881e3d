"""What a token of a question names, as a term of the plan."""

from assistant.plan import Term
from assistant.understand.words.concept_terms import name_term
from assistant.understand.words.spans import Span


def term_of(span: Span) -> Term:
    """The term of a token."""
    if span.family == "concept":
        return Term(span.text, "concept", span.role)
    if span.family == "code":
        return Term(str(span.value), "code")
    if span.family == "like":
        names = tuple(span.value) if isinstance(span.value, tuple) else ()
        return Term(span.text, "like", None, names)
    return name_term(span.text, 0.9 if span.role == "part" else 1.0)
