"""The fund that sentences are told under: 五、一般公共预算财政拨款支出决算情况说明 over the lines of an account."""

from assistant.finding.holdings import Holding
from assistant.lexicon import FISCAL_FUNDS, concepts_in
from ingest.records.figure import Figure
from ingest.wording.glyphs import bare


def funds_told_under(holding: Holding, figure: Figure) -> frozenset[str]:
    """The fund of the nearest heading over a sentence that names one; none where no heading does."""
    passage = holding.passage_of(figure)
    for title in reversed(passage.section if passage is not None else ()):
        named = frozenset(FISCAL_FUNDS) & concepts_in(bare(title))
        if named:
            return named
    return frozenset()
