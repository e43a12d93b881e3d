"""Self-evaluations: what was done beside the targets, points, scores, reasons, money lines, forms over pages, lists."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from reportlab.lib.pagesizes import A4

from ingest.parse import parse
from ingest.reading.pdf import read_pdf
from ingest.records.document import Stage
from ingest.records.figure import Figure, Indicator, Relation
from ingest.records.parsed import Parsed
from tests.ingest.tables.self_evaluations import (
    MINISTRY,
    all_forms,
    boxes,
    form_in_pieces,
    form_of_halves,
    listed_projects,
    ministry_form,
    pieces_of_form,
    projects_with_indicators,
)

Draw = Callable[..., Any]


def parsed(page: Any) -> Parsed:
    return parse(read_pdf(page.done()), "d")


def indicator(file: Parsed, name: str) -> Indicator:
    (found,) = [i for i in file.indicators if i.name == name]
    return found


def figure(file: Parsed, label: str, *column: str) -> Figure:
    (found,) = [f for f in file.figures if f.label == label and f.column == column]
    return found


def test_what_was_done_and_its_points_stand_with_the_target(drawing: Draw) -> None:
    page = drawing()
    ministry_form(page, MINISTRY[0])
    file = parsed(page)
    built = indicator(file, "新建护岸处数")
    assert (built.text, built.value, built.actual, built.actual_value, built.actual_unit) == (
        "12处", Decimal(12), "9处", Decimal(9), "处",
    )  # fmt: skip
    assert (built.points, built.full_points, built.deviation) == (Decimal("11.25"), Decimal(15), "三处护岸因汛期停工")
    done = indicator(file, "完工时间")
    assert (done.actual, done.actual_value, done.deviation) == ("2024年11月", None, "雨天较多，工期顺延")
    assert indicator(file, "受益村庄").deviation is None


def test_the_total_is_a_score_and_no_amount(drawing: Draw) -> None:
    page = drawing()
    ministry_form(page, MINISTRY[0])
    file = parsed(page)
    (score,) = [f for f in file.figures if f.relation is Relation.SCORE]
    assert (score.label, score.value, score.unit.name) == ("河道清淤工程", Decimal("93.07"), "分")
    assert ("总分/分值", "100") in {(t.column, t.text) for t in file.row_texts}


def test_money_lines_have_their_stages(drawing: Draw) -> None:
    page = drawing()
    ministry_form(page, MINISTRY[0])
    file = parsed(page)
    whole = {
        head: figure(file, "河道清淤工程", "年度资金总额", head) for head in ("年初预算数", "全年预算数", "全年执行数")
    }
    assert [str(f.value) for f in whole.values()] == ["400.00", "420.00", "412.50"]
    assert [f.stage for f in whole.values()] == [Stage.BUDGET, Stage.ADJUSTED_BUDGET, Stage.EXECUTION]
    assert figure(file, "河道清淤工程", "上年结转资金", "全年执行数").value == Decimal("20.00")
    assert figure(file, "河道清淤工程", "年度资金总额", "执行率").relation is Relation.SHARE


def test_goal_and_what_came_of_it_stand_side_by_side(drawing: Draw) -> None:
    page = drawing()
    ministry_form(page, MINISTRY[0])
    told = {t.column: t.text for t in parsed(page).row_texts if "总体目标" in t.column}
    assert list(told.values()) == ["清淤35公里，恢复行洪能力。", "清淤36.2公里，行洪能力恢复。"]


def test_a_whole_department_and_a_list_of_projects(drawing: Draw) -> None:
    page = drawing()
    all_forms(page)
    file = parsed(page)
    scores = [(f.label, str(f.value)) for f in file.figures if f.relation is Relation.SCORE and f.value is not None]
    assert scores[:5] == [
        ("河道清淤工程", "93.07"), ("防汛物资储备", "100"), ("农村饮水维修", "88.30"), ("泵站更新", "91.40"),
        ("云溪市水务局", "95.6"),
    ]  # fmt: skip
    assert indicator(file, "巡河里程").actual_value == Decimal(7640)
    assert ("未完成原因及改进措施", "巡河员缺岗两名，已补充招录。") in {(t.column, t.text) for t in file.row_texts}
    assert {t.kind for t in file.tables} == {"performance_evaluation"}


def short_form(page: Any, top: float, name: str, number: int) -> float:
    """A form under a line that says no more than its number and the day it was filled in."""
    page.text(42, top - 14, f"附表{number}    自评日期：2025年3月15日")
    rows = [
        (0, 0, "项目名称", 1, 1), (0, 1, name, 1, 5),
        (1, 0, "预算执行情况（万元）", 2, 1), (1, 1, "", 1, 1), (1, 2, "预算数（A）", 1, 1),
        (1, 3, "执行数（B）", 1, 1), (1, 4, "执行率（B/A）", 1, 1), (1, 5, "得分", 1, 1),
        (2, 1, "资金总额", 1, 1), (2, 2, "50.00", 1, 1), (2, 3, "45.00", 1, 1), (2, 4, "90.00%", 1, 1),
        (2, 5, "9", 1, 1),
    ]  # fmt: skip
    return boxes(page, 40, top, [90, 80, 100, 80, 80, 70], rows)


def rest_of_short_form(page: Any, top: float, score: str) -> float:
    rows = [
        (0, 0, "年度绩效目标", 1, 1), (0, 1, "管护到位。", 1, 5),
        (1, 0, "一级指标", 1, 1), (1, 1, "二级指标", 1, 1), (1, 2, "三级指标", 1, 1), (1, 3, "年初目标值（A）", 1, 1),
        (1, 4, "实际完成值（B）", 1, 1), (1, 5, "得分", 1, 1),
        (2, 0, "产出指标", 1, 1), (2, 1, "数量指标", 1, 1), (2, 2, "管护处数", 1, 1), (2, 3, "≥6处", 1, 1),
        (2, 4, "5处", 1, 1), (2, 5, "40", 1, 1),
        (3, 0, "总分", 1, 1), (3, 1, score, 1, 5),
        (4, 0, "偏差原因", 1, 1), (4, 1, "一处移交较晚。", 1, 5),
    ]  # fmt: skip
    return boxes(page, 40, top, [90, 80, 100, 80, 80, 70], rows)


def test_a_form_broken_before_its_goal_keeps_its_columns_title_and_year(drawing: Draw) -> None:
    page = drawing(A4)
    page.text(300, 150, "云溪市水务局2024年度部门决算", 18, "center")
    page.next_page()
    page.text(300, 50, "2024年度项目绩效自评表", 14, "center")
    end = short_form(page, 100, "水闸管护", 1)
    rest_of_short_form(page, end, "94")
    short_form(page, 800 - 66, "堤防管护", 2)
    page.next_page()
    rest_of_short_form(page, 40, "93.5")
    file = parsed(page)
    (spent,) = [f for f in file.figures if f.label == "堤防管护" and f.stage is Stage.EXECUTION]
    assert spent.column == ("资金总额", "执行数（B）")
    assert [(t.title, t.year) for t in file.tables] == [("2024年度项目绩效自评表", 2024)] * 2
    assert [(i.row_label, i.actual_value) for i in file.indicators] == [
        ("水闸管护", Decimal(5)), ("堤防管护", Decimal(5)),
    ]  # fmt: skip
    assert [str(f.value) for f in file.figures if f.relation is Relation.SCORE] == ["94", "93.5"]


def test_a_rest_of_two_lines_does_not_swallow_the_form_below(drawing: Draw) -> None:
    page = drawing(A4)
    page.text(300, 50, "2024年度项目绩效自评表", 14, "center")
    boxes(page, 40, 90, [90, 410], [(0, 0, "偏差原因", 1, 1), (0, 1, "", 1, 1), (1, 0, "改进措施", 1, 1),
                                    (1, 1, "加快移交。", 1, 1)])  # fmt: skip
    end = short_form(page, 154, "水闸管护", 2)
    rest_of_short_form(page, end, "94")
    file = parsed(page)
    assert [(i.row_label, i.text, i.actual) for i in file.indicators] == [("水闸管护", "≥6处", "5处")]


def test_a_header_printed_again_says_which_columns_are_which(drawing: Draw) -> None:
    page = drawing()
    page.text(400, 45, "2024年度项目绩效自评结果汇总表", 14, "center")
    head = ["项目名称", "实施单位", "执行数", "自评得分"]
    page.table(40, 90, [150, 130, 100, 80], [head, ["水闸管护", "闸管所", "45.00", "94"]])
    page.next_page()
    page.table(40, 40, [170, 110, 100, 80], [head, ["堤防管护", "堤管所", "40.00", "93.5"]])
    file = parsed(page)
    assert [(r.label, r.body) for r in file.rows] == [("水闸管护", "闸管所"), ("堤防管护", "堤管所")]


def test_a_list_without_scores_of_indicators_only(drawing: Draw) -> None:
    page = drawing()
    listed_projects(page)
    file = parsed(page)
    assert not file.indicators
    assert sum(f.relation is Relation.SCORE for f in file.figures) == 5


def test_a_form_set_in_several_tables_is_one(drawing: Draw) -> None:
    page = drawing()
    form_in_pieces(page, MINISTRY[0])
    file = parsed(page)
    (row,) = file.rows
    assert (row.label, row.body, file.tables[0].kind) == (
        "河道清淤工程", "云溪市河道管理所", "performance_evaluation",
    )  # fmt: skip
    assert figure(file, "河道清淤工程", "年度资金总额", "全年预算数").value == Decimal("420.00")
    assert [f.text for f in file.figures if f.relation is Relation.SCORE] == ["93.07"]
    assert indicator(file, "新建护岸处数").points == Decimal("11.25")


def test_money_lines_over_indicators_are_a_form_of_the_whole_department(drawing: Draw) -> None:
    page = drawing()
    page.text(400, 45, "2024年度部门整体支出绩效自评表", 14, "center")
    page.text(40, 70, "部门：云溪市水务局")
    pieces_of_form(page, MINISTRY[0][2], MINISTRY[0][4], "93.07", 90)
    file = parsed(page)
    assert [r.label for r in file.rows] == ["云溪市水务局"]
    assert {f.unit.name for f in file.figures} == {"万元", "%", "分"}
    assert len(file.indicators) == len(MINISTRY[0][4])


def test_halves_of_spending_begin_the_form_of_a_whole_department(drawing: Draw) -> None:
    page = drawing()
    form_of_halves(page)
    file = parsed(page)
    assert [r.label for r in file.rows] == ["云溪市水务局"]
    assert {(f.column[-1], f.text, f.unit.name) for f in file.figures} == {
        ("基本支出总额（万元）", "617.10", "万元"), ("项目支出总额（万元）", "819.90", "万元"),
        ("预算数（A）", "1,500.00", "万元"), ("执行数（B）", "1,437.00", "万元"), ("执行率（B/A）", "95.80%", "%"),
        ("得分", "95.56", "分"),
    }  # fmt: skip
    assert indicator(file, "巡河里程").actual_value == Decimal(7640)


def test_a_score_beside_several_indicators_is_the_projects(drawing: Draw) -> None:
    page = drawing()
    projects_with_indicators(page)
    file = parsed(page)
    scores = [(f.label, f.value) for f in file.figures if f.relation is Relation.SCORE]
    assert scores == [("泵站更新", Decimal("88.50")), ("农村饮水维修", Decimal(96))]
    done = indicator(file, "机组完好率")
    assert (done.row_label, done.actual, done.points) == ("泵站更新", "91%", None)
