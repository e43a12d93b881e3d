"""Targets found by what is said of them: by their words, their unit, their project, side by side, and as a set."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored


@pytest.fixture
def targets(tmp_path: Path) -> Asked:
    """A department whose three projects set targets that resemble each other."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_targets", "项目支出绩效目标表", (("金额",),))
    for label, amount, own in (
        ("水情宣讲服务项目", "12.00", (
            ("河长讲堂场次", "≥6场", "6", "场"), ("讲堂听众人次", "900", "900", None),
            ("平均每场讲堂费用", "≤2万元/场", "2", "万元/场"), ("听众满意度", "≥90%", "90", "%"),
        )),
        ("河道清淤服务", "80.00", (
            ("清淤长度", "≥35公里", "35", "公里"), ("工程验收合格率", "≥98%", "98", "%"),
            ("完工时间", "≤10月", "10", "月"), ("工程师（元/人/天）", "≤700", "700", "元/人/天"),
            ("造价员（元/人/天）", "≤550", "550", "元/人/天"),
        )),
        ("泵站维修服务", "40.00", (
            ("工程验收合格率", "≥95%", "95", "%"), ("故障响应时间", "≤30分钟", "30", "分钟"),
            ("泵站停机率", "低于20%", "20", "%"), ("设备利用提高率", "≥15%", "15", "%"),
        )),
    ):  # fmt: skip
        row = draft.row(table, label, (amount,))
        for name, text, value, unit in own:
            draft.indicator(row, name, text, value, unit)
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("水利局宣讲项目今年要办几场", ["6"]),
        ("水利局河长讲堂打算让多少人次来听", ["900"]),
        ("水利局泵站维修，出了故障最慢几分钟有响应", ["30"]),
        ("水利局河道清淤几月前做完", ["10"]),
        ("水利局泵站维修服务，预计能让设备利用提高几个百分点", ["15"]),
        ("水利局河道清淤服务和泵站维修服务的验收合格率分别定多少", ["98", "95"]),
        ("水利局河道清淤请工程师和造价员，每人每天差多少钱", ["150", "700", "550"]),
    ],
)
def test_a_target_is_found_by_what_is_said_of_it(targets: Asked, question: str, values: list[str]) -> None:
    answer = targets(question)
    assert [str(f.value) for f in answer.figures] == values, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "水利局女工程师每天多少钱",
        "水利局宣讲项目要办几次展览",
        "水利局泵站维修要请几个专家",
        "水利局河道清淤服务和泵站维修服务的听众满意度差多少",
    ],
)
def test_a_target_that_leaves_a_word_out_is_none(targets: Asked, question: str) -> None:
    assert targets(question).kind in (AnswerKind.REFUSAL, AnswerKind.CLARIFICATION)


def test_projects_are_told_apart_by_their_targets(targets: Asked) -> None:
    assert [i.label for i in targets("水利局哪些项目考核工程验收合格率").items] == ["河道清淤服务", "泵站维修服务"]
    assert [i.label for i in targets("水利局哪个项目要求泵站停机率低于两成").items] == ["泵站维修服务"]
    assert [i.label for i in targets("水利局哪个项目的绩效指标最多").items] == ["河道清淤服务"]


def test_a_turn_asks_for_another_target_of_the_same_project(targets: Asked) -> None:
    answer = targets("那几月完成", "水利局河道清淤服务多少钱")
    assert [str(f.value) for f in answer.figures] == ["10"], answer.text
