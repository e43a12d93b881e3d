"""The grammar of what is asked to be done: conditions on amounts, ranks, orders, gaps, changes, completion.

People say these with a verb or an adjective, what comes after it (了, 掉, 出来) and how much is asked: 砍了多少,
多出来几万, 降了几成, 少花多少钱. The forms are built from those parts; only single words are in the lexicon.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.understand.words.compared_by_adjective import SPENT, standing_said
from assistant.understand.words.completion_said import completion_said
from assistant.understand.words.funds_said import funds_said
from assistant.understand.words.limits_said import Comparison, comparison, end_of, number_of, roughly, unit_said
from assistant.understand.words.parts_said import parts_said
from assistant.understand.words.ranks_said import CN, goes_on_said, orders_said, ranks_said
from assistant.understand.words.sets_said import sets_said


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of the text that says an operation: its place, family, role and what it carries."""

    start: int
    end: int
    family: str
    role: str
    value: object = None


_NUM = r"(?:\d[\d,]*(?:\.\d+)?\s*[百千万亿]*|[一二三四五六七八九十百千万亿两零〇点]+)"
_MONEY = r"(?:元|万元|亿元|千元|百万元|千万元|万|亿|块钱|块|%|％|个百分点|人(?!次|民|均|员)|名(?!称|义)|辆)?"
_WITH = r"(?:\(含[^()]{0,6}\))"  # 10万元以下(含10万)
# 超过一千万元(不含正好一千万), 以上(不含本数): the limit itself; (不含涉密) leaves out something else.
_NOT_IT = (
    rf"(?P<not_it>\((?:不含|不包括|不算|不包含)(?:正好|刚好|恰好|等于)?"
    rf"(?:本数|该数|此数|(?P<own>{_NUM})\s*(?P<own_unit>{_MONEY})整?)的?(?:本身)?(?:在内)?\))"
)
_CONDITIONS = (
    (
        re.compile(
            rf"(?:介于|在)?({_NUM})\s*({_MONEY})\s*(?:到|至|-|~|—|和|与)\s*({_NUM})\s*({_MONEY})\s*(?:之间|以内|的(?=项目))"
        ),
        "between",
    ),
    (re.compile(rf"(?:不低于|不少于|不小于|至少|大于等于|大于或等于|≥|>=|起码|最少)\s*({_NUM})\s*({_MONEY})"), ">="),
    (re.compile(rf"(?:(?<![不未没])[满够]|达到)了?\s*({_NUM})\s*(万?元|亿元?|万|人(?![次民均员])|名|辆|[%％])"), ">="),
    (
        re.compile(
            rf"(?:不超过|(?<!有)没有?超过|未超过|不高于|不多于|不大于|至多|小于或?等于|≤|<=|最多|顶多)\s*({_NUM})\s*({_MONEY})"
        ),
        "<=",
    ),
    (
        re.compile(rf"(?:超过|超出|高于|大于|多于|超|>|突破|高过|多过|(?<![不经通])(?:过|破|上)(?=[百千万亿\d]))\s*了?\s*({_NUM})\s*({_MONEY})(?:{_NOT_IT})?"),
        ">",
    ),
    (
        re.compile(
            rf"(?:低于|少于|小于|不足|不到|<|不满|未达到?|没到|未满|未到)\s*了?\s*({_NUM})\s*({_MONEY})(?:{_NOT_IT})?"
        ),
        "<",
    ),
    (re.compile(rf"({_NUM})\s*({_MONEY})[多来余]?\s*{_WITH}?(?:及以上|以上|起|往上){_WITH}?"), ">="),
    (re.compile(rf"({_NUM})\s*({_MONEY})\s*{_WITH}?(?:及以下|以下|以内|之内|往下){_WITH}?"), "<="),
    (re.compile(rf"({_NUM})\s*({_MONEY})\s*以上{_NOT_IT}"), ">"),
    (re.compile(rf"({_NUM})\s*({_MONEY})\s*(?:以下|以内){_NOT_IT}"), "<"),
    (re.compile(rf"(?:等于|正好|恰好|刚好|=)\s*({_NUM})\s*({_MONEY})"), "="),
)  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d\s*年(?!以上|以下|以内)")
_LOOKED_INTO = re.compile(r"的?(?:[里中](?!的?项目)|当中|之中)")
# 二百六十八万多, 三百多万: an amount told by its first digits, and no change (减了三百多万).
_ROUGHLY = re.compile(
    rf"(?<![多少高低]出)(?<![增减少多降涨升砍缩压加低高掉去省][了掉去])"
    rf"(?<![增减少多降涨升砍缩压掉去\d.一二三四五六七八九十百千万亿两零〇])({_NUM})"
    r"(?:([多余来])(百万|千万|万|亿)元?|元?([多余]|有余)元?(?![少\d年个人名家]))"
)
_SOME_PEOPLE = re.compile(rf"({_NUM})[多余]个?人(?![次民均员大])")  # 一百多人参加的: from 101 on
_STATED = re.compile(rf"({_NUM})\s*(万元|亿元|千元|百万元|元|%|％|个百分点|万(?![\d一二三四五六七八九十]))(?!/)")

# 涨了两成八: a rate told in tenths.
_TENTHS = re.compile(
    r"(?<![几变达建])([一二两三四五六七八九])成([一二三四五六七八九半])?(?![员立本果都功就熟交年人长效])"
)

_MANY = r"(?:多少|几多|几何|几(?=[万亿千百]))"
_UNIT = r"(亿元|百万元|千万元|万元|千元|元|亿|万)?(?:块|钱|资金)*"
_RATE = r"(?:百分之(?:多少|几十?)|几成几?|(?:几|多少)个?(?:百分)?点|百分比|多大(?:的)?(?:比例|幅度)|多少比例|几分之几)"
_AFTER = r"(?:掉|去|下来|下去|上来|上去|出来|出去|下|出|到|回)?(?:了|过)?"
_UP = r"(?:增加|增长|上升|上涨|提高|提升|调增|增多|扩大|追加|上浮|攀升|抬高|增大|加大|多加|增|涨|升)"
_DOWN = r"(?:减少|减小|下降|降低|压减|压缩|缩减|削减|缩水|下跌|下滑|下调|回落|调减|砍|跌|降|减|缩|压|省(?=[了下去掉]))"
_CHANGES = (
    (re.compile(rf"{_UP}{_AFTER}(?:大概|大约|差不多)?{_MANY}{_UNIT}"), "increase"),
    (re.compile(rf"{_DOWN}{_AFTER}(?:大概|大约|差不多)?{_MANY}{_UNIT}"), "decrease"),
)
_RATES = (
    re.compile(rf"(?:(?<!最)[多高超]{SPENT}|{_UP}){_AFTER}{_RATE}"),
    re.compile(rf"(?:(?<!最)[少低]{SPENT}|{_DOWN}){_AFTER}{_RATE}"),
    re.compile(rf"(?:变化|变动|增减|浮动|变){_AFTER}{_RATE}"),
    re.compile(r"(?:几|多少)个(?:百分)?点"),
    re.compile(
        rf"(?:同比|环比)?(?:增减|变动|变化|涨跌|升降|浮动|{_UP}|{_DOWN})(?:了?的)?(?:幅度|比例|(?<=[长降少减动化])率|百分[比率点]|比率)"
        r"|[增涨升减降跌]幅(?:的)?(?:比例|百分[比率点]|百分之(?:几|多少)|%)|幅度(?=呢|多大|是多|有多|几|$|[？?，,])"
    ),
)
_WAYS = (("increase", "增涨升提多高超"), ("decrease", "减降跌砍压削回少低"))
# 跌得最凶, 少得第二多: a change that is ranked.
_RANKED_CHANGES = (
    (re.compile(rf"(?:多{SPENT}|{_UP})得(?=最|第|较|比较|更)"), "increase"),
    (re.compile(rf"(?:少{SPENT}|{_DOWN})得(?=最|第|较|比较|更)"), "decrease"),
    (re.compile(r"[增涨升](?:下来|上来|上去)|多出来"), "increase"),
    (re.compile(r"[减降跌砍压缩掉](?:下来|下去|掉)|变少|缩水"), "decrease"),
    (re.compile(r"变多|变大|多(?=了?的?(?:原因|缘故|理由))"), "increase"),
    (re.compile(r"少(?=了?的?(?:原因|缘故|理由))"), "decrease"),
    (
        re.compile(
            r"(?:一分|分文|分毫|丝毫|完全)(?:钱)?(?:都|也)?(?:不差|没差|无差|不变|没变|未变|一致|相同|一样)"
            r"|(?<=[预决]算)数?(?:都|完全|正好|刚好|恰好)?(?:一样|一致)(?:多)?(?=的|$|[，,。？?有是])|一模一样|没有?(?:任何)?(?:变化|变动|增减)|没变|不变|持平|(?:正好|刚好|恰好|完全)?(?:相等|相同|一致)"
        ),
        "same",
    ),
)
_MORE = r"(?:多|高|贵|大|超)"
_LESS = r"(?:少|低|便宜|小|(?<![出公])差)"
_GAPS = (
    re.compile(rf"(?<![最公])(?:(?<!出)|(?<=[支超]出))(?:相差|差距|差)(?:了|出|是|有|在)?(?:大概|大约)?{_MANY}{_UNIT}"),
    re.compile(
        rf"(?<![最至减缺不很增])(?:{_MORE}|(?<!多){_LESS}){SPENT}(?:了|出|出来|出去|掉)*(?:大概|大约)?{_MANY}{_UNIT}"
    ),
    re.compile(r"(?<=[的数])差()(?=[，,。？?；;呢]|$)"),
    re.compile(r"(?:差|多|少)(?:了|出)?几(亿|万|千)元?(?:钱)?"),
    re.compile(
        rf"(?<![最至减缺不很增])(?:{_MORE}|{_LESS})(?:了|出)?(?:几|多少)(?:辆|台|套|个|人|名|家|条|项|次|场|件|册|平方米|平米)()"
    ),
)
# 谁花得多, 哪边高, 哪个安排得更少: which of two; 谁最… is a rank.
_WHICH_SIDE = re.compile(
    r"(?:谁|哪[个家边头方](?!项目)|哪一[个家边方])(?:家|的)?(?:预算|经费|金额|钱)?"
    rf"(?:{SPENT}得|拿|花|列|安排|批)?(?:要|更|较|比较)?(?:的)?[多高少低大小贵](?![少类项头学校区型组层])(?:一?些|一?点)?"
)
# 只花了预算的几成, 才用掉多少: the adverb tells what the speaker thinks of it and bounds nothing.
_ONLY = re.compile(
    r"(?:只|才|仅|就|光)(?=(?:花|用|支出|执行|完成|开支|支付)(?:了|掉|到|去|出)|(?:占|完成|剩|有|是|为|够|给|批|排|列|安排)(?:了|下)?(?:多少|几|百分|\d))"
)
# 按项级科目排, 按金额来排: the order goes with the rank that follows.
_PLANNED = re.compile(r"(?<=[年度月局院所])(?:安)?排(?:了|的)(?=是?(?:哪|什么|啥))")  # 今年排的是哪个
_BY_ORDER = re.compile(r"(?<=[目级额类款项])(?:来|去|给)?(?:排|排列|排名|排序|排下来|排一下)(?=[，,。？?；;]|$)")
_NOT_PRINTED = (
    r"(?:文件|文档|资料|材料|表|书)?(?:里|中|上)?(?:如果|要是|若)?没有?(?:直接)?"
    r"(?:写|印|给|列)(?:出来?|明)?(?:的话)?(?:就|请)?"
)
# 按增减额倒推, 用今年比去年少的数反推: last year's figure is worked out just so.
_BY_CHANGE = (
    r"(?:按照?|照|依照?|凭|根据|依据|[用拿由从])(?=[^，,。]{0,14}[增减升降变差少多幅])[^，,。；;？?()（）]{1,16}?"
)
_WORKED_OUT = re.compile(
    rf"(?:{_NOT_PRINTED})?(?:{_BY_CHANGE}(?:推(?![进广行动算测一])|算(?=[)）。？?]|$))|"
    rf"(?:{_BY_CHANGE}|[用拿按照]+[今本]年的?数?)?(?:请)?(?:推算|反推|倒推|逆推|回推|估算|测算|推一推|"
    rf"(?:往回|倒着?|反着?|逆着?)(?:推一?推|推|算一?算|算)))(?:一下|下|出来|看看?|得出)?"
)
# The other side of a change: 比上年, 跟去年的预算相比, 较上一年执行数, 比头一年.
_YEAR_BEFORE = r"(?:上一?年度?|去年度?|[前头]一年度?|上年同期|去年同期|往年)(?:同期)?"
_BASIS = re.compile(
    rf"(?:相比于?|对比|相较于?|比起|对照|比|较|跟|与|和|同){_YEAR_BEFORE}(?:的)?(?:年初)?(预算执行数?|执行数|实际执行|完成数|预算数?|决算数?)?"
    r"(?:相比|比较|对比|相较|来比|比起来|比)?"
)
# An alternative the question sets aside: 我说的是年初预算不是决算, (不用今年的), 不只是基本支出.
_WHEN = r"(?:今年|去年|本年|上年|前年|20\d\d年?|单位|部门|本级|汇总|预算|决算|年初|执行|数|的|口径|那份|那本|那个|版)"
_SET_ASIDE = re.compile(
    rf"[（(，,]?(?:而)?(?:不是|不用|不要|别用|不看|别看|并非|不取|非){_WHEN}+(?=[）)，,。；;？?！!]|$)"
    r"|[（(，,]?不(?:只|止|光|仅|单)(?:仅|单)?(?:是|看|算)?[^，,。；;（()）]{1,10}(?=[）)，,。；;？?！!]|$)"
)
# 项目（含结转）: what a set holds anyway, said so that it is not left out; of a line it would be another figure.
_CARRIED = r"(?:含|包括|包含|连)(?:上年|以前年度|年初)?结转(?:资金|的钱)?(?:在内)?"
_INCLUDED = re.compile(rf"(?<=项目)[（(]?{_CARRIED}[)）]?|[（(]?{_CARRIED}[)）]?的?(?=项目)")
# How a figure should look; figures are printed with their own decimals, rates with two.
_FORM = re.compile(
    r"(?:请)?(?:结果)?(?:保留|精确到|精确|四舍五入到?|算到|写到|给到|报到|说到)(?:到)?(?:小数)?(?:点)?(?:后)?[一二两三四1-4]位(?:小数)?(?:的?百分[数比率])?"
    r"|小数点后(?:面)?[一二两三四1-4]位(?:的?百分[数比率])?|(?<![一二三四\d])[两二三四2-4]位小数(?:的?百分[数比率])?|(?:(?:精确|保留|算|四舍五入)(?:到|至)?)?百分位|百分[数比率](?:的?形式|表示|作答|回答)|(?:给个?|算(?:出|成)|换成|化成|写成|用|以)(?:个)?百分[数比](?:表示)?"
)
# 各家单位, 每个部门, 分单位: one figure a body; 预算 right after it is none of a unit's own documents (单位预算).
_PER_BODY = re.compile(
    r"(?:(?<=[局厅委院办处])部门的?)?(?:各|每)(?:个|一?家|一个)?(?:下属的?|所属的?|预算|二级|直属|基层)*(?:单位|部门)(?:预算(?!执行|调整|单位))?"
    r"|[按分](?:照|下属|预算)?(?:单位|部门)(?!的?(?:那|这|本|口径|汇总|预算|决算|层面|整体|版))"
)
# 单笔最大的, 单个项目超过…: of a set's members one by one, which a rank or a condition says already.
_ONE_BY_ONE = re.compile(
    r"单(?:一)?[个笔项家条宗次场期份](?=.{0,12}(?:最|前|第|超|过|破|高于|大于|低于|少于|不足|不到|不满|以上|以下|以内|项目))"
)
# 只算某中心的, 仅限某局: a clause of its own that says whose figures are meant.
_ONLY_OF = re.compile(
    r"(?<=[，,。；;？?(])(?:(?:只|仅|单|就)(?:统?计|[算看数查问说要限])(?:于|的是)?|限于?|范围(?:就?是|限于|为))"
    r"(?=[^，,。；;？?]{2,24}?(?:[局委厅院办所站会处队校府]|中心|监狱|街道)(?:本级)?(?:的|名下|这?一?家|范围内?)*(?:[，,。；;？?)]|$))"
)
# 比上年压了多少，原先又是多少: before the change, the amount of the year it is held against.
_BEFORE_CHANGE = re.compile(
    r"(?:原先|原来|早先|此前|先前|之前)(?:的)?(?=(?:又|该|应该)?(?:是|有|为|批|安排|给|列|预算)?(?:了|过)?(?:多少|几))"
)
BY_MEAN = "mean"
_THE_MEAN = r"(?:全部|所有|总体|各自的?|它们的?)?平均(?:值|数|水平|线|金额|预算)?"
# 高于平均值的, 不到平均水平的, 平均数以上的: chosen by the mean of all of them.
_BY_MEAN = (
    (re.compile(rf"(?:高于|大于|多于|高过|超过|超出){_THE_MEAN}|{_THE_MEAN}以上"), ">"),
    (re.compile(rf"(?:低于|小于|少于|不到|不足|不及){_THE_MEAN}|{_THE_MEAN}以下"), "<"),
)
_SAID_COUNT = re.compile(
    rf"(?<![前第几头])(\d{{1,4}}|[{CN}]{{1,3}})\s*"
    r"(?:个|家|条|笔|名|所|座|户|样|块儿?|种|处|者|方|口|大?类|大块|大项|场|回|次(?!数)|批|门|档|科目)(?!百分点|月|人|钱|别)"
)
_LINES_SAID = re.compile(
    r"(?:列的?|有的?|共)?(\d{1,4})项(?=(?:一般公共预算|政府性基金|国有资本经营)?(?:预算)?(?:财政拨款)?的?(?:支出|开支|科目|项目)(?:科目|项目)?(?:里|中|当中|之中|，|,))"
)  # 33项支出里
_DIVIDED = re.compile(rf"(?:一?共|总共|被)?(?:细|划)?分(?:成|为|作|了)*([{CN}]|\d)(?:个)?大类(?=[，,的里中])")
_UNITS = re.compile(
    r"(?:以|按|用|换成|换算成|折合|折合成|换算为|精确到|单位[:：]?\s*)?\s*(?:多少|几)?\s*(亿元|百万元|千万元|万元|千元|元)(?!/)(?:为单位|计|表示|换算|折算|呢)?"
)

_IN_MILLIONS = re.compile(
    r"(?:合|折合|折|等于|相当于|换算成?)(?:多少|几)个?(亿|万)(?!元)|(?:多少|几)个?(亿)(?!元)|(?:多少|几个)(万)(?=[，,。？?]|$)"
)


def _digit(numeral: str) -> int:
    return "零一二三四五六七八九".find(numeral.replace("两", "二"))


def operations_said(text: str) -> Iterator[Said]:
    """Every stretch of a text that the grammar takes for an operation or a part of one; they may overlap."""
    for pattern, sign in _CONDITIONS:
        for match in pattern.finditer(text):
            said = comparison(match, sign)
            if said is not None and not _is_year(text, match, said) and (end := end_of(match, said)):
                yield Said(match.start(), end, "compare", sign, said)
    for match in _ROUGHLY.finditer(text):
        about = roughly(match)
        if about is not None:
            stated = _LOOKED_INTO.match(text, match.end()) is not None  # 采购四千八百多万里，…
            yield Said(match.start(), match.end(), "stated" if stated else "compare", "about", about)
    for match in _SOME_PEOPLE.finditer(text):
        if (value := number_of(match[1])) is not None and value:
            step = Decimal(10) ** (len(format(value, "f")) - len(format(value, "f").rstrip("0")))
            yield Said(
                match.start(), match.end(), "compare", "about", Comparison("about", value + 1, "人", value + step)
            )
    for match in _STATED.finditer(text):
        value = number_of(match[1])
        if value is not None and (match[2] != "万" or len(match[1]) > 1 or match[1].isdigit()):
            yield Said(match.start(), match.end(), "stated", "stated", Comparison("=", value, unit_said(match[2])))
    for match in _TENTHS.finditer(text):
        rate = Decimal(10 * _digit(match[1]) + (5 if match[2] == "半" else _digit(match[2] or "零")))
        yield Said(match.start(), match.end(), "stated", "stated", Comparison("=", rate, "%"))
    for start, end, role, place in ranks_said(text):
        number = number_of(place)
        if number == 1 and role in ("top", "bottom"):  # 最大的一笔
            yield Said(start, end, "operator", "max" if role == "top" else "min")
        elif number is not None and 0 < number < 1000:
            yield Said(start, end, "rank", role, int(number))
    for start, end in goes_on_said(text):
        yield Said(start, end, "aside", "form")
    for start, end, role in orders_said(text):
        yield Said(start, end, "order", role)
    for match in _UNITS.finditer(text):
        if not (match.start() and text[match.start() - 1].isdigit()):
            yield Said(match.start(), match.end(), "unit", "output", match[1])
    for match in _IN_MILLIONS.finditer(text):
        yield Said(match.start(), match.end(), "unit", "output", _money_name(match[1] or match[2] or match[3]))
    for pattern in (_SAID_COUNT, _LINES_SAID, _DIVIDED):
        for match in pattern.finditer(text):
            yield Said(match.start(), match.end(), "said_count", "said_count", number_of(match[1]))
    yield from _differences(text)
    yield from _by_mean(text)


def _is_year(text: str, match: re.Match[str], said: Comparison) -> bool:
    """Whether the number of a condition is a year: 高于2024年, 超过2025年预算."""
    return not said.unit and _YEAR.match(text, match.start(1)) is not None


def _by_mean(text: str) -> Iterator[Said]:
    """Conditions against the mean of the set that is chosen from."""
    for pattern, sign in _BY_MEAN:
        for match in pattern.finditer(text):
            yield Said(match.start(), match.end(), "compare", BY_MEAN, Comparison(sign, Decimal(0), "元"))


def _differences(text: str) -> Iterator[Said]:
    """Changes, rates, gaps, which of two, completion; the unit asked for, or the direction, is the value."""
    for pattern, role in _CHANGES:
        for match in pattern.finditer(text):
            yield Said(match.start(), match.end(), "operator", role, _money_name(match[1]))
    for pattern in _RATES:
        for match in pattern.finditer(text):
            yield Said(match.start(), match.end(), "operator", "growth")
    for pattern, role in _RANKED_CHANGES:
        for match in pattern.finditer(text):
            yield Said(match.start(), match.end(), "operator", role)
    for pattern in _GAPS:
        for match in pattern.finditer(text):
            yield Said(match.start(), match.end(), "operator", "difference", _money_name(match[1]))
    bases = frozenset(match.end() for match in _BASIS.finditer(text))
    for start, end, family, role in (
        *standing_said(text, bases),
        *sets_said(text),
        *parts_said(text),
        *funds_said(text),
    ):
        yield Said(start, end, family, role)
    for start, end in completion_said(text):
        yield Said(start, end, "operator", "completion")
    for pattern, role in ((_WHICH_SIDE, "compare"), (_WORKED_OUT, "derive")):
        for match in pattern.finditer(text):
            yield Said(match.start(), match.end(), "operator", role)
    for match in _BASIS.finditer(text):
        executed = "执行" in (match[1] or "") or "完成" in (match[1] or "")
        yield Said(match.start(), match.end(), "context", "basis_execution" if executed else "basis")
    for match in _PER_BODY.finditer(text):
        yield Said(match.start(), match.end(), "operator", "group")
    for pattern in (_FORM, _ONE_BY_ONE, _ONLY, _ONLY_OF, _BY_ORDER, _PLANNED):
        for match in pattern.finditer(text):
            yield Said(match.start(), match.end(), "filler", "form")
    if _BASIS.search(text):
        for match in _BEFORE_CHANGE.finditer(text):
            yield Said(match.start(), match.end(), "context", "last_year")
    for match in _INCLUDED.finditer(text):
        yield Said(match.start(), match.end(), "aside", "aside")
    for match in _SET_ASIDE.finditer(text):
        yield Said(match.start(), match.end(), "aside", "aside")


def moving(rate: str) -> str | None:
    """Which way the words for a rate say that it went: 降幅, 少了百分之几; None of 变化率 and 增减幅度."""
    ways = [way for way, signs in _WAYS if any(sign in rate.replace("多少", "") for sign in signs)]
    return ways[0] if len(ways) == 1 else None


def _money_name(said: str | None) -> str | None:
    """The unit of money asked for; 几万 and 多少万 ask for 万元."""
    return {"万": "万元", "亿": "亿元", "千": "千元"}.get(said or "", said)
