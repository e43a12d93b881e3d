"""Which Chinese word an English one stands for: the one that a stored name holds together with the words beside it.

Road is 公路, 道路 or 路; rural road maintenance subsidy is 农村公路养护补助 where a project is called so. A word is
never dropped for it, only said otherwise: what no name holds stays as its first Chinese word, understood or refused.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby

from assistant.understand.english.pieces import Piece
from assistant.understand.english.years import with_named_years, years_said
from ingest.wording.glyphs import bare

#: The stored names that hold at least one of some words, of the bodies named (of all where none is).
Holding = Callable[[Iterable[str], Iterable[str]], list[str]]

#: The characters of stored names, of the bodies named (of all where none is), that a word in pinyin spells.
Spelt = Callable[[str, Iterable[str]], list[str]]

_SAID = ("terms", "words", "organs", "entity", "purpose", "indicator")
#: Measure words of things that are counted in names.
_MEASURES = (
    ("所", r"监狱|学校|小学|中学|医院|幼儿园|戒毒所"),
    ("座", r"隧道|桥|水库|公园|电站|公厕|厕所|车站"),
    ("台", r"电脑|设备|服务器|电梯|打印机|计算机|笔记本|扫描仪|复印机|空调"),
    ("辆", r"车"),
    ("家", r"单位|企业|局|公司|机构"),
    ("条", r"公路|道路|路|河"),
    ("名", r"人$|员$|儿童|学生|老人"),
    ("户", r"户|家庭"),
    ("件", r"案"),
    ("条", r"建议|意见|线路|电路"),
    ("份", r"报告|文件"),
    ("场", r"培训|会议|活动|讲座"),
)
PERSONS = ("people", "persons", "person")  # counted, they are of no name
_IN_PINYIN = re.compile(r"[A-Z][a-z]{3,}")
_MOST_SPELT = 6  # readings of one spelling that are tried
#: What is said before what a body means to do.
PLANS = re.compile(r"(?:plan|aim|intend|expect|hope|propos|undertak)(?:s|e|es|ed|ing)?(?: to)?")
#: Verbs that say no more than that a thing is done: what it costs to run an exam is what the exam costs.
_LIGHT = re.compile(
    r"(?:running|operating|carrying out|conducting|providing|organi[sz]ing|holding|hosting|staging|delivering|offering"
    r"|implementing|undertaking|performing|administering|doing|putting on|arranging|keeping up)"
)
_DEEDS = re.compile(
    "建设|新建|购置|采购|升级|改造|增设|维修|修缮|装修|租赁|拆迁|研发"
)  # and then another thing is done
_APART = ("joint", "stop", "against", "compare", "share", "over", "difference", "except")


def spelt_out(pieces: list[Piece], spelt: Spelt) -> list[Piece]:
    """The pieces with words in pinyin, said with a capital, as the characters that names of the bodies hold."""
    bodies = [p.text for p in pieces if p.kind == "body"]
    made: list[Piece] = []
    for piece in pieces:
        if piece.kind == "unknown" and _IN_PINYIN.fullmatch(piece.said):
            first, *rest = spelt(piece.said, bodies)[:_MOST_SPELT] or ("",)
            piece = Piece("words", first, piece.said, tuple(rest)) if first else piece
        made.append(piece)
    return made


def chosen(pieces: list[Piece], holding: Holding) -> list[Piece]:
    """The pieces with one Chinese word each, by the names of the bodies among them."""
    bodies = [p.text for p in pieces if p.kind == "body"]
    if len(years := years_said(pieces)) > 1:
        pieces = with_named_years(pieces, holding(years, bodies))
    made: list[Piece] = []
    counts = any(p.kind == "count" for p in pieces)

    def parted(piece: Piece) -> bool:
        return piece.kind in _APART or (counts and PLANS.fullmatch(piece.said.lower()) is not None)

    for apart, group in groupby(_counted(pieces), key=parted):
        run = list(group)
        common = any(p.kind == "words" for p in run)  # beside none a term means its line of the classification
        ways = {
            i: _said_of(p) if common or p.kind != "terms" else (p.text,)
            for i, p in enumerate(run)
            if p.kind in _SAID and p.text and not (i and run[i - 1].kind == "count" and p.said.lower() in PERSONS)
        }
        idle = any(_LIGHT.fullmatch(run[i].said.lower()) for i in ways)
        if not apart and (idle or any(len(words) > 1 for words in ways.values())):
            names = holding([bare(word) for words in ways.values() for word in words], bodies)
            words, together, whole = _best(ways, names)
            light = _said_idly(run, together, ways, whole)
            if not any(run[i].kind == "words" for i in together):
                words |= {i: p.text for i, p in enumerate(run) if p.kind == "terms" and i in words}
                together = []
            for i, word in words.items():
                run[i] = Piece("empty", "", run[i].said) if i in light else replace(run[i], text=word, others=())
            if len(together) > 1:
                run = _joined(run, together)
        made.extend(run)
    return made


def _said_of(piece: Piece) -> tuple[str, ...]:
    """The Chinese words of a piece; what is paid for leasing may stand in a name as leasing alone."""
    short = piece.text.removesuffix("费") if piece.kind == "terms" and len(piece.text) > 2 else piece.text
    return tuple(dict.fromkeys((piece.text, *piece.others, short)))


def _said_idly(
    run: list[Piece], together: list[int], ways: dict[int, tuple[str, ...]], whole: list[str]
) -> frozenset[int]:
    """The verbs that only say that a thing is done, before the very words that a name without any deed holds."""
    light = frozenset(i for i in ways if i not in together and _LIGHT.fullmatch(run[i].said.lower()))
    if not light or not together or set(ways) - light != set(together) or any(i > min(together) for i in light):
        return frozenset()
    return frozenset() if any(map(_DEEDS.search, whole)) else light


def _counted(pieces: list[Piece]) -> list[Piece]:
    """A number with what it counts as one thing: 14 tunnels are 14座隧道."""
    made: list[Piece] = []
    for piece in pieces:
        if piece.kind == "words" and made and made[-1].kind == "number":
            number = made.pop()
            said = tuple(number.text + measure_of(w) + w for w in (piece.text, *piece.others))
            piece = Piece("words", said[0], f"{number.said} {piece.said}", said[1:])
        made.append(piece)
    return made


def measure_of(thing: str) -> str:
    """The measure word by which names count a thing."""
    return next((measure for measure, things in _MEASURES if re.search(things, thing)), "个")


def _joined(run: list[Piece], together: list[int]) -> list[Piece]:
    """The words that one name holds as one piece in the order of the name, where the first of them stood."""
    said = " ".join(run[i].said for i in sorted(together))
    joined = Piece("words", "".join(run[i].text for i in together), said)
    first, rest = min(together), set(together)
    return [joined if i == first else piece for i, piece in enumerate(run) if i == first or i not in rest]


def _best(ways: dict[int, tuple[str, ...]], names: list[str]) -> tuple[dict[int, str], list[int], list[str]]:
    """For each place the word that the name with the most of them holds; elsewhere the first that any name holds.

    Also the places whose words that one name holds, in its order, and the names that hold them all.
    """

    def held(name: str) -> dict[int, str]:
        found = {i: max((w for w in words if bare(w) in name), key=len, default="") for i, words in ways.items()}
        return {i: word for i, word in found.items() if word}

    best: dict[int, str] = {}
    most = (0, 0, 0)
    for name in names if len(ways) > 1 else ():
        found = held(name)
        rank = (len(found), sum(map(len, found.values())), -len(name))
        if rank > most:
            best, most = found, rank
    whole = [name for name in names if best and all(bare(word) in name for word in best.values())]
    orders = Counter(
        tuple(i for _, i in sorted((name.index(bare(word)), i) for i, word in best.items())) for name in whole
    )
    together = list(orders.most_common(1)[0][0]) if orders else []
    words = {
        i: best.get(i) or next((w for w in said if any(bare(w) in name for name in names)), said[0])
        for i, said in ways.items()
    }
    return words, together, whole
