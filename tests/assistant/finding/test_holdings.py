"""Figures are read when a table is looked at, and given up again where too many are held."""

from dataclasses import replace
from pathlib import Path

from assistant.finding.holdings import Holding
from assistant.finding.shelf import Shelf
from ingest.records.figure import Figure
from tests.assistant.town import parks, stored, water


def cells(holding: Holding) -> list[list[tuple[int, Figure]]]:
    return [row.cells for table in holding.tables for row in table.rows]


def test_a_shelf_that_holds_one_table_gives_the_same_figures(tmp_path: Path) -> None:
    store = stored(tmp_path, water(), parks())
    for document in store.documents():
        wide, narrow = Holding(document, Shelf(store.engine)), Holding(document, Shelf(store.engine, keep=1))
        assert any(cells(wide))
        assert cells(narrow) == cells(wide)
        assert [table.columns for table in narrow.tables] == [table.columns for table in wide.tables]


def test_a_table_read_anew_under_the_same_shelf_keeps_its_figures(tmp_path: Path) -> None:
    store = stored(tmp_path, water())
    shelf = Shelf(store.engine, keep=1)
    first = cells(Holding(store.documents()[0], shelf))
    assert cells(Holding(store.documents()[0], shelf)) == first


def test_rows_without_a_name_answer_nothing(tmp_path: Path) -> None:
    parsed = water()
    first = parsed.tables[0].id
    rows = tuple(replace(row, label="") if row.table_id == first else row for row in parsed.rows)
    holding = Holding(parsed.document, Shelf(stored(tmp_path, replace(parsed, rows=rows)).engine))
    assert [view.table.id for view in holding.tables] == [table.id for table in parsed.tables[1:]]
    assert all(view.row.label for view in holding.rows.values())
