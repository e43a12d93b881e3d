"""Secret rows that are not printed, numbers of bodies with their names, and sections asked for by their bare names."""

import pytest

from assistant.answer import AnswerKind
from tests.assistant.conftest import Asked, asked_of_pages

PAGE = """云汀市测绘局2026年部门预算
一、主要职责
（一）负责全市测绘管理。
二、工作任务
2026年完成全市地形图更新，开展界线测绘。
三、部门预算构成
云汀市测绘局部门预算包括本级及下属2家预算单位。具体包括：
1.云汀市测绘院。
2.云汀市地图编制中心。
四、收支预算
2026年收入预算800万元，支出预算800万元。
备注：涉密项目按要求不予公开。
五、国有资产占用情况
截至2025年底，共有车辆3辆。
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return asked_of_pages(tmp_path_factory, {"a.txt": PAGE})


@pytest.mark.parametrize("question", ["云汀市测绘局涉密项目有哪些", "云汀市测绘局有几个涉密项目"])
def test_why_secret_rows_are_not_printed_is_quoted(page: Asked, question: str) -> None:
    answer = page(question)
    assert answer.kind is AnswerKind.REFUSAL
    assert "涉密项目按要求不予公开" in answer.text
    assert answer.sources


def test_those_counted_are_named_where_they_are_asked_for_too(page: Asked) -> None:
    answer = page("云汀市测绘局的下属单位有几个，都是什么")
    assert "云汀市测绘院" in answer.text and "云汀市地图编制中心" in answer.text, answer.text


def test_a_section_asked_for_by_its_name_alone_is_no_budget(page: Asked) -> None:
    answer = page("云汀市测绘局2026年的工作任务")
    assert answer.kind is AnswerKind.TEXT
    assert "地形图更新" in answer.text


def test_what_a_body_holds_is_told_as_its_section(page: Asked) -> None:
    answer = page("云汀市测绘局国有资产占用情况")
    assert answer.kind is AnswerKind.TEXT
    assert "共有车辆3辆" in answer.text
