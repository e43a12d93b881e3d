"""The parts of a line, and subjects of a tree that prints no codes."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from ingest.records.parsed import Parsed
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored

HEAD, UPPER = RowRole.GRAND_TOTAL, RowRole.SUBTOTAL


def forestry() -> Parsed:
    """A forestry bureau whose tables print subjects by name only, as a tree."""
    draft = Draft("d", "云汀市林业局", 2026, DocumentKind.DEPARTMENT_BUDGET)
    spend = draft.table("expenditure_total", "支出总表", (("合计",), ("人员经费",), ("公用经费",), ("项目支出",)))
    top = draft.row(spend, "合计", ("900.00", "300.00", "100.00", "500.00"), role=HEAD, level=0)
    farm = draft.row(spend, "农林水支出", ("800.00", "200.00", "100.00", "500.00"), role=UPPER, level=1, parent=top)
    wood = draft.row(spend, "林业和草原", ("800.00", "200.00", "100.00", "500.00"), role=UPPER, level=2, parent=farm)
    draft.row(spend, "行政运行", ("300.00", "200.00", "100.00", None), level=3, parent=wood)
    draft.row(spend, "森林资源培育", ("420.00", None, None, "420.00"), level=3, parent=wood)
    draft.row(spend, "林业草原防灾减灾", ("80.00", None, None, "80.00"), level=3, parent=wood)
    home = draft.row(spend, "住房保障支出", ("100.00", "100.00", None, None), role=UPPER, level=1, parent=top)
    reform = draft.row(spend, "住房改革支出", ("100.00", "100.00", None, None), role=UPPER, level=2, parent=home)
    draft.row(spend, "住房公积金", ("100.00", "100.00", None, None), level=3, parent=reform)
    basic = draft.table("basic_expenditure", "基本支出表", (("合计",), ("人员经费",), ("公用经费",)))
    all_of = draft.row(basic, "合计", ("400.00", "300.00", "100.00"), role=HEAD, level=0)
    wages = draft.row(basic, "工资福利支出", ("300.00", "300.00", None), role=UPPER, level=1, parent=all_of)
    draft.row(basic, "基本工资", ("180.00", "180.00", None), level=2, parent=wages)
    draft.row(basic, "津贴补贴", ("120.00", "120.00", None), level=2, parent=wages)
    goods = draft.row(basic, "商品和服务支出", ("100.00", None, "100.00"), role=UPPER, level=1, parent=all_of)
    draft.row(basic, "办公费", ("50.00", None, "50.00"), level=2, parent=goods)
    draft.row(basic, "差旅费", ("30.00", None, "30.00"), level=2, parent=goods)
    draft.row(basic, "印刷费", ("20.00", None, "20.00"), level=2, parent=goods)
    three = draft.table("three_public", "“三公”经费、会议费、培训费支出表", (("合计",),))
    draft.row(three, "“三公”经费合计", ("15.00",), role=UPPER)
    draft.row(three, "公务接待费", ("4.00",))
    draft.row(three, "公务用车购置及运行维护费", ("11.00",))
    draft.row(three, "培训费", ("25.00",))
    courses = draft.table("other", "培训明细表", (("人数",), ("金额",)))
    draft.row(courses, "护林员防火培训", ("40", "16.00"))
    draft.row(courses, "林业执法培训", ("60", "9.00"))
    return draft.parsed()


@pytest.fixture
def woods(tmp_path: Path) -> Asked:
    return Asked(Assistant(Library(stored(tmp_path, forestry()).engine)))


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("林业局公用经费里前三大开支", ["办公费", "差旅费", "印刷费"]),
        ("林业局人员经费里花得最多的两项", ["基本工资", "津贴补贴"]),
        ("林业局项级科目里最大的三个", ["森林资源培育", "行政运行", "住房公积金"]),
        ("林业局林业和草原款里低于100万元的项级科目有哪些", ["林业草原防灾减灾"]),
        ("林业局支出大类里排前二的", ["农林水支出", "住房保障支出"]),
    ],
)
def test_subjects_of_a_tree_without_codes(woods: Asked, question: str, labels: list[str]) -> None:
    assert [i.label for i in woods(question).items] == labels


@pytest.mark.parametrize(
    "question",
    [
        "林业局林业和草原由哪几块组成",
        "林业局农林水支出各项金额",
        "林业局农林水支出那八百多万都包括哪几项，各是多少",
        "构成林业局农林水支出的末级科目有哪些？逐项给出数额",
        "请列明林业局农林水支出所含各项级科目及金额",
    ],
)
def test_what_a_line_is_made_of(woods: Asked, question: str) -> None:
    assert [i.label for i in woods(question).items] == ["行政运行", "森林资源培育", "林业草原防灾减灾"]


def test_an_amount_that_the_parts_do_not_come_to_is_refused(woods: Asked) -> None:
    assert woods("林业局农林水支出那七百多万都包括哪几项，各是多少").kind.value == "refusal"


def test_a_line_without_parts_is_no_list_of_its_total(woods: Asked) -> None:
    assert woods("林业局办公费各项金额").kind.value == "refusal"


def test_training_beside_the_three_public_expenses_is_none_of_them(woods: Asked) -> None:
    assert woods("林业局三公经费里哪项最多").items[0].value == Decimal("11.00")


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("水利局各单位的预算分别多少，哪家最少", ["云汀市水利局", "云汀市雨水泵站管理中心"]),
        ("水利局三公各项分别是多少", ["因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"]),
        ("水利局单笔最大的项目是哪个", ["河道清淤工程项目"]),
    ],
)
def test_a_set_goes_over_bodies_or_parts(ask: Asked, question: str, labels: list[str]) -> None:
    assert sorted(i.label for i in ask(question).items) == sorted(labels)


def test_the_whole_of_a_share_is_the_line_above_the_part(woods: Asked) -> None:
    answer = woods("林业局办公费占商品和服务支出的比例")
    assert answer.figures[0].value == Decimal("50.00")
    assert woods("林业局占比最大的支出大类，它占多少").figures[0].value == Decimal("88.89")


def test_rows_of_one_name_are_counted_and_added(ask: Asked) -> None:
    answer = ask("水利局“办公设备购置经费”一共几笔，加起来多少")
    assert [f.value for f in answer.figures] == [Decimal(2), Decimal("70.00")]
    assert ask("水利局三个办公设备购置经费加起来多少").kind.value == "refusal"


def test_what_was_counted_comes_to_an_amount(ask: Asked) -> None:
    answer = ask("水利局超过100万元的项目有几个，多少钱")
    assert [f.value for f in answer.figures] == [Decimal(3), Decimal("830.00")]


def test_short_names_of_classes_are_added_up(woods: Asked) -> None:
    assert woods("林业局农林、住房两大类支出之和").figures[0].value == Decimal("900.00")


@pytest.mark.parametrize(
    ("question", "count"),
    [("水利局50万元以下（含50万）的项目有几个", 2), ("水利局50万元以下（不含50万）的项目有几个", 1)],
)
def test_whether_the_bound_is_in_is_said_in_brackets(ask: Asked, question: str, count: int) -> None:
    assert ask(question).figures[0].value == count


def test_what_is_left_out_is_no_part_of_what_is_named(ask: Asked) -> None:
    assert ask("水利局除河道清淤外，其他项目加总").figures[0].value == Decimal("500.00")


def test_rows_of_one_name_are_ranked_beside_their_printed_total(woods: Asked) -> None:
    assert woods("林业局哪次培训花钱最多").figures[0].label == "护林员防火培训"


def test_the_first_of_a_list_is_no_line_of_its_own(ask: Asked) -> None:
    assert len(ask("水利局哪个项目最贵？列前三个").items) == 3
    assert len(ask("水利局有哪些项目，最贵的是哪个").items) == 5


def test_a_class_beside_income_is_divided_into_its_own_items(tmp_path: Path) -> None:
    """A table of two sides prints 财政拨款收入 in the row of a class; its items stand in another table."""
    draft = Draft("e", "云汀市林业局", 2026, DocumentKind.DEPARTMENT_BUDGET)
    both = draft.table("income_expenditure_total", "收支总表", (("收入",), ("支出",)))
    draft.row(both, "农林水支出", ("900.00", "800.00"))
    spend = draft.table("expenditure_total", "支出总表", (("合计",), ("基本支出",), ("项目支出",)))
    farm = draft.row(spend, "农林水支出", ("800.00", "300.00", "500.00"), code="213", scheme="functional", role=UPPER)
    wood = draft.row(
        spend,
        "林业和草原",
        ("800.00", "300.00", "500.00"),
        code="21302",
        scheme="functional",
        role=UPPER,
        level=2,
        parent=farm,
    )
    for code, name, amount in (("2130201", "行政运行", "300.00"), ("2130205", "森林资源培育", "500.00")):
        draft.row(spend, name, (amount, None, None), code=code, scheme="functional", level=3, parent=wood)
    asked = Asked(Assistant(Library(stored(tmp_path / "town", draft.parsed()).engine)))
    assert [i.label for i in asked("林业局2026年农林水支出里最大的两项").items] == ["森林资源培育", "行政运行"]
    assert [i.label for i in asked("林业局2026年农林水支出里哪项最少").items] == ["行政运行"]
    assert len(asked("林业局2026年农林水支出由哪些构成，各多少").items) == 2


@pytest.mark.parametrize(
    "question",
    [
        "林业局培训费明细表中，金额最高的两个培训依次是哪些、各多少",
        "林业局的培训费明细当中，按金额从高到低排在前两位的培训班分别叫什么",
        "花钱最多的两个培训是哪两个？林业局培训费明细表里的。",
        "林业局培训明细里超过5万元的培训有哪些",
    ],
)
def test_a_clause_may_only_name_the_table_of_details(woods: Asked, question: str) -> None:
    assert [i.label for i in woods(question).items] == ["护林员防火培训", "林业执法培训"]


def test_the_rows_of_a_table_of_details_are_counted(woods: Asked) -> None:
    assert woods("林业局培训费明细表里一共列了几个培训").figures[0].value == 2


def test_courses_are_rows_of_the_details_and_no_parts_of_their_line(woods: Asked) -> None:
    assert [i.label for i in woods("林业局的培训班里，哪几个花费低于10万元").items] == ["林业执法培训"]
    assert woods("林业局有几个培训班").figures[0].value == 2


def test_columns_that_are_parts_of_a_line_meet_its_conditions(woods: Asked) -> None:
    assert [i.label for i in woods("林业局行政运行里超过150万元的部分有哪些").items] == ["人员经费"]


def test_what_is_left_out_of_a_line_is_none_of_its_parts(ask) -> None:
    told = [i.label for i in ask("水利局2026年三公经费除公务接待费以外还有哪些支出").items]
    assert told and "公务接待费" not in told


def test_what_projects_cost_is_asked_for_by_how_much(ask) -> None:
    assert ask("水利局2026年有多少项目支出").figures[0].unit == "万元"


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("水利局防汛一共几项，各是多少", ["40.00", "55.00"]),
        ("水利局防汛有哪几项，各多少", ["40.00", "55.00"]),
        ("水利局行政运行由哪几部分组成，各多少", ["60.00", "10.00"]),
    ],
)
def test_the_items_of_a_line_are_its_projects_and_no_columns(tmp_path: Path, question: str, values: list[str]) -> None:
    draft = Draft("p", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    spent = draft.table("expenditure", "部门支出总表", (("合计",), ("基本支出",), ("项目支出",)))
    draft.row(spent, "行政运行", ("70.00", "60.00", "10.00"), code="2130301", scheme="functional")
    draft.row(spent, "防汛", ("95.00", "0.00", "95.00"), code="2130314", scheme="functional")
    listed = draft.table("project_expenditure", "项目支出明细表", (("金额",),))
    for label, amount in (("山洪预警运维", "40.00"), ("物资储备", "55.00")):
        draft.words(draft.row(listed, label, (amount,)), "功能科目", "防汛")
    answer = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))(question)
    assert re.findall(r"(?<=：)[\d.]+", answer.text) == values, answer.text


def test_the_sources_of_one_projects_money_have_no_mean(tmp_path: Path) -> None:
    draft = Draft("d", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    form = draft.table("performance_targets", "项目支出绩效目标表", (("年度资金总额",), ("财政拨款",), ("其他资金",)))
    draft.row(form, "防汛队员培训", ("60.00", "50.00", "10.00"))
    draft.row(form, "泵站值守", ("90.00", "90.00", "0.00"))
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    for words in ("防汛队员培训平均一个人次多少钱", "防汛队员培训平均一场多少钱"):
        assert not asked(f"水利局{words}").figures, words
    assert asked("水利局项目平均多少钱").figures[0].value == Decimal("75.00")
