"""Rows to a tree: only items may be added up, and they make the total however the form marks its levels."""

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from ingest.records.document import RowRole
from ingest.records.layout import Cell
from ingest.tables.rows import DraftRow
from ingest.tables.sums import adds_up
from ingest.tables.tree import places_in_tree
from ingest.wording.codes import FUNCTIONAL


def row(
    label: str,
    amount: str,
    code: str | None = None,
    of_which: bool = False,
    indent: float | None = None,
    depth: int | None = None,
) -> DraftRow:
    draft = DraftRow(0, 0, label, label, code, None, None, None, of_which, depth, indent, None)
    draft.cells = {1: Cell(0, 1, amount, None)}
    return draft


def roles(rows: list[DraftRow]) -> str:
    names = {
        RowRole.GRAND_TOTAL: "T",
        RowRole.SUBTOTAL: "s",
        RowRole.ITEM: "i",
        RowRole.OF_WHICH: "o",
        RowRole.NOTE: "n",
    }
    return "".join(names[node.role] for node in places_in_tree(rows, [1], None))


def test_indented_names_nest() -> None:
    rows = [row("合计", "9"), row("公共安全支出", "9", indent=3), row("司法", "9", indent=12)]
    rows += [row("行政运行", "4", indent=21), row("普法宣传", "5", indent=21)]
    assert roles(rows) == "Tssii"


def test_of_which_rows_are_parts_beside_their_whole() -> None:
    assert roles([row("合计", "9"), row("办公费", "9"), row("印刷", "3", of_which=True)]) == "Tio"


def test_parts_printed_after_of_which_without_the_words_are_parts_too() -> None:
    rows = [row("合计", "9"), row("公务接待费", "2"), row("公务用车购置及运行维护费", "7")]
    rows += [row("公务用车运行维护费", "4", of_which=True), row("公务用车购置费", "3")]
    assert roles(rows) == "Tiioo"


def test_a_flat_list_with_equal_neighbours_stays_flat() -> None:
    assert roles([row("合计", "12"), row("甲", "4"), row("乙", "4"), row("丙", "4")]) == "Tiii"


def test_numbers_of_the_rows_tell_their_levels_before_chance_sums_do() -> None:
    rows = [row("“三公”经费支出", "", depth=1), row("支出合计", "9", depth=2), row("公务接待费", "9", depth=3)]
    rows += [row("国有资产占用情况", "", depth=1), row("车辆数合计", "4", depth=2)]
    rows += [row("机要通信用车", "2", depth=3), row("应急保障用车", "1", depth=3), row("其他用车", "1", depth=3)]
    nodes = places_in_tree(rows, [1], None)
    assert [node.parent for node in nodes] == [None, 0, 1, None, 3, 4, 4, 4]
    assert RowRole.GRAND_TOTAL not in {node.role for node in nodes}


@example([[1001], [1000], [1000, 1000]])
@given(st.lists(st.lists(st.integers(1_000, 10**7), min_size=1, max_size=6), min_size=1, max_size=6))
def test_items_always_make_the_total(groups: list[list[int]]) -> None:
    def money(cents: int) -> str:
        return f"{Decimal(cents) / 100:.2f}"

    rows = [row("合计", money(sum(map(sum, groups))))]
    for g, items in enumerate(groups):
        rows.append(row(f"第{g}局", money(sum(items))))
        rows += [row(f"业务{g}之{i}", money(cents)) for i, cents in enumerate(items)]
    nodes = places_in_tree(rows, [1], None)
    items_sum = sum(
        Decimal(draft.cells[1].text) for draft, node in zip(rows, nodes, strict=True) if node.role is RowRole.ITEM
    )
    # Equal amounts can be parted in two ways that printed rounding leaves open: half a cent a row, no more.
    assert abs(items_sum - Decimal(rows[0].cells[1].text)) <= Decimal("0.005") * len(rows)


def test_rounding_of_printed_parts_is_allowed_for() -> None:
    assert adds_up([Decimal("86.64")], [[Decimal("43.32")], [Decimal("43.33")]])
    assert adds_up([Decimal("86.64")], [[Decimal("43.32")], [Decimal("44.33")]]) is False
    assert adds_up([None], [[Decimal(1)]]) is None


def test_the_only_sum_at_an_edge_is_the_whole_whoever_it_names() -> None:
    assert roles([row("望舒区", "3"), row("祁南县", "4"), row("澜川市合计", "7")])[-1] == "T"
    assert roles([row("一般公共预算收入合计", "7"), row("增值税", "3"), row("契税", "4")])[0] == "T"
    assert roles([row("增值税", "3"), row("契税", "4"), row("本年收入合计", "7"), row("上年结转", "1")])[2] != "T"


def test_a_slip_in_one_amount_moves_no_subject_from_under_its_class() -> None:
    rows = [
        row("合计", "90"),
        row("农林水支出", "86", "213"),  # 56 by its parts
        row("水利", "56", "21303"),
        row("水利工程建设", "30", "2130305"),
        row("防汛", "26", "2130314"),
        row("住房保障支出", "34", "221"),
        row("住房改革支出", "34", "22102"),
        row("住房公积金", "34", "2210201"),
    ]
    for one in rows[1:]:
        one.scheme = FUNCTIONAL
    assert [node.parent for node in places_in_tree(rows, [1], None)] == [None, 0, 1, 2, 2, 0, 5, 6]


def test_a_class_of_spending_named_like_a_body_is_none() -> None:
    rows = [
        row("合计", "9"),
        row("公立医院", "9", "21002"),
        row("综合医院", "5", "2100201"),
        row("中医医院", "4", "2100202"),
    ]
    for each in rows[1:]:
        each.scheme = "functional"
    places_in_tree(rows, [1], None)
    assert [each.body for each in rows] == [None] * 4
    rows[1].label = "甲市第一医院"
    places_in_tree(rows, [1], None)
    assert rows[2].body == "甲市第一医院"


def test_a_name_alone_heads_the_rows_that_print_it_with_their_code_and_body() -> None:
    rows = [row("合计", "72")]
    for name, body, parts in (("执法服装", "甲局", ("36",)), ("驻村经费", "乙站", ("24", "12"))):
        rows.append(row(name, "36"))
        rows[-1].body = rows[-2].body  # what a blank cell carries from the row above
        for part in parts:
            rows.append(row(name, part, code="530930261100004425"))
            rows[-1].body, rows[-1].prints_body = body, True
    assert roles(rows) == "Tsisii"
    assert [r.body for r in rows] == [None, "甲局", "甲局", "乙站", "乙站", "乙站"]
