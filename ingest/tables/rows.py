"""The rows of one half of a table: label, code, body and cells; broken rows made whole."""

import re
from dataclasses import dataclass, field, replace

from ingest.records.layout import Cell
from ingest.tables.celltext import cell_text
from ingest.tables.columns import CATEGORY, GOODS, PROJECT, Column, ColumnKind, names_body
from ingest.tables.halves import Block
from ingest.tables.heading import Heading, is_numbering
from ingest.tables.sheet import Sheet
from ingest.wording.codes import digits_of, join_parts, scheme_of, split_code
from ingest.wording.glyphs import bare, normal, printed
from ingest.wording.names import enumerator_depth, normal_name, read_label

_SENTENCE = 40  # characters that no name of a row has
_NAME = re.compile(r"项目名称|名称|项目$|科目|内容|品目|事项|项目类别|摘要")
_PARTS = "类款项"
# Words that withhold, not what a project is about: 保密检查经费 is public. SM stands for 涉密 in Guangzhou's forms.
_SECRET = re.compile(r"涉密|(?:保密|秘密|SM)项目|内容保密|不(?:予|宜|便|对外)公开")
_CODE_NAME = re.compile(r"(?=.*[A-Z])(?=.*\d)[A-Z0-9]+(?:-[A-Z0-9]+){2,}(?:[（(]\d{4}[)）])?")


@dataclass(slots=True)
class DraftRow:
    """A row before its place in the tree is known."""

    place: int  # its row in the sheet
    block: int
    label: str
    printed_label: str
    code: str | None
    scheme: str | None
    body: str | None
    period: str | None
    of_which: bool
    enumerator: int | None
    indent: float | None
    label_cell: Cell | None
    cells: dict[int, Cell] = field(default_factory=dict)  # by column
    parts: tuple[str, ...] = ()  # the code's parts over its columns
    prints_body: bool = False  # its own body, none that a row above carries


def is_secret(text: str) -> bool:
    """Whether a row's words say that its content is withheld: outright, or a code in place of a name."""
    if _CODE_NAME.fullmatch(text.strip()):
        return True
    found = _SECRET.search(text)
    return found is not None and "非涉密" not in text[max(0, found.start() - 1) : found.end() + 1]


def drafts_of(sheet: Sheet, heading: Heading, blocks: list[Block]) -> list[DraftRow]:
    """The rows of every half, row by row; rows without label and figures are left out."""
    drafts: list[DraftRow] = []
    header = {tuple(map(bare, sheet.words(row))) for row in range(heading.first, heading.end)}
    repeated = {
        row
        for row in range(heading.body, sheet.rows)
        if len(words := tuple(map(bare, sheet.words(row)))) >= 2 and words in header
    }
    for number, block in enumerate(blocks):
        own: list[DraftRow] = []
        for row in range(heading.body, sheet.rows):
            if (row != heading.body and is_numbering(sheet, row)) or row in repeated:
                continue
            draft = _draft(sheet, row, number, block, own[-1] if own else None)
            if draft is not None and (not block.heads or any(cell.text.strip() for cell in draft.cells.values())):
                own.append(draft)
        _carry_category(own, block)
        drafts += own
    return sorted(drafts, key=lambda d: (d.place, d.block))


def _carry_category(drafts: list[DraftRow], block: Block) -> None:
    """Fill a leading column of categories that prints each once, over the rows up to the next or to their subtotal.

    项目类别 before 项目名称 in a 项目支出一览表 of Fujian's form; the project before the items bought for it.
    """
    leading = next((c for c in block.columns if c.kind is not ColumnKind.INDEX), None)
    if leading is None or not (
        (leading.kind is ColumnKind.LABEL and CATEGORY.search(leading.leaf))
        or (leading.kind is ColumnKind.TEXT and PROJECT.search(leading.leaf))
    ):
        return
    said: Cell | None = None
    for draft in drafts:
        own = draft.cells.get(leading.place)
        if is_total(draft.label) or _covers(draft.label_cell, leading):
            said = None
        elif own is not None and own.text.strip():
            said = own
        elif said is not None:
            draft.cells[leading.place] = said


def _covers(label: Cell | None, column: Column) -> bool:
    """Whether the name of a row stands over a column: a body that heads what follows."""
    return label is not None and label.column <= column.place < label.column + label.column_span


def _cells(sheet: Sheet, row: int, columns: list[Column]) -> dict[int, Cell]:
    found = {}
    for column in columns:
        cell = sheet.at(row, column.place)
        if cell is not None:
            found[column.place] = cell
    return found


def _draft(sheet: Sheet, row: int, number: int, block: Block, last: DraftRow | None) -> DraftRow | None:
    figures = {
        place: cell
        for place, cell in _cells(sheet, row, block.of(ColumnKind.AMOUNT, ColumnKind.COUNT, ColumnKind.SCORE)).items()
        if cell.row == row and cell.column == place
    }
    labels = _cells(sheet, row, block.of(ColumnKind.LABEL))
    codes = _cells(sheet, row, block.of(ColumnKind.CODE))
    bodies = _cells(sheet, row, block.of(ColumnKind.BODY))
    heads: Cell | None = None
    periods = _cells(sheet, row, block.of(ColumnKind.PERIOD))
    texts = _cells(sheet, row, block.of(ColumnKind.TEXT))
    own = [c for c in (*labels.values(), *codes.values(), *bodies.values(), *periods.values()) if c.text.strip()]
    if not own:
        # 合计 may stand under 序号 or 类型, where no row has its name.
        aside = (*_cells(sheet, row, block.of(ColumnKind.INDEX)).values(), *texts.values())
        projects = [c.place for c in block.of(ColumnKind.TEXT) if PROJECT.search(c.leaf)]  # a body may head items there
        totals = {c.column: c for c in aside if c.row == row and is_total(c.text)}
        named = (c for c in aside if c.row == row and c.column in projects)
        heads = next((c for c in named if names_body(c.text) or GOODS.fullmatch(bare(c.text))), None)
        labels, own = labels | totals, [*totals.values(), *([heads] if heads is not None else [])]
    has_figure = any(cell.text.strip() for cell in figures.values())
    if not own and not has_figure:
        return None
    if not has_figure and all(cell.row < row for cell in own):
        return None  # only merged labels of the rows above reach down here
    label_cell = _label_cell(block, labels, codes, bodies, periods) or heads
    period = "".join(dict.fromkeys(printed(c.text) for c in periods.values() if c.text.strip())) or None
    text = cell_text(label_cell.text) if label_cell is not None else ""
    if period is not None and label_cell in periods.values():
        text = period  # 2024年 over 预算, 决算
    parts = tuple(codes[c.place].text if c.place in codes else "" for c in block.of(ColumnKind.CODE))
    code, scheme, parts = _code(block, parts, last)
    coded = split_code(text)
    name = text
    if coded is not None and (coded.scheme is not None or not code):
        name = coded.name
        if not code or coded.scheme is not None:
            code, scheme = coded.code, coded.scheme
    label = read_label(name)
    body_cell = next((c for c in bodies.values() if c.text.strip() and c is not label_cell), None)
    body = normal_name(cell_text(body_cell.text)) if body_cell is not None else None
    if body is None and bodies and last is not None and not is_total(label.name):
        body = last.body
    draft = DraftRow(
        row, number, normal_name(label.name), text, code or None, scheme, body, period, label.of_which,
        enumerator_depth(label.enumerator), label_cell.indent if label_cell is not None else None, label_cell,
    )  # fmt: skip
    worded = {p: c for p, c in texts.items() if c.text.strip()}
    if label_cell is not None and len(label_cell.text) < _SENTENCE:  # a goal that fills its row is told in words too
        worded = {p: c for p, c in worded.items() if c is not label_cell}
    draft.cells = {**figures, **worded}
    for place, cell in labels.items():
        if cell is not label_cell and cell.text.strip():
            draft.cells[place] = cell
    for place, cell in codes.items():
        # A second classification beside the row's own code is kept as words of the row.
        if cell is not label_cell and cell.text.strip() and bare(cell.text).upper() not in (code or "").upper():
            draft.cells[place] = cell
    draft.cells |= _second_code(block, codes, code, last)
    draft.parts = parts
    draft.prints_body = body_cell is not None
    return draft


def is_total(text: str) -> bool:
    """Whether a row's name ends as a total's does."""
    return bool(re.search(r"(?:合计|总计|小计)$", bare(text)))


def _label_cell(
    block: Block,
    labels: dict[int, Cell],
    codes: dict[int, Cell],
    bodies: dict[int, Cell],
    periods: dict[int, Cell],
) -> Cell | None:
    """The cell that names the row: the most telling of several label columns that is filled."""
    filled = [c for c in block.of(ColumnKind.LABEL) if c.place in labels and labels[c.place].text.strip()]
    totals = [cell for cell in labels.values() if is_total(cell.text)]
    if totals:
        return totals[0]
    for cell in (*codes.values(), *bodies.values()):
        if is_total(cell.text):
            return cell
    named = [c for c in filled if not CATEGORY.search(c.leaf) or "项目名称" in c.leaf] or filled
    if named:
        economic = [c for c in named if _is_departments(c)]
        strong = [c for c in named if "项目名称" in c.leaf or c.leaf == "项目"]
        strong = [c for c in strong if c.path == strong[0].path][-1:]  # groups stand before the names they head
        best = (economic or strong or [c for c in named if _NAME.search(c.leaf)][-1:] or named[-1:])[0]
        return labels[best.place]
    period = next((cell for cell in periods.values() if cell.text.strip()), None)
    if period is not None:
        return period
    body = next((cell for cell in bodies.values() if cell.text.strip()), None)
    if body is not None:
        return body
    return next((cell for cell in codes.values() if cell.text.strip() and not digits_of(cell.text)), None)


def _is_departments(column: Column) -> bool:
    """Whether a column is of the department's own economic classification, not of the government's beside it."""
    header = bare("".join(column.path))
    return "经济" in header and ("部门" in column.leaf or ("部门" in header and "政府" not in header))


def _split_codes(columns: list[Column]) -> list[list[int]]:
    """Codes printed over several columns, 类 | 款 | 项; two classifications side by side are two codes.

    The functional one comes first, then the department's own economic one, whose names the rows bear.
    """
    groups: list[list[int]] = []
    for i, column in enumerate(columns):
        if column.leaf not in tuple(_PARTS):
            continue
        if groups and column.leaf != "类" and _PARTS.index(columns[groups[-1][-1]].leaf) < _PARTS.index(column.leaf):
            groups[-1].append(i)
        else:
            groups.append([i])

    def rank(group: list[int]) -> int:
        header = bare("".join(columns[group[0]].path))
        return 0 if "经济" not in header else 1 if "部门" in header else 2

    return sorted(groups, key=rank)


def _second_code(block: Block, codes: dict[int, Cell], code: str | None, last: DraftRow | None) -> dict[int, Cell]:
    """The code of the other classification, printed over several columns, whole in the first of them."""
    columns = block.of(ColumnKind.CODE)
    above = last.parts if last is not None and len(last.parts) == len(columns) else ()
    for split in _split_codes(columns)[1:]:
        first, *rest = (columns[i].place for i in split)
        parts = [codes[columns[i].place].text if columns[i].place in codes else "" for i in split]
        whole = join_parts(parts, [above[i] for i in split] if above else ()) if rest and all(parts[1:]) else None
        if whole and whole != code and first in codes:
            return {first: replace(codes[first], text=whole)}
    return {}


def _code(
    block: Block, parts: tuple[str, ...], last: DraftRow | None
) -> tuple[str | None, str | None, tuple[str, ...]]:
    """The code of a row, its scheme, and its parts with those filled in that the rows above carry."""
    columns = block.of(ColumnKind.CODE)
    own = [printed(part) for part in parts]
    if not any(own):
        return None, None, parts
    for split in _split_codes(columns):
        if not any(own[i] for i in split):
            continue
        above = last.parts if last is not None and len(last.parts) == len(parts) else ()
        code = join_parts([parts[i] for i in split], [above[i] for i in split] if above else ())
        if code:
            first = next(k for k, i in enumerate(split) if own[i])
            carried = list(parts)
            if above and len(code) > len("".join(own[i] for i in split)):
                for i in split[:first]:
                    carried[i] = above[i]
            return code, scheme_of(code), tuple(carried)
    for i, column in enumerate(columns):
        tight = re.sub(r"\s+", "", normal(own[i]))
        if tight and re.fullmatch(r"[0-9a-z.\-_]+", tight):
            scheme = scheme_of(tight) or ("unit" if "单位" in column.leaf or "部门" in column.leaf else None)
            return own[i].replace(" ", ""), scheme, parts
    return None, None, parts
