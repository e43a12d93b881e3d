"""What is left out of a thing that does not hold it: 服务采购，工程不算 is 服务采购, another kind of the same whole."""

from dataclasses import replace

from assistant.lexicon import concepts
from assistant.plan import Ask


def without_siblings(ask: Ask) -> Ask:
    """An ask without the left-out kinds that stand beside what it asks for; its words only say so once more."""
    asked = {t.concept for t in ask.terms if t.concept}
    kept = tuple(t for t in ask.excluded if not (t.concept and any(_beside(t.concept, one) for one in asked)))
    return ask if kept == ask.excluded else replace(ask, excluded=kept)


def _beside(one: str, other: str) -> bool:
    """Whether two concepts are different kinds of one whole, neither a part of the other."""
    first, second = concepts()[one], concepts()[other]
    nested = one.startswith(other) or other.startswith(one)
    return first.part_of is not None and first.part_of == second.part_of and not nested
