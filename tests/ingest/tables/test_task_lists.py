"""Lists with their money inside a form: the costs of a project are a table of their own."""

from ingest.records.layout import Cell
from ingest.tables.sheet import Sheet
from ingest.tables.task_lists import cost_list_parted

FORM = (
    (0, 0, "项目名称", 1, 2), (0, 2, "道路清扫保洁", 1, 4),
    (1, 0, "明细\n预算", 4, 1), (1, 1, "序号", 1, 1), (1, 2, "支出内容", 1, 1), (1, 3, "数量", 1, 1),
    (1, 4, "单价（元）", 1, 1), (1, 5, "金额（万元）", 1, 1),
    (2, 1, "1", 1, 1), (2, 2, "公厕管护", 1, 1), (2, 3, "46", 1, 1), (2, 4, "62,000.00", 1, 1), (2, 5, "285.20", 1, 1),
    (3, 1, "2", 1, 1), (3, 2, "转运站运行", 1, 1), (3, 3, "2", 1, 1), (3, 4, "5,000.00", 1, 1), (3, 5, "1.00", 1, 1),
    (4, 1, "合计", 1, 4), (4, 5, "286.20", 1, 1),
    (5, 0, "总体目标", 1, 2), (5, 2, "道路干净。", 1, 4),
)  # fmt: skip


def sheet(cells: tuple[tuple[int, int, str, int, int], ...] = FORM) -> Sheet:
    made = tuple(Cell(row, column, text, None, tall, wide) for row, column, text, tall, wide in cells)
    return Sheet(6, 6, made, (), (), 1, 1)


def test_costs_beside_one_label_are_a_table_with_its_header() -> None:
    form, costs, called = cost_list_parted(sheet(), 0)
    assert called == "明细预算"
    assert costs is not None
    assert [cell.text for cell in costs.starting(0)] == ["序号", "支出内容", "数量", "单价（元）", "金额（万元）"]
    assert costs.rows == 4
    assert not any(cell.text == "公厕管护" for cell in form.cells)
    assert any(cell.text == "道路干净。" for cell in form.cells)


def test_a_form_without_prices_or_numbers_of_costs_stays_whole() -> None:
    plain = tuple(cell for cell in FORM if cell[2] not in ("数量", "单价（元）"))
    form, costs, _ = cost_list_parted(sheet(plain), 0)
    assert costs is None
    assert len(form.cells) == len(plain)


def test_activities_beside_their_class_and_money_are_costs_too() -> None:
    heads = {"序号": "项目活动", "支出内容": "活动内容表述", "数量": "支出经济分类", "单价（元）": "金额"}
    cells = tuple((r, c, heads.get(text, text), t, w) for r, c, text, t, w in FORM if text != "金额（万元）")
    _, costs, called = cost_list_parted(sheet(cells), 0)
    assert (called, costs is not None) == ("明细预算", True)
