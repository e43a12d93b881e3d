"""Rows that are the stages, years and rates of an item, which stands over them."""

from ingest.parse import parse
from ingest.records.document import Stage
from ingest.records.figure import Figure, Relation
from ingest.records.layout import Cell, Grid
from tests.ingest.narrative.pages import centered, line, page, reading

HEADER = ("年度\n项目", "年度\n项目", "2022年", "2023年", "两年合计")
STAGES = ("预算数", "决算数", "完成%")
AMOUNTS = (("10.00", "20.00", "30.00"), ("9.00", "21.00", "30.00"), ("90.0", "105.0", "100.0"))


def merged(*rows: tuple[str, ...], span: int, head: bool = True) -> Grid:
    """A grid whose first column stands over several rows at a time, its header over the first two columns."""
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            box = (60.0 * c, 100.0 + 20 * r, 60.0 * c + 60, 120.0 + 20 * r)
            if r == 0 and head and c < 2:
                cells += [Cell(0, 0, text, box, column_span=2)] if c == 0 else []
            elif c or r == 0:
                cells.append(Cell(r, c, text, box))
            elif (r - 1) % span == 0:
                cells.append(Cell(r, 0, text, box, row_span=span))
    return Grid(1, (0.0, 100.0, 400.0, 400.0), len(rows), len(rows[0]), tuple(cells))


def figures(grid: Grid) -> list[Figure]:
    head = (centered("近两年预算执行情况表", 40, 14.0), line("单位：万元", 70, full=False))
    return list(parse(reading(page(1, *head, grids=(grid,))), "b" * 16).figures)


def of_items(*names: str) -> tuple[tuple[str, ...], ...]:
    return (HEADER, *((name, stage, *own) for name in names for stage, own in zip(STAGES, AMOUNTS, strict=True)))


def test_the_item_names_the_row_and_its_line_the_stage_or_the_rate() -> None:
    found = figures(merged(*of_items("公共安全支出", "住房保障支出"), span=3))
    assert [f.label for f in found] == ["公共安全支出"] * 9 + ["住房保障支出"] * 9
    budget, account, rate = found[0], found[4], found[8]
    assert (budget.year, budget.stage, budget.unit.name) == (2022, Stage.BUDGET, "万元")
    assert (account.year, account.stage, account.text) == (2023, Stage.FINAL_ACCOUNT, "21.00")
    assert (rate.unit.name, rate.relation) == ("%", Relation.SHARE)


def test_a_sum_over_years_is_of_none_of_them() -> None:
    found = figures(merged(*of_items("公共安全支出", "住房保障支出"), span=3))
    assert {f.year for f in found if f.column == ("两年合计",)} == {None}


def test_the_rows_of_each_stage_make_a_tree_of_their_own() -> None:
    rows = (
        ("项目", "项目", "2022年"),
        *(("公共安全支出", "预算数", "10.00"), ("公共安全支出", "决算数", "9.00"), ("公共安全支出", "完成%", "90.0")),
        *(("住房保障支出", "预算数", "4.00"), ("住房保障支出", "决算数", "3.00"), ("住房保障支出", "完成%", "75.0")),
        *(("合计", "预算数", "14.00"), ("合计", "决算数", "12.00"), ("合计", "完成%", "85.7")),
    )
    read = parse(reading(page(1, line("单位：万元", 70, full=False), grids=(merged(*rows, span=3),))), "b" * 16).rows
    assert [row.parent_id and int(row.parent_id[-4:]) for row in read] == [6, 7, 8, 6, 7, 8, None, None, None]


def test_an_item_printed_once_above_its_rows_names_those_below() -> None:
    rows = [HEADER]
    for name in ("公共安全支出", "住房保障支出"):
        rows += [(name if i == 0 else "", stage, *AMOUNTS[i]) for i, stage in enumerate(STAGES)]
    found = figures(merged(*rows, span=1))
    assert [f.label for f in found] == ["公共安全支出"] * 9 + ["住房保障支出"] * 9


def test_years_over_stages_without_an_item_date_the_rows() -> None:
    rows = (
        ("项目\n年度", "项目\n年度", "因公出国（境）费", "公务接待费"),
        ("2022年", "预算", "0.00", "3.00"),
        ("2022年", "决算", "0.00", "2.00"),
        ("2023年", "预算", "1.00", "5.00"),
        ("2023年", "决算", "0.50", "4.00"),
    )
    found = figures(merged(*rows, span=2))
    assert [(f.year, f.stage.value, f.label) for f in found[1::2]] == [
        (2022, "预算", "2022年预算"),
        (2022, "决算", "2022年决算"),
        (2023, "预算", "2023年预算"),
        (2023, "决算", "2023年决算"),
    ]


def test_a_year_beside_each_project_dates_no_amount_of_it() -> None:
    rows = (
        ("项目名称", "立项年度", "金额"),
        ("道路维修", "2022年", "3.00"),
        ("桥梁检测", "2023年", "2.00"),
        ("路灯改造", "2023年", "1.00"),
    )
    found = figures(merged(*rows, span=1, head=False))
    assert len({f.year for f in found}) == 1
