"""Places in an order and orders, as people say them: 前三名, 第二大的, 第一、第二、第三分别是, 从高到低排一排."""

import re
from collections.abc import Iterator

CN = "一二三四五六七八九十两"
_MOST = (
    r"(?:金额|数额|规模|花钱|花销|开销|用钱)?(?:花得?)?"
    r"最(?:大|高|多|贵|费钱|花钱|烧钱|厚|靠前|凶|狠|猛|厉害|快|明显)"
)
_LEAST = r"(?:金额|数额|规模|花钱)?(?:花得?)?最(?:小|低|少|便宜|省钱|薄|靠后|慢)"
_COUNTED = r"(?:个|项|家|笔|名|条|种|类|块|位|样|款|期|大|场|次|批|所|座)"
_RANKS = (
    (
        re.compile(
            rf"(?:排名|排在|排行|排|位列|位居|居|取|列|挑|选)?\s*(?:前|头)\s*(\d+|[{CN}]+)\s*(?:名|位|大|项|个|家|的|多|条|强|甲)?(?:的)?"
        ),
        "top",
    ),
    (re.compile(r"top\s*(\d+)", re.IGNORECASE), "top"),
    (re.compile(rf"{_MOST}的?\s*(?:前|头)?\s*(\d+|[{CN}]+)\s*{_COUNTED}"), "top"),
    (re.compile(rf"{_LEAST}的?\s*(?:前|头)?\s*(\d+|[{CN}]+)\s*{_COUNTED}"), "bottom"),
    (re.compile(rf"(?:后|倒数前|末|最后)\s*(\d+|[{CN}]+)\s*(?:名|位|项|个|家)"), "bottom"),
    (re.compile(rf"(?:排名|排在|位列|位居|排行|排)\s*第\s*(\d+|[{CN}]+)(?:名|位)?的?"), "nth"),
    (re.compile(rf"(?:排名|位列|位居)\s*(\d+|[{CN}]+)(?:名|位)?的?"), "nth"),
    (re.compile(rf"(?:排名)?(?:倒数|垫底的?)\s*(\d+|[{CN}]+)\s*(?:名|位|个|家|项)的?"), "bottom"),
    (re.compile(rf"(?:排名?|位列|位居)?倒数的?前\s*(\d+|[{CN}]+)\s*(?:名|位|个|家|项|大)?的?"), "bottom"),
    (re.compile(rf"(?:排名|排在|排|位列|位居)?\s*第\s*(\d+|[{CN}]+)\s*(?:大|高|多|位|名|贵|厚)(?:的)?"), "nth"),
    (re.compile(rf"倒数第\s*(\d+|[{CN}]+)\s*(?:名|位|大|小)?(?:的)?"), "nth_last"),
    (re.compile(rf"第\s*(\d+|[{CN}]+)\s*(?:小|低|少)(?:的)?"), "nth_last"),
    (re.compile(r"(?:排行?|位列|位居|是|当)?(?:第)?老([二三四五六])(?:的)?"), "nth"),
    # 资金第五的是哪个: a bare ordinal behind what is ranked
    (re.compile(rf"(?<=[额列位金序模钱量居])第\s*(\d+|[{CN}]+)(?:的)?(?=是|叫|呢|那|的|[，,。？?]|$)"), "nth"),
    (re.compile(r"()仅?次于(?:首位|榜首|第一(?:名|位)?|头名|老大|冠军|最[大高多贵]的?(?:那[个项家])?)(?:的)?"), "nth"),
    (re.compile(r"()次[高大多](?:的)?"), "nth"),
    (re.compile(r"()次[低少小](?:的)?"), "nth_last"),
)  # fmt: skip
# 第一、第二、第三分别是: the first three; 第一、第二人民医院 are bodies.
_PLACE_OF = r"[、和及与跟]*(?:第)?{}(?:名|位|大)?"
_FIRST_ONES = re.compile(
    rf"(?:排名?|排在|位列|位居|居)?第一(?:名|位|大)?{_PLACE_OF.format('二')}"
    rf"(?P<third>{_PLACE_OF.format('三')})?(?P<fourth>{_PLACE_OF.format('四')})?(?P<fifth>{_PLACE_OF.format('五')})?"
    r"的?(?=分别|各|依次|都|是|为|[，,。？?]|哪|谁|科目|项目|单位|$)"
)
# 排第二和第三的, 第二、第四名各是: each of the places; 第二、第三人民医院 are bodies.
_PLACE = rf"第\s*(\d+|[{CN}]+)(?:名|位|大)?的?"
_PLACES = re.compile(
    rf"(?:排名?|排在|位列|位居|居)?{_PLACE}(?:[、和及与跟以]+{_PLACE}){{1,4}}"
    r"(?=分别|各|依次|都|是|为|呢|又|[，,。？?]|哪|谁|科目|项目|单位|相?差|加|合|[总一]共|$)"
)
_HOW = r"(?:应?该?(?:是?怎么|如何|怎样|咋)(?:个)?)?"  # 从高到低怎么排: how the order comes out, no reason
_IN_LINE = r"(?:排|列)(?:一?[排下列示]|[个成]?表|个?序|个?队|个?名次|名|法|列|出来|起来|下来|开|好)?"
_ARRANGED = rf"(?:的?(?:顺序|次序))?(?:{_HOW}给?我?{_IN_LINE}|报)?"
# By what: only words that every amount goes by; 按项目支出从高到低 names its measure, which stays to be read.
_BY = r"(?:按(?:照)?(?:人均.{0,2}?|预算|金额|数额|额度|大小|高低|多少|规模|钱数?|总额|数)?的?(?:大小|高低|多少|数)?)?"
_DOWNWARD = re.compile(rf"{_HOW}{_BY}(?:[从由][高多大贵](?:到|至|往)[低少小](?:便宜)?|[降倒]序){_ARRANGED}")
_UPWARD = re.compile(rf"{_HOW}{_BY}(?:[从由][低少小](?:到|至|往)[高多大贵]|升序){_ARRANGED}")
# 按高低列出来: what goes by high and low is put in order, whether it is arranged or told.
_BY_SIZE = r"(?:(?:预算|金额|数额|额度|规模)的?)?(?:大小|高低|多少|多寡)"
_PLAIN_ORDER = re.compile(
    rf"(?:按|依|照)(?:照|着)?{_BY_SIZE}(?:顺序|次序)?(?:来|给我|帮我|依次|逐个|一一|挨个)*(?:列|报|说|念|数)(?:一?[下列遍]|出来?|示|举|个表|成表|个?清单)?|"
    rf"(?:按(?:照)?(?:金额|大小|高低|多少|规模|数额))?{_HOW}排(?:一?排|个?序|个?队|个?名次?|一下|列一下)(?:名)?"
    r"|(?:怎么|如何|咋)(?:个)?排(?:法|的|列)?(?=[，,。？?；;呢]|$)"
    r"|按(?:照)?(?:预算)?(?:金额|大小|高低|多少|规模|数额)(?:的?大小|的?高低|的?多少)?(?:来)?排(?:好|开)?(?=[并且，,。；;？?]|$)"
    r"|的?(?:多寡|多少|高低|大小)(?:的?顺序|次序|来|去)*排(?:列|序|名|队|一?排|一?下|开|好)?(?=[，,。；;？?]|$)"
)


# 除了最贵的，数下来轮到哪个最贵: how an order goes on, which says no more than the rank behind it.
_GOES_ON = re.compile(
    r"(?:往下(?:数|排|算|看)?|(?:接着|依次|挨个)?(?:数|排|算|看)(?:下来|下去|过来|过去))?[，,]?(?:就|便|该|才)*(?:轮|挨)(?:到|着)了?(?=(?:哪|谁|什么)[^，,。？?]{0,8}最)"
)


def goes_on_said(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that only say that an order goes on."""
    for match in _GOES_ON.finditer(text):
        yield match.start(), match.end()


# 前两个季度, 头一条理由: of a year, or of what is told, and no place among rows.
_OF_NO_ROWS = re.compile(r"(?:主要)?的?(?:季度|个?月|原因|理由|缘由|因素)")


def ranks_said(text: str) -> Iterator[tuple[int, int, str, str]]:
    """The places in an order that a text says: start, end, role and the numeral."""
    for pattern, role in _RANKS:
        for match in pattern.finditer(text):
            if _OF_NO_ROWS.match(text, match.end()):
                continue
            yield match.start(), match.end(), role, match[1] or "二"  # 次高 is the second
    for match in _PLACES.finditer(text):
        if not _FIRST_ONES.match(text, match.start()):
            for at, one in enumerate(re.finditer(_PLACE, match[0])):
                yield match.start() + (one.start() if at else 0), match.start() + one.end(), "nth", one[1]
    for match in _FIRST_ONES.finditer(text):
        yield match.start(), match.end(), "top", str(2 + sum(part is not None for part in match.groups()))


def orders_said(text: str) -> Iterator[tuple[int, int, str]]:
    """The orders that a text asks for: start, end and role."""
    for pattern, role in ((_DOWNWARD, "top"), (_UPWARD, "bottom"), (_PLAIN_ORDER, "top")):
        for match in pattern.finditer(text):
            yield match.start(), match.end(), role
