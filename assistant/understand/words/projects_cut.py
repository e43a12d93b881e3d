"""Words whose last sign is the half of 项目 they would cut off: 有多少项|目, 小项|目."""

import re
from dataclasses import replace

from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words


def before_project(words: Words, span: Span) -> Span:
    """Words that count without the half of 项目 they cut off: 有多少|项目, 有多少项|目标; 有多少|项目支出 is money."""
    if span.role != "count" or not _cuts(words, span) or span.length < 2:
        return span
    kept = replace(span, end=span.end - 1, text=span.text[:-1])
    of_money = kept.text.endswith("多少") and re.match(
        "项目(?:支出|经费|资金)(?![超大小低高少不过在达])", words.key[span.end - 1 :]
    )
    return replace(kept, family="filler", role="filler") if of_money else kept


def cuts_project(words: Words, span: Span) -> bool:
    """Whether a kind of lines is but half of another word: 小项|目 is no 小项."""
    return span.family == "context" and span.role.startswith("entity_") and _cuts(words, span)


def _cuts(words: Words, span: Span) -> bool:
    key, last = words.key, span.end - 1
    return key[last : last + 2] == "项目" and key[last + 2 : last + 3] != "标" and last not in words.breaks
