"""Real published documents: the same table from text and PDF, every project of one form, totals that reconcile."""

import json
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.parse import parse
from ingest.reading.kind import read_file
from ingest.records.document import RowRole
from ingest.records.figure import Relation
from ingest.records.parsed import Parsed
from ingest.records.units import UnitKind
from ingest.tables.sums import adds_up
from ingest.wording.glyphs import bare

pytestmark = pytest.mark.corpus

RECONCILED = 0.97  # share of printed totals that their items make; one document prints a slip of its own


def parsed(path: Path) -> Parsed:
    return parse(read_file(path), "0" * 16)


def test_the_text_and_the_pdf_of_one_table_give_the_same_records(corpus: Path) -> None:
    text, pdf = parsed(corpus / "seed.txt"), parsed(corpus / "seed.pdf")
    keep = ("label", "code", "role", "level", "parent_id", "body", "is_secret")
    assert [[getattr(row, k) for k in keep] for row in text.rows] == [
        [getattr(row, k) for k in keep] for row in pdf.rows
    ]
    assert [(f.row_id, f.column, f.value) for f in text.figures] == [(f.row_id, f.column, f.value) for f in pdf.figures]
    assert [(t.row_id, bare(t.text)) for t in text.row_texts] == [(t.row_id, bare(t.text)) for t in pdf.row_texts]
    items = [f.value for f in pdf.figures if f.role is RowRole.ITEM and f.column == ("总计",) and f.value is not None]
    assert (len(items), sum(items)) == (14, Decimal("3505.90"))
    assert sum(row.is_secret for row in pdf.rows) == 4


def test_every_project_of_a_long_form_is_there_exactly(corpus: Path, shared: Path) -> None:
    gold = json.loads((shared / "questions" / "gold_projects_d01.json").read_text("utf-8"), parse_float=Decimal)
    document = parsed(corpus / "d01.pdf")
    value = {(f.row_id, f.column[0]): f.value for f in document.figures if f.table_id}
    items = [row for row in document.rows if row.role is RowRole.ITEM]
    assert len(items) == len(gold["projects"])
    for row, project in zip(items, gold["projects"], strict=True):
        assert bare(row.label) == bare(project["name"])
        assert (value[row.id, "总计"], row.page) == (project["total"], project["pages"][0])
    units = [(row.label, value[row.id, "总计"]) for row in document.rows if row.role is RowRole.SUBTOTAL]
    assert units == [(unit["name"], unit["total"]) for unit in gold["units"]]


@pytest.mark.parametrize("name", ["d02", "d03", "d04", "d05", "d07", "d08", "d09", "d10", "d12", "d13", "d14", "d15"])
def test_items_make_the_printed_totals(corpus: Path, name: str) -> None:
    document = parsed(corpus / f"{name}.pdf")
    values: dict[str, dict[str, Decimal | None]] = defaultdict(dict)
    for figure in document.figures:
        if figure.row_id and figure.relation is Relation.AMOUNT and figure.unit.kind is UnitKind.MONEY:
            values[figure.row_id][figure.id.rpartition("-")[2]] = figure.value
    children = defaultdict(list)
    for row in document.rows:
        children[row.parent_id].append(row)

    def items(parent: str) -> list[str]:
        found = []
        for row in children[parent]:
            if row.role is RowRole.ITEM:
                found.append(row.id)
            elif row.role is RowRole.SUBTOTAL:
                found += items(row.id) or [row.id]
        return found

    verdicts = []
    for row in document.rows:
        if row.role in (RowRole.GRAND_TOTAL, RowRole.SUBTOTAL) and (below := items(row.id)):
            columns = list(values[row.id])
            whole = [values[row.id][c] for c in columns]
            verdicts.append(adds_up(whole, [[values[item].get(c) for c in columns] for item in below]))
    counted = [verdict for verdict in verdicts if verdict is not None]
    assert len(counted) >= 10
    assert counted.count(True) >= RECONCILED * len(counted)
