"""Sets said in everyday words: by 家, by one of several names, by a classification, event by event, by category."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from ingest.records.units import Amount, Unit, UnitKind
from tests.assistant.conftest import Asked
from tests.assistant.town import STATION, WATER, Draft, parks, stored


@pytest.fixture
def town(tmp_path: Path) -> Asked:
    """A department with trainings, projects of two categories, economic subjects of both kinds of spending."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    people = Unit("人", UnitKind.COUNT)
    courses = draft.table("other", "培训费明细表", (("人数",), ("经费",)))
    for label, count, money in (("防汛培训", "80", "2.50"), ("节水培训", "60", "1.20"), ("泵站培训", "30", "4.00")):
        draft.row(courses, label, (count, money))
        draft.figures[-2] = replace(draft.figures[-2], unit=people, amount=Amount(Decimal(count), people))
    projects = draft.table("project_expenditure", "项目支出预算表", (("总计",), ("财政拨款",), ("单位资金",)))
    draft.row(projects, "合计", ("400.00", "360.00", "40.00"), role=RowRole.GRAND_TOTAL, level=0)
    for label, amounts, kind, body in (
        ("河道清淤", ("200.00", "200.00", None), "特定目标类", WATER),
        ("泵站运维", ("120.00", "90.00", "30.00"), "特定目标类", STATION),
        ("设备购置", ("80.00", "70.00", "10.00"), "其他运转类", STATION),
    ):
        draft.words(draft.row(projects, label, amounts, body=body), "项目类别", kind)
    for title, lines in (
        ("一般公共预算基本支出情况表（按经济分类科目）", (("办公费", "9.00"), ("水费", "2.00"), ("印刷费", "30.00"))),
        ("一般公共预算项目支出情况表（按经济分类科目）", (("差旅费", "40.00"), ("劳务费", "5.00"), ("邮电费", "3.00"))),
    ):
        table = draft.table("economic", title, (("合计",), ("公用经费",)) if "基本" in title else (("合计",),))
        more = ("41.00",) if "基本" in title else ()
        goods = draft.row(
            table, "商品和服务支出", ("48.00", *more)[: len(table.columns)], code="302",
            scheme="department_economic", role=RowRole.SUBTOTAL,
        )  # fmt: skip
        for at, (label, amount) in enumerate(lines, 1):
            draft.row(
                table, label, (amount,) * len(table.columns), code=f"3020{at}", scheme="department_economic",
                level=2, parent=goods,
            )  # fmt: skip
    draft.said("面向中小企业预留政府采购项目预算", "66.00")
    draft.said("政府采购预算", "100.00")
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("水利局名称里带“清淤”或“运维”的项目合计多少", "320.00"),
        ("水利局名字带清淤或者购置的项目一共几个", "2"),
        ("水利局有几个项目安排了单位资金", "2"),
        ("水利局培训经费最高的一场比最低的多多少", "2.80"),
        ("水利局培训人数超过50人的有几场", "2"),
        ("水利局特定目标类项目占项目支出的比重是多少", "80.00"),
        ("水利局三个项目支出的平均值是多少", "133.33"),
        ("水利局商品和服务支出里除水费外加起来多少", "46.00"),
        ("水利局特定目标类项目平均多少钱", "160.00"),
        ("水利局名称带“清淤”或“购置”的项目占项目支出的比重", "70.00"),
        ("雨水泵站管理中心项目支出里占比最大的是哪个", "60.00"),
    ],
)
def test_the_set_is_worked_over(town: Asked, words: str, value: str) -> None:
    answer = town(words)
    assert answer.figures[0].value == Decimal(value), answer.text


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("水利局哪几家项目支出低于300万", [STATION, WATER]),
        ("水利局超过50人的培训有哪些", ["防汛培训", "节水培训"]),
        ("水利局培训人数最多的是哪场", ["防汛培训"]),
        ("水利局项目支出按经济分类，低于20万的有哪些", ["劳务费", "邮电费"]),
        ("水利局特定目标类项目里最大的是哪个", ["河道清淤"]),
        ("水利局公用经费里低于十万元的有哪几项", ["办公费", "水费"]),
        ("水利局没有单位资金的项目里最大的是哪个", ["河道清淤"]),
        ("水利局商品和服务支出构成中，最低的是哪一项", ["水费"]),
        ("水利局项目金额第二的是哪个", ["泵站运维"]),
        ("水利局泵站运维这个项目，最大的是哪个单位", [STATION]),
    ],
)
def test_the_members_are_listed(town: Asked, words: str, labels: list[str]) -> None:
    answer = town(words)
    assert sorted(item.label.split("（")[0] for item in answer.items) == sorted(labels), answer.text


def test_a_line_without_a_part_that_is_printed_below_it(ask: Asked) -> None:
    assert ask("水利局三公经费里除公务接待费外加起来多少").figures[0].value == Decimal("16.00")


def test_what_is_left_out_is_not_what_is_worked_over(ask: Asked) -> None:
    assert ask("水利局除涉密项目外合计多少").figures[0].value == Decimal("850.00")
    assert ask("水利局除200万以上的项目外还有几个项目").figures[0].value == 2
    assert ask("水利局除最大和最小的项目外合计多少").figures[0].value == Decimal("480.00")
    assert ask("水利局涉密项目合计多少").figures[0].value == Decimal("50.00")


def test_a_share_of_several_added_up_is_of_the_whole_named(town: Asked) -> None:
    answer = town("水利局河道清淤和设备购置一共多少，占项目支出的几成")
    assert "70.00%" in answer.text


def test_a_detail_table_is_named_by_its_line(town: Asked) -> None:
    assert [i.label for i in town("水利局培训费明细中最贵的是哪场").items] == ["泵站培训"]
    assert [i.label for i in town("水利局培训费明细").items] == ["防汛培训", "节水培训", "泵站培训"]
    assert town("水利局会议费明细中最贵的是哪场").kind.value == "refusal"


def test_how_many_projects_a_share_is_of_is_checked(town: Asked) -> None:
    told = town("把水利局三个项目加总来看，河道清淤贡献了多大份额")
    assert told.figures[0].value == Decimal("50.00")
    assert town("把水利局五个项目加总来看，河道清淤贡献了多大份额").kind.value == "refusal"


def test_events_of_a_line_are_listed_and_not_its_parts(town: Asked) -> None:
    answer = town("水利局培训费具体安排了哪几场培训、各多少万元")
    assert {i.label for i in answer.items} == {"防汛培训", "节水培训", "泵站培训"}, answer.text


def test_projects_are_listed_where_they_come_to_the_total_said(town: Asked) -> None:
    assert len(town("水利局那400万元项目支出是由哪些项目组成的，每个项目多少万元").items) == 3
    assert town("水利局那500万元项目支出是由哪些项目组成的").kind == "refusal"


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("水利局的培训中超过50人的有哪几场，各花多少钱", ["2.50", "1.20"]),
        ("水利局 培训费明细 人数>50 培训名称 金额", ["2.50", "1.20"]),
        ("水利局培训费明细中参训人数不到50人的培训名称及金额", ["4.00"]),
        ("水利局的培训，哪几场是八十多号人参加的", []),
        ("水利局的培训哪几场超过50人", ["80", "60"]),
        ("水利局河道清淤、泵站运维等三个项目按金额降序排列", ["200.00", "120.00", "80.00"]),
        ("水利局有泵站运维、设备购置等叁个项目，由大至小依次为何？各若干万元", ["200.00", "120.00", "80.00"]),
        ("水利局河道清淤、泵站运维等四个项目由大到小依次是哪些", []),
    ],
)
def test_lines_chosen_by_one_column_are_told_by_another(town: Asked, words: str, values: list[str]) -> None:
    answer = town(words)
    assert [i.value for i in answer.items] == [Decimal(v) for v in values], answer.text


@pytest.mark.parametrize(
    "words",
    [
        "请汇总水利局“河道清淤”“泵站运维”两项的项目总额",
        "水利局河道清淤、泵站运维两个项目的总额是多少",
    ],
)
def test_projects_named_one_by_one_are_added_up(town: Asked, words: str) -> None:
    answer = town(words)
    assert [f.value for f in answer.figures][:1] == [Decimal("320.00")], answer.text


def test_work_done_is_no_project_of_the_budget(ask) -> None:
    """参与水利项目 counts work, and a name that the body itself bears picks those that bear it."""
    assert not ask("水利局2026年参与防汛项目多少个").figures
    assert not any(f.value == 5 for f in ask("水利局2026年水利项目有多少个").figures)
