"""A table with a heading as records: its rows in their tree, their words and their figures."""

import re

from ingest.records.document import Row, RowRole, RowText, Table
from ingest.records.figure import Figure, Origin, Relation
from ingest.records.layout import Cell
from ingest.records.units import PERCENT, Amount, Unit
from ingest.tables.captions import Caption
from ingest.tables.celltext import cell_text, is_stack_of_numbers, read_amount, read_count
from ingest.tables.columns import Column, ColumnKind, lists_indicators
from ingest.tables.dated_rows import date_rows, without_dated_bands
from ingest.tables.evaluations import evaluated_columns
from ingest.tables.framework import Framework, ReadTable, Said, around, settle, unit_of_labels
from ingest.tables.halves import Block, blocks_of
from ingest.tables.heading import Heading
from ingest.tables.measures import (
    column_unit,
    counts_rows,
    declared_for,
    held_against,
    is_additive,
    is_countable,
    is_rate,
    period_of,
    relation_of,
    row_unit,
    unit_beside,
    units_column,
)
from ingest.tables.rows import DraftRow, drafts_of, is_secret, is_total
from ingest.tables.sheet import Sheet
from ingest.tables.stage_rows import name_rows, nodes_by_period
from ingest.tables.tree import Node
from ingest.wording.glyphs import bare
from ingest.wording.numbers import CellKind
from ingest.wording.table_kinds import KIND_NAMES, OTHER, kind_of
from ingest.wording.units import label_unit, unit_named

_OF_MONEY = re.compile("金额|总额|资金|拨款|预算|支出|经费|合计|元")  # of a column that holds amounts
_MEASURED = (ColumnKind.AMOUNT, ColumnKind.COUNT, ColumnKind.SCORE)


def grid_records(
    framework: Framework,
    ordinal: int,
    sheet: Sheet,
    heading: Heading,
    caption: Caption,
    columns: list[Column],
    last_unit: Unit | None,
    known: str | None = None,
) -> ReadTable | None:
    """The records of a table; None where it holds words only and declares nothing, and is no grid of indicators."""
    header_unit = next((unit for c in columns if (unit := label_unit("".join(c.path)))), None)
    header_unit = header_unit or unit_of_labels(c for c in sheet.cells if c.column == 0)
    said = settle(framework, ordinal, caption, header_unit, last_unit)
    header = " ".join(dict.fromkeys(level for c in columns for level in c.path))
    kind = known or kind_of(caption.title, header)
    if kind == "table_list" and (caption.unit is not None or header_unit is not None):
        kind = kind_of(re.sub("目录$", "", bare(caption.title)), header)  # 专项资金目录 with amounts lists no tables
    if kind == "performance_targets" and evaluated_columns(sheet, heading.end - 1).keys() & {"actual", "points"}:
        kind = "performance_evaluation"
    blocks = blocks_of(columns)
    measured = [c for block in blocks for c in block.of(*_MEASURED)]
    drafts = without_dated_bands(drafts_of(sheet, heading, blocks))
    for number, block in enumerate(blocks):
        name_rows([draft for draft in drafts if draft.block == number], block.columns)
    _name_totals_of_halves(drafts, measured)
    date_rows(drafts, [c.path for c in measured])
    declared_nil = caption.is_nil and kind != OTHER
    told = bool(measured) or lists_indicators(columns)
    if kind == "table_list" or (not (told and drafts) and not declared_nil):
        return None
    table = Table(
        said.id,
        framework.document_id,
        ordinal,
        caption.title or KIND_NAMES[kind],
        caption.number,
        kind,
        said.department,
        said.year,
        said.stage,
        said.unit.name,
        sheet.page,
        sheet.page_end,
        tuple(c.path for c in measured),
        caption.note,
        caption.is_nil and not any(cell.text.strip() for draft in drafts for cell in _figures(draft, measured)),
    )
    maker = _Maker(framework, said, sheet, caption, table, _unlabelled(drafts, said, caption))
    maker.units = {
        number: beside
        for number, block in enumerate(blocks)
        if (beside := units_column(block, [draft.cells for draft in drafts if draft.block == number])) is not None
    }
    nodes = _nodes(drafts, blocks, said.department)
    rows = tuple(maker.row(i, drafts[i], nodes[i], blocks) for i in range(len(drafts)))
    for draft, row in zip(drafts, rows, strict=True):
        maker.fill(draft, row, blocks[draft.block])
    places = tuple((draft.place, draft.block) for draft in drafts)
    return ReadTable(table, sheet, heading, tuple(columns), rows, places, tuple(maker.texts), tuple(maker.figures))


def _figures(draft: DraftRow, measured: list[Column]) -> list[Cell]:
    return [draft.cells[c.place] for c in measured if c.place in draft.cells]


def _unlabelled(drafts: list[DraftRow], said: Said, caption: Caption) -> str:
    """What a row without any label is called: the one of a table by its body, as one-line tables have; of several
    none is known to be the body's own, nor is one beside the named row of another half."""
    bare_rows = [draft for draft in drafts if not draft.label]
    if len(bare_rows) != 1 or any(draft.label and draft.place == bare_rows[0].place for draft in drafts):
        return ""
    return said.department or caption.title or "合计"


def _name_totals_of_halves(drafts: list[DraftRow], measured: list[Column]) -> None:
    """Give an amount of a later half the 合计 that stands alone at the left of its row, where no rule merged them."""
    alone = {
        draft.place: draft
        for draft in drafts
        if is_total(draft.label) and not any(cell.text.strip() for cell in _figures(draft, measured))
    }
    for draft in drafts:
        left = alone.get(draft.place)
        if not draft.label and left is not None and left.block < draft.block:
            draft.label, draft.printed_label, draft.label_cell = left.label, left.printed_label, left.label_cell


def _nodes(drafts: list[DraftRow], blocks: list[Block], department: str | None) -> list[Node]:
    nodes: dict[int, Node] = {}
    for number, block in enumerate(blocks):
        own = [i for i, draft in enumerate(drafts) if draft.block == number]
        additive = [c.place for c in block.columns if is_additive(c)]
        placed = nodes_by_period([drafts[i] for i in own], block.columns, additive, department)
        for i, node in zip(own, placed, strict=True):
            node.parent = None if node.parent is None else own[node.parent]
            nodes[i] = node
    of_items = {draft.place: draft.body for draft in drafts if not blocks[draft.block].heads}
    for draft in drafts:
        if blocks[draft.block].heads:
            draft.body = draft.body or of_items.get(draft.place)
    return [nodes[i] for i in range(len(drafts))]


def _compared(block: Block, column: Column) -> Column:
    """The column that one is held against another for: the amount printed before it; itself where there is none."""
    before = [c for c in block.columns if c.place < column.place and c.kind is ColumnKind.AMOUNT]
    return next((c for c in reversed(before) if relation_of(c.path, None) is Relation.AMOUNT), column)


class _Maker:
    """Makes the rows of one table, their texts and figures."""

    def __init__(
        self, framework: Framework, said: Said, sheet: Sheet, caption: Caption, table: Table, unlabelled: str
    ) -> None:
        self.framework, self.said, self.sheet, self.caption, self.table = framework, said, sheet, caption, table
        self.broken = dict(sheet.broken)
        self.unlabelled = unlabelled
        self.counts: dict[str, Unit] = {}  # by row: what it and the rows under it are counted in
        self.units: dict[int, Column] = {}  # by half: the column that tells what each row's amounts are in
        self.texts: list[RowText] = []
        self.figures: list[Figure] = []

    def row(self, i: int, draft: DraftRow, node: Node, blocks: list[Block]) -> Row:
        """The record of a row."""
        cells = [c for c in (draft.label_cell, *draft.cells.values()) if c is not None and c.row == draft.place]
        cells = cells or [c for c in (draft.label_cell, *draft.cells.values()) if c is not None]
        pages = [c.page or self.sheet.page for c in cells] or [self.sheet.page]
        page = min(pages)
        secret = is_secret(draft.printed_label) or any(is_secret(c.text) for c in draft.cells.values())
        return Row(
            f"{self.said.id}-r{i:04d}",
            self.said.id,
            self.framework.document_id,
            i,
            draft.label or self.unlabelled,
            draft.printed_label,
            draft.code,
            draft.scheme,
            node.role,
            node.level,
            None if node.parent is None else f"{self.said.id}-r{node.parent:04d}",
            draft.body,
            page,
            max(*pages, self.broken.get(draft.place, page)),
            around(cells, page),
            blocks[draft.block].side,
            secret,
        )

    def fill(self, draft: DraftRow, row: Row, block: Block) -> None:
        """The texts and figures of a row."""
        by_place = {column.place: column for column in block.columns}
        for place, cell in sorted(draft.cells.items()):
            column = by_place[place]
            if column.kind not in _MEASURED:
                self._text(row, column, cell)
            elif cell.row == draft.place:
                self._figure(draft, row, column, block, cell)

    def _text(self, row: Row, column: Column, cell: Cell) -> None:
        self.texts.append(
            RowText(
                f"{row.id}-x{column.place:02d}",
                row.id,
                row.document_id,
                "/".join(column.path),
                cell_text(cell.text),
                cell.page or row.page,
                cell.box,
            )
        )

    def _counted_in(self, draft: DraftRow, row: Row, column: Column) -> Unit | None:
        """The unit of counts a row names, or the row it is a kind of: 执法执勤用车 under 车辆数合计（辆）."""
        above = self.counts.get(row.parent_id or "")
        counted = row_unit(draft.printed_label, column.path) or (
            above if is_countable(draft.printed_label, column.path) else None
        )
        if (
            counted is None
            and column.kind is ColumnKind.COUNT
            and row.role is RowRole.GRAND_TOTAL
            and len({unit.name for unit in self.counts.values()}) == 1
        ):
            counted = next(iter(self.counts.values()))  # the total below the kinds of what is counted
        if counted is not None:
            self.counts[row.id] = counted
        return counted

    def _told(self, draft: DraftRow) -> Unit | None:
        """The unit that a row tells in a column of its own."""
        beside = self.units.get(draft.block)
        cell = None if beside is None else draft.cells.get(beside.place)
        return None if cell is None else unit_named(cell.text)

    def _is_target(self, column: Column) -> bool:
        """Whether a column tells values of indicators, which are no amounts: 77 audits beside 万元."""
        return self.table.kind == "overall_performance" and _OF_MONEY.search("".join(column.path)) is None

    def _figure(self, draft: DraftRow, row: Row, column: Column, block: Block, cell: Cell) -> None:
        number, own_unit = (read_count if column.kind is ColumnKind.COUNT else read_amount)(cell.text)
        if number.kind is CellKind.WORDS or is_stack_of_numbers(cell.text) or self._is_target(column):
            if cell.text.strip():
                self._text(row, column, cell)
            return
        counted = unit_beside(draft.cells, column, block)
        if counted is None and counts_rows(column):
            counted = self._counted_in(draft, row, column)
        if column.kind is ColumnKind.AMOUNT and relation_of(column.path, None) is not Relation.RATE:
            counted = counted or self._told(draft)
        own = self.caption.own_units
        declared = declared_for((draft.printed_label,), own) if own else None
        counted = counted or (declared.unit if declared is not None else None)
        counted = counted or (PERCENT if draft.period is not None and is_rate(draft.period) else None)
        unit = own_unit or counted or column_unit(column.path, column.kind, number.percent, self.said.unit, own)
        against = held_against(column.path)
        path = column.path if against is None else _compared(block, column).path
        year, stage = period_of(path, draft.period, self.said.year, self.said.stage)
        self.figures.append(
            Figure(
                f"{row.id}-c{column.place:02d}",
                row.document_id,
                self.table.id,
                row.id,
                None,
                Origin.TABLE,
                Relation.SCORE if column.kind is ColumnKind.SCORE else relation_of(column.path, draft.period),
                self.table.department,
                row.body,
                year,
                stage,
                self.table.kind,
                row.label,
                row.code,
                row.role,
                column.path,
                cell_text(cell.text),
                None if number.value is None else Amount(number.value, unit),
                unit,
                cell.page or row.page,
                cell.box,
                against,
                row.is_secret,
                self.said.inferred,
                cell.confidence,
            )
        )
