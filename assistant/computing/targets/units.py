"""What a question about a target counts or measures by, and which targets can answer it: 几秒, 多少台, 什么时候."""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.computing.targets.pool import Place
from assistant.finding.evidence import Found
from assistant.lexicon import scan
from assistant.understand.everyday.uncovered_words import segments_of
from assistant.understand.words.alike import told_by_day
from assistant.understand.words.text import words_of
from ingest.wording.glyphs import bare
from ingest.wording.numbers import value_of

_DEGREE = re.compile(r"什么(?:程度|水平|档次|等次)|怎么定|算过|算达标|量化|什么(?:具体)?(?:要求|标准)")
_MONEY = re.compile(
    r"金额(?=指标|目标|标准|要|应|是|为|多少|[？?]|$)|多少(?:钱|补[助贴]|津贴|奖补)|(?:多少|几)(?:万(?![人名个条次件户])|亿(?![人名个条次件户])|块|元)|价格?|价钱|费用|花费?多少|花多少|租金|给多少|限额|"
    r"(?:补贴|补助|经费|资金|预算|投入|拨款|奖励|开支)(?![^，,。？?]{0,4}数量)[^，,。？?]{0,4}(?:多少|几多)[？?]?$|"
    r"(?:能|可以?|可)?[领发](?:到|给)?(?:多少|几多)(?![人名位个户家份次])|"
    r"(?:花费|花销|费用|造价|开销|开支|单价|成本)(?!率|[^，,。？?]{0,6}率)(?:的)?(?:上限|封顶|最[多高]|不能?超过?|控制在?|限)"
)
_PER = re.compile(r"每(?:一)?(?:人|位|个?月|户|次|场|期|批|季|天|平方米|公里|台|套|辆|吨|亩)|一个月|人均|平均")
# What a rate of money is paid by; 一年 is said of what is done within the year too.
_PAID_BY = re.compile(r"(?:每|一个?)(?P<span>[天日周月季年]|小时)(?!内|里|之内|度)")
_SPANS_OF_RATES = re.compile(r"元[^，,。]*?[/·](?P<span>[天日周月季年]|小时)")
# What all of it costs (管网花多少) is told by no price of a piece, unless words speak of one.
_IN_ALL = re.compile(
    r"(?:花|花费|投|投入|用)(?:了|掉)?(?:多少|几)|(?:一共|总共|合计)[^，,。；;？?]{0,4}(?:多少|几)(?:钱|[万亿]?元)"
)
_BY_PIECE = re.compile(
    r"最|[上下]限|封顶|控制|不[能得许]?超|以内|标准|单[价位个条台]|每|均|成本|[一1](?:个|辆|台|人|位|名|场|次|天|餐|公里|亩|户|套|件|期)"
)
_PRICE = re.compile(r"元[/／]")
_RATE = re.compile(r"率|比例|比重|百分之?[几多]|百分比|百分点|几个点|几成|程度")
# A rate by its name (设备完好率是多少), which no number of things is.
_NAMED_RATE = re.compile(
    r"[\u4e00-\u9fff]{2}率(?:的?(?:年度)?(?:指标|目标)值?)?(?:[呢啊？?。]|$|的?(?:是|为|要|应|须|定|有|达|到|在|至少|多少|几))"
)
_PERCENT = re.compile(r"百分点|几个点|百分之?[几多]|[几多]少?个?百分|几成")
_WHEN = re.compile(r"什么时候|啥时候|何时|几月|哪个?月|什么时间|时间节点|多久|截止")
_COUNTED = re.compile(
    r"(?:几|多少)个?[万亿]?(人次|分钟|小时|个月|工作日|公里|公顷|[人名位次台辆份篇场期本册兆秒天条家个项套路分张件栋座平米公亩户门层吨尾棵株盏艘眼只头]|处(?!室)|所(?![有属需用得])|支(?![出付持])|组(?!织))(?!百分|[万亿])"
)
#: 多长, 多宽 ask for metres or kilometres.
SPANS = re.compile(r"(?<![期间限龄程时])(?<!时间要)多(?P<of>[长宽深厚])(?!时|的时)")
_PROJECTS = re.compile(r"(?:几|多少)[个项](?!人)[一-龥]{0,6}?项目")
_NUMBER = re.compile(r"(?:数量|个数)(?:是|为|有|要|达到)*(?:多少|几何)")  # in whatever it is counted
# 多少疫木, 多少企业: how many of a thing, without a measure word.
_NO_MONEY = (
    r"多少(?!钱|元|资金|经费|预算|补[助贴]|费用?|支出|收入|拨款|款|投入|金额|奖|[万亿分以比才算为是的呢了吗个]"
    r"|合适|左右|达标|合格|之间)"
)
_OF_THINGS = re.compile(rf"{_NO_MONEY}(?P<thing>[\u4e00-\u9fff]{{2,}})(?<![的率例])")
# Who gets something is counted whatever it is that they get: 多少老人领津贴.
_WHO_GETS = re.compile(
    rf"{_NO_MONEY}(?P<who>[\u4e00-\u9fff]{{2,8}}?)(?:[能会]|可以?|正?在)*"
    r"(?:领|拿|享受|享有|得到|获得|收到|受益|受惠|受助|申领)"
)
_MONEY_WORD = re.compile(r"幅|额|率|比|增|减|资金|经费|费|款|钱|预算|支出|收入|补[助贴]|奖|元|成本|投资|财政")
_NUMBER_NAMED = re.compile(
    r"(?:部门整体|整体)[^，,。？?]{0,4}(?:绩效|目标|指标)[^。？?]*?(?<![的个])项目数量?(?:是|为|要|定)?(?:多少|几)"
)
# 覆盖多少学生 asks for people, 惠及多少企业 for firms, without a measure word.
_NOUN_UNITS = {
    "人": (
        "学生",
        "老师",
        "教师",
        "教职工",
        "职工",
        "居民",
        "群众",
        "老人",
        "儿童",
        "人员",
        "干部",
        "患者",
        "残疾人",
        "农民",
    ),
    "家": ("企业", "学校", "单位", "机构", "商户"),
    "辆": ("车", "汽车"),
}
_COUNTED_NOUN = re.compile(
    rf"(?:几|多少)({'|'.join(sorted((n for nouns in _NOUN_UNITS.values() for n in nouns), key=len, reverse=True))})"
)
_UNITS = {
    "人": "人名位员", "名": "人名位员", "位": "人名位员个家", "本": "册本", "册": "册本", "兆": "MmGg", "场": "场次",
    "次": "次", "家": "家个户所", "个": "个家项类套人名位", "项": "项个", "套": "套个", "条": "条", "份": "份个",
    "米": "米里", "分": "分", "天": "天日", "所": "所个家",
}  # fmt: skip
_LOOSE_UNITS = tuple("人名位次个项家条份件套")
# What a name says it counts itself: a plain 培训场次 4 is no number of people.
_SAYS_UNIT = re.compile(r"(人次|人|场次|场|批次|次|台|辆|家|户|份|册|天|期)(?:数量?|\))?$")
# What is there (有几辆, 面积多大) is not told by what is to be got, made or given up, unless words plan that.
_THERE = re.compile(r"(?:几|多少)[辆台套]|面积|多大|有(?:几|多少)[个所处家座]")
_GETTING = re.compile(
    r"[购采]|更新|更换|换新|换|新增|增加|添|租|新建|[创改扩修]建|改造|建[成设]|打造|维修|维护|报废|处置|淘汰|配[备置]|买|建"
)
_STOCK = re.compile(r"(?:有(?:几|多少)[辆台套]|[车备房]有?(?:几|多少)[辆台套]|[房室楼]的?面积|[房室楼]有?多大)")
_PLANNED = re.compile(
    r"项目|经费|指标|目标|考核|要求|计划|打算|准备|安排|要|达到|至[少多]|最[少多]|封顶|上限|不少于|不低于|不超"
)
_BOUND = re.compile(
    r"上限|下限|封顶|底线|[各要]到(?:几|多少)|最[多少高低快慢]|至[多少]|限额|标准|控制|以内|不能?超|不许超|不[得能][低少高多]|每|人均|单价|单条|成本|目标|指标|节支|达到|做到|一[天件辆]"
)


def asks_a_target(words: str) -> bool:
    """Whether a question asks for a bound, a rate, a date, a degree or a count: targets are no budgets."""
    return any(kind.search(words) for kind in (_COUNTED, SPANS, _NUMBER, _BOUND, _RATE, _WHEN, _DEGREE))


def counted_by(words: str) -> str | None:
    """What a question counts by: 场 of 要办几场; None where it counts nothing."""
    counted = _COUNTED.search(words)
    if counted is not None:
        return counted[1].replace("工作日", "天")
    if SPANS.search(words):
        return "米"
    noun = _COUNTED_NOUN.search(words)
    return next((unit for unit, nouns in _NOUN_UNITS.items() if noun and noun[1] in nouns), None)


def asks_a_unit(words: str) -> bool:
    """Whether a question itself says what its answer is measured in: a count, a date, points of a rate."""
    things = _OF_THINGS.search(words) is not None and not _RATE.search(words)
    return things or any(kind.search(words) for kind in (_COUNTED, SPANS, _WHEN, _PERCENT))


def counts_loosely(words: str) -> bool:
    """Whether a question counts by what anything may be counted by: 几次, 几个; 几秒 tells more."""
    return (counted_by(words) or "") in _LOOSE_UNITS


def counted_in(text: str, words: str) -> tuple[Decimal, str] | None:
    """The one number of a target in words that is counted by what the question counts by: 300份; None of several."""
    unit = counted_by(words)
    if unit is None:
        return None
    names = "|".join((unit,) if len(unit) > 1 else _UNITS.get(unit, unit))
    told = {(value_of(n), u) for n, u in re.findall(rf"(\d[\d,]*(?:\.\d+)?)\s*(万?(?:{names}))(?!次)", text)}
    return next(iter(told)) if len(told) == 1 else None


# 总下载量8000次以上, 覆盖率达到100%: a quantity with its number right behind it.
_QUANTITY = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,12}[量率数度])(?:应|要|须)?(?:达到?|为|是|不[低少]于|不[高超]于|不超过|至少|约|[≥≤＝=])?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>万?(?:[%％]|(?![以及左之的和与年月日])[\u4e00-\u9fff]次?))"
)


def _quantity_in(text: str, name: str, words: str) -> tuple[Decimal, str] | None:
    """The one number that a target in words gives right behind the quantity which its name or the question says."""
    told = set()
    for found in _QUANTITY.finditer(text):
        ends = (found["name"][-size:] for size in (4, 3) if len(found["name"]) >= size)
        if any(bare(name).endswith(end) or end in words for end in ends):
            told.add((value_of(found["number"]), found["unit"].replace("％", "%")))
    return next(iter(told)) if len(told) == 1 else None


def with_its_count(found: Found, place: Place, words: str) -> Found:
    """A target in words with the number among them that is asked for: 总发行量不低于6000册.

    It is that which the question counts by, else that of the quantity which is named.
    """
    if found.value is not None:
        return found
    text = place.indicator.text
    counts = counted_by(words) is not None or _WHEN.search(words) is not None
    told = counted_in(text, words) if counts else _quantity_in(text, place.indicator.name, words)
    return found if told is None else replace(found, value=told[0], unit=told[1], note="")


def thing_counted(words: str) -> str | None:
    """The thing that a question asks the number of without a measure word: 聘多少护林员; None where it is money."""
    if (gets := _WHO_GETS.search(words)) is not None and not _MONEY_WORD.search(gets["who"]):
        return gets["who"]
    told = _OF_THINGS.search(words)
    if told is None or _MONEY_WORD.search(told["thing"]):
        return None
    _, _, word, tag = next(iter(segments_of(words_of(told["thing"]))), (0, 0, "", ""))
    return word if tag.startswith("n") and len(word) > 1 and not scan(bare(told["thing"])) else None


def with_verb(part: str, led_by: str) -> str:
    """A part of a row with the word for getting that leads the row, and so is meant of it too: 买几台甲、几台乙."""
    verb = _GETTING.search(led_by)
    bare_part = not (_GETTING.search(part) or _STOCK.search(part))
    return verb[0] + part if verb is not None and bare_part and _THERE.search(part) else part


def unit_fit(words: str, place: Place) -> float:
    """How well the unit of a target answers what was asked for: 0 where it cannot, above 1 where it does."""
    indicator = place.indicator
    unit = (indicator.unit or "") + " " + indicator.text
    if not (_GETTING.search(words) or _PLANNED.search(words)) and (
        _STOCK.search(words) or (_THERE.search(words) and _GETTING.search(indicator.name))
    ):
        return 0.0
    counts = (indicator.unit or indicator.text).split("/")[0]  # 万元/场 is money, 元/人/天 counts nobody
    plain = indicator.value is not None and not (indicator.unit or "").strip()
    by, daily = _PAID_BY.search(words), told_by_day(bare(indicator.name))
    if daily and by and by["span"] not in "天日":
        return 0.0  # 一年清运几吨 is told by no 日清运量
    if _PER.search(words) and not (daily and by) and not re.search(r"/|每|均|标准|单价", unit + indicator.name):
        return 0.0  # 每人每月领多少 asks for a rate, and no number of people
    if by and (rate := _SPANS_OF_RATES.search(unit)) and not _same_span(by, rate):
        return 0.0  # 一人一个月多少 is told by no 元/人/天
    if _IN_ALL.search(words) and not _BY_PIECE.search(words) and _PRICE.search(unit):
        return 0.0
    if _NUMBER.search(words) and re.match(r"[%％]|[万亿]?元", counts.strip()):
        return 0.0
    if _WHEN.search(words):
        if "多久" in words and re.search(r"小时|分钟|秒", counts):
            return 1.2
        lasting = (
            "" if re.search(r"(?:什么时候|啥时候|何时)[开举召办]", words) else "|天"
        )  # a date is no length of time
        return 1.2 if re.search(rf"月|季度|日|年底|年末|前完成{lasting}", counts) else 0.0
    if _PROJECTS.search(words) and not plain and not counts.strip().startswith(("个", "项")):
        return 0.0  # 有几个建设项目 is told by no number of people
    wanted = counted_by(words)
    span = SPANS.search(words)
    if span is not None and span["of"] not in indicator.name and not (span["of"] == "长" and "里程" in indicator.name):
        return 0.0  # 多宽 is told by no length
    if wanted:
        names = tuple(_UNITS.get(wanted, wanted)) if len(wanted) == 1 else (wanted,)
        own = bare(indicator.name).rstrip(")量数")
        if plain and (own if wanted == "人次" else re.sub("人次$", "人", own)).endswith(names):
            return 1.4  # 培训人次 265, 培训场次 4: the name itself says what it counts
        if plain and _SAYS_UNIT.search(own) and not own.endswith(names):
            return 0.0
        if wanted in ("人次", "分钟", "小时", "个月"):
            return 1.25 if wanted in counts else 0.0
        counts = re.sub("个(?=月|工作日|小时)", "", counts.replace("人次", "人"))  # 3个月 is no number of 个
        if any(c in counts for c in names) and "%" not in (indicator.unit or ""):
            return 1.25
        return 0.9 if plain or re.search(r"[万亿]$", indicator.unit or "") else 0.0
    if _MONEY.search(words):
        return 0.0 if tells_no_money(words, indicator.unit, indicator.text) else 1.2
    if _PERCENT.search(words) and not re.search(r"[%％]", unit):
        return 0.0
    if (thing := _OF_THINGS.search(words)) is not None and not _RATE.search(words):
        rated = re.search(r"[%％‰]|^\s*[年月日天]", unit) is not None
        named = thing["thing"].rstrip("呢啊呀")[:3] in bare(indicator.name + indicator.text)
        return (
            (0.9 if rated else 1.2) if named else 0.0 if rated else 0.6
        )  # 除治多少疫木: their number before their rate
    if _RATE.search(words):
        if _NAMED_RATE.search(words) and counts.strip() and not plain and not re.search("率|比", indicator.name):
            return 1.15 if re.search(r"[%％‰]", unit) else 0.0  # 设备完好率 is told by no 25台
        return 1.15 if re.search(r"[%％‰]", unit) else 0.6
    return 1.0


def _same_span(one: re.Match[str], other: re.Match[str]) -> bool:
    return one["span"].replace("日", "天") == other["span"].replace("日", "天")


def tells_no_money(words: str, unit: str | None, text: str) -> bool:
    """Whether money is asked for, and a target is set in something else: 花费上限 is told by no rate."""
    return _MONEY.search(words) is not None and re.search(r"元|\d(?:\.\d+)?万$", f"{unit or ''} {text}") is None


def names_a_number(words: str) -> bool:
    """Whether a number of projects is a target of the whole body: 整体绩效目标，审计项目数多少个 counts no projects."""
    return _NUMBER_NAMED.search(bare(words)) is not None
