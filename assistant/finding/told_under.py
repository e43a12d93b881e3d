"""The fund that sentences are told under: 五、一般公共预算财政拨款支出决算情况说明 over the lines of an account."""

from assistant.finding.holdings import Holding
from assistant.lexicon import concepts_in, is_fund
from ingest.records.figure import Figure
from ingest.wording.glyphs import bare

_SEPARATE = frozenset(("general_public", "government_fund", "state_capital"))  # what accounts tell one by one


def funds_told_under(holding: Holding, figure: Figure) -> frozenset[str]:
    """The fund of the nearest heading over a sentence that names one; none where no heading does."""
    passage = holding.passage_of(figure)
    for title in reversed(passage.section if passage is not None else ()):
        named = {concept for concept in concepts_in(bare(title)) if is_fund(concept)} & _SEPARATE
        if named:
            return frozenset(named)
    return frozenset()
