"""A small invented city with two departments, made of records by hand: what the assistant's tests ask about."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from ingest.records.document import Document, DocumentKind, Row, RowRole, RowText, Stage, Table
from ingest.records.figure import Figure, Indicator, Origin, Relation
from ingest.records.parsed import Parsed
from ingest.records.passage import Passage, PassageKind, PassageSpot
from ingest.records.units import PERCENT, WAN_YUAN, Amount, Unit
from ingest.settings import Settings
from ingest.stores.store import RecordStore, open_store

WATER = "云汀市水利局"
PARKS = "云汀市园林局"
STATION = "云汀市雨水泵站管理中心"


class Draft:
    """One document in the making; rows and figures get their ids and places by their order."""

    def __init__(self, id: str, department: str, year: int, kind: DocumentKind, stage: Stage = Stage.BUDGET) -> None:
        title = f"{department}{year}年{kind.value}"
        self.document = Document(id * 16, f"{id}.pdf", title, kind, department, year, stage, "万元", 9, "pdf")
        self.tables: list[Table] = []
        self.rows: list[Row] = []
        self.texts: list[RowText] = []
        self.figures: list[Figure] = []
        self.indicators: list[Indicator] = []

    def table(self, kind: str, title: str, columns: tuple[tuple[str, ...], ...], *, nil: bool = False) -> Table:
        """A new table on the next page."""
        number = len(self.tables) + 1
        document = self.document
        made = Table(
            f"{document.id}-t{number}", document.id, number, title, f"表{number}", kind, document.department,
            document.year, document.stage, "万元", number, number, columns, "本表本年无发生额。" if nil else None, nil,
        )  # fmt: skip
        self.tables.append(made)
        return made

    def row(
        self, table: Table, label: str, amounts: tuple[str | None, ...], *, code: str | None = None,
        scheme: str | None = None, role: RowRole = RowRole.ITEM, level: int = 1, parent: Row | None = None,
        body: str | None = None, secret: bool = False,
    ) -> Row:  # fmt: skip
        """A row of a table with the texts of its amount cells; None is a blank cell."""
        number = len(self.rows) + 1
        document = self.document
        made = Row(
            f"{document.id}-r{number}", table.id, document.id, number, label, label, code, scheme, role, level,
            parent.id if parent else None, body, table.page, table.page, (0.0, 0.0, 9.0, 9.0), None, secret,
        )  # fmt: skip
        self.rows.append(made)
        for column, text in zip(table.columns, amounts, strict=True):
            self._figure(text, table, made, column)
        return made

    def words(self, row: Row, column: str, text: str) -> None:
        """A cell of words of a row."""
        number = len(self.texts) + 1
        place = (0.0, 0.0, 9.0, 9.0)
        self.texts.append(
            RowText(f"{self.document.id}-w{number}", row.id, self.document.id, column, text, row.page, place)
        )

    def _figure(self, text: str | None, table: Table, row: Row, column: tuple[str, ...]) -> None:
        amount = None if text is None else Amount(Decimal(text.replace(",", "")), WAN_YUAN)
        self.figures.append(
            Figure(
                f"{self.document.id}-f{len(self.figures) + 1}", self.document.id, table.id, row.id, None, Origin.TABLE,
                Relation.AMOUNT, self.document.department, row.body, self.document.year, self.document.stage,
                table.kind, row.label, row.code, row.role, column, text or "", amount, WAN_YUAN, table.page,
                (1.0, 1.0, 2.0, 2.0), is_secret=row.is_secret,
            )
        )  # fmt: skip

    def said(
        self, label: str, text: str, relation: Relation = Relation.AMOUNT, unit: Unit = WAN_YUAN,
        basis: str | None = None, reason: str | None = None, passage: str | None = None,
    ) -> None:  # fmt: skip
        """A figure of the narrative; the sign of a change stands in its text."""
        amount = Amount(Decimal(text.replace(",", "")), unit)
        self.figures.append(
            Figure(
                f"{self.document.id}-f{len(self.figures) + 1}", self.document.id, None, None, passage, Origin.NARRATIVE,
                relation, self.document.department, None, self.document.year, self.document.stage, "narrative", label,
                None, RowRole.ITEM, (), text.lstrip("-"), amount, unit, 8, None, basis, reason=reason,
            )
        )  # fmt: skip

    def indicator(self, row: Row, name: str, text: str, value: str | None, unit: str | None) -> None:
        """A performance target of a row."""
        comparator = text[0] if text[0] in "≥≤=" else None
        self.indicators.append(
            Indicator(
                f"{self.document.id}-i{len(self.indicators) + 1}", self.document.id, row.table_id, row.id, row.label,
                "产出", "数量", name, text, comparator, Decimal(value) if value else None, unit, "年度", row.page, None,
            )
        )  # fmt: skip

    def parsed(self) -> Parsed:
        """The finished document."""
        return Parsed(
            self.document,
            tuple(self.tables),
            tuple(self.rows),
            tuple(self.texts),
            tuple(self.figures),
            tuple(self.indicators),
        )


def water(year: int = 2026) -> Parsed:
    """The water bureau's budget: totals, subjects, three-public table, projects of two units, an empty fund table."""
    more = year == 2026
    draft = Draft("a" if more else "b", WATER, year, DocumentKind.DEPARTMENT_BUDGET)
    both = draft.table("income_expenditure_total", "收支总体情况表", (("收入", "预算"), ("支出", "预算")))
    total = "1,500.00" if more else "1,250.00"
    draft.row(both, "收入总计", (total, None), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(both, "支出总计", (None, total), role=RowRole.GRAND_TOTAL, level=0)
    spend = draft.table("expenditure_total", "支出总体情况表", (("合计",), ("基本支出",), ("项目支出",)))
    draft.row(spend, "合计", (total, "600.00", "900.00"), role=RowRole.GRAND_TOTAL, level=0)
    farm = draft.row(
        spend, "农林水支出", ("1,400.00", "500.00", "900.00"), code="213", scheme="functional", role=RowRole.SUBTOTAL
    )
    draft.row(
        spend, "行政运行", ("500.00", "500.00", "0.00"), code="2130301", scheme="functional", level=3, parent=farm
    )
    draft.row(
        spend, "水利前期工作", ("900.00", None, "900.00"), code="2130317", scheme="functional", level=3, parent=farm
    )
    three = draft.table("three_public", "“三公”经费预算表", (("合计",), ("一般公共预算",)))
    top = draft.row(three, "“三公”经费", ("20.50", "20.50"), role=RowRole.SUBTOTAL)
    draft.row(three, "因公出国（境）费", ("0.00", "0.00"), parent=top, level=2)
    draft.row(three, "公务接待费", ("4.50", "4.50"), parent=top, level=2)
    draft.row(three, "公务用车购置及运行维护费", ("16.00", "16.00"), parent=top, level=2)
    draft.table("government_fund", "政府性基金预算支出情况表", (("合计",),), nil=True)
    _projects(draft)
    draft.said("收入预算", total)
    if more:
        draft.said("收入预算", "250.00", Relation.CHANGE, basis="上年", reason="新增河道清淤任务")
        draft.said("收入预算", "20.0", Relation.RATE, PERCENT, "上年", "新增河道清淤任务")
        draft.said("公务接待费", "-1.50", Relation.CHANGE, basis="上年", reason="压减接待批次")
    return draft.parsed()


def _projects(draft: Draft) -> None:
    table = draft.table("project_expenditure", "项目支出预算表", (("总计",), ("财政拨款",), ("其他资金",)))
    draft.row(table, "合计", ("900.00", "860.00", "40.00"), role=RowRole.GRAND_TOTAL, level=0)
    own = draft.row(table, WATER, ("650.00", "650.00", None), role=RowRole.SUBTOTAL, body=WATER)
    dredge = draft.row(table, "河道清淤工程项目", ("400.00", "400.00", None), level=2, parent=own, body=WATER)
    draft.row(table, "防汛物资采购经费", ("200.00", "200.00", None), level=2, parent=own, body=WATER)
    draft.row(table, "办公设备购置经费", ("50.00", "50.00", None), level=2, parent=own, body=WATER, secret=True)
    unit = draft.row(table, STATION, ("250.00", "210.00", "40.00"), role=RowRole.SUBTOTAL, body=STATION)
    draft.row(table, "泵站运行维护经费", ("230.00", "190.00", "40.00"), level=2, parent=unit, body=STATION)
    draft.row(table, "办公设备购置经费", ("20.00", "20.00", None), level=2, parent=unit, body=STATION)
    draft.indicator(dredge, "清淤河道长度", "≥35公里", "35", "公里")
    draft.indicator(dredge, "工程验收合格率", "≥98%", "98", "%")


def parks() -> Parsed:
    """The parks bureau's budget, printed in the same form."""
    draft = Draft("c", PARKS, 2026, DocumentKind.DEPARTMENT_BUDGET)
    both = draft.table("income_expenditure_total", "收支总体情况表", (("收入", "预算"), ("支出", "预算")))
    draft.row(both, "收入总计", ("820.00", None), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(both, "支出总计", (None, "820.00"), role=RowRole.GRAND_TOTAL, level=0)
    three = draft.table("three_public", "“三公”经费预算表", (("合计",), ("一般公共预算",)))
    top = draft.row(three, "“三公”经费", ("7.25", "7.25"), role=RowRole.SUBTOTAL)
    draft.row(three, "公务接待费", ("1.25", "1.25"), parent=top, level=2)
    return draft.parsed()


def unit_of(parsed: Parsed) -> Parsed:
    """The same department as one accounting unit: its own document, never to be added."""
    document = replace(parsed.document, id="d" * 16, file_name="d.pdf", kind=DocumentKind.UNIT_BUDGET)
    figures = tuple(
        replace(f, id=f"d{f.id[1:]}", document_id=document.id, table_id=f"d{f.table_id[1:]}", row_id=f"d{f.row_id[1:]}")
        for f in parsed.figures
        if f.table_id and f.row_id and f.label == "收入总计"
    )
    kept = {f.row_id for f in figures}
    rows = tuple(
        replace(r, id=f"d{r.id[1:]}", document_id=document.id, table_id=f"d{r.table_id[1:]}", parent_id=None)
        for r in parsed.rows
        if f"d{r.id[1:]}" in kept
    )
    tables = tuple(
        replace(t, id=f"d{t.id[1:]}", document_id=document.id)
        for t in parsed.tables
        if f"d{t.id[1:]}" in {r.table_id for r in rows}
    )
    figures = tuple(
        replace(f, text="1,100.00", amount=Amount(Decimal("1100.00"), WAN_YUAN)) if f.amount is not None else f
        for f in figures
    )
    return Parsed(document, tables, rows, (), figures)


def saying(parsed: Parsed, *told: tuple[str, str], kind: PassageKind = PassageKind.NARRATIVE, page: int = 8) -> Parsed:
    """The same document with these passages and no others: the heading over each, and its text."""
    document = parsed.document.id
    passages = tuple(
        Passage(f"{document}-p{n:04d}", document, n, kind, (heading,), text, page, page,
                (PassageSpot(page, (1.0, 10.0 * n, 9.0, 10.0 * n + 8), 0, len(text)),))
        for n, (heading, text) in enumerate(told, 1)
    )  # fmt: skip
    return replace(parsed, passages=passages)


def stored(folder: Path, *documents: Parsed) -> RecordStore:
    """A store of these documents, put in by the given order."""
    store = open_store(Settings(data=folder))
    for parsed in documents:
        store.replace(parsed)
    return store


__all__ = ["PARKS", "STATION", "WATER", "parks", "saying", "stored", "unit_of", "water"]
