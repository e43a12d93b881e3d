"""How people say that one fund, or one kind of spending, is all of a thing, or none of it.

全额由单位资金安排, 完全不靠财政, 一分财政钱没用; 只有项目支出, 无基本支出.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from assistant.lexicon import Concept, concepts

_WHOLLY = r"(?:全额|全部|完全|纯粹?|清一色|统统|通通|全|百分之百|100%|[只仅单])(?:都)?"
_HOLDS = r"(?:只|仅|全额|全部|全|都)(?:都|有|是|列支?|安排|计入)+"
_LACKS = r"(?<![有是不并毫均])(?:均|毫|全|并)?无(?:任何)?"
_KINDS = ("basic_expenditure", "project_expenditure")
_HALVES_OF_BASIC = ("personnel", "public_use")
_DRAWS = r"(?:是|由|靠|用|拿|从|来自|凭|依靠|依赖|使用|动用|出自|走)+(?:的)?"
_PAID = (
    r"(?:来)?(?:安排|支撑|保障|负担|承担|解决|支付|列支|支持|维持|供养|供给|[出掏]钱|[出办养撑拨给])*(?:起来|着|的)*"
)
_NONE = (
    r"(?:完全|根本|压根儿?|丝毫|一点儿?|从来)?(?:都|也)?(?:不(?:需要?)?|没有?|未|无需)"
    r"(?:依靠|依赖|使用|动用|占用|花费|[靠用动花拿吃沾])(?:过|到|了)?(?:一分|半分|任何)?(?:的)?(?:钱的?)?"
)
_BEHIND = (
    r"(?:一分|半分|分文|一点儿?)?(?:钱)?(?:都|也)?(?:没有?|未|不)(?:使用|动用|占用|安排|[用动花拿要给出])"
    r"(?:过|到|着|上)?"
)
# 全拿别的钱办 only says again that a fund pays none of it.
_OTHERS = re.compile(
    rf"(?:全|都|全部|完全)(?:拿|靠|用|由|是|来自)(?:别的|其他|另外)(?:的)?(?:钱|资金|来源|渠道){_PAID}"
)


# 买车钱都没排: nothing of what is named was set aside.
_NOTHING = re.compile(
    r"(?:(?:都|也)(?:没有?|未)|(?<=[费钱出算金款])(?:没有?|未))(?:安排|编列|[排列编批给留拨])(?:上|过)?(?=[的，,。？?]|$)"
)


def _any_of(named: Iterable[Concept]) -> str:
    """A pattern of any word of concepts."""
    words = {w for c in named for w in (*c.words, *c.said)}
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) + ")"


@cache
def _grammar() -> tuple[re.Pattern[str], ...]:
    fund = _any_of([c for c in concepts().values() if c.group == "fund"])
    kind = _any_of([concepts()[one] for one in _KINDS])
    side = _any_of([c for c in concepts().values() if c.group == "fund" or c.id in (*_KINDS, *_HALVES_OF_BASIC)])
    bare = r"(?:全额|完全|纯粹?|清一色|百分之百|100%)"
    return (
        re.compile(
            rf"{_WHOLLY}{_DRAWS}(?={fund})|{bare}(?={fund}{_PAID}的?(?:项目|科目|单位))|{_HOLDS}(?={kind}(?!多少|几))"
        ),
        re.compile(
            rf"(?:{_NONE}|(?:完全|根本|压根儿?|丝毫)(?:都|也)?没有(?:任何)?)(?={fund})|{_LACKS}(?={fund}|{kind})"
        ),
        re.compile(
            rf"{fund}(?:的)?(?P<none>{_BEHIND})(?=的|项目|[，,、。？?\s]|$)"
            rf"|(?:一分|半分|分文)(?:{fund}|{kind})(?P<nil>(?:都|也)?没有?)(?=的|[，,、。？?\s]|$)"
        ),
        re.compile(
            rf"{side}(?:和|、|与|跟|及|，)?{side}(?:这)?(?P<both>(?:[两二](?:[头边样项者块种类]|个|方面))?"
            rf"(?:都|均|同时|全)(?:有|安排了?|不是零|不为零|不为0|大于0)(?!多少|几|哪|什么)(?:钱|数|资金|安排|金额|预算|着落)?)(?!多少|几)"
        ),
        re.compile(rf"{fund}(?P<paid>(?!的){_PAID}的)(?=项目|科目|支出|开支|单位)"),
    )


def funds_said(text: str) -> Iterator[tuple[int, int, str, str]]:
    """The stretches that say that a fund pays all or none: start, end, family and role."""
    wholly, none, behind, both, paid = _grammar()
    alone = list(wholly.finditer(text))
    for match in alone:
        yield match.start(), match.end(), "context", "alone"
    denied = [(match.start(), match.end(), "without") for match in none.finditer(text)]
    denied += [(*match.span(match.lastgroup or 0), "none_of") for match in behind.finditer(text)]
    denied += [(*match.span("both"), "both_of") for match in both.finditer(text)]
    denied += [(match.start(), match.end(), "none_of") for match in _NOTHING.finditer(text)]
    for start, end, role in denied:
        yield start, end, "context", role
    for match in paid.finditer(text) if alone or denied else ():
        yield match.start("paid"), match.end("paid"), "aside", "form"  # …保障的项目 is no name of one
    for match in _OTHERS.finditer(text) if denied else ():
        yield match.start(), match.end(), "filler", "form"
