"""Indicators written as running text."""

import pytest

from ingest.wording.indicator_text import combined_levels, level_one, level_two, read_indicator_text


def test_headed_text_with_numbers_that_restart() -> None:
    text = (
        "一、产出指标： 1.培训人数，年度指标值：不少于30人。 2.按期完成，年度指标值：8月前完成；并验收。"
        "二、效益指标： 1.覆盖率，年度指标值：100%。三、满意度指标：参训人员满意率，年度指标值：90%及以上。"
    )
    found = read_indicator_text(text)
    assert [(i.level1, i.name, i.target, i.period) for i in found] == [
        ("产出", "培训人数", "不少于30人", "年度"),
        ("产出", "按期完成", "8月前完成；并验收", "年度"),
        ("效益", "覆盖率", "100%", "年度"),
        ("满意度", "参训人员满意率", "90%及以上", "年度"),
    ]


def test_coded_text_gives_both_periods() -> None:
    text = (
        "1、1-产出指标；11-数量指标；会议场次；实施周期指标值:≥20场；年度指标值:≥10场。"
        "2、4-成本指标；4 1 -经济成本指标；单价；实施周期指标值:≤5元/件；年度指标值:≤5元/件。"
    )
    found = read_indicator_text(text)
    assert [(i.level1, i.level2, i.name, i.target, i.period) for i in found] == [
        ("产出", "数量", "会议场次", "≥20场", "实施周期"),
        ("产出", "数量", "会议场次", "≥10场", "年度"),
        ("成本", "经济成本", "单价", "≤5元/件", "实施周期"),
        ("成本", "经济成本", "单价", "≤5元/件", "年度"),
    ]


def test_other_signs_between_the_parts() -> None:
    text = "1、1－产出指标，11－数量指标，巡查次数，实施周期指标值：≥4次，年度指标值：≥4次。"
    assert [(i.level2, i.name, i.target) for i in read_indicator_text(text)] == [("数量", "巡查次数", "≥4次")] * 2


def test_sections_without_marks() -> None:
    found = read_indicator_text("数量指标：培训班次≥3次；参训人数≥60人；质量指标：合格率≥95%")
    assert [(i.level1, i.level2, i.name, i.target) for i in found] == [
        ("产出", "数量", "培训班次", "≥3次"),
        ("产出", "数量", "参训人数", "≥60人"),
        ("产出", "质量", "合格率", "≥95%"),
    ]


def test_levels() -> None:
    assert level_one("社会公众满意度指标") == "满意度"
    assert level_two("31-服务对象满意度指标") == "服务对象满意度"
    assert combined_levels("产出指标数量指标报告份数") == ("产出", "数量", "报告份数")
    assert read_indicator_text("保障机构正常运转。") == ()


@pytest.mark.parametrize(
    "text",
    [
        "产出指标-数量指标-巡查次数-≥4次；效益指标-社会效益指标-投诉件数-≤2件。",
        "产出指标 数量指标 巡查次数 ≥4次；效益指标 社会效益指标 投诉件数 ≤2件；",
        "产出指标→数量指标→巡查次数→≥4次；效益指标→社会效益指标→投诉件数→≤2件",
        "产出/数量/巡查次数/≥4次；效益/社会效益/投诉件数/≤2件",
        "一级指标：产出指标，二级指标：数量指标，三级指标：巡查次数，指标值：≥4次；"
        "一级指标：效益指标，二级指标：社会效益指标，三级指标：投诉件数，指标值：≤2件；",
    ],
)
def test_both_levels_before_every_indicator(text: str) -> None:
    assert [(i.level1, i.level2, i.name, i.target) for i in read_indicator_text(text)] == [
        ("产出", "数量", "巡查次数", "≥4次"),
        ("效益", "社会效益", "投诉件数", "≤2件"),
    ]


def test_targets_without_a_sign_behind_both_levels() -> None:
    text = (
        "产出指标-数量指标-24小时值守点数-3个；效益指标-可持续影响指标-管护机制-逐步健全；"
        "满意度指标-服务对象满意度指标-投诉-定性-减少。"
    )
    assert [(i.name, i.target) for i in read_indicator_text(text)] == [
        ("24小时值守点数", "3个"),
        ("管护机制", "逐步健全"),
        ("投诉", "减少"),
    ]


def test_levels_said_once_for_several_indicators_are_sections() -> None:
    found = read_indicator_text("【产出指标】数量指标：巡查次数≥4次；清淤长度不少于3公里；质量指标：达标率达到98%以上")
    assert [(i.level2, i.name, i.target) for i in found] == [
        ("数量", "巡查次数", "≥4次"),
        ("数量", "清淤长度", "不少于3公里"),
        ("质量", "达标率", "达到98%以上"),
    ]
