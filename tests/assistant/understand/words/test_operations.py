"""The grammar of operations: many ways to say one thing, none of them a list of whole phrases."""

from decimal import Decimal

import pytest

from assistant.understand.words.limits_said import Comparison, percents_in_digits
from assistant.understand.words.operations import Said, moving, operations_said


def said(text: str, family: str, role: str) -> list[Said]:
    """What the grammar takes for a role in a text."""
    return [s for s in operations_said(text) if (s.family, s.role) == (family, role)]


@pytest.mark.parametrize(
    "text", ["砍了多少", "降下来多少", "缩水了几万", "压减掉多少钱", "少花多少", "跌去多少", "减了多少万元"]
)
def test_less_is_asked_in_many_words(text: str) -> None:
    assert said(text, "operator", "decrease") or said(text, "operator", "difference")


@pytest.mark.parametrize("text", ["多出来多少", "涨了多少", "多花了多少钱", "高出几万元", "贵多少", "提高了多少"])
def test_more_is_asked_in_many_words(text: str) -> None:
    assert said(text, "operator", "increase") or said(text, "operator", "difference")


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("降了几成", "decrease"), ("跌了百分之几", "decrease"), ("涨了几个点", "increase"), ("变动比例", None),
        ("同比压减比例", "decrease"), ("下降的百分率", "decrease"), ("提高幅度", "increase"), ("增减幅度", None),
    ],
)  # fmt: skip
def test_a_rate_keeps_its_direction(text: str, direction: str | None) -> None:
    found = said(text, "operator", "growth")
    assert found and moving(text[min(s.start for s in found) : max(s.end for s in found)]) == direction


@pytest.mark.parametrize(
    ("text", "sign", "value", "unit"),
    [
        ("过亿元的项目", ">", "100000000", "元"),
        ("不到三十万的科目", "<", "300000", "元"),
        ("五十万以上", ">=", "500000", "元"),
        ("没超过20万元", "<=", "200000", "元"),
        ("上千万的工程", ">", "10000000", "元"),
    ],
)
def test_a_threshold_in_words(text: str, sign: str, value: str, unit: str) -> None:
    found = [s.value for s in said(text, "compare", sign)]
    told = {(v.value, v.unit) for v in found if isinstance(v, Comparison)}
    assert (Decimal(value), unit) in told, told


@pytest.mark.parametrize("text", ["从高到低", "由多到少排一排", "按金额从大到小排列", "从大到小的顺序排个队"])
def test_an_order_downward(text: str) -> None:
    assert said(text, "order", "top")


@pytest.mark.parametrize(("text", "count"), [("头三名", 3), ("前三甲", 3), ("取前5", 5), ("跌得最凶的两个", 2)])
def test_a_rank_with_its_number(text: str, count: int) -> None:
    assert count in {s.value for s in said(text, "rank", "top")}


def test_the_year_before_in_other_words() -> None:
    for text in ("跟上年的年初预算相比", "比头一年", "较上一年", "同去年比"):
        assert said(text, "context", "basis"), text
    assert said("比上年执行数", "context", "basis_execution")


def test_an_alternative_set_aside() -> None:
    for text in ("我说的是年初预算不是决算", "三公（不用今年的）", "委托业务费，不只是基本支出"):
        assert said(text, "aside", "aside"), text
    assert not said("不是一般公共预算的项目有几个", "aside", "aside")


def test_least_and_need_are_no_gap() -> None:
    for text in ("最多多少", "至少多少"):
        assert not said(text, "operator", "difference"), text


def test_what_a_set_holds_anyway_is_set_aside_of_a_set_alone() -> None:
    for text in ("项目（含结转）超过200万", "含上年结转的项目有几个"):
        assert said(text, "aside", "aside"), text
    assert not said("农林水支出（含结转）是多少", "aside", "aside")
    assert not said("项目（不含结转）有几个", "aside", "aside")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("二百六十八万多", "2680000", "2690000"),
        ("三百多万", "3000000", "4000000"),
        ("260多万元", "2600000", "2700000"),
        ("1.2亿多", "120000000", "130000000"),
    ],
)
def test_an_amount_told_by_its_first_digits(text: str, low: str, high: str) -> None:
    (found,) = said(text, "compare", "about")
    assert isinstance(found.value, Comparison)
    assert (found.value.value, found.value.upper) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", ["减了三十多万", "多出三百多万元"])
def test_a_change_names_no_line(text: str) -> None:
    assert not said(text, "compare", "about")


@pytest.mark.parametrize("text", ["从高到低怎么排", "由多到少咋排", "如何从大到小排", "怎么个排法"])
def test_how_an_order_comes_out_asks_for_no_reason(text: str) -> None:
    assert said(text, "order", "top")


def test_an_amount_told_by_its_first_digits_may_be_a_lower_bound() -> None:
    (found,) = said("一亿多以上的项目", "compare", ">=")
    assert found.value == Comparison(">=", Decimal(100_000_000), "元")


@pytest.mark.parametrize("text", ["劳务费（基本、项目都算）", "不分基本还是项目", "劳务费连基本带项目一共"])
def test_both_kinds_of_spending_are_said_together(text: str) -> None:
    assert said(text, "aside", "both_kinds")
    assert not said("劳务费基本支出和项目支出各多少", "aside", "both_kinds")


@pytest.mark.parametrize("text", ["精确到两位小数的百分数", "小数点后两位", "百分比的形式"])
def test_how_a_share_should_look_narrows_nothing(text: str) -> None:
    assert max(s.end - s.start for s in said(text, "filler", "form")) == len(text)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("超过一千万元(不含正好一千万)的项目", "超过一千万元(不含正好一千万)"),
        ("500万元以上(不含本数)的项目", "500万元以上(不含本数)"),
        ("超过500万元(不含506.95万元)的项目", "超过500万元"),
    ],
)
def test_a_bracket_may_leave_out_the_limit_itself_and_nothing_else(text: str, taken: str) -> None:
    assert text[: next(s.end for s in said(text, "compare", ">"))] == taken


def test_a_number_of_people_is_told_by_its_first_digits() -> None:
    (told,) = said("一百多人", "compare", "about")
    assert (told.value.value, told.value.unit, told.value.upper) == (101, "人", 200)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("百分之百的", "100%的"),
        ("百分之九十五以上", "95%以上"),
        ("占百分之几", "占百分之几"),
        ("百分之十几", "百分之十几"),
    ],
)
def test_rates_in_words_are_put_in_digits(text: str, digits: str) -> None:
    assert percents_in_digits(text) == digits


def test_a_clause_may_only_say_whose_figures_are_meant() -> None:
    assert [s.start for s in said("加起来多少？只算某市政务中心的。", "filler", "form")] == [6]
    assert not said("项目支出合计多少？只算货物类。", "filler", "form")


def test_a_hundred_million_before_what_is_rounded() -> None:
    (about,) = said("那两亿六千多万主要花在哪", "compare", "about")
    assert isinstance(about.value, Comparison)
    assert (about.value.value, about.value.upper) == (Decimal(260_000_000), Decimal(270_000_000))


@pytest.mark.parametrize("text", ["总盘子是多少万？", "购房补贴多少万", "合多少个万"])
def test_ten_thousands_asked_for_at_the_end_are_the_unit(text: str) -> None:
    assert [s.value for s in said(text, "unit", "output")] == ["万元"]
