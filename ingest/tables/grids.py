"""Tables of documents that are no budget, kept cell by cell with their column headers."""

from ingest.records.grid import PlainGrid
from ingest.records.layout import Cell
from ingest.tables.layout import GridCell, Layout, laid_out
from ingest.tables.sheet import Sheet
from ingest.wording.glyphs import printed


def plain_grid(document_id: str, ordinal: int, sheet: Sheet, title: str) -> PlainGrid:
    """A whole table as printed, under the title it bears."""
    layout = layout_of(sheet.rows, sheet.columns, sheet.cells)
    heads = tuple(layout.cells[n].text.strip() for n in sorted(layout.down) if layout.cells[n].text.strip())
    return PlainGrid(
        f"{document_id}-g{ordinal:03d}",
        document_id,
        ordinal,
        title,
        sheet.page,
        sheet.rows,
        sheet.columns,
        heads or tuple(layout.cells[n].text.strip() for n in sorted(layout.right)),
        sheet.cells,
    )


def layout_of(rows: int, columns: int, cells: tuple[Cell, ...]) -> Layout:
    """The layout of a table by its cells; the numbers of its cells are their places in ``cells``."""
    made = [GridCell(c.row, c.column, c.row_span, c.column_span, printed(c.text)) for c in cells]
    return laid_out(rows, columns, made)
