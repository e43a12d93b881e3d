"""What stands before the question to lead up to it: why it is asked, by whom, what was looked at. It bounds nothing.

人大审议要抓大头。某局拨款最多的三项是什么？ A whole sentence that asks nothing, with one that asks beside it, says
whose documents and which line are spoken of, and that only where the question itself does not. A sentence that bounds
the question (只看…, 不含…, …口径) is no lead and stays.
"""

import itertools
import re
from collections.abc import Callable, Sequence

from assistant.lexicon import concepts
from assistant.understand.courtesy import opening_of
from assistant.understand.spans import Span
from assistant.understand.text import words_of

_STOP = re.compile(r"[。！!；;\n]|[?？]+|：|:(?!\d)")
_ASKS = re.compile(
    r"多少|几(?!乎)|哪|什么|啥|谁|[吗呢么][?？]?$|怎|为何|如何|何[时处]|是否|是不是|有没有|多[大高长久重快]|[?？]$|列[出一举个]|"
    r"排[出一个]|[算报说讲数](?:一|出|下|给)|介绍|请(?:问|列|给|按|把)|各[是为占多列]|合计$|总[计数额]$|占比$"
)
# What bounds a question, so that its sentence is no mere lead.
_BOUNDS = re.compile(
    r"只[算看问要限统包含说有]|[仅光单]|不[含算包计要管]|没有|除[去开外了掉]|[排剔]除|扣[除掉]|刨|撇开|抛开|拿开|限于|"
    r"(?<![想知道问])[说指要看]的是|口径|为准|不是|以外|之外|的那个?数"
)
_LEANS = re.compile(
    r"^(?:那么|请问|想问)?(?:其中|里[面头]|它|这|那(?!么)|该|此|上述|他|她|两[边家地者个]|[三四五六七八九十几]+[家个者所])|它们?|他们|"
    r"其(?=中|[^他它余实])|这(?:方面|[一]?[块类项笔件])"
)
_SPEAKER = re.compile(
    r"^(?:我们?|咱们?|俺|作为|为了|最近|近来|听说|据说|据了解|看到|注意到|关注到|留意到|发现|采访|眼下|身边|有(?:人|网友|居民|群众|职工))"
)
# 想看看钱花到哪儿了。 A wish that puts no question, before one that does.
_WISHED = re.compile(
    r"^(?:我|我们|就|很)?(?:先|一直|特别)?想(?:先|要)?(?:看看|了解|知道|弄明白|弄清楚?|搞清楚?|比较|对比)(?!.*(?:多少|几))[^？?]*。$"
)
# What thanks or explains after the question.
_CLOSES = re.compile(
    r"^(?:谢|多谢|感谢|麻烦|烦请|请?帮|拜托|劳驾|急[用着需]|查证|核实|(?:我们?|咱们?)(?:[想好也]|正在|急)|以便|好让|供)"
)
_REASON = re.compile(r"原因|为什么|为何|为啥|理由|缘由|缘故|解释|因为")
_TERMS = ("concept", "name", "quoted", "code", "aside")
_WHERE = ("department", "place", "body")
_WEAK = frozenset(("budget_total", "expenditure_total", "income_total"))
_LEAST = 4  # characters of a plain name that a lead hands on where the question does not point to it


def without_leads(question: str, tokens_of: Callable[[str], Sequence[Span]]) -> str:
    """A question without the sentences that lead up to it; what it needs of them stays in front."""
    cut = _pieces(question)
    pieces = [piece for _, piece in cut]
    put = any(piece.endswith(("？", "?")) for piece in pieces)
    asking = [
        (bool(_ASKS.search(piece)) and not (put and _WISHED.search(whole))) or _is_topic(piece, tokens_of)
        for whole, piece in cut
    ]
    if len(pieces) < 2 or all(asking) or not any(asking):
        return question
    first = asking.index(True)
    leads = [piece for piece, asks in zip(pieces[:first], asking, strict=False) if not asks]
    rest = [
        piece for (whole, piece), asks in zip(cut[first:], asking[first:], strict=True) if asks or not _closes(whole)
    ]
    asked = "".join(rest)
    if any(_BOUNDS.search(lead) for lead in leads) or not leads:
        return question if leads else asked
    told = [token for lead in leads for token in tokens_of(lead)]
    return f"{_front(told, tokens_of(asked), asked)}{asked}"


def _closes(piece: str) -> bool:
    return _CLOSES.search(piece) is not None


def _is_topic(piece: str, tokens_of: Callable[[str], Sequence[Span]]) -> bool:
    """Whether a piece before a colon names what is asked of: 职称评审经费：…"""
    return piece.endswith(("：", ":")) and any(t.family != "hint" and _is_line(t) for t in tokens_of(piece))


def _pieces(question: str) -> list[tuple[str, str]]:
    """The sentences of a question, each with the stop that ends it, as said and without its polite opening."""
    text = words_of(question).text
    cuts = [0, *(found.end() for found in _STOP.finditer(text)), len(text)]
    for at, sign in enumerate(text):
        begun = text[max(cut for cut in cuts if cut <= at) : at]
        if sign in "，," and (opening_of(text[at + 1 :]) or (_SPEAKER.match(begun) and not _ASKS.search(begun))):
            cuts.append(at + 1)
    bounds = sorted(set(cuts))
    found = (text[low:high].strip() for low, high in itertools.pairwise(bounds))
    cut = ((piece, piece if _BOUNDS.search(piece) else piece[opening_of(piece) :]) for piece in found)
    return [(piece, kept) for piece, kept in cut if kept.strip("，,。：:；;？? ")]


def _front(told: Sequence[Span], asked: Sequence[Span], words: str) -> str:
    """The bodies, years, stages and lines of the leads that the question does not say itself."""
    leans = _LEANS.search(words) is not None
    where = [] if any(t.family in _WHERE for t in asked) else [t.text for t in told if t.family in _WHERE]
    when = [] if any(t.family == "year" for t in asked) else [t.text for t in told if t.family == "year"]
    views = [] if any(map(_is_view, asked)) else [t.text for t in told if _is_view(t)]
    lines = [t for t in told if t.family in _TERMS or _names_something(t)]
    if not leans:
        needed = not any(_is_line(t) or t.role == "entity_project" for t in asked)
        lines = [t for t in lines if t.family == "aside" or (needed and (t.family != "name" or t.length >= _LEAST))]
    named = [f"{t.text}的项目" if t.family == "aside" else t.text for t in lines]
    if named and _REASON.search(words):
        named[-1] += next((t.text for t in told if t.role in ("increase", "decrease")), "")
    scope = "和".join(dict.fromkeys(where)) + "".join(dict.fromkeys([*when, *views]))
    if not named:
        return scope
    return f"{scope}{'的' if scope else ''}{'的'.join(dict.fromkeys(named))}，"


def _is_view(token: Span) -> bool:
    """Whether a token says in which stage or which book a figure stands: 决算, 本级."""
    return token.family == "context" and token.role.startswith(("stage", "own_level", "kind"))


def _names_something(token: Span) -> bool:
    """Whether a word that no list holds is a noun of some length: 人工智能, 生态环境, 办公用品."""
    return token.family == "hint" and token.length >= _LEAST - 1


def _is_line(token: Span) -> bool:
    if token.family == "concept":
        return token.role not in _WEAK and concepts()[token.role].group != "side"
    return token.family in ("name", "quoted", "code", "like", "hint")
