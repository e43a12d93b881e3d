from ingest.reading.surroundings import surroundings
from ingest.records.layout import Box, Cell, Grid, Line, Page, Reading


def box(column: int, row: int) -> Box:
    return (float(column), float(row), column + 1.0, row + 1.0)


def workbook(rows: int = 30) -> Reading:
    cells = tuple(Cell(row, column, f"r{row}c{column}", box(column, row)) for row in range(rows) for column in range(3))
    return Reading("book.xlsx", "spreadsheet", (Page(1, 3, rows, (Grid(1, None, rows, 3, cells),)),))


def test_cell_is_marked_among_its_neighbours_and_header() -> None:
    near = surroundings(workbook(), 1, box(1, 20), "r20c1")
    assert near is not None and near.is_table
    marked = [piece.text for row in near.rows for piece in row if piece.marked]
    assert marked == ["r20c1"]
    shown = [row[0].text for row in near.rows]
    assert shown[:3] == ["r0c0", "r1c0", "r2c0"]
    assert "r14c0" in shown and "r13c0" not in shown and "r26c0" in shown and "r27c0" not in shown


def test_cell_without_a_box_is_found_by_its_text() -> None:
    near = surroundings(workbook(5), 1, None, "r3c2")
    assert near is not None
    assert [piece.text for row in near.rows for piece in row if piece.marked] == ["r3c2"]


def test_line_is_marked_among_lines() -> None:
    lines = tuple(Line(f"line {number}", (0, number * 10.0, 100, number * 10.0 + 9)) for number in range(20))
    near = surroundings(Reading("a.txt", "text", (Page(1, 100, 200, (), lines),)), 1, (0, 100, 100, 109), "line 10")
    assert near is not None and not near.is_table
    assert [row[0].text for row in near.rows if row[0].marked] == ["line 10"]
    assert len(near.rows) == 11


def test_a_place_that_is_not_there_gives_nothing() -> None:
    assert surroundings(workbook(), 2, box(0, 0), "x") is None
    assert surroundings(workbook(), 1, None, "nowhere") is None
