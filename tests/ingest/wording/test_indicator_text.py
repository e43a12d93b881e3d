"""Indicators written as running text."""

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
