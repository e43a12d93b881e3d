"""The page of one document's tables: choose a table, read its rows, add up a selection, see a cell on its page."""

from html import escape
from typing import Any

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from ingest.records.document import Document, Table
from ui.web import opened, session, source_view
from ui.web.look import heading, plain, show
from ui.web.printed import document_title, measured
from ui.web.session import words
from ui.web.table_grid import Cell, ColumnSum, TableGrid, sums_of
from ui.web.take_away import table_download

ROW_PIXELS, TALLEST = 35, 640
NAME_PIXELS, NAME_PIXELS_PHONE = 340, 200  # on a phone a figure must stand beside the name
CODE_PIXELS = 110
INDENT = "\N{IDEOGRAPHIC SPACE}"


def page(documents: StreamlitPage) -> None:
    """Draw the page of the document that the address names."""
    st.page_link(documents, label=words("all_documents"), icon=":material/arrow_back:")
    wanted = session.asked_document()
    document = next((held for held in opened.holdings().documents if held.id == wanted), None)
    if document is None:
        show(f'<p class="caption">{escape(words("no_such_document"))}</p>')
        return
    heading(document_title(document), words("tables_below"))
    tables = opened.tables(document.id)
    if not tables:
        show(f'<p class="caption">{escape(words("no_tables"))}</p>')
        return
    names = {table.id: _name(table) for table in tables}
    chosen = st.selectbox(words("table"), list(names), format_func=names.__getitem__, key=f"table_{document.id}")
    _table(document, opened.grid(document.id, chosen))


def _name(table: Table) -> str:
    printed = " ".join(part for part in (table.number, table.title) if part)
    pages = words("page_number", page=table.page)
    if table.page_end != table.page:
        pages = words("page_range", first=table.page, last=table.page_end)
    return f"{printed or words('table_untitled')} · {pages}"


def _table(document: Document, grid: TableGrid) -> None:
    facts = [words("count_rows", count=len(grid.rows))]
    if grid.table.unit:
        facts.append(words("unit_is", unit=grid.table.unit))
    facts += [grid.table.note] if grid.table.note else []
    show(f'<p class="caption">{escape(" · ".join(facts))}</p>')
    if not grid.rows:
        return
    selected = _cells(grid)
    with st.container(key=f"actions_table_{grid.table.id}", horizontal=True, gap="medium"):
        table_download(document, grid)
    if not selected:
        show(f'<p class="caption">{escape(words("select_cells"))}</p>')
        return
    if len(selected) > 1:
        _selection(grid, selected)
    figure = grid.figures.get(min(selected)) if len(selected) == 1 else None
    if figure is not None:
        source_view.place(source_view.place_of(figure, document))


def _cells(grid: TableGrid) -> set[Cell]:
    """The table on the page; gives the figure cells that the visitor has selected."""
    ahead = [words("row_label")]
    data: dict[str, list[str]] = {
        words("row_label"): [INDENT * max(row.level - 1, 0) + (row.printed_label or row.label) for row in grid.rows]
    }
    if any(row.code for row in grid.rows):
        data[words("code")] = [row.code or "" for row in grid.rows]
        ahead.append(words("code"))
    names: list[str] = []
    for index, column in enumerate(grid.columns):
        name = " / ".join(column) or words("row_value")
        while name in data:  # a name names one column
            name += " "
        names.append(name)
        data[name] = grid.printed(index)
    right: dict[str, Any] = {name: st.column_config.TextColumn(alignment="right") for name in names}
    right[ahead[0]] = st.column_config.TextColumn(pinned=True, width=_name_pixels())
    right[words("code")] = st.column_config.TextColumn(width=CODE_PIXELS)
    event: Any = st.dataframe(
        data,
        column_config=right,
        hide_index=True,
        height=min(TALLEST, ROW_PIXELS * (len(grid.rows) + 1) + 2),
        on_select="rerun",
        selection_mode="multi-cell",
        key=f"grid_{grid.table.id}",
        alt=_name(grid.table),
    )
    at = {name: index for index, name in enumerate(names)}
    return {(int(row), at[name]) for row, name in event.selection.cells if name in at and row < len(grid.rows)}


def _name_pixels() -> int:
    return NAME_PIXELS_PHONE if "Mobi" in st.context.headers.get("User-Agent", "") else NAME_PIXELS


def _selection(grid: TableGrid, selected: set[Cell]) -> None:
    told = "".join(_sum(grid, one) for one in sums_of(grid, selected))
    show(f'<div class="sums" aria-live="polite">{told}</div>')


def _sum(grid: TableGrid, one: ColumnSum) -> str:
    name = " / ".join(grid.columns[one.column]) or words("row_value")
    facts = [words("selected_count", count=one.count)]
    if one.blank:
        facts.append(words("selected_blank", count=one.blank))
    if one.total is not None and one.unit is not None:
        facts.insert(0, words("selected_sum", value=measured(one.total, one.unit.name)))
        facts.append(words("selected_mean", value=measured(one.mean, one.unit.name)))
    elif one.count > 1:
        facts.append(words("selected_mixed" if one.unit else "selected_units"))
    return f"<p><b>{escape(name)}</b> {escape(' · '.join(facts))}</p>"


def link(tables: StreamlitPage, document: Document) -> None:
    """The way from a document to its tables."""
    address = {"document": document.id} | ({"lang": "en"} if session.language() == "en" else {})
    st.page_link(tables, label=plain(words("see_tables")), query_params=address)
