"""The ends of codes, which a question says for the whole: 编号05、41的两个项目, 05-某审计项目, 那0502呢.

A list of projects numbers them by codes that differ in their last digits alone, which a table prints on a line apart.
"""

import re
from collections.abc import Container, Iterable

from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

_LONG = 12  # characters of a code that nobody says in full
_TAIL = r"\d{2,6}"
_LED = re.compile(
    rf"(?:编号|序号|代码|编码|尾号)(?:[后末]?[两二三四]位)?(?:分别)?(?:为|是)?(?P<tails>{_TAIL}(?:[、，,和及与]{_TAIL})*)(?![\d年])"
)
_HEADED = re.compile(rf"(?<![\d.-])(?P<tails>{_TAIL})-(?=[一-龥《“])")


_SHORT = re.compile(r"(?<![\d.\-—])0\d(?:-?\d\d)?(?![\d.年月日号时点%％]|-\d)")
_FULL = re.compile(r"(?<![\d.])\d{5}(?:\d\d)?(?![\d.])")


def whole_codes(text: str, said: Iterable[str], codes: Container[str]) -> str:
    """A turn with the ends of codes in full, by the codes said before: 那0502呢 after 2080501 is 2080502."""
    whole = {code for code in (*said, *_FULL.findall(text)) if len(code) in (5, 7) and code.isdigit()}

    def in_full(found: re.Match[str]) -> str:
        tail = found[0].replace("-", "")
        made = {code[: -len(tail)] + tail for code in whole if len(code) - len(tail) >= 3}
        stored = [code for code in made if code in codes]
        return stored[0] if len(stored) == 1 and tail not in codes else found[0]

    return _SHORT.sub(in_full, text) if whole else text


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
