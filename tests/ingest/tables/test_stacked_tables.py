"""A header in the middle of a frame: the table under another, with columns of its own."""

from dataclasses import replace

from ingest.records.layout import Cell, Line
from ingest.tables.sheet import Sheet
from ingest.tables.stacked_tables import tables_parted

AMOUNTS = [
    [("项目", 1), ("合计", 1), ("公务用车费", 2)],
    [("预算数", 1), ("9.00", 1), ("5.00", 2)],
    [("决算数", 1), ("8.00", 1), ("4.00", 2)],
]
COUNTS = [
    [("项目", 2), ("统计数", 2)],
    [("公务用车保有量（辆）", 2), ("17", 2)],
    [("国内公务接待批次（个）", 2), ("126", 2)],
]


def sheet(rows: list[list[tuple[str, int]]]) -> Sheet:
    """A sheet of four columns: the words and the width of each cell."""
    cells = []
    for i, row in enumerate(rows):
        column = 0
        for words, span in row:
            cells.append(Cell(i, column, words, None, 1, span))
            column += span
    return Sheet(len(rows), 4, tuple(cells))


def test_a_table_below_another_has_its_own_columns() -> None:
    upper, lower = tables_parted(sheet(AMOUNTS + COUNTS))
    assert (upper.rows, lower.rows, lower.columns) == (3, 3, 2)
    assert [cell.text for cell in lower.starting(1)] == ["公务用车保有量（辆）", "17"]


def test_a_row_of_words_with_the_columns_of_the_others_heads_nothing() -> None:
    titled = [*AMOUNTS, [("项目", 1), ("合计", 1), ("金额", 2)], *AMOUNTS[1:]]
    assert tables_parted(sheet(titled)) == [sheet(titled)]
    noted = [*AMOUNTS, [("说明", 2), ("无", 2)], *COUNTS[1:]]
    assert tables_parted(sheet(noted)) == [sheet(noted)]


def test_the_header_again_under_another_name_begins_a_table() -> None:
    head = [("合计", 1), ("出国费", 1), ("接待费", 2)]
    rows = [[("预算数", 4)], head, [("9.00", 1), ("4.00", 1), ("5.00", 2)]]
    rows += [[("决算数", 4)], head, [("8.00", 1), ("4.00", 1), ("4.00", 2)]]
    both = replace(sheet(rows), above=(Line("“三公”经费支出决算表", None),), place={})
    assert [part.rows for part in tables_parted(both)] == [3, 3]
    other = replace(sheet([*rows[:3], [("说明", 4)], *rows[2:3] * 2]), above=both.above, place={})
    assert tables_parted(other) == [other]
