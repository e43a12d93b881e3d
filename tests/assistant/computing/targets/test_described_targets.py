"""Targets found by what is said of them: by their words, their unit, their project, side by side, and as a set."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import STATION, WATER, Draft, parks, stored


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
        ("按项目支出绩效目标表，水利局河道清淤服务的清淤长度指标值是多少公里", ["35"]),
        ("水利局河道清淤服务项目绩效目标里，清淤长度的指标值是多少公里", ["35"]),
        ("清淤长度的目标值是多少公里？说的是水利局的河道清淤服务项目。", ["35"]),
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


def test_what_each_of_a_kind_may_cost_is_a_bound_and_no_rank(targets: Asked) -> None:
    answer = targets("每场最多花多少？", "水利局水情宣讲服务项目多少钱", "要办几场？")
    assert [str(f.value) for f in answer.figures] == ["2"], answer.text
    assert targets("每辆车最多花多少？", "水利局水情宣讲服务项目多少钱").kind is AnswerKind.REFUSAL


@pytest.mark.parametrize(
    ("turn", "values"),
    [
        ("清淤多少公里、几月完成", ["35", "10"]),
        ("工程师和造价员每人每天各是多少钱", ["700", "550"]),
    ],
)
def test_every_part_of_a_turn_is_answered(targets: Asked, turn: str, values: list[str]) -> None:
    answer = targets(turn, "水利局河道清淤服务多少钱")
    assert [str(f.value) for f in answer.figures] == values, answer.text


def test_the_project_that_is_asked_for_is_told_with_its_targets(targets: Asked) -> None:
    answer = targets("水利局哪个项目办河长讲堂，办几场，多少人次来听？")
    assert [str(f.value) for f in answer.figures] == ["6", "900"], answer.text


@pytest.fixture
def units(tmp_path: Path) -> Asked:
    """A department with two units that have a project of one name, targets of two periods, and a withheld goal."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_targets", "项目支出绩效目标表", (("金额",),))
    own = draft.row(table, "信息系统维护", ("12.00",), body=WATER)
    other = draft.row(table, "信息系统维护", ("7.00",), body=STATION)
    feast = draft.row(table, "第三届云汀龙舟节", ("60.00",), body=WATER)
    draft.row(table, "夜间消费月", ("30.00",), body=WATER)
    secret = draft.row(table, "专项工作经费（一）", ("5.00",), body=WATER, secret=True)
    draft.indicator(own, "职工满意度", "≥86%", "86", "%")
    draft.indicator(other, "职工满意度", "≥98%", "98", "%")
    draft.indicator(feast, "拉动消费金额", "≥7亿元", "7", "亿元")
    draft.indicator(feast, "观众人次", "≥200人次", "200", "人次")
    draft.indicators.append(
        replace(draft.indicators[-1], id="a-whole", period="实施周期", text="≥600人次", value=Decimal(600))
    )
    draft.words(secret, "总体绩效目标", "涉密")
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))


def test_projects_of_one_name_are_those_of_several_units(units: Asked) -> None:
    answer = units("水利局哪些项目的满意度不低于95%")
    assert answer.text.splitlines()[1:] == ["1. 信息系统维护：7.00万元"]


def test_a_target_leans_on_the_project_named_before(units: Asked) -> None:
    answer = units("云汀龙舟节花多少钱，想拉动多少消费？")
    assert [str(f.value) for f in answer.figures] == ["60.00", "7"], answer.text


def test_a_turn_asks_for_the_other_period_alone(units: Asked) -> None:
    answer = units("那整个实施周期呢？", "水利局第三届云汀龙舟节的观众人次目标是多少")
    assert [str(f.value) for f in answer.figures] == ["600"], answer.text


def test_what_is_printed_in_place_of_a_withheld_goal(units: Asked) -> None:
    answer = units("水利局的专项工作经费（一）具体要达到什么绩效目标？")
    assert "涉密" in answer.text and not answer.figures


def test_a_line_named_before_is_what_units_are_ranked_by(units: Asked) -> None:
    answer = units("水利局信息系统维护一共多少，哪个单位最少")
    assert "7.00" in answer.text and "5.00" not in answer.text, answer.text


def test_a_unit_in_a_printed_name_asks_for_no_units(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_targets", "项目支出绩效目标表", (("金额",),))
    for place, amount in (("古堰", "8.00"), ("石桥", "5.00"), ("水门", "2.00")):
        draft.row(table, f"市级文物保护单位{place}保护修缮补助", (amount,), body=WATER)
    draft.row(table, "河道清淤", ("30.00",), body=WATER)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))
    answer = asked("水利局市级文物保护单位保护修缮补助合计多少")
    assert [str(f.value) for f in answer.figures] == ["15.00"], answer.text


@pytest.mark.parametrize("question", ["水利局打算铺多少公里步道", "水利局造林要造多少公里", "水利局培训多少人次"])
def test_a_unit_alone_describes_no_target(targets: Asked, question: str) -> None:
    answer = targets(question)
    assert not answer.figures, answer.text


@pytest.mark.parametrize(
    "question", ["水利局要采购几台无人机，指标值是多少", "水利局12346宣讲热线的听众满意度要达到多少"]
)
def test_a_thing_or_number_that_no_target_knows_is_told_of_none(targets: Asked, question: str) -> None:
    assert targets(question).kind in (AnswerKind.REFUSAL, AnswerKind.CLARIFICATION)


def test_rows_of_a_name_are_counted_and_not_what_one_of_them_aims_at(targets: Asked) -> None:
    assert not any(f.value == 30 for f in targets("水利局有几个泵站维修服务").figures)


@pytest.mark.parametrize("question", ["水利局有几个", "水利局有几个代表", "水利局有几位领导", "水利局有多少件"])
def test_what_is_counted_by_anything_is_no_target_by_its_unit_alone(tmp_path: Path, question: str) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_targets", "项目支出绩效目标表", (("金额",),))
    row = draft.row(table, "村庄整治", ("12.00",))
    draft.indicator(row, "受益行政村数量", "≥11个", "11", "个")
    answer = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))(question)
    assert not answer.figures, answer.text
