"""Forms under one another in one sheet, and lists that are no forms."""

from ingest.records.layout import Cell
from ingest.tables.sheet import Sheet
from ingest.tables.stacked_forms import forms_parted


def sheet(*rows: tuple[str, ...]) -> Sheet:
    """A sheet of two columns."""
    cells = tuple(Cell(i, j, text, None) for i, row in enumerate(rows) for j, text in enumerate(row))
    return Sheet(len(rows), 2, cells)


def test_every_form_of_a_sheet_stands_alone() -> None:
    form = (("项目名称", "甲"), ("主管部门", "水务局"), ("资金总额", "9"))
    parts = forms_parted(sheet(*form, ("", ""), *form, ("", ""), *form))
    assert [part.rows for part in parts] == [4, 4, 3]
    assert [cell.text for cell in parts[1].starting(0)] == ["项目名称", "甲"]


def test_a_form_may_be_of_a_project_or_whatever_else_is_said_beside_it() -> None:
    for label in ("项目（政策）名称", "政策（项目）名称", "预算项目（课题）名称", "项目（任务）名称"):
        form = ((label, "甲"), ("预算资金情况（万元）", "9"), ("总体目标", "清淤"))
        assert [part.rows for part in forms_parted(sheet(*form, *form))] == [3, 3]


def test_what_is_no_form_stays_whole() -> None:
    listed = sheet(("项目名称", "预算数"), ("甲", "1"), ("乙", "2"))
    assert forms_parted(listed) == [listed]
