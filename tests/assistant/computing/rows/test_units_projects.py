"""What units of one kind spend on projects, where a list prints the projects of each and no line their sum."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import STATION, WATER, Draft, stored

Asks = Callable[..., Answer]
PARTS = {
    "云汀市东坪学校": ("30.00", "12.50"),
    "云汀市西坪学校": ("20.00", "5.00"),
    "云汀市防汛物资储备站": ("8.00",),
}


@pytest.fixture
def stations(tmp_path: Path) -> Asks:
    draft = Draft("e", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    income = draft.table("income", "部门收入总表", (("合计",),))
    draft.row(income, "合计", ("900.00",), role=RowRole.GRAND_TOTAL, level=0)
    listed = draft.table("project_expenditure", "项目支出预算表", (("合计",),))
    draft.row(listed, "合计", ("75.50",), role=RowRole.GRAND_TOTAL, level=0)
    for body, amounts in PARTS.items():
        draft.row(income, body, ("300.00",), body=body)
        for number, amount in enumerate(amounts):
            draft.row(listed, ("设备维护", "校舍维护")[number], (amount,), body=body)
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("水利局各学校的项目支出分别是多少", ["42.50", "25.00"]),
        ("水利局各学校项目支出合计多少", ["67.5"]),
        ("水利局两个学校的项目支出一共多少", ["67.5"]),
        ("水利局哪个学校的项目支出最多", ["42.50"]),
        ("水利局两个学校谁的项目钱最多", ["42.50"]),
        ("水利局两个学校中哪一所的项目经费最少", ["25.00"]),
        ("水利局哪所学校项目花钱最多", ["42.50"]),
        ("水利局项目经费最多的学校是哪个", ["42.50"]),
        ("水利局哪些学校的项目支出最多", ["42.50", "25.00"]),
        ("东坪学校项目支出多少", ["42.50"]),
    ],
)
def test_projects_are_added_up_unit_by_unit(stations: Asks, question: str, values: list[str]) -> None:
    text = stations(question).text
    assert all(value in text for value in values) and "300.00" not in text


@pytest.mark.parametrize(
    "words", ["各学校校舍维护一共多少", "两个学校校舍维护项目合计多少", "各学校的校舍维护加起来多少"]
)
def test_a_line_of_the_units_of_one_kind_is_theirs_alone(stations: Asks, words: str) -> None:
    answer = stations(f"水利局{words}")
    assert answer.figures and answer.figures[0].value == 17.5, answer.text


@pytest.fixture
def offices(tmp_path: Path) -> Asks:
    draft = Draft("e", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    listed = draft.table("project_expenditure", "部门项目支出预算表", (("合计",),))
    draft.row(listed, "合计", ("75.50",), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(listed, "河道清淤", ("33.00",), body=f"{WATER}本级")
    draft.row(listed, "堤防加固", ("12.50",), body="云汀市防汛物资储备站")
    draft.row(listed, "专项业务经费", ("30.00",), body="云汀市防汛物资储备站")
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("防汛物资储备站项目支出多少", "42.50"),  # not the one project that is named by such a word
        ("水利局下面的防汛物资储备站项目支出一共多少", "42.50"),
        ("防汛物资储备站专项业务经费多少", "30.00"),
    ],
)
def test_a_project_by_such_a_name_is_not_all_of_them(offices: Asks, question: str, value: str) -> None:
    assert value in offices(question).text


@pytest.mark.parametrize(
    ("question", "unit"), [("水利局谁的项目最多", "防汛物资储备站"), ("水利局谁的项目数量最少", "本级")]
)
def test_whose_projects_are_most_is_a_count(offices: Asks, question: str, unit: str) -> None:
    answer = offices(question)
    assert unit in answer.items[0].label and answer.items[0].unit == "个", answer.text


def test_of_the_units_of_one_kind_the_one_with_most_projects(stations: Asks) -> None:
    for question in ("水利局哪所学校的项目最多", "水利局哪些学校的项目最多"):
        answer = stations(question)
        assert {item.value for item in answer.items} == {2} and len(answer.items) == 2, answer.text


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("水利局哪些单位的项目最多", [2, 2]),
        ("水利局项目最少的两个单位", [1, 2, 2]),  # what is equal to the last of them is told with it
        ("水利局项目第三多的单位是哪个", [1]),
    ],
)
def test_units_are_put_in_order_by_how_many_projects_they_have(
    stations: Asks, question: str, counts: list[int]
) -> None:
    assert [item.value for item in stations(question).items] == counts


def test_more_units_than_there_are_come_to_nothing(stations: Asks) -> None:
    assert stations("水利局五个学校的项目支出一共多少").kind is AnswerKind.REFUSAL


def test_one_of_several_of_a_kind_is_no_set(stations: Asks) -> None:
    assert "67.5" not in stations("水利局那个学校的项目支出多少").text


@pytest.fixture
def by_subject(tmp_path: Path) -> Asks:
    """Projects printed under their name, their money by subject below it."""
    draft = Draft("f", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    listed = draft.table("project_expenditure", "项目支出预算表", (("合计",), ("单位自筹",)))
    for name, whole, parts in (("防汛演练经费", "36.00", ("24.00", "12.00")), ("堤防巡查经费", "9.00", ("9.00",))):
        head = draft.row(listed, name, (whole, whole), role=RowRole.SUBTOTAL)
        for part in parts:
            draft.row(listed, name, (part, part), parent=head, level=2)
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


def test_a_project_printed_by_subject_is_one(by_subject: Asks) -> None:
    assert "2个" in by_subject("水利局有几个项目").text
    text = by_subject("水利局哪些项目用的是单位自筹").text
    assert "36.00" in text and "24.00" not in text


def test_projects_with_goals_that_pass_a_limit_are_listed(ask: Asks) -> None:
    answer = ask("水利局公开了绩效目标的项目里，三百万以上的是哪几个？")
    assert answer.kind is AnswerKind.LIST and "400.00" in answer.text and "230.00" not in answer.text
    assert "0.09" in ask("水利局花在项目上的钱，折成亿是多少").text


def _forms(folder: Path, total: str) -> Asks:
    """A form for each of four projects of two units, and what all come to."""
    draft = Draft("e", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    own = (("河道清淤", "33.00"), ("堤防加固", "12.50"))
    for body, projects in (
        (f"{WATER}本级", own),
        ("云汀市防汛物资储备站", (("业务经费", "30.00"), ("值班经费", "4.00"))),
    ):
        for name, amount in projects:
            form = draft.table("performance_targets", "项目支出绩效目标表", (("年度资金总额",),))
            draft.row(form, name, (amount,), body=body)
    summed = draft.table("project_expenditure", "部门项目支出资金汇总表", (("年度资金总额",),))
    draft.row(summed, "合计", (total,), role=RowRole.GRAND_TOTAL, level=0)
    return Asked(Assistant(Library(stored(folder, draft.parsed()).engine)))


def test_projects_of_forms_are_added_up_where_they_come_to_the_printed_total(tmp_path: Path) -> None:
    ask = _forms(tmp_path, "79.50")
    assert "45.50" in ask("水利局哪个单位的项目资金最多").text
    assert "45.50" in ask("水利局哪个单位的项目总金额最多").text
    none = ask("水利局防汛物资储备站超过一百万的项目有几个")
    assert none.figures and none.figures[0].value == 0 and "防汛物资储备站" in none.text


def test_forms_of_some_projects_only_rank_no_units(tmp_path: Path) -> None:
    assert "45.50" not in _forms(tmp_path, "90.00")("水利局哪个单位的项目资金最多").text


def test_what_units_spend_on_projects_is_told_beside_their_number(stations: Asks) -> None:
    answer = stations("水利局各单位各有多少个项目、合计多少钱")
    assert [i.value for i in answer.items if i.unit != "个"] == [Decimal("42.50"), Decimal("25.00"), Decimal("8.00")]
    assert "300.00" not in answer.text  # no unit's whole income


@pytest.mark.parametrize(
    "said", ["除机关外各单位", "除了机关以外的单位", "不含机关各单位", "除本级以外各单位", "除了局本级之外各单位"]
)
def test_the_own_office_called_an_organ_is_left_out_of_the_units(tmp_path: Path, said: str) -> None:
    draft = Draft("d", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    units = draft.table("expenditure_total", "部门支出总表", (("合计",), ("基本支出",)))
    top = draft.row(units, "合计", ("900.00", "600.00"), role=RowRole.GRAND_TOTAL, level=0)
    for name, amounts in (
        (WATER + "机关", ("500.00", "310.00")),
        (STATION, ("300.00", "210.00")),
        ("云汀市水文勘测站", ("100.00", "80.00")),
    ):
        draft.row(units, name, amounts, parent=top, body=name)
    assistant = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    told = assistant.ask(Question(f"水利局2026年{said}基本支出分别是多少")).text
    assert "210.00" in told and "80.00" in told and "310.00" not in told
