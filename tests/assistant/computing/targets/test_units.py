"""Which questions ask for a target, and which targets are in the unit that is asked for."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.computing.targets.pool import Place
from assistant.computing.targets.units import asks_a_target, thing_counted, unit_fit, with_its_count, with_verb
from assistant.finding.evidence import Found
from ingest.records.figure import Indicator


def _place(text: str, unit: str | None) -> Place:
    indicator = Indicator(
        "i", "d", None, None, "巡查经费", None, None, "名", text, "≥", Decimal(3), unit, "年度", 1, None
    )
    return Place(None, indicator, ("名", "巡查经费", text))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "text", "unit", "fits"),
    [
        ("开门最慢几秒", "≤3秒", "秒", True),
        ("开门最慢几秒", "≥3台", "台", False),
        ("要买多少台电脑", "3台", "台", True),
        ("最多花多少钱", "≤3万元", "万元", True),
        ("最多花多少钱", "≥3%", "%", False),
        ("什么时候做完", "12月前完成", None, True),
        ("什么时候做完", "≥3个", "个", False),
        ("要配多少人", "不少于3名", "名", True),
        ("换管道花多少", "≤3万元/公里", "万元", False),
        ("换管道每公里花多少", "≤3万元/公里", "万元", True),
        ("要清运多少吨垃圾", "≥3吨", "吨", True),
        ("要清运多少吨垃圾", "≥3公里", "公里", False),
        ("要疏浚几公里河道", "≥3公顷", "公顷", False),
    ],
)
def test_a_target_is_in_the_unit_asked_for(words: str, text: str, unit: str | None, fits: bool) -> None:
    assert (unit_fit(words, _place(text, unit)) > 0) is fits


def test_the_money_of_a_line_is_no_target() -> None:
    assert not asks_a_target("巡查平台二期给了多少")
    assert asks_a_target("巡查平台每次巡查最多花多少钱")
    assert asks_a_target("设备购置里打印机的数量是多少")


def test_a_name_that_says_what_it_counts_counts_nothing_else() -> None:
    indicator = replace(_place("4", None).indicator, name="培训场次")
    place = Place(None, indicator, ("培训场次", "巡查经费", "4"))  # type: ignore[arg-type]
    assert unit_fit("一共多少人", place) == 0 and unit_fit("办几场", place) > 1


@pytest.mark.parametrize(
    ("text", "name", "words", "told"),
    [
        ("《水韵》被下载量=全年4期总下载量8000次以上", "文章下载量", "文章下载量指标值", (Decimal(8000), "次")),
        ("发行期数和发行量=全年4期，总发行量不低于6000册", "发行情况", "总发行量目标是多少", (Decimal(6000), "册")),
        ("400卷档案归档率达100%", "档案归档率", "档案归档率是多少", (Decimal(100), "%")),
        ("全年4期，总发行量不低于6000册", "发行情况", "发行情况的指标值是多少", None),
        ("首年下载量300次，次年下载量500次", "下载量", "下载量指标值是多少", None),
        ("下载量800次", "下载量", "下载量指标何时完成", None),
    ],
)
def test_a_quantity_in_words_is_told_by_its_number(
    text: str, name: str, words: str, told: tuple[Decimal, str] | None
) -> None:
    indicator = replace(_place(text, None).indicator, name=name)
    place = Place(None, indicator, (name, "巡查经费", text))  # type: ignore[arg-type]
    found = with_its_count(Found(name, None, None, [], note=text), place, words)
    assert (found.value, found.unit) == (told or (None, None))


def test_the_word_for_getting_is_meant_of_each_part() -> None:
    assert with_verb("几台打印机", "要买几台电脑") == "买几台打印机"
    assert with_verb("满意度多少", "要买几台电脑") == "满意度多少"
    assert with_verb("几台打印机", "有几台电脑") == "几台打印机"


@pytest.mark.parametrize(
    ("words", "fits"), [("每天最少清运几吨垃圾", True), ("一年清运几吨垃圾", False), ("每月清运几吨垃圾", False)]
)
def test_a_quantity_of_a_day_is_told_of_no_other_span(words: str, fits: bool) -> None:
    indicator = replace(_place("≥12吨", "吨").indicator, name="垃圾日清运量")
    place = Place(None, indicator, ("垃圾日清运量", "集镇保洁", "≥12吨"))  # type: ignore[arg-type]
    assert (unit_fit(words, place) > 1.0) is fits


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("有多少高龄老人领津贴", "高龄老人"),
        ("多少困难学生能拿补助", "困难学生"),
        ("多少企业享受研发补助", "企业"),
        ("多少补贴资金得到落实", None),
        ("高龄老人能领多少津贴", None),
        ("拿到多少财政补助", None),
    ],
)
def test_who_gets_money_is_counted_and_what_they_get_is_not(words: str, counted: str | None) -> None:
    assert thing_counted(words) == counted
