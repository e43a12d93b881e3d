"""Checks on documents made of records: what agrees, what is off by rounding, what is a slip."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ingest.checks.compare import verdict_of
from ingest.checks.run import check_document
from ingest.checks.three_public import part_of
from ingest.records.document import Row, RowRole, Stage, Table
from ingest.records.figure import Figure, Origin, Relation
from ingest.records.finding import Finding, Verdict
from ingest.records.units import PERCENT, WAN_YUAN, YUAN, Amount, Unit
from ingest.wording.numbers import half_step

ID = "c" * 16


class Ledger:
    """A document put together by hand."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self.rows: list[Row] = []
        self.figures: list[Figure] = []

    def table(self, kind: str) -> str:
        """A new table; its id."""
        name = f"{ID}-t{len(self.tables)}"
        self.tables.append(
            Table(name, ID, len(self.tables), kind, None, kind, None, 2026, Stage.BUDGET, "万元", 1, 1, ())
        )
        return name

    def row(
        self,
        table: str,
        label: str,
        cells: dict[tuple[str, ...], str],
        parent: str | None = None,
        role: RowRole = RowRole.ITEM,
        side: str | None = None,
        code: str | None = None,
        unit: Unit = WAN_YUAN,
        body: str | None = None,
    ) -> str:
        """A new row with its cells, a blank where the text is empty; its id."""
        name = f"{ID}-r{len(self.rows)}"
        kind = next(t.kind for t in self.tables if t.id == table)
        self.rows.append(
            Row(name, table, ID, len(self.rows), label, label, code, None, role, 0, parent, body, 1, 1, None, side)
        )
        for column, text in cells.items():
            amount = Amount(Decimal(text), unit) if text else None
            self.figures.append(
                Figure(
                    f"{ID}-f{len(self.figures)}", ID, table, name, None, Origin.TABLE, Relation.AMOUNT, None, body,
                    2026, Stage.BUDGET, kind, label, code, role, column, text, amount, unit, 1, None,
                )
            )  # fmt: skip
        return name

    def say(
        self,
        label: str,
        relation: Relation,
        text: str,
        unit: Unit = WAN_YUAN,
        basis: str | None = None,
        code: str | None = None,
    ) -> None:
        """A figure stated in a sentence."""
        self.figures.append(
            Figure(
                f"{ID}-f{len(self.figures)}", ID, None, None, f"{ID}-p0", Origin.NARRATIVE, relation, None, None, 2026,
                Stage.BUDGET, "narrative", label, code, RowRole.ITEM, (), text, Amount(Decimal(text), unit), unit, 1,
                None, basis,
            )
        )  # fmt: skip

    def findings(self, rule: str) -> list[tuple[Verdict, str, str]]:
        """Verdict, expected and found of one rule."""
        return [(f.verdict, f.expected, f.found) for f in self.check() if f.rule == f"check.{rule}"]

    def check(self) -> Sequence[Finding]:
        """All findings."""
        return check_document(ID, self.tables, self.rows, self.figures)


TOTAL, BASIC, PROJECT = ("合计",), ("基本支出",), ("项目支出",)


def expenditure(lines: Sequence[tuple[str, str, str]], total: tuple[str, str, str]) -> Ledger:
    """An expenditure table: a grand total and items of 合计, 基本支出, 项目支出."""
    book = Ledger()
    table = book.table("expenditure_total")
    head = book.row(table, "合计", dict(zip((TOTAL, BASIC, PROJECT), total, strict=True)), role=RowRole.GRAND_TOTAL)
    for i, line in enumerate(lines):
        book.row(table, f"科目{i}", dict(zip((TOTAL, BASIC, PROJECT), line, strict=True)), parent=head)
    return book


def test_clean_sums_hold() -> None:
    book = expenditure([("3.00", "1.00", "2.00"), ("4.00", "4.00", "")], ("7.00", "5.00", "2.00"))
    assert {f.verdict for f in book.check()} == {Verdict.HOLDS}
    assert len(book.findings("children_sum")) == 3
    assert len(book.findings("column_sum")) == 3


def test_a_tail_is_rounding_and_a_slip_fails() -> None:
    book = expenditure([("3.01", "1.00", "2.00"), ("4.00", "4.00", "")], ("7.00", "5.00", "2.00"))
    assert book.findings("children_sum")[0] == (Verdict.ROUNDING, "7.01", "7")
    slip = expenditure([("3.00", "1.00", "2.00"), ("4.80", "4.00", "0.80")], ("7.00", "5.00", "2.80"))
    assert (Verdict.FAILS, "7.8", "7") in slip.findings("children_sum")
    assert (Verdict.FAILS, "7.8", "7") not in slip.findings("column_sum")  # two good lines do not show a rule of three


def test_a_list_of_examples_raises_no_alarm() -> None:
    book = expenditure([("1.00", "1.00", ""), ("2.00", "", "2.00")], ("90.00", "40.00", "50.00"))
    assert [v for v, _, _ in book.findings("children_sum") if v is Verdict.FAILS] == []


def test_income_equals_expenditure() -> None:
    book = Ledger()
    table = book.table("income_expenditure_total")
    book.row(table, "收入总计", {("收入", "预算"): "10.00"}, side="收入", role=RowRole.GRAND_TOTAL)
    book.row(table, "支出总计", {("支出", "预算"): "10.10"}, side="支出", role=RowRole.GRAND_TOTAL)
    assert book.findings("income_expenditure") == [(Verdict.FAILS, "10", "10.1")]


def test_three_public_in_one_line_and_in_rows() -> None:
    book = Ledger()
    line = book.table("three_public")
    cars = ("公务用车购置及运行费",)
    book.row(
        line,
        "甲市审计局",
        {
            ("“三公”经费预算数", "合计"): "12.00",
            ("“三公”经费预算数", "因公出国（境）费"): "",
            ("“三公”经费预算数", *cars, "小计"): "9.00",
            ("“三公”经费预算数", *cars, "购置费"): "4.00",
            ("“三公”经费预算数", *cars, "运行费"): "5.00",
            ("“三公”经费预算数", "公务接待费"): "3.00",
            ("机关运行经费预算数",): "80.00",
        },
    )
    rows = book.table("three_public")
    for label, value in (
        ("“三公”经费", "13.00"), ("因公出国（境）费", "0.00"), ("公务用车购置及运行维护费", "9.00"),
        ("公务用车购置费", "4.00"), ("公务用车运行维护费", "5.00"), ("公务接待费", "3.00"),
    ):  # fmt: skip
        book.row(rows, label, {("预算数",): value})
    assert book.findings("three_public") == [(Verdict.HOLDS, "12", "12"), (Verdict.FAILS, "12", "13")]
    assert [v for v, _, _ in book.findings("vehicles")] == [Verdict.HOLDS] * 2
    assert part_of("小计", "公务用车购置及运行费") == "公车"
    assert part_of("机关运行经费") is None


def test_text_against_table_in_another_unit() -> None:
    book = Ledger()
    table = book.table("three_public")
    book.row(table, "公务接待费", {("预算数",): "12345.00"}, unit=YUAN)
    book.say("公务接待费", Relation.AMOUNT, "1.23")
    book.say("因公出国（境）费", Relation.AMOUNT, "5.00")
    assert book.findings("table_narrative") == [(Verdict.ROUNDING, "12345", "12300")]
    book.say("公务接待费", Relation.AMOUNT, "12.3")
    assert book.findings("table_narrative")[1][0] is Verdict.FAILS


def test_spending_with_no_word_of_whose_raises_no_alarm() -> None:
    book = Ledger()
    table = book.table("expenditure_total")
    book.row(table, "合计", {TOTAL: "900.00"}, role=RowRole.GRAND_TOTAL)
    book.say("支出", Relation.AMOUNT, "73.00")  # 转移支付下达80万元，当年支出73万元
    assert book.findings("table_narrative") == []
    book.say("部门支出预算", Relation.AMOUNT, "890.00")
    assert [verdict for verdict, _, _ in book.findings("table_narrative")] == [Verdict.FAILS]


def test_a_line_listed_under_each_unit_is_not_held_against_the_sentence_on_the_whole() -> None:
    book = Ledger()
    table = book.table("expenditure_total")
    for body, amount in (("机关", "20.00"), ("检测中心", "8.00")):
        book.row(table, "住房公积金", {TOTAL: amount}, code="2210201", body=body)
    book.say("住房公积金", Relation.AMOUNT, "28.00", code="2210201")
    assert not book.findings("table_narrative")


def test_a_branch_of_two_levels_counts_once_in_the_total_of_its_columns() -> None:
    book = Ledger()
    table = book.table("fiscal_expenditure")
    carried = ("上年结转安排", "一般公共预算拨款")
    for label, cells in (("行政运行", "9.00 6.00 3.00 1.00 2.00"), ("信息化建设", "5.00 1.00 4.00 4.00 0.00")):
        own, new, old, basic, project = cells.split()
        columns = {("总计",): own, ("当年安排",): new, (*carried, "小计"): old}
        columns |= {(*carried, "基本支出"): basic, (*carried, "项目支出"): project}
        book.row(table, label, columns)
    assert {verdict for verdict, _, _ in book.findings("column_sum")} == {Verdict.HOLDS}


def test_a_share_is_held_against_no_amount_smaller_than_the_part() -> None:
    book = Ledger()
    book.say("财政拨款收入", Relation.AMOUNT, "155.00")
    book.say("财政拨款收入", Relation.SHARE, "96.86", PERCENT, basis="本年收入")
    book.say("本年收入", Relation.AMOUNT, "3.98")  # of one fund
    assert not book.findings("share")
    book.say("本年收入", Relation.AMOUNT, "3100.00")
    assert [verdict for verdict, _, _ in book.findings("share")] == [Verdict.FAILS]


def test_growth_is_recomputed() -> None:
    def growth(rate: str) -> list[tuple[Verdict, str, str]]:
        book = Ledger()
        book.say("收入预算", Relation.AMOUNT, "110.00")
        book.say("收入预算", Relation.CHANGE, "10.00", basis="上年")
        book.say("收入预算", Relation.RATE, rate, PERCENT, basis="上年")
        return book.findings("growth")

    assert growth("10.0") == [(Verdict.HOLDS, "10", "10.0")]
    assert growth("9.5")[0][0] is Verdict.FAILS


@given(st.lists(st.decimals(min_value=0, max_value=10**6, places=4), min_size=2, max_size=60))
def test_rounded_sums_never_fail(parts: list[Decimal]) -> None:
    cent = Decimal("0.01")
    printed = [part.quantize(cent) for part in parts]
    whole = sum(parts, Decimal(0)).quantize(cent)
    allowance = half_step(whole) + sum((half_step(part) for part in printed), Decimal(0))
    assert verdict_of(sum(printed, Decimal(0)), whole, allowance) is not Verdict.FAILS


def test_a_total_over_more_than_the_three_is_not_held_against_their_parts() -> None:
    book = Ledger()
    table = book.table("three_public")
    for label, value in (
        ("合计", "21.50"), ("“三公”经费小计", "12.00"), ("因公出国（境）费", "0.00"),
        ("公务用车购置及运行维护费", "9.00"), ("公务接待费", "3.00"), ("会议费", "3.00"), ("培训费", "6.50"),
    ):  # fmt: skip
        book.row(table, label, {("预算数",): value})
    assert book.findings("three_public") == [(Verdict.HOLDS, "12", "12")]


def test_what_agency_operating_expenses_hold_for_cars_is_not_all_that_is_spent_on_them() -> None:
    book = Ledger()
    table = book.table("three_public")
    book.row(table, "公务用车运行维护费", {("预算数",): "24.30"})
    book.say("公务用车运行维护费", Relation.AMOUNT, "6.30")
    book.figures[-1] = replace(book.figures[-1], column=("机关运行经费",), role=RowRole.OF_WHICH)
    assert book.findings("table_narrative") == []


def test_a_sentence_without_what_was_carried_over_is_not_held_against_a_line_with_it() -> None:
    for carried, alarms in (("2.00", 0), ("0.50", 1)):
        book = Ledger()
        both = book.table("income_expenditure_total")
        book.row(both, "上年结转", {("预算数",): carried}, side="收入")
        wide = book.table("general_public")
        book.row(wide, "水利工程建设", {("合计",): "27.00"}, code="2130305")
        book.say("水利工程建设", Relation.AMOUNT, "26.00", code="2130305")
        assert len(book.findings("table_narrative")) == alarms


def test_a_sentence_is_not_held_against_the_projects_alone() -> None:
    book = Ledger()
    book.row(book.table("general_public_project"), "水利工程运行", {("金额",): "3.00"}, code="2130306")
    book.say("水利工程运行", Relation.AMOUNT, "8.00", code="2130306")
    assert book.findings("table_narrative") == []


def test_totals_are_compared_of_one_year() -> None:
    book = Ledger()
    by_unit = book.table("expenditure_total")
    book.row(by_unit, "合计", {("2025年预算",): "6.00", ("2026年预算",): "7.00"}, role=RowRole.GRAND_TOTAL)
    book.figures[0] = replace(book.figures[0], year=2025)
    both = book.table("income_expenditure_total")
    book.row(both, "支出合计", {("预算数",): "7.00"}, side="支出")
    assert book.findings("same_total") == [(Verdict.HOLDS, "7", "7")]


def test_a_total_of_a_side_may_be_called_a_total_alone() -> None:
    book = Ledger()
    book.row(book.table("income_total"), "合计", {("合计",): "9.00", ("本年收入",): "7.00"}, role=RowRole.GRAND_TOTAL)
    both = book.table("income_expenditure_total")
    book.row(both, "本年收入合计", {("预算数",): "7.00"}, side="收入")
    book.row(both, "总计", {("预算数",): "9.00"}, side="收入")
    assert book.findings("same_total") == [(Verdict.HOLDS, "9", "9")]


def test_a_table_of_one_class_of_spending_is_no_whole_of_the_basic_part() -> None:
    book = Ledger()
    book.row(book.table("general_public"), "合计", {("基本支出",): "9.00"}, role=RowRole.GRAND_TOTAL)
    book.row(book.table("general_public_basic"), "合计", {("总计",): "4.00"}, role=RowRole.GRAND_TOTAL)
    assert book.findings("same_total") == []  # not compared: no table of both sides

    book.row(book.table("income_expenditure_total"), "支出合计", {("预算数",): "9.00"}, side="支出")
    assert [verdict for verdict, *_ in book.findings("same_total")] == [Verdict.FAILS]
    book.tables[1] = replace(book.tables[1], title="基本支出表（工资福利支出）")
    assert book.findings("same_total") == []


def test_a_fund_pays_no_more_of_a_line_than_is_spent_on_it() -> None:
    ledger = Ledger()
    spend, general = ledger.table("expenditure_total"), ledger.table("general_public")
    for table, amounts in ((spend, ("10.00", "30.00", "5.00")), (general, ("30.00", "5.00", "10.00"))):
        for code, label, amount in zip(("2130301", "2130305", "2130314"), ("甲", "乙", "丙"), amounts, strict=True):
            ledger.row(table, label, {("合计",): amount}, code=code)
    ledger.rows = [replace(row, code_scheme="functional") for row in ledger.rows]
    found = check_document(ID, ledger.tables, ledger.rows, ledger.figures)
    failed = [(f.expected, f.found) for f in found if f.rule == "check.fund_within_whole"]
    assert failed == [("10", "30"), ("5", "10")]  # 乙 may be paid in part by another fund
