"""From a reading to tables, rows and figures: the chain of steps in order."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.records.document import Row, RowRole, RowText, Stage, Table
from ingest.records.figure import Figure, Origin, Relation
from ingest.records.layout import Cell, Reading
from ingest.records.units import PERCENT, WAN_YUAN, Amount, Unit, UnitKind
from ingest.tables.captions import Caption, caption_of
from ingest.tables.columns import Block, Column, ColumnKind, blocks_of, columns_of
from ingest.tables.heading import Heading, heading_of
from ingest.tables.join import sheets_of
from ingest.tables.rows import DraftRow, drafts_of, is_secret
from ingest.tables.sheet import Sheet
from ingest.tables.tree import Node, places_in_tree
from ingest.wording.glyphs import bare, printed
from ingest.wording.numbers import CellKind, read_cell
from ingest.wording.periods import calendar_years, column_period
from ingest.wording.table_kinds import kind_of
from ingest.wording.units import label_unit, without_unit


@dataclass(frozen=True, slots=True)
class Framework:
    """What a table takes from its document where it prints nothing itself."""

    document_id: str
    department: str | None
    year: int | None
    stage: Stage


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table with the sheet it was read from, for those who read more out of it (indicators, goals)."""

    table: Table
    sheet: Sheet
    heading: Heading
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    row_places: tuple[tuple[int, int], ...]  # (sheet row, block) of every row


@dataclass(frozen=True, slots=True)
class TablesParsed:
    """Everything the tables of one document gave."""

    read: tuple[ReadTable, ...]
    row_texts: tuple[RowText, ...]
    figures: tuple[Figure, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables alone."""
        return tuple(read.table for read in self.read)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all tables, in order."""
        return tuple(row for read in self.read for row in read.rows)


_CHANGE = re.compile(r"增减|变动|变化|增加额|减少额|比上年|较上年|同比|差额")
_RATE = re.compile(r"%|率|幅|增长|百分比")
_SHARE = re.compile(r"占比|比重|比例|占.*%")
_COUNT_UNIT = re.compile(
    r"[（(]\s*(辆|人|个|台|套|平方米|㎡|件|次|份|批|项|处|户|家|间|座|亩|公里|人次|批次|台套|台/套)\s*[)）]"
)


def tables_of(
    reading: Reading, document_id: str, department: str | None, year: int | None, stage: Stage
) -> TablesParsed:
    """Every table of a document as records; figures in their printed unit."""
    framework = Framework(document_id, department, year, stage)
    read: list[ReadTable] = []
    texts: list[RowText] = []
    figures: list[Figure] = []
    last_unit: Unit | None = None
    for sheet in sheets_of(reading):
        heading = heading_of(sheet)
        caption = caption_of(sheet, heading)
        columns = columns_of(sheet, heading)
        made = _Maker(framework, len(read), sheet, heading, caption, columns, last_unit)
        done = made.records()
        if done is None:
            continue
        last_unit = made.unit
        read.append(done)
        texts += made.texts
        figures += made.figures
    return TablesParsed(tuple(read), tuple(texts), tuple(figures))


class _Maker:
    """Turns one sheet into records."""

    def __init__(
        self,
        framework: Framework,
        ordinal: int,
        sheet: Sheet,
        heading: Heading,
        caption: Caption,
        columns: list[Column],
        last_unit: Unit | None,
    ) -> None:
        self.framework, self.ordinal, self.sheet, self.heading = framework, ordinal, sheet, heading
        self.caption, self.columns = caption, columns
        self.id = f"{framework.document_id}-t{ordinal:03d}"
        header_unit = next((u for c in columns if (u := label_unit("".join(c.path)))), None)
        self.inferred: tuple[str, ...] = () if caption.unit or header_unit else ("unit",)
        self.unit = caption.unit or header_unit or last_unit or WAN_YUAN
        self.year = caption.year or framework.year
        self.department = caption.department or framework.department
        self.texts: list[RowText] = []
        self.figures: list[Figure] = []

    def records(self) -> ReadTable | None:
        blocks = blocks_of(self.columns)
        amount_columns = [c for b in blocks for c in b.of(ColumnKind.AMOUNT, ColumnKind.COUNT)]
        drafts = drafts_of(self.sheet, self.heading, blocks)
        if not amount_columns or not drafts:
            return None
        header = " ".join(dict.fromkeys(level for c in self.columns for level in c.path))
        kind = kind_of(self.caption.title, header)
        stage = self.framework.stage
        table = Table(
            self.id, self.framework.document_id, self.ordinal, self.caption.title or header[:40], self.caption.number,
            kind, self.department, self.year, stage, self.unit.name, self.sheet.page, self.sheet.page_end,
            tuple(c.path for c in amount_columns), self.caption.note, self.caption.is_nil,
        )  # fmt: skip
        nodes: dict[int, Node] = {}
        for number, block in enumerate(blocks):
            own = [i for i, d in enumerate(drafts) if d.block == number]
            money = [c.place for c in block.of(ColumnKind.AMOUNT)]
            placed = places_in_tree([drafts[i] for i in own], money, self.department)
            for i, node in zip(own, placed, strict=True):
                node.parent = None if node.parent is None else own[node.parent]
                nodes[i] = node
        rows = [self._row(i, drafts, nodes, blocks) for i in range(len(drafts))]
        for draft, row in zip(drafts, rows, strict=True):
            self._fill(draft, row, blocks[draft.block], table)
        places = tuple((d.place, d.block) for d in drafts)
        return ReadTable(table, self.sheet, self.heading, tuple(self.columns), tuple(rows), places)

    def _row(self, i: int, drafts: list[DraftRow], nodes: dict[int, Node], blocks: list[Block]) -> Row:
        draft, node = drafts[i], nodes[i]
        cells = [c for c in (draft.label_cell, *draft.cells.values()) if c is not None]
        pages = [c.page or self.sheet.page for c in cells] or [self.sheet.page]
        page = min(pages)
        boxes = [c.box for c in cells if c.box is not None and (c.page or self.sheet.page) == page]
        box = None
        if boxes:
            box = (
                min(b[0] for b in boxes),
                min(b[1] for b in boxes),
                max(b[2] for b in boxes),
                max(b[3] for b in boxes),
            )
        secret = is_secret(draft.printed_label) or any(is_secret(c.text) for c in draft.cells.values())
        return Row(
            f"{self.id}-r{i:04d}", self.id, self.framework.document_id, i, draft.label or self._unlabelled(),
            draft.printed_label, draft.code, draft.scheme, node.role, node.level,
            None if node.parent is None else f"{self.id}-r{node.parent:04d}", draft.body, page, max(pages), box,
            blocks[draft.block].side, secret,
        )  # fmt: skip

    def _unlabelled(self) -> str:
        """A row without any label, as one-line tables have, is said by its body."""
        return self.department or self.caption.title or "合计"

    def _fill(self, draft: DraftRow, row: Row, block: Block, table: Table) -> None:
        by_place = {column.place: column for column in block.columns}
        for place, cell in sorted(draft.cells.items()):
            column = by_place[place]
            if column.kind in (ColumnKind.AMOUNT, ColumnKind.COUNT):
                if cell.row == draft.place:
                    self._figure(draft, row, column, cell, table)
            else:
                text = printed(cell.text)
                name = "/".join(column.path)
                self.texts.append(
                    RowText(
                        f"{row.id}-x{place:02d}", row.id, row.document_id, name, text, cell.page or row.page, cell.box
                    )
                )

    def _figure(self, draft: DraftRow, row: Row, column: Column, cell: Cell, table: Table) -> None:
        number = read_cell(cell.text)
        if number.kind is CellKind.WORDS:
            return
        unit = self._unit_of(column, number.percent)
        amount = None if number.value is None else Amount(number.value, unit)
        year, stage = column_period(column.path, self.year, self.framework.stage)
        relation = _relation(column, draft)
        if draft.period is not None:
            said = calendar_years(draft.period)
            year = said[0].year if said else year
        self.figures.append(
            Figure(
                f"{row.id}-c{column.place:02d}",
                row.document_id,
                table.id,
                row.id,
                None,
                Origin.TABLE,
                relation,
                table.department,
                row.body,
                year,
                stage,
                table.kind,
                row.label,
                row.code,
                row.role,
                column.path,
                printed(cell.text),
                amount,
                unit,
                cell.page or row.page,
                cell.box,
                None,
                row.is_secret,
                self.inferred,
                cell.confidence,
            )
        )

    def _unit_of(self, column: Column, percent: bool) -> Unit:
        header = "".join(column.path)
        counted = _COUNT_UNIT.search(header)
        if percent or re.search(r"[%％]", column.leaf) or re.search(r"(?:比例|比重|率|占比|百分比)$", column.leaf):
            return PERCENT
        if counted is not None:
            return Unit(counted.group(1), UnitKind.COUNT)
        if column.kind is ColumnKind.COUNT:
            return Unit(without_unit(printed(column.path[-1])), UnitKind.COUNT)
        return label_unit(header) or self.unit


def _relation(column: Column, draft: DraftRow) -> Relation:
    said = bare("".join(column.path)) + bare(draft.period or "")
    if _SHARE.search(bare(column.path[-1]) if column.path else ""):
        return Relation.SHARE
    if _CHANGE.search(said):
        return Relation.RATE if _RATE.search(bare(column.path[-1]) if column.path else "") else Relation.CHANGE
    return Relation.AMOUNT


def sum_of(figures: list[Figure]) -> Decimal:
    """The exact sum of figures in base units (元)."""
    return sum((f.amount.base for f in figures if f.amount is not None), Decimal(0))


ROLES_THAT_ADD = (RowRole.ITEM,)
