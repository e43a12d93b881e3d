"""What a header or label says by itself."""

import pytest

from assistant.finding.labels import is_of_other_side, is_total_leaf, is_unit_label


@pytest.mark.parametrize(
    "name", ["青泽市铁路建设服务中心", "青泽市政府采购中心", "青泽市公路事业发展中心", "青泽县看守所", "青泽县福利院"]
)
def test_a_body_may_bear_the_word_for_what_it_does(name: str) -> None:
    assert is_unit_label(name)


@pytest.mark.parametrize("name", ["青泽市指挥中心建设", "活动中心建设项目", "群众文化活动中心", "青泽市设备采购"])
def test_a_project_is_no_body(name: str) -> None:
    assert not is_unit_label(name)


@pytest.mark.parametrize(
    "key",
    ["资金总额", "年度资金总额", "项目资金合计", "项目总额", "总金额", "合计", "预算数", "当年预算万元", "金额元"],
)
def test_a_header_that_names_nothing_but_the_whole(key: str) -> None:
    assert is_total_leaf(key)


@pytest.mark.parametrize("key", ["其他资金", "财政资金总额", "采购总额", "财政拨款", "本级支出万元"])
def test_a_header_that_names_a_part(key: str) -> None:
    assert not is_total_leaf(key)


def test_a_column_of_the_other_side() -> None:
    assert is_of_other_side("政府性基金支出", ("本年收入",))
    assert is_of_other_side("政府性基金支出", ("年末结转和结余",))
    assert not is_of_other_side("政府性基金支出", ("本年支出", "小计"))
    assert not is_of_other_side("政府性基金", ("本年收入",))
