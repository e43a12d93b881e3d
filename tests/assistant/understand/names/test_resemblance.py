"""What resembles a name, and what says another word in one place of it."""

import pytest

from assistant.understand.everyday.uncovered_words import keeps_telling
from assistant.understand.names.fuzzy import resemblance


@pytest.mark.parametrize("words", ["公务用船购置费", "公务接送费", "提货补贴"])
def test_another_sign_makes_another_thing(words: str) -> None:
    names = {"公务用船购置费": "公务用车购置费", "公务接送费": "公务接待费", "提货补贴": "提租补贴"}
    assert resemblance(words, names[words]) < 0.74


def test_an_amount_for_each_is_no_line_of_the_budget() -> None:
    assert resemblance("生均支出", "卫生健康支出") == resemblance("户均补助", "住户补助") == 0.0
    assert resemblance("均衡转移支付", "均衡性转移支付") >= 0.74


def test_a_sign_that_sounds_or_looks_alike_is_a_slip() -> None:
    assert resemblance("提祖补贴", "提租补贴") >= 0.74
    assert resemblance("信息化建没", "信息化建设") >= 0.74


def test_half_a_word_that_goes_on_otherwise_is_another() -> None:
    assert not keeps_telling("日常保障运输", "日常保障运行")
    assert keeps_telling("河道巡查做", "河道巡查经费")


@pytest.mark.parametrize(
    "said", ["12368热线平台运营", "水务1236热线平台运营", "水务12369热线第二平台运营", "2369热线平台"]
)
def test_another_number_or_ordinal_is_another_name(said: str) -> None:
    assert resemblance(said, "水务12369热线平台运营项目") == 0.0


def test_a_numeral_that_a_name_lacks_makes_another_name() -> None:
    assert resemblance("四公经费", "公用经费") == resemblance("五项经费", "专项经费") == 0.0
    assert resemblance("一般公共服务", "一般公共服务支出") > 0.74


def test_a_name_with_its_number_resembles() -> None:
    assert resemblance("水务12369热线平台运营", "水务12369便民热线平台运营项目") > 0.74


def test_a_word_that_denies_is_no_slip() -> None:
    assert resemblance("工程验收不合格率", "工程验收合格率") == resemblance("未登记车辆", "登记车辆") == 0.0
    assert resemblance("不动登记中心", "不动产登记中心") > 0.74
