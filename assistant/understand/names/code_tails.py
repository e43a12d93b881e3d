"""The ends of long codes, which a question says for the whole: 编号05、41的两个项目, 05-某审计项目.

A list of projects numbers them by codes that differ in their last digits alone, which a table prints on a line apart.
"""

import re
from collections.abc import Iterable

from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

_LONG = 12  # characters of a code that nobody says in full
_TAIL = r"\d{2,6}"
_LED = re.compile(
    rf"(?:编号|序号|代码|编码|尾号)(?:[后末]?[两二三四]位)?(?:分别)?(?:为|是)?(?P<tails>{_TAIL}(?:[、，,和及与]{_TAIL})*)(?![\d年])"
)
_HEADED = re.compile(rf"(?<![\d.-])(?P<tails>{_TAIL})-(?=[一-龥《“])")


def code_tails(words: Words, numbers: Iterable[str]) -> list[Span]:
    """The codes meant by their ends, where one alone of those printed ends so."""
    long = [number for number in numbers if len(number) >= _LONG]
    spans = []
    for found in (*_LED.finditer(words.text), *_HEADED.finditer(words.text)):
        for tail in re.finditer(_TAIL, found["tails"]):
            meant = {number for number in long if number.endswith(tail[0])}
            if len(meant) == 1:
                start = words.key_at(found.start("tails") + tail.start())
                spans.append(Span(start, start + len(tail[0]), "code", "code", tail[0], meant.pop()))
    return spans
