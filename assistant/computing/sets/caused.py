"""Whether the sentence that tells how a line moved prints a cause as its reason: 主要原因是人员调出."""

import re
from functools import lru_cache

from assistant.computing.sets.moves_told import Move
from assistant.finding.holdings import Holding
from assistant.lexicon import cause_words
from assistant.understand.everyday.uncovered_words import is_empty_by_tag, is_empty_verb, segments_of
from assistant.understand.words.text import words_of
from ingest.wording.glyphs import bare

_REASON = re.compile(r"原因|由于|因为|主要是|主要系|系(?=[^，,。；;]{2,30}所致)")
_GOES_ON = re.compile(r"(?:差异|变动|变化|增减|增加|减少)?的?(?:主要)?原因|由于")
_LINE = re.compile(r"\n|(?<=。)(?=[（(]?\d{1,2}[)）.．、])")


def printed_because(holding: Holding, move: Move, cause: str) -> bool:
    """Whether the line of text that tells a move, or the one that goes on with it, gives a cause as its reason."""
    told = move.printed[0]
    passage = holding.passage_of(told)
    if passage is None:
        return False
    lines = _LINE.split(passage.text)
    own = [i for i, line in enumerate(lines) if bare(told.label) in bare(line) and told.text in line]
    if len(own) != 1:
        return False
    after = lines[own[0] + 1] if own[0] + 1 < len(lines) else ""
    line = lines[own[0]] + (after if _GOES_ON.match(after) else "")
    reason = _REASON.search(line)
    return reason is not None and _says(bare(line[reason.end() :]), cause)


def _says(reason: str, cause: str) -> bool:
    """Whether a reason holds every word of a cause, or one that stands for it."""
    return all(any(word in reason for word in _alike(piece)) for piece in _pieces(bare(cause)))


@lru_cache(64)
def _pieces(cause: str) -> tuple[str, ...]:
    """The words of a cause that say something: known ones first, then those of the segmenter."""
    known = sorted({word for group in cause_words() for word in group if len(word) > 1}, key=len, reverse=True)
    found = re.compile("|".join(map(re.escape, known)))
    pieces, rest = found.findall(cause), found.sub("，", cause)
    for _, _, word, tag in segments_of(words_of(rest)):
        if re.search(r"\w", word) and not is_empty_by_tag(word, tag) and not is_empty_verb(word) and word != "有":
            pieces.append(word)
    return tuple(pieces)


def _alike(piece: str) -> list[str]:
    return [piece, *(word for group in cause_words() if piece in group for word in group)]
