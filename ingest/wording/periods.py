"""Years and stages of the budget cycle: 2026年度, 二〇二六年, 上年, 年初预算数, 上年执行数, 决算."""

import re
from dataclasses import dataclass

from ingest.records.document import Stage
from ingest.wording.chinese_numerals import DIGIT_CHARACTERS, digits_in_order
from ingest.wording.glyphs import characters
from ingest.wording.numbers import narrow

FIRST_YEAR, LAST_YEAR = 1990, 2099

_DIGIT = "[0-9０-９]"
_YEAR = re.compile(
    rf"(?<![0-9０-９.,])(?P<arabic>(?:1\s?9|2\s?0|１９|２０)\s?{_DIGIT}\s?{_DIGIT})(?:\s*(?:财政|预算|会计)?\s*(?P<mark>年度?))"
    rf"|(?P<chinese>[二两][{DIGIT_CHARACTERS}]{{3}}|一九[{DIGIT_CHARACTERS}]{{2}})\s*(?P<mark2>年度?)"
    rf"|(?<![0-9０-９.,])(?P<short>[0-9]{{2}})年(?P<mark3>度|(?=[的部预决收支财]))"
)
_BARE_YEAR = re.compile(r"(?<![0-9A-Za-z])(?<![0-9][.,])(?:19|20)\d\d(?![0-9A-Za-z]|[.,][0-9])")
# Longest first; the offset is to the year the text speaks from.
_RELATIVE = {
    "大前年": -3, "前年度": -2, "前年": -2, "上上年": -2,
    "上一年度": -1, "上一年": -1, "上年度": -1, "上年": -1, "去年": -1, "去年度": -1,
    "往年": -1, "前一年度": -1, "前一年": -1,
    "本年度": 0, "本年": 0, "今年": 0, "今年度": 0, "当年度": 0, "当年": 0, "该年度": 0, "该年": 0,
    "明年": 1, "下一年度": 1, "下一年": 1, "下年度": 1, "下年": 1, "次年": 1, "后年": 2,
}  # fmt: skip
_RELATIVE_WORD = re.compile("|".join(sorted(_RELATIVE, key=len, reverse=True)))
# 2025年执行, 上年预计完成: a year and what was done in it, and nothing else.
_DONE = r"(?:20\d\d年?度?|[上去本当今]年度?)(?:预计|实际)?(?:执行|完成)(?:[(（]|$)"
_STAGES: tuple[tuple[re.Pattern[str], Stage], ...] = (
    (
        re.compile("预算执行|执行数|预计执行|实际执行|执行情况|执行额|实际完成|完成数|支出执行|" + _DONE),
        Stage.EXECUTION,
    ),
    (re.compile("决算|实际支出数|实际发生|实支"), Stage.FINAL_ACCOUNT),
    (re.compile("调整(?:后)?预算|预算调整|全年预算数?|调整数|调整后"), Stage.ADJUSTED_BUDGET),
    (re.compile("年初预算|部门预算|预算数|预算|批复数|批复预算|安排数|当年安排"), Stage.BUDGET),
)


@dataclass(frozen=True, slots=True)
class YearSpan:
    """A year said in a text; ``relative`` is its distance to the text's own year where only that is said."""

    year: int | None
    start: int
    end: int
    relative: int | None = None

    def resolve(self, current: int | None) -> int | None:
        """The calendar year, given the year the text speaks from."""
        if self.year is not None:
            return self.year
        return None if current is None or self.relative is None else current + self.relative


def _in_range(year: int | None) -> int | None:
    return year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None


def calendar_years(text: str) -> tuple[YearSpan, ...]:
    """Years written out: 2026年, 2026年度, ２０２６年, 二〇二六年, 26年度."""
    found = []
    for match in _YEAR.finditer(characters(text)):
        if match["arabic"]:
            year = int(re.sub(r"\s", "", narrow(match["arabic"])))
        elif match["chinese"]:
            digits = digits_in_order(match["chinese"])
            year = 0 if digits is None else digits
        else:
            year = 2000 + int(match["short"])
        if _in_range(year):
            found.append(YearSpan(year, match.start(), match.end()))
    return tuple(found)


def bare_years(text: str) -> tuple[YearSpan, ...]:
    """Four digits that may be a year though 年 is left out: ``2026 部门预算``, ``2025-2026``."""
    return tuple(YearSpan(int(m.group()), m.start(), m.end()) for m in _BARE_YEAR.finditer(narrow(text)))


# Money brought forward is of the year that spends it: 上年实户资金余额 (Shaanxi's tables), 上年财政拨款结转.
_BROUGHT_FORWARD = re.compile(
    r"[^预算决数年初末底，,。；;、：:（(\d]{0,8}?(?:结转|结余)|(?:[实专账]?户?资金|账户)?余额"
)


def relative_years(text: str) -> tuple[YearSpan, ...]:
    """Words for a year near the text's own: 上年, 去年, 本年, 明年. ``上年结转`` is a kind of money, not a year."""
    found = []
    for match in _RELATIVE_WORD.finditer(text):
        after = text[match.end() : match.end() + 12]
        if match.group().startswith("上年") and _BROUGHT_FORWARD.match(after):
            continue
        if after.startswith(("初", "末", "底", "终")) and match.group().startswith("本年") and after.startswith("末"):
            continue
        found.append(YearSpan(None, match.start(), match.end(), _RELATIVE[match.group()]))
    return tuple(found)


def years_in(text: str) -> tuple[YearSpan, ...]:
    """All years said in a text, written out or relative, in order."""
    return tuple(sorted(calendar_years(text) + relative_years(text), key=lambda span: span.start))


def year_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Ranges of years: 2024—2026年, 2024年至2026年, 2024-2026年度."""
    pattern = re.compile(r"((?:19|20)\d\d)\s*年?度?\s*(?:-|—|－|–|~|～|至|到)+\s*((?:19|20)\d\d)\s*年")
    pairs = ((int(m[1]), int(m[2])) for m in pattern.finditer(narrow(characters(text)).replace("～", "~")))
    return tuple((first, last) for first, last in pairs if first <= last)


def stage_in(text: str) -> Stage | None:
    """The stage a header or phrase names (执行数, 决算, 调整预算, 年初预算, 预算), or None."""
    tight = re.sub(r"\s+", "", characters(text))
    for pattern, stage in _STAGES:
        if pattern.search(tight):
            return stage
    return None


# The words that names of years, stages and their rates are made of: 2024年预算数, 决算数, 完成%, 比上年增减率.
_PERIOD_NAME = re.compile(
    r"(?:20\d\d年?度?|[上本当去今前]年度?|年[初末]|调整后?|全年|预算|决算|执行|完成|实际|支出|安排|同比|[占为比较与的数额率%]|"
    r"增减|增长|变动|变化|差[额异]|金额|幅度?|比例|比重|进度|情况)+(?:[(（](?:[百千万亿]*元|%)[)）])?"
)
_TELLS_PERIOD = re.compile(r"20\d\d年|[上本当去今前]年|预算|决算|执行|完成|增减|增长|差[额异]")


def is_period_name(text: str) -> bool:
    """Whether a cell says nothing but the year, the stage or the rate that its amounts are of: 预算数, 完成%."""
    tight = narrow(re.sub(r"\s+", "", characters(text)))
    return _PERIOD_NAME.fullmatch(tight) is not None and _TELLS_PERIOD.search(tight) is not None


# Over several years and of none of them: 三年合计 behind 2016年, 2017年, 2018年.
_OF_YEARS = re.compile(r"(?:近|前|这)?[二两三四五六七八九十\d]{1,2}年(?:累计|合计|总计|总额|小计|总数)(?:数|额)?")


def column_period(levels: tuple[str, ...], year: int | None, stage: Stage) -> tuple[int | None, Stage]:
    """The year and stage of a figure column, from its header levels; the table's own where none is said.

    A last-year column of a budget is a budget (``上年预算数``) unless it says 执行 or 决算. A sum over years has none.
    """
    own_year, own_stage = year, stage
    for level in levels:
        if _OF_YEARS.fullmatch(re.sub(r"\s+", "", level)):
            own_year = None
        said = years_in(re.sub(r"\s+", "", level))
        if said and len({s.resolve(year) for s in said}) == 1:
            own_year = said[0].resolve(year)
        named = stage_in(level)
        if (
            named is not None
            and not re.search("预算(?:拨款|收入|资金|财政)|公共预算|基金预算|经营预算", re.sub(r"\s+", "", level))
        ) or named in (Stage.EXECUTION, Stage.FINAL_ACCOUNT):
            own_stage = named
    return own_year, own_stage
