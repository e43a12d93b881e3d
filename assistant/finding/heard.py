"""The words of a question that a figure has to carry, heard without the grammar: what is left when bodies, times,
measures and empty words are taken away; and what is measured, for questions that ask for no money."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.understand.everyday.uncovered_words import is_barring, is_inert, naming_words
from assistant.understand.words.alike import everyday_words
from assistant.understand.words.text import words_of
from ingest.wording.glyphs import bare
from ingest.wording.numbers import value_of

_YEAR = r"(?:20\d\d|[二两]〇?[〇零一二三四五六七八九]{2,3}|(?<!\d)\d\d)年(?:度|的时候)?|今年|本年度?|当年|本年度"
_TIME = re.compile(
    rf"(?:截至|截止到?|到)?(?:(?:{_YEAR}|去年|上年|上一?年度?)(?:年?底|年?末)|年底|年末)|{_YEAR}|目前|眼下|现在|如今"
)
_MORE = re.compile(
    r"哪[些几个]|什么|啥|各|分别|比例|几比|占比|占.{0,3}(?:多少(?!平|面)|几|百分)|中位|倒推|倍|对吗|是不是|差距|相差"
)
_IN_WORDS = re.compile(r"谁|怎|如何|咋|为何|吗|原因|介绍|职[责能]|说明")  # asks for words, not for a figure
_LAST = re.compile(r"去年|上年|上一年")
_MONTH = re.compile(r"(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|\d{1,2}[日号])?(?:那会儿?|的时候)?")
_ASKED = re.compile(
    r"(?:一共|总共|共|合计|总计)?(?:占|有|是|为|花|安排|用)?(?:了|到)?"
    r"(?:(?:多少|(?<![这那好哪])几(?!家[\u4e00-\u9fff]{1,6}[局委厅办院署]))(?:个|多|[十百千]?万(?![元亿，,。？?]))?(?P<unit>台\(?套\)?|批次|支(?![出付])|把(?!握)|本(?![级部市区县])|[辆台部套人名位层家处所项场次期份册条座栋件户张架批只艘棵株盏亩吨]|平方米|平米|平方|米|公里|分)?"
    r"|多(?=大面积|大|高|长)(?P<size>大面积|大|高|长))"
)
_AMOUNT = re.compile(
    r"(?:总?金额|总额|数额)(?:是|为|有|又)*(?:多少|几何?)(?:钱|[万亿]?元)?|(?:多少|几)(?:钱|万元|亿元|[万亿](?![人名户亩吨公平米立次件辆台套株棵册头只])|元|资金|经费)|(?:多少|几)(?=$|[？?，,。；;了的])"
)
_ABOVE = re.compile(
    r"(?:单价|单位价值|价值|单件|单台|值)?(?P<up>上|超|超过|过)?(?P<number>[\d,.]+|[一二两三四五六七八九十百]+)?(?P<scale>千|百|十)?万(?:元|块钱?|块)?(?:以上)?的?"
)
_PRINTED = re.compile(r"(\d+)万元?(?:\(含\))?(?:以上|及以上)?")
_NUMERALS = {
    "": 1,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "五": 5,
    "十": 10,
    "二十": 20,
    "五十": 50,
    "百": 100,
    "一百": 100,
}
_BUYING = re.compile(
    r"买|购(?!房|置?费?(?:及|和|与|、)?(?:运行|运维|运维护))|添(?!加)|新增|换新|更换|更新(?=.{0,8}(?:车|[辆台]))|换(?:掉|几|多少|[车一二两三四五六七八九十\d])"
)
_PEOPLE = ("人", "名", "位", "人数")
_TIMES = ("次", "期", "场", "场次", "批次", "班次")
_UNITS = {
    "台套": ("台", "套"), "台(套)": ("台", "套"),
    "辆": ("辆", "台", "部"), "台": ("台", "辆", "套", "部"), "部": ("辆", "台", "部"), "套": ("台", "套"),
    "人": (*_PEOPLE, "个"), "名": _PEOPLE, "位": _PEOPLE,
    "平米": ("平方米",), "平方": ("平方米",), "大面积": ("平方米",), "大": ("平方米",),
    "高": ("米",), "长": ("米", "公里"), "次": _TIMES, "期": _TIMES, "场": _TIMES, "批次": _TIMES,
    "册": ("册", "本"), "本": ("册", "本"),
    "个": ("个", "家", "项", "人"), "家": ("家", "个"), "项": ("项", "个"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heard:
    """What a figure has to carry: its words, what it is counted in (none for money), a month, a least price."""

    words: tuple[str, ...]
    units: tuple[str, ...] = ()
    month: int | None = None
    price: Decimal | None = None  # 万元: equipment of 100万元 and more
    last_year: bool = False
    bought: bool = False


@lru_cache(maxsize=1024)
def heard_in(text: str, bodies: tuple[str, ...]) -> Heard | None:
    """What is heard in a question or clause; None where a word turns it round or it asks for no one figure."""
    rest = bare_text(text)
    if _MORE.search(rest):
        return None
    for body in sorted(bodies, key=len, reverse=True):
        rest = rest.replace(body, "，", 1)
    if re.search(r"[（(](?:不?含|包括|连同)\D", rest):
        return None  # 农林水支出（含结转）is another line than its carried-over part
    rest = re.sub(r"[（(]([^）)]*)[）)]", r"，\1，", rest)
    last = _LAST.search(rest) is not None
    month = _MONTH.search(rest)
    number = _month(month[1]) if month else None
    rest = _MONTH.sub("，", rest)
    rest = re.sub("去年|上一?年(?!结转|结余)", "，", _TIME.sub("，", rest))
    money = _AMOUNT.search(rest)
    asked = None if money else _ASKED.search(rest)
    if asked is None and money is None and _IN_WORDS.search(rest):
        return None
    unit = (asked["unit"] or asked["size"] or "") if asked else ""
    price = None
    if unit and (found := _ABOVE.search(rest)) and ("设备" in rest or "大件" in rest):
        price = _price(found)
        rest = rest[: found.start()] + "，" + rest[found.end() :] if price else rest
    if asked or money:
        rest = (_ASKED if asked else _AMOUNT).sub("，", rest)
    said: list[str] = []
    for clause in re.split(r"[，,。；;？?！!、\s“”\"'—…：:]+", rest):
        for word in _words_of(clause):
            if is_barring(word):
                return None
            if not is_inert(word) and word not in said:
                said.append(word)
    bought = speaks_of_buying(text)
    return Heard(tuple(said), _UNITS.get(unit, (unit,) if unit else ()), number, price, last, bought)


def is_counted_in(unit: str, units: Sequence[str]) -> bool:
    """Whether a printed unit is one of those asked for, or names it beside another: 台（套）, 台/套."""
    return unit in units or any(part in units for part in re.split(r"[/、（）()]", unit) if part)


def asks_for_money(words: str) -> bool:
    """Whether a question asks for money in so many words: 多少钱, 几万; 多少 alone may be of anything."""
    return re.search(r"钱|多少[万亿]?元|几[万亿]", words) is not None


def speaks_of_buying(words: str) -> bool:
    """Whether words speak of what is bought, not of what is there; 购置及运行费 names a line of both."""
    return _BUYING.search(words) is not None


def without_times(text: str) -> str:
    """A text without its years and times."""
    return _LAST.sub("", _TIME.sub("", text))


def asking_clauses(text: str) -> list[str]:
    """The clauses of a question that ask for a figure each: 会议费多少，开几次，多少人."""
    said = [c for clause in re.split(r"[，,；;。？?！!]", bare_text(text)) for c in _each_asking(clause)]
    return [c for c in said if _ASKED.search(c) or _AMOUNT.search(c)]


def _each_asking(clause: str) -> list[str]:
    """The parts of a clause that each ask for a number of their own (多少法官、多少法警); else the clause."""
    parts = clause.split("、")
    return parts if all(_ASKED.search(part) for part in parts) else [clause]


def _words_of(clause: str) -> Iterator[str]:
    """The words of a clause: those of everyday life whole, the rest as the segmenter cuts it."""
    at = 0
    for found in everyday_words().finditer(clause):
        yield from naming_words(clause[at : found.start()])
        yield found[0]
        at = found.end()
    yield from naming_words(clause[at:])


def bare_text(text: str) -> str:
    """A question with its signs in one width, its stops kept."""
    return words_of(text).text


def prints_price(label: str, price: Decimal) -> bool:
    """Whether a label prints a least price: 单价100万元以上的设备."""
    return any(Decimal(found) == price for found in _PRINTED.findall(bare(label)))


def _price(found: re.Match[str]) -> Decimal | None:
    number, scale = found["number"] or "", found["scale"] or ""
    if number and number[0].isdigit():
        base = value_of(number)
        return base * {"": 1, "十": 10, "百": 100, "千": 1000}[scale]
    value = _NUMERALS.get(number + scale)
    return None if value is None or not (number or scale) else Decimal(value)


def _month(digits: str) -> int:
    if digits.isdigit():
        return int(digits)
    tens, _, ones = digits.partition("十") if "十" in digits else ("", "", digits)
    value = "零一二三四五六七八九".find(ones) if ones else 0
    return (10 if "十" in digits else 0) + value if not tens else value
