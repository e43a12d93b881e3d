"""What is told along with a question between commas: who asks, what was heard, how it strikes one, what it is for.

我在写一篇文章，想引用一下某市的情况，某局的会议费是多少，我做图表用。 A clause that only tells so much becomes a
sentence of its own, which leads up to the question as any other (``leads.py``); behind the question it goes. One that
bounds the question, sets a limit or a rank, or names a body that no document is of is none, and the question has to
name what it asks of without it.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from assistant.understand.everyday.courtesy import classes
from assistant.understand.everyday.uncovered_words import segments_of
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of

_STOP = re.compile(r"[。！!；;？?：\n]")
_COMMA = re.compile(r"(?<=[，,])")
_ASKED_OF = ("concept", "name", "quoted", "code", "like", "aside")
_BINDING = ("compare", "rank", "unit", "code", "quoted")
_EMPTY = ("filler", "soft", "hint", "unknown")
_WHERE = ("department", "place", "body")
# 我只想问财政拨款的部分, 我不看决算: what bounds the question is not only told along.
_BOUNDING = re.compile(
    r"[只仅]|(?<![订账清名菜保传简榜])单(?![位子据列])|部分|口径|其中|来源|拨款|(?:政府性)?基金|国资|专户|就(?=[问看要算])"
)
_WITHIN = re.compile(r"(?:基本支出|项目支出|财政拨款|公用经费|人员经费|一般公共预算)(?:[里中内](?!有)|部分|那块)")
_COLUMN = "(?:基本支出|项目支出|财政拨款|公用经费|人员经费|一般公共预算(?:财政拨款)?|政府性基金(?:预算)?)"
_WITHIN_FIRST = re.compile(
    rf"^(?:我们?|咱们?|大家|同事|领导|就|也|很|比较|特别|最|先|主要|只)*(?:[想要](?:要|先)*)?"
    rf"(?:(?:看|了解|知道|问|关心|关注|在意)(?:看|问|一?下)?(?:的?就?是)?(?P<column>{_COLUMN})"
    rf"(?:[里中内](?:面|头|边)?|部分|方面|[那这]一?块|这边)?(?:的?(?:情况|数据?|数字))?的?"
    rf"|对(?P<other>{_COLUMN})(?:很|挺|比较|特别|最|更)*(?:感兴趣|关心|关注|在意)"
    rf"|(?P<last>{_COLUMN})(?:[里中内](?:面|头|边)?|部分|方面)?的?(?:情况|数据?|数字)(?:我|我们)?(?:很|就|最)?(?:想(?:要)?(?:知道|了解|看看?)|关心))[，,。]"
)
_AT_LARGE = re.compile(r"(?:得|是)?(?:怎么样|怎样|咋样|如何|怎么回事|什么意思|啥意思)了?$")
_AT_HAND = re.compile(r"只有(?=[^，,]*(?:材料|文件|资料|报告|报表)[，,]?$)")
_WANTED = re.compile(
    r"(?:主要|就|都|只)?(?:要|看|问|说|指)的?(?:是)?[^，,]{2,8}(?:类|(?:类|里|中|里面|方面|部分|那块|口径)的?)(?:那?一?部分)?$"
    r"|(?:要|看|问)的?(?:是)?(?:人员经费|公用经费|基本支出|项目支出|财政拨款|一般公共预算|政府性基金)的?$"
)
_TURNED = re.compile(r"[不没]|别(?!人|的)|非(?!常)|除(?!了解)")
_AT_A_LOSS = re.compile(r"不(?:太|怎么|大|很|敢)?(?:[相]?信|懂|会算?|清楚|明白|了解|知道|熟悉|认识)")
_A_COST = re.compile(r"[费贴款](?:用)?(?:的?(?:情况|问题|事|数据?))?[。，,；;！!]?$")
_NOT_CARED = re.compile(
    r"不(?:太|怎么|大|很|是很)*(?:关[心注]|在[意乎]|感兴趣|看|问|管|(?:想|要|打算|用|需要)(?:看|问|管|了解|知道))(?!.*(?:多少|几|哪|什么))"
)
_ENDS = "，,。.！!；; "


@cache
def _told() -> re.Pattern[str]:
    c = classes()
    first = f"(?:(?:{c['along_first']})[，,]?)*"
    said = f"(?:{c['along_self']})[^，,]*|{c['along_heard']}|{c['along_wish']}|{c['along_struck']}"
    return re.compile(f"{first}(?:{said})")


@cache
def _needed() -> re.Pattern[str]:
    return re.compile(classes()["along_needed"])


def with_sentences_told(
    question: str, tokens_of: Callable[[str], Sequence[Span]], asks: Callable[[str], bool], bounds: re.Pattern[str]
) -> str:
    """A question whose clauses that only tell something along are sentences of their own; those behind it go."""
    pieces = [_AT_HAND.sub("有", piece) for piece in _COMMA.split(question) if piece]
    if len(pieces) < 2 or _STOP.search(question.rstrip(_ENDS)):
        return question  # a question of several sentences is parted by them
    along = [_only_tells(piece.strip(_ENDS), asks, bounds) for piece in pieces]
    last = max((at for at, piece in enumerate(pieces) if asks(piece)), default=len(pieces))
    closing = [at > last and _needed().fullmatch(piece.strip(_ENDS)) is not None for at, piece in enumerate(pieces)]
    rest = tokens_of("".join(p for p, told, goes in zip(pieces, along, closing, strict=True) if not (told or goes)))
    for at, piece in enumerate(pieces):
        along[at] = along[at] and at < last and not _binds(piece, tokens_of(piece), rest)
    if not (any(along) or any(closing)) or not _asks_of_something(rest):
        return question
    kept = ""
    for at, piece in enumerate(pieces):
        if closing[at] or (along[at] and _names_nothing(tokens_of(piece))):
            kept = kept.rstrip("，,") if at > last else kept
        elif along[at] or (at + 1 < len(pieces) and along[at + 1] and kept.endswith("。")):
            kept += piece.rstrip(_ENDS) + "。"
        else:
            kept += piece
    return kept


def with_column_first(question: str) -> str:
    """A question whose first clause says in which column it looks, with that alone: 想看看基本支出里的情况，…"""
    said = _WITHIN_FIRST.match(question)
    if said is None or not question[said.end() :].strip(_ENDS):
        return question
    return f"{said['column'] or said['other'] or said['last']}，{question[said.end() :]}"


def _only_tells(clause: str, asks: Callable[[str], bool], bounds: re.Pattern[str]) -> bool:
    at_large = _AT_LARGE.sub("", clause)  # 想了解一下治理得怎么样
    return _told().fullmatch(clause) is not None and not asks(at_large) and bounds.search(clause) is None


def _binds(clause: str, tokens: Sequence[Span], rest: Sequence[Span]) -> bool:
    """Whether a clause says more than a lead may: a limit, a negation of what it names, a body beside the one asked."""
    bodies = {t.value for t in rest if t.family in _WHERE}
    own = [t for t in tokens if t.family in _WHERE]
    if any(not t.value or (bodies and t.value not in bodies) for t in own):
        return True
    if any(t.family in _BINDING or (_is_number(t) and t.value != len(bodies)) for t in tokens):
        return True
    turned = _TURNED.search(_AT_A_LOSS.sub("", clause)) is not None
    return (
        looks_within(clause)
        or _BOUNDING.search(clause) is not None
        or (turned and any(t.family in (*_ASKED_OF, "context") for t in tokens))
    )


def _names_nothing(tokens: Sequence[Span]) -> bool:
    return all(t.family in _EMPTY or t.role in ("reason", "part", "said_count") for t in tokens)


def _is_number(token: Span) -> bool:
    return token.family == "said_count" and token.text[:1] != "一"


def names_a_cost(lead: str) -> bool:
    """Whether a lead ends in a kind of cost: 想了解一下燃气费的情况."""
    return _A_COST.search(lead) is not None


def is_noun(word: str) -> bool:
    """Whether a word ends in a noun."""
    return [tag for _, _, _, tag in segments_of(words_of(word))][-1:] in (["n"], ["nz"], ["vn"])


def turns_away(clause: str) -> bool:
    """Whether a clause says what is not cared for, which is no line of the question: 我不关心基本支出."""
    return _NOT_CARED.search(clause) is not None


def looks_within(clause: str) -> bool:
    """Whether what leads up to a question says in which column or kind it looks: 基本支出里的情况, 同事要货物类的."""
    return _WITHIN.search(clause) is not None or _WANTED.search(clause.strip(_ENDS)) is not None


def _asks_of_something(tokens: Sequence[Span]) -> bool:
    return any(t.family in (*_ASKED_OF, "rank") or t.role.startswith("entity_") for t in tokens)
