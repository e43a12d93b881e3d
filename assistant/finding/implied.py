"""What the columns of a table imply that its title does not say: 合计 over the three lines is of all “三公”经费."""

from collections.abc import Iterable

from assistant.lexicon import concepts, concepts_in
from ingest.wording.glyphs import bare

_WHOLE = "three_public"


def implied_concepts(paths: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """The whole that a table's columns part between them and nothing else: the three lines of “三公”经费."""
    parts = {name for name, concept in concepts().items() if concept.part_of == _WHOLE}
    named = [own for path in paths if (own := concepts_in(bare(path[0]) if path else ""))]
    held = {concept for own in named for concept in own & parts}
    return frozenset({_WHOLE}) if {"abroad", "reception"} <= held and all(own & parts for own in named) else frozenset()
