"""Two lines said in one: 水电费 is 水费 and 电费, 行政、事业单位离退休 shares its tail; both have to be printed."""

import re
from collections.abc import Container

from assistant.lexicon import concept_words
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

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
        if middle in words.breaks:
            continue  # 预算，项目支出
        made.append(Span(start, middle, "name", JOINED, one))
        made.append(Span(middle, middle + len(other), "name", JOINED, other))
    return [*made, *_sharing_a_tail(words, names)]


_CODE_BEHIND = re.compile(r"(?<!\d)\d{2,7}(?!\d|年)")


def coded_spans(words: Words, names: Container[str]) -> list[Span]:
    """Names said with their code behind them that are printed with it in front: “信息化服务”（0210）."""
    made: list[Span] = []
    for code in _CODE_BEHIND.finditer(words.key):
        begins = range(max(0, code.start() - _NAME), code.start() - 1)
        printed = ((at, code[0] + words.key[at : code.start()]) for at in begins)
        made += [Span(at, code.end(), "name", "label", name) for at, name in printed if name in names][:1]
    return made


_AND = re.compile(r"以及|[和与及跟]")
_HEAD, _TAIL, _NAME = 2, 2, 18  # the least of what the first says and shares, the most of the second


def _sharing_a_tail(words: Words, names: Container[str]) -> list[Span]:
    """What stands before 、 or 和, made whole with the end of the name after it: 行政单位、事业单位离退休."""
    key, lines = words.key, concept_words()
    joints = {(at, at) for at in words.pauses} | {found.span() for found in _AND.finditer(key)}
    made = []
    for end, start in joints:
        lengths = range(min(_NAME, len(key) - start), _HEAD + _TAIL - 1, -1)
        second = next((s for n in lengths if (s := key[start : start + n]) in names or s in lines), "")
        whole = (
            (begin, key[begin:end] + second[cut:])
            for begin in range(max(0, end - _NAME), end - _HEAD + 1)
            for cut in range(_HEAD, len(second) - _TAIL + 1)
            if key[begin:end] not in lines
        )
        for begin, name in whole:
            if name != second and (name in names or name in lines):
                concept = lines.get(name)
                made.append(Span(begin, end, "concept" if concept else "name", concept or JOINED, name))
                break
    return made
