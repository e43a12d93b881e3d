"""Lines of a further classification, empty tables, text against tables, namesakes told apart by their amount."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored, water


def _asked(tmp_path: Path, draft: Draft) -> Asked:
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))


def _classed(tmp_path: Path) -> Asked:
    draft = Draft("k", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("basic_expenditure", "基本支出预算情况表", (("合计",), ("财政拨款",), ("单位资金",)))
    draft.row(table, "合计", ("160.00", "156.00", "4.00"), role=RowRole.GRAND_TOTAL, level=0)
    rows = (
        ("商品和服务支出", "302", ("100.00", "96.00", "4.00"), "502", "机关商品和服务支出"),
        ("工资福利支出", "301", ("50.00", "50.00", None), "505", "对事业单位经常性补助"),
        ("商品和服务支出", "302", ("10.00", "10.00", None), "505", "对事业单位经常性补助"),
    )
    for label, code, amounts, other, name in rows:
        row = draft.row(table, label, amounts, code=code, scheme="department_economic", role=RowRole.SUBTOTAL)
        draft.words(row, "政府预算支出经济分类科目编码", other)
        draft.words(row, "政府预算支出经济分类科目名称", name)
    return _asked(tmp_path, draft)


def test_a_class_printed_beside_its_lines_is_their_sum(tmp_path: Path) -> None:
    asked = _classed(tmp_path)
    for words in ("按政府经济分类，505共安排多少？", "政府经济科目505合计多少", "对事业单位经常性补助一共多少"):
        assert asked(f"水利局{words}").figures[0].value == Decimal("60.00"), words


def _itemed(tmp_path: Path) -> Asked:
    """Lines beside the government's own items, one of which bears the name of a line."""
    draft = Draft("i", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("general_public", "一般公共预算支出明细表（按经济分类）", (("合计",),))
    draft.row(table, "合计", ("430.00",), role=RowRole.GRAND_TOTAL, level=0)
    rows = (
        ("劳务费", "30226", "26.00", "50205", "委托业务费"),
        ("委托业务费", "30227", "350.00", "50205", "委托业务费"),
        ("职业年金缴费", "30109", "14.00", "50102", "社会保障缴费"),
        ("其他社会保障缴费", "30112", "3.00", "50102", "社会保障缴费"),
        ("奖励金", "30309", "37.00", "50901", "社会福利和救助"),
    )
    for label, code, amount, other, name in rows:
        row = draft.row(table, label, (amount,), code=code, scheme="department_economic")
        draft.words(row, "政府经济科目编码", other)
        draft.words(row, "政府经济科目名称", name)
    return _asked(tmp_path, draft)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("50205委托业务费多少", "376.00"),  # the item, and not the one line that bears its name
        ("委托业务费（50205）一共多少", "376.00"),
        ("委托业务费多少", "350.00"),
        ("社会保障缴费多少", "17.00"),
        ("按政府经济分类，50102社会保障缴费合计多少", "17.00"),
        ("社保缴费一共多少", "17.00"),  # what other lines leave of it is but one of them
    ],
)
def test_an_item_of_the_government_is_the_sum_of_its_lines(tmp_path: Path, words: str, value: str) -> None:
    answer = _itemed(tmp_path)(f"水利局{words}")
    assert answer.figures and answer.figures[0].value == Decimal(value), answer.text


def test_the_rest_of_a_class_is_not_the_class(tmp_path: Path) -> None:
    draft = Draft("r", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("basic_expenditure", "基本支出预算表", (("合计",),))
    draft.row(table, "其他社会保障缴费", ("3.00",), code="30112", scheme="department_economic")
    assert not _asked(tmp_path, draft)("水利局社保缴费多少").figures


def test_a_line_by_one_fund_is_held_against_the_whole_of_it(tmp_path: Path) -> None:
    asked = _classed(tmp_path)
    own = asked("水利局机关商品和服务支出里，有多少不靠财政拨款、由单位资金负担？")
    assert own.figures[0].value == Decimal("4.00")
    gap = asked("水利局机关商品和服务支出，全口径比财政拨款口径高出多少？")
    assert gap.figures[0].value == Decimal("4.00")


def test_the_economic_lines_of_a_function_are_those_beside_it(tmp_path: Path) -> None:
    draft = Draft("e", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("expenditure_total", "部门支出总表", (("合计",),))
    rows = (
        ("印刷费", "30202", "3.00", "2130314-防汛"),
        ("其他因公出国（境）费用", "3021202", "9.00", "2130314-防汛"),
        ("印刷费", "30202", "5.00", "2130301-行政运行"),
    )
    for label, code, amount, function in rows:
        row = draft.row(table, label, (amount,), code=code, scheme="department_economic")
        draft.words(row, "功能科目", function)
    asked = _asked(tmp_path, draft)
    for words in ("2130314防汛的钱分别列在哪几个部门经济科目上，各多少", "防汛按经济分类各是多少"):
        told = asked(f"水利局{words}")
        assert {(i.label, i.value) for i in told.items} == {
            ("印刷费", Decimal("3.00")),
            ("其他因公出国（境）费用", Decimal("9.00")),
        }, words


def test_empty_tables_are_told_from_what_they_print(tmp_path: Path) -> None:
    asked = Asked(Assistant(Library(stored(tmp_path, water(), parks()).engine)))
    told = asked("水利局2026年有几张公开报表是空的，是哪几张？")
    assert [item.label for item in told.items] == ["政府性基金预算支出情况表"]
    assert asked("水利局2026年有几张空表？").figures[0].value == Decimal(1)


def test_the_text_and_the_tables_are_looked_into_apart(tmp_path: Path) -> None:
    draft = Draft("t", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("three_public", "“三公”经费预算表", (("合计",),))
    draft.row(table, "公务接待费", ("4.50",))
    draft.said("公务接待费", "4.80")
    asked = _asked(tmp_path, draft)
    both = asked("水利局公务接待费在文字说明里写多少、在总表里又是多少？")
    assert [f.value for f in both.figures] == [Decimal("4.80"), Decimal("4.50")]
    assert asked("水利局公务接待费正文里写的是多少").figures[0].value == Decimal("4.80")


def test_a_namesake_is_told_apart_by_its_amount(tmp_path: Path) -> None:
    draft = Draft("n", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("performance_targets", "项目支出绩效目标表", (("预算金额",),))
    for amount, rate in (("400.00", "98"), ("30.00", "90")):
        row = draft.row(table, "河道养护经费", (amount,))
        draft.indicator(row, "养护合格率", f"≥{rate}%", rate, "%")
    asked = _asked(tmp_path, draft)
    told = asked("水利局400万元的河道养护经费，养护合格率要达到多少？30万元的同名项目呢？")
    assert [f.value for f in told.figures] == [Decimal(98), Decimal(90)]


def test_each_target_that_is_asked_for_is_told(tmp_path: Path) -> None:
    draft = Draft("m", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("performance_targets", "项目支出绩效目标表", (("预算金额",),))
    row = draft.row(table, "聘请专家经费", ("40.00",))
    for name, limit in (("特级工程师、高级工程师（元/人/天）", "900"), ("助理工程师（元/人/天）", "300")):
        draft.indicator(row, name, f"≤{limit}", limit, "元/人/天")
    asked = _asked(tmp_path, draft)
    for words in ("高级工程师每人每天最高给多少，助理工程师呢？", "高级工程师和助理工程师每人每天最高各多少？"):
        told = asked(f"水利局聘请专家经费，{words}")
        assert told.kind is AnswerKind.NUMBER
        assert [f.value for f in told.figures] == [Decimal(900), Decimal(300)], words


def test_one_line_is_not_so_many_of_its_name(tmp_path: Path) -> None:
    asked = _itemed(tmp_path)
    assert asked("水利局职业年金缴费一共多少").figures[0].value == Decimal("14.00")
    for words in ("职业年金缴费两笔合计多少", "奖励金三块一共多少"):
        assert not asked(f"水利局{words}").figures, words
