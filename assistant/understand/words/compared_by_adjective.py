"""How one amount stands to another, said by an adjective: 决算比年初预算少的科目, 年初没安排的支出, 哪家经费多."""

import re
from collections.abc import Iterator

SPENT = r"(?:花|用|拨|批|列|支出|开支|投入|支|收|进|安排|编|给|付|掏|报|买|增|拿|执行|要|留|领|申请)?"
_BUDGET = r"(?:年初|全年|当年|调整)?的?(?:预算|安排数|批复数|安排的?数)"
_BESIDE = r"(?:(?<![占分同环])比(?![例重率值])|较)(?!较)[^，,。？?；;最]{1,14}?(?<![最至多成%万亿元])"
_CHOSEN = r"的[^，,。？?；;]{0,4}(?:科目|支出|项目|单位|[类款项](?:有|是|$))"
_END = r"(?=[，,。？?；;]|$)"
_ADJECTIVES = (("多高大", "increase"), ("少低小", "decrease"))
# 决算大于年初预算的科目, 哪些科目决算没达到年初预算.
_TO_BUDGET = (
    (re.compile(rf"(?<!不)(?:大于|高于|超过|超出|多于|高[出过]|突破|超支?)了?(?={_BUDGET})"), "increase"),
    (re.compile(rf"(?:小于|低于|少于|不足|不到|没达到|未达到|没花满)(?={_BUDGET})"), "decrease"),
)
# 跟年初预算比, 比年初安排的, 花得跟年初预算一样: the opening budget as the other side, where no first side is said.
_BESIDE_BUDGET = re.compile(
    rf"(?:跟|和|与|同|比|较|对照|相对|相比于?){_BUDGET}数?"
    rf"|(?:大于|高于|超过|超出|多于|高[出过]|超支?|小于|低于|少于|不足|不到|没达到|未达到|没花满|没花到|突破)了?{_BUDGET}"
)
# 决算比年初预算少的科目: what is chosen follows; 哪些支出决算比预算高: it stands before.
_CHOOSING = tuple(
    (re.compile(pattern), role)
    for adjectives, role in _ADJECTIVES
    for pattern in (
        rf"{_BESIDE}(?P<word>[{adjectives}]{SPENT}(?:了|出来?|于)?)(?={_CHOSEN})",
        rf"(?:哪些|哪几[个项类款笔]).{{0,20}}?{_BESIDE}(?P<word>[{adjectives}]{SPENT}(?:钱|经费|预算)?(?:了|出来?|于)?){_END}",
    )
)
# 年初没安排、年中追加的支出: what the opening budget had nothing for.
_UNPLANNED = re.compile(
    r"年初(?:根本|并|就|都|也|压根|一[分毛](?:钱)?|一个子儿?|分文)*(?:没有?|未|不)(?:给|做|曾)?"
    r"(?:安排|排|列入?|编列?|批|报|打|预算(?!执行))(?:入|进|了|过)?(?:支出)?(?:预算)?"
    r"(?:[、，,]?(?:而是|是|都是|全是|靠)?(?:在)?(?:年中|后来|中途|年内)(?:才|再|又|却|倒)?"
    r"(?:追加|新增|增加|安排|(?:发生|有|列|形成|花)了?(?:的?支出)?)(?:进来|出来|上来|的)?(?=的|[，,。？?]|$))?"
    r"|年初预算(?:数)?(?:为|是|等于)(?:零|0(?![.\d]))"
)
# 决算比年初多花了多少: what is held against is the opening budget, but for money left over from the year before.
_OPENING = re.compile(
    r"(?<=[比较跟与同和])年初(?:那会儿?|时候?)?(?!的?(?:结[转余]|预算|安排|批|定|编|报|数|计划|下达|给))"
)
# 年初给危房改造批了多少, 年初打算花多少: the opening budget; 年底实际用掉多少, 最后花了几个钱: the final account.
_PLANS = r"(?:批复?|拨|安排|排|给|列|定|编|报|下达|核定|计划|打算|准备|预备|预计|要|申请|申报)"
_AT_FIRST = re.compile(
    rf"年初(?!的?结[转余])(?=[^，,。？?；;]{{0,14}}?{_PLANS}[^，,。？?；;]{{0,6}}?(?:多少|几|多大|什么数|啥数|的|预算))"
)
_IN_THE_END = re.compile(
    r"(?:年底|年末|年终|最后|最终|末了|到头来?|临了|结果|后来|一年下来|全年下来|实际上?|真正|真|确实|到底|实打实)"
    r"(?:实际上?|真正|真|一共|总共|到底|究竟|又|只|才|是|总|共|就|却)*(?:花|用|支出|支|开支|开销|花销|使|支付)(?!途|于|来|什么|啥)"
    r"(?:掉|了|出去?|去|到|下来)*|(?:年底|年末|最后|最终|末了|到头来|实际上?)(?=呢)"
)
# 哪家机关运行经费多: what is compared stands between the question word and the adjective that ends the clause.
_WHICH_THEN = re.compile(
    r"(?:谁|哪[个家边头方]|哪一[个家边方])(?!年)[^，,。？?；;最]{2,14}?"
    r"(?P<word>(?:更|较|比较|要)?[多高少低大小](?:一?些|一?点)?)(?=呢?(?:[，,。？?；;]|$))"
)
# 甲局的三公经费比乙局高吗: of two, not against the year before.
_IS_MORE = re.compile(r"(?<=[\u4e00-\u9fff])(?:更|要|还|会)?[多高少低大小贵](?:一些|一点)?(?:吗|么|嘛)(?=[？?]?$)")
# 比去年少的部门, 比上年多: a change in one word.
_SHORT_CHANGE = re.compile(
    r"(?:还|更|要|都)?(?:[多高]|([少低]))(?:一些|一点|了)?(?=的?(?:部门|单位|局|项目|科目|有|是)|[，,。？?；;吗]|$)"
)

_YEAR_BASIS = re.compile(r"[比较](?:20)?\d\d年度?的?(?:年初)?(?:[预决]算数?)?")  # 比2023年还多了，理由是什么
# 是涨是跌, 多了还是少了: which way it went is asked, and with it by how much.
_RISEN, _FALLEN = r"(?:上升|上涨|增加|增长|[多高涨升增])", r"(?:下降|下跌|减少|降低|[少低跌降减])"
_EITHER_WAY = re.compile(
    rf"是?(?:{_RISEN}了?还是{_FALLEN}|{_FALLEN}了?还是{_RISEN})了?|是{_RISEN}了?[、，,]?是{_FALLEN}了?|是{_FALLEN}了?[、，,]?是{_RISEN}了?"
)


def is_beside_budget(words: str) -> bool:
    """Whether words hold something against a budget: 超年初预算最多的, 跟年初预算比没花完的."""
    return _BESIDE_BUDGET.search(words) is not None


def standing_said(text: str, bases: frozenset[int]) -> Iterator[tuple[int, int, str, str]]:
    """The stretches that say how amounts stand to each other: start, end, family and role.

    ``bases`` are the ends of the words that say what a change is counted from (比上年).
    """
    for at in sorted(bases | {match.end() for match in _YEAR_BASIS.finditer(text)}):
        if short := _SHORT_CHANGE.match(text, at):
            yield short.start(), short.end(), "operator", "decrease" if short[1] else "increase"
    for match in _IS_MORE.finditer(text):
        if match.start() not in bases:
            yield match.start(), match.end(), "operator", "compare"
    for pattern, role in (
        *_TO_BUDGET,
        *_CHOOSING,
        (_EITHER_WAY, "change"),
        (_WHICH_THEN, "compare"),
        (_UNPLANNED, "unplanned"),
    ):
        for match in pattern.finditer(text):
            start, end = match.span("word") if "word" in pattern.groupindex else match.span()
            yield start, end, "operator", role
    for pattern, role in ((_AT_FIRST, "stage_budget"), (_IN_THE_END, "stage_final")):
        for match in pattern.finditer(text):
            yield match.start(), match.end(), "context", role
    if not re.search("结[转余]", text):
        for match in _OPENING.finditer(text):
            yield match.start(), match.end(), "context", "stage_budget"
