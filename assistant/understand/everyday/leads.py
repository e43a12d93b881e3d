"""What stands before the question to lead up to it: why it is asked, by whom, what was looked at. It bounds nothing.

人大审议要抓大头。某局拨款最多的三项是什么？ A whole sentence that asks nothing, with one that asks beside it, says
whose documents and which line are spoken of, and that only where the question itself does not. A sentence that bounds
the question (只看…, 不含…, …口径) is no lead and stays.
"""

import itertools
import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from assistant.lexicon import TOTALS, concepts
from assistant.understand.everyday import told_along
from assistant.understand.everyday.courtesy import opening_of
from assistant.understand.everyday.places_in_brackets import with_places_before
from assistant.understand.everyday.told_along import looks_within, with_column_first, with_sentences_told
from assistant.understand.everyday.uncovered_words import segments_of
from assistant.understand.words.spans import Span
from assistant.understand.words.text import words_of

_STOP = re.compile(r"[。！!；;\n]|[?？]+|：|:(?!\d{1,2}(?!\d))|(?<=[一-龥]):")
_ASKS = re.compile(
    r"多少|(?<![好这那近前头])几(?!乎|年来)|哪|什么|啥|谁|[吗呢么][?？]?$|怎|为何|如何|何[时处]|是否|是不是|有没有|多[大高长久重快]|[?？]$|(?<!单)列[出一举个]|"
    r"排[出一个]|[算报说讲数](?:一|出|下|给)|报个|介绍|请(?:问|列|给|按|把)|各[是为占多列]|合计$|总[计数额]$|(?:占比|比[例重率]|百分[比率数])[。]?$"
)
# What bounds a question, so that its sentence is no mere lead.
_BOUNDS = re.compile(
    r"只[算看问要限统包含说有]|仅|(?<![观风阳灯月曝])光(?![缆纤伏明]|[看听]名|[看听]着|看[字标题])|(?<![订账清名菜保传简榜])单(?![位子据列])|不[含算包计要管]|(?<!有)没有|除[去开外了掉]|[排剔]除|扣[除掉]|刨|撇开|抛开|拿开|限于|"
    r"(?<![想知道问])[说指要看]的是|口径|为准|(?<!是)不是|以外|之外|的那个?数"
)
_MEANT = re.compile(
    r"(?P<asked>[^。！!；;？?]*[？?])\s*(?:我)?(?:这里|这儿)?(?:想)?(?:[说问指讲]的(?:就)?是|指的?)(?!不是)(?P<meant>[^？?，,。；;！!]{4,})"
    r"(?P<unmeant>[，,](?:而)?不是[^？?，,。；;！!]{2,})?[。！!]?$"
)
_EARLIER = re.compile(r"[前后]一[份本个项家笔]")
_COUNTED = re.compile(r"[这那][两二三四五六七八九十几]+[期批轮笔项块样份类种]")
_LEANS = re.compile(
    r"^(?:那么|请问|想问)?(?:其中|里[面头]|它|这|那(?!么)|该|此|上述|两[边家地者个]|[三四五六七八九十几]+[家个者所])|它们?|"
    rf"其中|{_COUNTED.pattern}|(?:^|[，,。])其(?=[^他它余实])|(?:^|[，,。在对为给从把就])这(?:方面|[一]?[块类项笔件])"
)
# 它归某局，支出多少: what is spoken of is told by the lead; the body said beside it is whose it is.
_IT = re.compile(r"^(?:想知道|想问)?它(?=占)")
_ITS = re.compile(r"^(?:它|该(?:单位|中心|机构|站|所|院))(?!们)")
# Who asks says so, and what they do: 我是一名供应商, 我们开小厂的, 有读者好奇.
_SELF = re.compile(
    r"^(?:作为|身为)|^(?:您好|你好)?[，,]?(?:我们?|咱们?|俺|本人|孩子|家里|父母|领导|同事)(?:自己|一直|也|就|都)?(?:很|挺|特别|最)?"
    r"(?:是|开|住|当|做|来自|从事|教|学|写|跑|关心|喜欢)"
)
# What others ask or what is compared asks nothing itself: 有人问坐牢的吃喝谁出钱。 小组要比对几个部门的总量。
_TOLD = re.compile(
    r"(?:^|[，,])(?:有|不少|很多|好多|一些|身边|最近)?(?:的)?(?:人|读者|网友|居民|群众|市民|同事|朋友|家长|孩子|村民|街坊|邻居|代表|委员)们?"
    r"(?:很|也|都|特别|常|老|总|一直)?(?:好奇|问|想知道|关心|在意|议论|讨论|纳闷|打听)"
    r"|(?:要|想|在|需要?|打算|准备)(?:来)?(?:比对|对比|比较|比一比|比比|整理|汇总|梳理|核对|盘点|统一)[^，,。]{0,4}几[个家项样]"
    r"|在?几[个家](?:单位|部门)(?:之?间|当中|里)?(?:是)?(?:怎么|如何|怎样)(?:分布|分配?|摊)"
    r"|有没有(?:机会|可能|希望|门路|戏)"
    r"|^(?:我们?|咱们?|大家|代表们|委员们)?(?:正?在|一直在?|刚才?|还在)?(?:讨论|争论|琢磨|研究|纠结|议论|商量|质疑|怀疑|担心)"
)
# 头号项目大家都晓得了，那第二名呢: what is said to be known is not asked.
_KNOWN = re.compile(
    r"(?:大家|我们?|咱们?|人人|谁)?(?:都|早就?|已经?|也|是)*(?:晓得|知道|看过|看到|清楚|了解|见过|有数|听说|问过)(?:过)?了?[，,]?$"
)
_SPEAKER = re.compile(
    r"^(?:(?:领导|上级|上头|老板|主任|科长|处长|编辑|主编|导师|老师)们?(?:让|叫|要求|派|安排|交代|布置|催)"
    r"|我们?|咱们?|俺|作为|为了|最近|近来|听说|据说|据了解|看到|注意到|关注到|留意到|发现|采访|眼下|身边|有(?:人|网友|居民|群众|职工))"
)
# 想看看钱花到哪儿了。 A wish that puts no question, before one that does.
_WISHED = re.compile(
    r"^(?:我们?|咱们?|大家|小组|单位里)(?:正)?(?:在|还在|一直)?(?:讨论|争论|议论|纠结|琢磨|研究|怀疑|担心)[^？?]*。$"
    r"|^(?:我|我们|就|很)?(?:先|一直|特别)?想(?:先|要)?(?:(?:看看|了解|知道|弄明白|弄清楚?|搞清楚?|比较|对比)(?!.*(?:多少|几(?![个家]单位|[个家]部门|[个家]间)))[^？?]*"
    r"|[把将给对](?!.*(?:多少|几))[^？?]*?(?:(?P<verb>[列理捋排数看盘])一(?P=verb)|统计一?下|[列理]出来|梳理|盘点)[^？?]{0,4})。$"
)
# What thanks or explains after the question.
_CLOSES = re.compile(
    r"^(?:谢|多谢|感谢|麻烦|烦请|请?帮|拜托|劳驾|急[用着需]|查证|核实|(?:我们?|咱们?)(?:[想好也]|正在|急)|以便|好让|供|"
    r"(?:这|那|它)(?:一?[项块件]事?)?(?:可|也|毕竟|正)?是?[^，,？?]{0,10}(?:关[心注]|在意|想知道|留意|热议|焦点|热点|操心|惦记))"
)
# What somebody cares for before a colon is no topic: 大家关心公车，想了解一下：…
_CONCERN = re.compile(
    r"(?:关于|有关)[^：:，,]*的(?:问题|疑问|事)[：:]?$|关[心注]|留意|了解|知道|[想要请]问|请教|好奇|(?:想|要|需要?|得|准备|来)(?:先)?(?:比较|对比|比一?比|核|查|看|确认|求证|算|弄清)|专题|[一几]个数"
)
_NOTICED = re.compile(
    r"^(?:我们?|咱们?|最近|近来|刚才)*(?:留意|注意|关注|观察|发现|看|查|听说|了解|得知)(?:到|了|得)?(?:[，,]|说)?"
)
# 它归某局管，今年的支出…: the body named after it only says whose the one of the lead is.
_OWNED = re.compile(
    r"(?:它|该单位|这[个家](?:单位|机构|中心))(?:现在|目前)?(?:归(?!口)|隶属|属|挂[在靠]|从属|是[^，,。]{2,16}?(?:下属|所属|直属|名下|底下|下面))"
)
_IN_ALL = re.compile(r"总额|总数|总和|总共|一共|合计|加起来|相加|合起来|拢共")
_REASON = re.compile(r"原因|为什么|为何|为啥|理由|缘由|缘故|解释|因为")
# What is asked of the matter of a lead: 某街道要新建一座中心。具体位置在哪里？
_OF_IT = re.compile(
    r"位置|地址|地点|在哪|原话|原文|(?:怎么|如何|怎样|咋)(?:写|说|表述|要求|规定)|什么时候|何时|工期|面积"
)
# Before those that are looked at one by one, and what they are: 各监狱, 五家医院; 两座城市 are no units.
_EACH = re.compile(r"[各每][一个]?[家所座]?|[一二两三四五六七八九十几\d]+[家所座]")
_UNITS = re.compile(r"(?:[馆厂站园校院场所]|监狱|中心|支队)$")
_TERMS = ("concept", "name", "quoted", "code", "aside")
_WHERE = ("department", "place", "body")
_PUT = re.compile(r"^(?:想|要)?(?:请问|请教|想问|问一下)")
_NUMBER_ASKED = re.compile(r"多少|几(?!乎)|多大|哪[一几]?[个项家年]|怎么|如何|为什么|为何")  # what may be asked as well
_SHORT = 12  # characters of a piece that only asks what the next one asks as well
_ORDERED = re.compile(r"^(?:那么?)?(?:请|麻烦|烦请)(?:您|你)?(?:帮我|给我|替我)?(?:把|将|列|给|按|找|排|算|统计)")
_BOUNDING = ("without", "alone", "none_of", "both_of", "except")
_PER = frozenset(("人均", "单价", "均价", "平均"))  # how a line is measured
_WORD = 6  # characters of an everyday word for something; a longer name is a printed one
_LEAST = 4  # characters of a plain name that a lead hands on where the question does not point to it


def without_leads(question: str, tokens_of: Callable[[str], Sequence[Span]]) -> str:
    """A question without the sentences that lead up to it; what it needs of them stays in front."""
    question = with_places_before(question)  # 三个审计局：北京、上海 leads up to nothing
    question = with_sentences_told(with_column_first(question), tokens_of, _asks, _BOUNDS)
    kept = _led(question, tokens_of)
    return _without_opening(question) if kept == question else kept


def _led(question: str, tokens_of: Callable[[str], Sequence[Span]]) -> str:
    question = _whose_first(question, tokens_of)
    cut = _pieces(question)
    pieces = [piece for _, piece in cut]
    put = any(piece.endswith(("？", "?")) or _ORDERED.match(whole) for whole, piece in cut)
    asking = [
        (_asks(piece) and not (put and _WISHED.search(whole))) or _is_topic(piece, tokens_of) for whole, piece in cut
    ]
    if len(pieces) > 1 and all(asking) and _is_headline(pieces[0], "".join(pieces[1:]), tokens_of):
        asking[0] = False
    asking = _without_said_again(pieces, asking, tokens_of)
    for at, (_, (whole, piece)) in enumerate(itertools.pairwise(cut)):
        asking[at] = asking[at] and not (_PUT.match(whole) and _at_large(pieces[at], piece, tokens_of))
    if len(pieces) < 2 or all(asking) or not any(asking):
        return question
    first = asking.index(True)
    leads = [piece for piece, asks in zip(pieces[:first], asking, strict=False) if not asks]
    after = zip(cut[first:], asking[first:], strict=True)
    asked = "".join(piece for (whole, piece), asks in after if asks or not _CLOSES.search(whole))
    if not leads:
        return asked
    own = len(leads) > 1 and leads[-1].endswith(("，", ",")) and any(map(_names_a_line, tokens_of(leads[-1])))
    if own and not any(map(_names_a_line, tokens_of(asked))):
        asked = leads.pop() + asked  # …的响应有时间要求，请问最长几秒: of what its own sentence says
    heard, said = tokens_of(asked), [(lead, tokens_of(lead)) for lead in leads]
    if any(_BOUNDS.search(lead) and not _bounded_again(lead, tokens, heard) for lead, tokens in said):
        return question
    if any(
        looks_within(lead)
        or (told_along.turns_away(lead) and any(map(_is_known_line, tokens)))
        or _wishes_of_stranger(lead, tokens)
        or _wishes_another(lead, tokens, heard)
        for lead, tokens in said
    ):
        return question
    if (_REASON.search(asked) or _OF_IT.search(asked)) and not any(map(_is_known_line, heard)):
        # 会议费少了30万元。请问是什么原因？ The lead is what the reason is asked of.
        telling = [lead for lead, tokens in said if any(map(_is_known_line, tokens))]
        if telling:
            return f"{_NOTICED.sub('', telling[-1]).rstrip('。；;！!，, ')}，{asked}"
    told = [t for lead, tokens in said for t in tokens if not (_is_of_self(lead) and _is_own(t))]
    if not _bounds_of(told) <= _bounds_of(heard):
        return question  # 金额要在一百万以上。某局有几个这样的项目？
    if _EARLIER.search(asked):
        return question  # 前一份比后一份: which they are is said before
    front = _front(told, heard, tokens_of(pieces[first]), asked)
    if _COUNTED.search(asked) and not any(map(_is_line, (*heard, *tokens_of(front)))):
        return question  # 这两期加起来: of what is said in words that nothing holds
    if front.endswith("，") and (of_it := _IT.match(asked)) is not None:
        return f"{front[:-1]}{asked[of_it.end() :]}"  # 有一个叫甲的项目挺大，想知道它占项目支出的百分之多少
    return f"{front}{asked}"


def _wishes_of_stranger(lead: str, told: Sequence[Span]) -> bool:
    """Whether a wish is of a body that no document is of: 我想问甲街道的，乙街道…."""
    wished = re.search("[想要](?:要|看|问|查|了解|知道)", lead)
    return wished is not None and any(t.family == "department" and not t.value for t in told)


def _wishes_another(lead: str, told: Sequence[Span], asked: Sequence[Span]) -> bool:
    """Whether a wish or a cost names what nothing explains before a question of no line: 想了解燃气费。预算是多少？"""
    wished = re.match(r"(?:我们?|咱们?|就|很|先)*想|关于|有关", lead) or told_along.names_a_cost(lead)
    every = [t for t in (*told, *asked) if t.family != "hint"]
    named = any(_is_line(t) or t.family == "rank" or t.role.startswith("entity_") for t in every)
    return (
        bool(wished) and not named and any(t.family in ("hint", "unknown") and told_along.is_noun(t.text) for t in told)
    )


def _without_said_again(
    pieces: list[str], asking: list[bool], tokens_of: Callable[[str], Sequence[Span]]
) -> list[bool]:
    """Which pieces ask, without one that asks nothing but what the next asks of a body: 那第二名呢？某局…第二名是?"""
    kept = list(asking)
    for at, (one, other) in enumerate(itertools.pairwise(pieces)):
        if not (asking[at] and asking[at + 1]) or len(one) > _SHORT:
            continue
        said = _telling(tokens_of(one))
        heard = tokens_of(other)
        kept[at] = not (said and said <= _telling(heard) and any(t.family in _WHERE for t in heard))
    return kept


def _at_large(piece: str, following: str, tokens_of: Callable[[str], Sequence[Span]]) -> bool:
    """Whether a piece only wonders, of no body and no printed line, before one that is put of one: 谁出钱？请问某局…"""
    told = tokens_of(piece)
    named = any(t.family in (*_WHERE, "year", "concept", "code", "quoted") or t.role == "label" for t in told)
    return not (named or _NUMBER_ASKED.search(piece)) and any(t.family in _WHERE for t in tokens_of(following))


def _telling(tokens: Sequence[Span]) -> set[tuple[str, str, object]]:
    """What tokens say beside empty words: of a name its words, of a number its value."""
    empty = ("filler", "soft", "aside")
    told = (t for t in tokens if t.family not in empty and t.role != "which" and not t.role.startswith("follow"))
    return {(t.family, t.role, t.value if t.family in ("rank", "compare", "year") else t.text) for t in told}


def _bounded_again(lead: str, told: Sequence[Span], asked: Sequence[Span]) -> bool:
    """Whether a wish only tells what the question bounds itself: 想弄明白财政以外的钱用在哪。不靠财政资金的项目…"""
    known = {t.role for t in asked if t.family in _TERMS}
    names = {t.role for t in told if t.family in _TERMS} | {t.text for t in told if t.family in ("hint", "unknown")}
    bounded = any(t.role in _BOUNDING for t in asked)
    return bounded and _WISHED.search(f"{lead.rstrip('。')}。") is not None and names <= known


def _whose_first(question: str, tokens_of: Callable[[str], Sequence[Span]]) -> str:
    """A question with whose matter it is in front, where a sentence behind it says so: …是多少？说的是某局的某项目。"""
    told = _MEANT.match(question.strip())
    if told is None or any(t.family in _WHERE for t in tokens_of(told["asked"])):
        return question
    whose = any(t.family in _WHERE for t in tokens_of(told["meant"]))
    return f"{told['meant']}，{told['asked']}{(told['unmeant'] or '')[1:]}" if whose else question


def _is_headline(piece: str, rest: str, tokens_of: Callable[[str], Sequence[Span]]) -> bool:
    """Whether a piece asks in passing what the rest asks in full: 给基层减负要减多少？某中心的…项目要求压减百分之几.

    It says of nobody and of no year what it asks, the rest does, of a matter that shares a word with it.
    """
    said, told = tokens_of(piece), tokens_of(rest)
    scoped = any(t.family in (*_WHERE, "year", "compare", "unit") or _is_view(t) for t in said)
    of_whom = any(t.family in _WHERE or (t.family == "name" and t.length > _WORD) for t in told)
    if scoped or _LEANS.search(rest) or not of_whom:
        return False
    lines, asked = ({t.role for t in tokens if t.family == "concept"} for tokens in (said, told))
    whole = any(_is_known_line(t) or t.role == "entity_project" for t in told)
    named = [t.text for t in said if t.family in (*_TERMS, "like", "hint", "unknown")]
    shared = [any(name[at : at + 2] in rest for at in range(len(name) - 1)) for name in named]
    return whole and lines <= asked and bool(named) and all(shared)


def _bounds_of(tokens: Sequence[Span]) -> set[tuple[str, object]]:
    """The amounts that tokens bound something by, each with the side it bounds: 上百万 is 一百万以上."""
    said = (
        (getattr(t.value, "sign", t.role), getattr(t.value, "value", t.text)) for t in tokens if t.family == "compare"
    )
    return {(sign[:1], value) for sign, value in said}


def _asks(piece: str) -> bool:
    return bool(_ASKS.search(piece)) and (_TOLD.search(piece) is None or piece.endswith(("？", "?")))


def _is_topic(piece: str, tokens_of: Callable[[str], Sequence[Span]]) -> bool:
    """Whether a piece before a colon names what is asked of: 职称评审经费：…"""
    return (
        piece.endswith(("：", ":"))
        and not _CONCERN.search(piece)
        and any(t.family != "hint" and _is_line(t) for t in tokens_of(piece))
    )


def _pieces(question: str) -> list[tuple[str, str]]:
    """The sentences of a question, each with the stop that ends it, as said and without its polite opening."""
    text = words_of(question).text
    cuts = [0, *(found.end() for found in _STOP.finditer(text)), len(text)]
    for at, sign in enumerate(text):
        begun = text[max(cut for cut in cuts if cut <= at) : at]
        said = (_SPEAKER.match(begun) or _KNOWN.search(begun)) and not _ASKS.search(begun)
        if sign in "，," and (opening_of(text[at + 1 :]) or said):
            cuts.append(at + 1)
    bounds = sorted(set(cuts))
    found = (text[low:high].strip() for low, high in itertools.pairwise(bounds))
    cut = ((piece, piece if _BOUNDS.search(piece) else _without_opening(piece)) for piece in found)
    return [(piece, kept) for piece, kept in cut if kept.strip("，,。：:；;？? ")]


def _without_opening(piece: str) -> str:
    """A piece without its polite opening; whole where it is nothing else."""
    rest = piece[opening_of(piece) :]
    return rest if rest.strip("，,。：:；;！!？? ") else piece


def _front(told: Sequence[Span], asked: Sequence[Span], first: Sequence[Span], words: str) -> str:
    """The bodies, years, stages and lines of the leads that the question (the lines: its first piece) does not say."""
    leans = _LEANS.search(words) is not None or any(t.role == "said_count" and t.text in words for t in told)
    whose = _OWNED.match(words) is None and _ITS.search(words) is None and any(t.family in _WHERE for t in asked)
    where = [] if whose else [t.text for t in told if t.family in _WHERE]
    when = [] if any(map(_is_when, asked)) else [t.text for t in told if _is_when(t)]
    views = [] if any(map(_is_view, asked)) else [t.text for t in told if _is_view(t) and not _owns(t, told)]
    lines = [t for t in told if _hands_on(t) or (leans and _is_like_a_name(t))]
    if any(t.role.startswith(("level_", "entity_subject")) for t in asked):
        lines = [t for t in lines if t.role not in TOTALS]  # 想看看支出构成。按类级科目，…的是哪几类？
    needed = not any(_is_line(t) or t.role == "entity_project" for t in first)
    if leans and where and not needed:
        lines = [t for t in lines if t.family != "hint"]  # 紧日子喊了几年，某局也在喊。它的会议费…
    elif not leans:
        lines = [t for t in lines if t.family == "aside" or (needed and (t.family != "name" or t.length >= _LEAST))]
    named = [f"{t.text}的项目" if t.family == "aside" else t.text for t in lines]
    if named and _REASON.search(words):
        named[-1] += next((t.text for t in told if t.role in ("increase", "decrease")), "")
    several = [t.text for t in told if t.family == "said_count" and isinstance(t.value, Decimal) and t.value > 1]
    if named and several and _IN_ALL.search(words):
        named[-1] += f"{several[-1]}加起来"  # 甲经费分成了三笔列。请问总额是多少？
    apart = whose and any(t.family in _WHERE for t in told)
    apart = apart or any(t.role in ("group", "entity_project") for t in asked)
    each = "" if apart else _each_of(told)
    if each and not any(t.family == "name" and each.endswith(t.text) for t in asked):
        lines = [t for t in lines if t.text not in each]
        named = [each, *(t.text for t in lines)]
    scope = "和".join(dict.fromkeys(where)) + "".join(dict.fromkeys([*when, *views]))
    if needed and not named and any(t.role == "entity_project" for t in told):
        return f"{scope}的项目里，"  # 想把大项目捋一捋。请问金额最靠前的五项是哪些？
    if not named:
        return scope
    return f"{scope}{'的' if scope else ''}{'的'.join(dict.fromkeys(named))}，"


def _each_of(told: Sequence[Span]) -> str:
    """The units that leads say are looked at one by one; empty where they say none: 各监狱, 五家单位, 各下属单位."""
    whole = [t.text for t in told if t.role == "group"]
    counted = (
        f"{how_many.text}{of.text}"
        for how_many, of in itertools.pairwise(told)
        if _EACH.fullmatch(how_many.text)
        and how_many.end == of.start
        and (of.role == "entity_unit" or (of.family == "name" and _UNITS.search(of.text) is not None))
    )
    return next(iter([*whole, *counted]), "")


def _hands_on(token: Span) -> bool:
    """Whether a token of a lead names what a question may be about."""
    if token.family == "aside":
        return token.role == "reported"
    return token.family in _TERMS or _names_something(token)


def _is_when(token: Span) -> bool:
    return token.family == "year" or token.role in ("this_year", "last_year", "year_before_last", "next_year")


def _is_view(token: Span) -> bool:
    """Whether a token says in which stage or which book a figure stands: 决算, 本级."""
    return token.family == "context" and token.role.startswith(("stage", "own_level", "kind"))


def _owns(token: Span, told: Sequence[Span]) -> bool:
    """Whether a word for a stage only says whose a thing without a name is: 预算执行的尾巴."""
    behind = [t for t in told if token.end <= t.start][:2]
    return len(behind) > 1 and behind[0].text == "的" and behind[1].family == "hint"


def _is_of_self(lead: str) -> bool:
    """Whether a lead says who asks, not what they care for: 我很关心接待费 names what is asked of."""
    return _SELF.match(lead) is not None and re.search("关心|喜欢|关注", lead) is None


def _is_own(token: Span) -> bool:
    """Whether a token of what an asker says of themselves is of them, not of the question: 供应商, 志愿者."""
    return token.family not in (*_WHERE, "year")


def _names_something(token: Span) -> bool:
    """Whether a word that no list holds is a noun of some length: 人工智能, 生态环境, 办公用品."""
    if token.family != "hint" or token.length < _LEAST - 1:
        return False
    words = [(word, tag) for _, _, word, tag in segments_of(words_of(token.text))]
    return len(words[-1][0]) > 1 and not all(tag[:1] == "v" for _, tag in words)


def _is_like_a_name(token: Span) -> bool:
    """Whether a word is a printed name with a slip or with parts left out, and long enough to be handed on."""
    return token.family == "like" and token.length >= _LEAST


def _is_line(token: Span) -> bool:
    return (token.family == "hint" and token.text not in _PER) or _is_known_line(token)


def _names_a_line(token: Span) -> bool:
    """Whether a token names a line or a name by more than a word that many names hold."""
    return token.family in ("concept", "quoted", "code", "like", "aside") or (
        token.family == "name" and token.length >= _LEAST
    )


def _is_known_line(token: Span) -> bool:
    if token.family == "concept":
        return token.role not in TOTALS and concepts()[token.role].group != "side"
    return token.family in ("name", "quoted", "code", "like") and token.text not in _PER
