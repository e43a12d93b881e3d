"""Tables of words alone (which units a department has, planned meetings): passages to quote, not figures."""

from ingest.records.layout import Box
from ingest.records.passage import Passage, PassageKind, PassageSpot
from ingest.tables.captions import Caption
from ingest.tables.celltext import cell_text
from ingest.tables.framework import around
from ingest.tables.heading import Heading, column_path
from ingest.tables.sheet import Sheet
from ingest.wording.table_kinds import LIST, OTHER, kind_of


def passage_of(document_id: str, ordinal: int, sheet: Sheet, heading: Heading, caption: Caption) -> Passage | None:
    """A table without any figure as a passage, a line for each row; None for forms left empty.

    A list of the document's tables is kept where it says which of them are empty.
    """
    kind = kind_of(caption.title, "")
    paths = [column_path(sheet, heading, column) for column in range(sheet.columns)]
    marked = kind == LIST and any("空表" in path[-1] for path in paths if path)
    if kind != OTHER and not marked:
        return None
    lines: list[tuple[str, int, Box | None]] = []
    for row in range(heading.body, sheet.rows):
        cells = sheet.filled(row)
        named = []
        for cell in cells:
            path = column_path(sheet, heading, cell.column)
            named.append(f"{path[-1]}：{cell_text(cell.text)}" if path else cell_text(cell.text))
        if named:
            page = cells[0].page or sheet.page
            lines.append(("；".join(named), page, around(cells, page)))
    if not lines or sum(len(line) for line, _, _ in lines) < 8:
        return None
    text, spots = "", []
    for line, page, box in lines:
        start = len(text) + (1 if text else 0)
        text = f"{text}\n{line}" if text else line
        spots.append(PassageSpot(page, box, start, len(text)))
    return Passage(
        f"{document_id}-w{ordinal:03d}",
        document_id,
        ordinal,
        PassageKind.CONTENTS if marked else PassageKind.NARRATIVE,
        (caption.title,) if caption.title else (),
        text,
        lines[0][1],
        lines[-1][1],
        tuple(spots),
    )
