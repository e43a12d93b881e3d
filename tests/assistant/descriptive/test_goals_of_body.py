"""What a body aims at, where none of its projects is named."""

import pytest

from tests.assistant.conftest import Asked, asked_of_pages

_TABLE = """
<h1>云汀市水利局2026年部门预算</h1><h3>{title}</h3><p>单位：万元</p><table border=1>
<tr><td>项目名称</td><td>预算金额</td><td>绩效目标</td></tr>
<tr><td>河道清淤</td><td>30.00</td><td>清淤河道十二公里，行洪通畅。</td></tr>
<tr><td>堤防养护</td><td>20.00</td><td>养护堤防，安全度汛。</td></tr></table>
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return asked_of_pages(tmp_path_factory, {"a.html": _TABLE.format(title="项目支出绩效目标表")})


@pytest.mark.parametrize("question", ["水利局绩效目标有哪些", "云汀市水利局2026年的绩效目标是什么？", "水利局绩效目标"])
def test_the_goals_of_its_projects_are_told_each_under_its_name(asked: Asked, question: str) -> None:
    told = asked(question)
    assert all(words in told.text for words in ("河道清淤", "清淤河道十二公里", "堤防养护", "安全度汛"))


def test_goals_of_the_whole_are_not_those_of_projects(asked: Asked) -> None:
    assert asked("水利局整体绩效目标是什么").kind == "refusal"
    assert "清淤河道" not in asked("水利局整体绩效目标是什么").text


def test_the_goal_of_one_project_is_told_alone(asked: Asked) -> None:
    assert "安全度汛" not in asked("水利局河道清淤的绩效目标是什么").text
