"""A department's budget tables as a workbook: one table a sheet, merged headers, amounts as numbers."""

import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from samples.books import CAREER, Book
from samples.classification import FUNCTIONS
from samples.model_small import SCIENCE, SCIENCE_PUBLIC_2025, science
from samples.recorded import Printed, paths
from samples.small_books import public_of, unit_names
from samples.steady import settle

THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
Value = str | Decimal | None


def write(path: Path) -> list[Printed]:
    """Write the 2026 tables."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.creator = SCIENCE
    _balance(workbook)
    _spending(workbook)
    _granted(workbook)
    _public(workbook)
    _fund(workbook)
    _projects(workbook)
    workbook.save(path)
    settle(path)
    return [_printed(at, sheet) for at, sheet in enumerate(workbook.worksheets, 1)]


def _printed(place: int, sheet: Worksheet) -> Printed:
    """A sheet as it reads: rows from the fourth on, of which those above the frozen line are the header."""
    last, first = sheet.max_column, int(re.sub(r"\D", "", str(sheet.freeze_panes)))
    texts = [
        [_text(sheet.cell(row, column).value) for column in range(1, last + 1)] for row in range(4, sheet.max_row + 1)
    ]
    header = texts[: first - 4]
    if len(header) > 1:
        for at in range(1, last):
            header[0][at] = header[0][at] or header[0][at - 1]
    spans = [[(text, 1, 1) for text in row] for row in header]
    printed = Printed(str(sheet.cell(2, 1).value), str(sheet.cell(1, last).value), "万元", paths(spans, last))
    printed.rows = [(place, row) for row in texts[first - 4 :] if not row[0].startswith("注")]
    return printed


def _text(value: object) -> str:
    if value is None:
        return ""
    return f"{value:,.2f}" if isinstance(value, Decimal) else str(value)


def _sheet(workbook: Workbook, name: str, number: str, title: str, widths: Sequence[int]) -> Worksheet:
    sheet = workbook.create_sheet(name)
    last = len(widths)
    sheet.cell(1, last, number).alignment = Alignment(horizontal="right")
    sheet.cell(2, 1, title).font = Font(size=16, bold=True)
    sheet.cell(2, 1).alignment = Alignment(horizontal="center")
    sheet.merge_cells(start_row=2, start_column=1, end_row=2, end_column=last)
    sheet.cell(3, 1, f"部门名称：{SCIENCE}")
    sheet.cell(3, last, "单位：万元").alignment = Alignment(horizontal="right")
    for place, width in enumerate(widths):
        sheet.column_dimensions["ABCDEFGHIJ"[place]].width = width
    return sheet


def _merge(sheet: Worksheet, *areas: str) -> None:
    for area in areas:
        sheet.merge_cells(area)


def _rows(sheet: Worksheet, first: int, rows: Sequence[Sequence[Value]], heads: int) -> None:
    """Write rows from row ``first`` on; the first ``heads`` of them are the header."""
    for at, row in enumerate(rows):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(first + at, column, value)
            cell.border = BOX
            cell.alignment = Alignment(horizontal="center" if at < heads else None, wrap_text=True, vertical="center")
            if isinstance(value, Decimal):
                cell.number_format = "#,##0.00"
    sheet.freeze_panes = sheet.cell(first + heads, 1)


def _balance(workbook: Workbook) -> None:
    book = science()
    sheet = _sheet(workbook, "收支总表", "预算01表", "2026年部门收支总表", (34, 16, 34, 16))
    left: list[tuple[str, Value]] = [
        ("一、一般公共预算拨款收入", book.granted().sum()),
        ("二、政府性基金预算拨款收入", None),
        ("三、国有资本经营预算拨款收入", None),
        ("四、财政专户管理资金收入", None),
        ("五、事业收入", book.paid(CAREER).sum()),
    ]
    classes = [code for code in book.functions() if len(code) == 3]
    right = [(f"{'一二三四五'[at]}、{FUNCTIONS[code]}", book.function(code)) for at, code in enumerate(classes)]
    rows: list[list[Value]] = [["收入", None, "支出", None], ["项目", "预算数", "项目", "预算数"]]
    for at, (name, amount) in enumerate(left):
        rows.append([name, amount, *(right[at] if at < len(right) else (None, None))])
    whole = book.sum()
    rows.append(["本年收入合计", whole, "本年支出合计", whole])
    rows.append(["上年结转", None, "结转下年", None])
    rows.append(["收入总计", whole, "支出总计", whole])
    _rows(sheet, 4, rows, 2)
    _merge(sheet, "A4:B4", "C4:D4")


def _code_rows(book: Book) -> list[list[Value]]:
    rows: list[list[Value]] = [[None, "合计", book.sum(), book.basic().sum(), book.projects().sum()]]
    for code in book.functions():
        parts = (book.basic().function(code), book.projects().function(code))
        depth = "　" * (len(code) // 2 - 1)
        rows.append([code, depth + FUNCTIONS[code], book.function(code), *(part or None for part in parts)])
    return rows


def _spending(workbook: Workbook) -> None:
    sheet = _sheet(workbook, "支出总表", "预算02表", "2026年部门支出总表", (14, 42, 16, 16, 16))
    head: list[list[Value]] = [["功能分类科目", None, "支出预算", None, None]]
    head.append(["科目编码", "科目名称", "合计", "基本支出", "项目支出"])
    _rows(sheet, 4, [*head, *_code_rows(science())], 2)
    _merge(sheet, "A4:B4", "C4:E4")


def _granted(workbook: Workbook) -> None:
    title = "2026年一般公共预算支出表"
    sheet = _sheet(workbook, "一般公共预算支出表", "预算03表", title, (14, 42, 16, 16, 16))
    head: list[list[Value]] = [["功能分类科目", None, "2026年预算数", None, None]]
    head.append(["科目编码", "科目名称", "合计", "基本支出", "项目支出"])
    _rows(sheet, 4, [*head, *_code_rows(science().granted())], 2)
    _merge(sheet, "A4:B4", "C4:E4")


def _public(workbook: Workbook) -> None:
    title = "2026年一般公共预算“三公”经费支出表"
    sheet = _sheet(workbook, "三公经费表", "预算04表", title, (40, 16, 16, 16))
    now, before = public_of(science()), dict(SCIENCE_PUBLIC_2025)
    before["cars"] = before["buy"] + before["run"]
    before["total"] = before["abroad"] + before["cars"] + before["host"]
    names = (
        ("合计", "total"),
        ("1.因公出国（境）费用", "abroad"),
        ("2.公务接待费", "host"),
        ("3.公务用车购置及运行维护费", "cars"),
        ("其中：（1）公务用车运行维护费", "run"),
        ("（2）公务用车购置费", "buy"),
    )
    rows: list[list[Value]] = [["项目", "2025年预算数", "2026年预算数", "增减额"]]
    rows += [[name, before[key], now[key], now[key] - before[key]] for name, key in names]
    _rows(sheet, 4, rows, 1)


def _fund(workbook: Workbook) -> None:
    title = "2026年政府性基金预算支出表"
    sheet = _sheet(workbook, "政府性基金预算支出表", "预算05表", title, (14, 42, 16, 16, 16))
    rows: list[list[Value]] = [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
        [None, "合计", None, None, None],
    ]
    _rows(sheet, 4, rows, 1)
    sheet.cell(6, 1, "注：本部门2026年没有使用政府性基金预算拨款安排的支出，本表无数据。")


def _projects(workbook: Workbook) -> None:
    book = science().projects()
    sheet = _sheet(workbook, "项目支出表", "预算06表", "2026年部门项目支出表", (30, 34, 16, 16, 16))
    rows: list[list[Value]] = [["单位名称", "项目名称", "合计", "一般公共预算", "事业收入"]]
    rows.append(["合计", None, book.sum(), book.granted().sum(), book.paid(CAREER).sum()])
    for unit in unit_names(science()):
        for name in dict.fromkeys(entry.project for entry in book.of(unit).entries):
            one = book.only(lambda entry, name=name: entry.project == name)  # type: ignore[misc]
            rows.append([unit, name, one.sum(), one.granted().sum(), one.paid(CAREER).sum() or None])
    _rows(sheet, 4, rows, 1)
