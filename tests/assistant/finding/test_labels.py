"""Which row labels name a body that spends."""

import pytest

from assistant.finding.labels import is_unit_label


@pytest.mark.parametrize("name", ["青泽市铁路建设服务中心", "青泽市政府采购中心", "青泽市公路事业发展中心"])
def test_a_body_may_bear_the_word_for_what_it_does(name: str) -> None:
    assert is_unit_label(name)


@pytest.mark.parametrize("name", ["青泽市指挥中心建设", "活动中心建设项目", "群众文化活动中心", "青泽市设备采购"])
def test_a_project_is_no_body(name: str) -> None:
    assert not is_unit_label(name)
