"""Two lines said in one word: 水电费 is 水费 and 电费, where the documents print both and no such line of its own."""

import re
from collections.abc import Container

from assistant.understand.spans import Span
from assistant.understand.text import Words

JOINED = "joined"  # the role of a name that was told apart from its neighbour
_TWO = re.compile(r"(?=([\u4e00-\u9fff]{1,2})([\u4e00-\u9fff]{1,2})(费用?|支出|经费|补贴|保险))")


def joined_spans(words: Words, names: Container[str]) -> list[Span]:
    """The spans of two names that share their last word."""
    made: list[Span] = []
    for match in _TWO.finditer(words.key):
        first, second, last = match[1], match[2], match[3]
        one, other = first + last, second + last
        if one == other or first + second + last in names or one not in names or other not in names:
            continue
        start = match.start()
        middle = start + len(first)
        made.append(Span(start, middle, "name", JOINED, one))
        made.append(Span(middle, middle + len(other), "name", JOINED, other))
    return made
