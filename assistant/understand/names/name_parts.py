"""A condition on names: 名称里带运维的项目, 名字中有“数字”二字的项目; the words stand in the name as they are.

One of several words is enough where they are said with 或: 名称带“购置”或“运维”的项目.
"""

import re

from assistant.plan import Term
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words
from ingest.wording.glyphs import bare

_HOLDS = r"(?:带有|带着|带|含有|包含有|包含|包括|含|出现了?|有)"
_WORDS = r"(?:[二两三四五六]个?字|这?几个字|的?字样|的?字眼|一词|这个词|的?关键词)"
_OPEN, _CLOSE = "[“\"「『‘']", "[”\"」』’']"
_NAMED = r"(?:名称|名字|项目名|标题)(?:里面|里头|里|中|当中|上)?"
_OR = rf"(?:、|或者?(?:是|{_HOLDS})?)"
_PIECE = rf"{_OPEN}?[^”\"」』’'，。；？?]{{1,12}}?{_CLOSE}?"
_EITHER = re.compile(
    rf"(?P<before>{_NAMED}{_HOLDS})(?P<part>(?:{_PIECE}{_OR})*{_PIECE}或者?(?:是|{_HOLDS})?{_PIECE})(?P<after>{_WORDS})?(?=的)"
)
_PART = re.compile(
    rf"(?P<before>{_NAMED}{_HOLDS}){_OPEN}?(?P<part>[^”\"」』’'，。；？?]{{1,12}}?){_CLOSE}?(?P<after>{_WORDS})?(?=的)"
    rf"|(?<![不没未包])(?P<before2>(?:带有|含有|包含|含)){_OPEN}(?P<part2>[^”\"」』’'，。；？?]{{1,12}}){_CLOSE}(?P<after2>{_WORDS})(?=的)"
)


def name_part_spans(words: Words) -> list[Span]:
    """The condition as words that steer and the part of a name that is asked for."""
    spans: list[Span] = []
    for found in _EITHER.finditer(words.text):
        pieces = tuple(bare(piece) for piece in re.split(_OR, found["part"]))
        for group, family in (("before", "filler"), ("part", "quoted"), ("after", "filler")):
            first, last = words.key_at(found.start(group)), words.key_at(found.end(group))
            if first < last:
                value = pieces if group == "part" else None
                spans.append(Span(first, last, family, group, words.key[first:last], value))
    if spans:
        return spans
    for found in _PART.finditer(words.text):
        for group, family in (("before", "filler"), ("part", "quoted"), ("after", "filler")):
            name = group if found["part"] is not None else f"{group}2"
            if found[name]:
                first, last = words.key_at(found.start(name)), words.key_at(found.end(name))
                if first < last:
                    spans.append(Span(first, last, family, group, words.key[first:last]))
    return spans


def part_term(token: Span) -> Term:
    """The term of words that are quoted or have to stand in a name: all of them, or one of several."""
    if isinstance(token.value, tuple):
        return Term("”或“".join(token.value), "either", None, tuple((piece, 1.0) for piece in token.value))
    return Term(token.text, "name", None, ((token.text, 1.0),))
