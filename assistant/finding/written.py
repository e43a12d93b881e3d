"""Whether a document writes a word anywhere: in its rows, its cells of words, its targets or its running text."""

from assistant.finding.holdings import Holding
from ingest.wording.glyphs import bare


def writes(holding: Holding, word: str) -> bool:
    """Whether a word stands anywhere in a document."""
    return bare(word) in holding.once(("all words",), lambda: _all_words(holding))


def _all_words(holding: Holding) -> str:
    told = [view.key for view in holding.rows.values()]
    told += [bare(text.text) for texts in holding.texts.values() for text in texts]
    told += [bare(f"{i.name}，{i.text}") for i in holding.indicators]
    told += [bare(passage.text) for passage in holding.passages]
    told += [table.key for table in holding.tables]
    return "，".join(told)
