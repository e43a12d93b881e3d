"""Words for how many people there are, as the documents head their counts: 退休人数, 实有人员."""

import re
from dataclasses import replace

from assistant.understand.words.alike import wordings
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

_OF_MONEY = re.compile(r"钱|元|经费|[费款金](?!额)|支出|收入|资金|补助")
_COUNTS = ("人数", "人员数")
_SAME = 0.95
_POSTS = frozenset(("人员编制", "编制人数", "编制数", "人员编制数", "编制总数", "总编制数", "编制名额"))


def people_counted(words: Words, tokens: list[Span], among: frozenset[str]) -> list[Span]:
    """The tokens with kinds of people as what the documents count them under; a kind they do not count is unknown.

    So with posts, said by their number.
    """
    made: list[Span] = []
    for token in tokens:
        kind = made[-1] if made else None
        beside = kind is not None and kind.end == token.start and token.text in _COUNTS
        if kind is not None and kind.end == token.start and kind.text + token.text in _POSTS and _POSTS & among:
            made[-1] = _posts(Span(kind.start, token.end, "like", "like", words.key[kind.start : token.end]), among)
        elif kind is not None and beside and kind.text.endswith("编制") and kind.text in among:
            made[-1] = replace(kind, end=token.end)  # 行政编制人数
        elif token.text in _POSTS and token.text not in among and _POSTS & among:
            made.append(_posts(token, among))
        elif kind is not None and beside and (names := _kind_of(kind.text)):
            whole = words.key[kind.start : token.end]
            printed = tuple((name, _SAME) for name in sorted(names & among))
            made[-1] = Span(kind.start, token.end, "like" if printed else "unknown", "like", whole, printed)
        elif token.family in ("hint", "unknown") and (
            names := _kind_of(re.sub("人(?:员)?数$", "", token.text)) & among
        ):
            printed = tuple((name, _SAME) for name in sorted(names))
            made.append(Span(token.start, token.end, "like", "like", token.text, printed))
        else:
            made.append(_as_counted(words, token, among))
    return made


def _posts(token: Span, among: frozenset[str]) -> Span:
    """Words for how many posts there are as the name that the documents print for it: 编制人数, 人员编制."""
    printed = tuple((name, _SAME) for name in sorted(_POSTS & among))
    return Span(token.start, token.end, "like", "like", token.text, printed)


def _kind_of(said: str) -> frozenset[str]:
    """The names of those who are in post, where a word before 人数 says that: 现有, 在职."""
    names = frozenset(name for count in ("人数", "人员") for name in wordings(said + count))
    return names if "实有人员" in names else frozenset()


def _as_counted(words: Words, token: Span, among: frozenset[str]) -> Span:
    """A kind of people with the column that counts them, where no money is asked for: 退休人员, printed 退休人数."""
    stem = re.sub(r"(?:人员|职工|员工)$", "", token.text)
    counted = f"{stem}人数"
    if token.family != "name" or stem in ("", token.text) or counted not in among or _OF_MONEY.search(words.text):
        return token
    return Span(token.start, token.end, "like", "like", token.text, ((token.text, 1.0), (counted, _SAME)))
