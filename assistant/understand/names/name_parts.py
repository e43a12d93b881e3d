"""A condition on names: 名称里带运维的项目, 名字中有“数字”二字的项目; the words stand in the name as they are.

One of several words is enough where they are said with 或: 名称带“购置”或“运维”的项目.
"""

import re
from collections.abc import Iterator

from assistant.plan import Term
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words
from ingest.wording.glyphs import bare

_HOLDS = r"(?:带有|带着|带|含有|包含有|包含|包括|含|出现了?|有)"
_WORDS = r"(?:(?:这|那)?(?:[二两三四五六几]个?|[俩仨]个?)字|的?字样|的?字眼|一词|这个词|的?关键词)"
_OPEN, _CLOSE = "[“\"「『‘']", "[”\"」』’']"
_NAMED = r"(?:名称|名字|项目名|标题)(?:里面|里头|里|中|当中|上)?"
_OR = rf"(?:、|或者?(?:是|{_HOLDS})?)"
_PIECE = rf"{_OPEN}?[^”\"」』’'，。；？?]{{1,12}}?{_CLOSE}?"
_EITHER = re.compile(
    rf"(?P<before>{_NAMED}{_HOLDS})(?P<part>(?:{_PIECE}{_OR})*{_PIECE}或者?(?:是|{_HOLDS})?{_PIECE})(?P<after>{_WORDS})?(?=的)"
)
_IN_QUOTES = "[^”\"」』’'，。；？?]"
_SAID = rf"(?P<open>{_OPEN})?(?P<part>(?(open){_IN_QUOTES}{{1,30}}|{_IN_QUOTES}{{1,12}}?)){_CLOSE}?"
# Only the beginning or the end of a name: 名称以“数字”开头的, 名称以“专项”结尾的.
_AT_END = re.compile(
    rf"(?P<before>(?:{_NAMED}(?:都|均|是|皆)*)?[以由用]|(?<![A-Za-z\d-])(?=[A-Za-z][A-Za-z\d-]{{1,11}}(?:开头|打头|起头|结尾|收尾))){_SAID}"
    r"(?P<after>(?:这?(?:[二两三四五六几]个?|[俩仨])字)?(?:作为?|为)?(?:(?P<begins>开头|打头|起头|起首|开始|领头)|(?:结尾|收尾|结束|末尾)))(?=的)"
)
_PART = re.compile(
    rf"(?P<before>{_NAMED}{_HOLDS}){_SAID}(?P<after>{_WORDS})?(?=的)"
    rf"|(?<![不没未包])(?P<before2>(?:带有|含有|包含|含)){_OPEN}(?P<part2>[^”\"」』’'，。；？?]{{1,12}}){_CLOSE}(?P<after2>{_WORDS})(?=的)"
)
BEGINS, ENDS = "begins", "ends"  # kinds of a term that is only the beginning or the end of a name
PART = "part"  # what has to stand in the name itself


def name_part_spans(words: Words) -> list[Span]:
    """The condition as words that steer and the part of a name that is asked for."""
    spans: list[Span] = []
    for found in _EITHER.finditer(words.text):
        pieces = tuple(bare(piece) for piece in re.split(_OR, found["part"]))
        spans += _spans(words, found, pieces)
    for found in _AT_END.finditer(words.text):
        spans += _spans(words, found, BEGINS if found["begins"] else ENDS)
    if spans:
        return spans
    for found in _PART.finditer(words.text):
        which = "" if found["part"] is not None else "2"
        spans += _spans(words, found, PART, which)
    return spans


def _spans(words: Words, found: re.Match[str], value: str | tuple[str, ...] | None, which: str = "") -> Iterator[Span]:
    """What stands before a part of a name, the part with its value, and what stands behind it."""
    for group, family in (("before", "filler"), ("part", "quoted"), ("after", "filler")):
        if found[group + which]:
            first, last = words.key_at(found.start(group + which)), words.key_at(found.end(group + which))
            if first < last:
                yield Span(first, last, family, group, words.key[first:last], value if group == "part" else None)


def part_term(token: Span) -> Term:
    """The term of words that are quoted or have to stand in a name: all of them, one of several, or at one end."""
    if isinstance(token.value, tuple):
        return Term("”或“".join(token.value), "either", None, tuple((piece, 1.0) for piece in token.value))
    kind = str(token.value) if token.value in (BEGINS, ENDS) else "name"
    return Term(token.text, kind, None, ((token.text, 1.0),), within=token.value == PART)
