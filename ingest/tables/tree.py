"""Which rows are totals, subtotals and items, and who is whose parent: codes, wording, indentation and arithmetic."""

from dataclasses import dataclass
from decimal import Decimal

from ingest.records.document import RowRole
from ingest.tables.rows import DraftRow
from ingest.wording.codes import parent_code
from ingest.wording.glyphs import bare
from ingest.wording.names import is_body_name
from ingest.wording.numbers import half_step, read_cell

_GRAND = ("总计", "总合计", "共计")


@dataclass(slots=True)
class Node:
    """A row's place in the tree."""

    role: RowRole
    parent: int | None = None
    level: int = 1


def _is_grand(label: str) -> bool:
    tight = bare(label)
    return tight.endswith(_GRAND) or tight in ("合计", "收入合计", "支出合计")


def _is_sum(label: str) -> bool:
    tight = bare(label)
    return tight.endswith(("合计", "总计", "小计"))


def places_in_tree(drafts: list[DraftRow], amounts: list[int], department: str | None) -> list[Node]:
    """The role, parent and level of every row of one half; ``amounts`` are its amount columns."""
    values = [[_value(draft, column) for column in amounts] for draft in drafts]
    nodes = [Node(RowRole.ITEM) for _ in drafts]
    has_total = any(bare(d.label).endswith(_GRAND) for d in drafts)
    for draft, node in zip(drafts, nodes, strict=True):
        tight = bare(draft.label)
        if _is_grand(draft.label):
            node.role = RowRole.GRAND_TOTAL if not (has_total and not tight.endswith(_GRAND)) else RowRole.SUBTOTAL
            node.level = 0 if node.role is RowRole.GRAND_TOTAL else 1
        elif _is_sum(draft.label):
            node.role = RowRole.SUBTOTAL
        elif draft.of_which:
            node.role = RowRole.OF_WHICH
    total = next((i for i, n in enumerate(nodes) if n.role is RowRole.GRAND_TOTAL), None)
    _by_code(drafts, nodes)
    _by_body(drafts, nodes, values, department)
    for i, node in enumerate(nodes):
        if node.parent is None and i != total and total is not None:
            node.parent = total
    for node in nodes:
        node.level = _depth(nodes, node)
    return nodes


def _depth(nodes: list[Node], node: Node) -> int:
    depth = 0 if node.role is RowRole.GRAND_TOTAL else 1
    parent, steps = node.parent, 0
    while parent is not None and steps < 12:
        if nodes[parent].role is not RowRole.GRAND_TOTAL:
            depth += 1
        parent, steps = nodes[parent].parent, steps + 1
    return depth


def _value(draft: DraftRow, column: int) -> Decimal | None:
    cell = draft.cells.get(column)
    return None if cell is None else read_cell(cell.text).value


def _by_code(drafts: list[DraftRow], nodes: list[Node]) -> None:
    """Codes that begin with another row's code stand under it, within the same body."""
    seen: dict[tuple[str | None, str], int] = {}
    for i, draft in enumerate(drafts):
        if not draft.code or not draft.code.isdigit():
            continue
        parent = parent_code(draft.code)
        while parent is not None:
            at = seen.get((draft.body, parent))
            if at is not None:
                nodes[i].parent = at
                if nodes[at].role is RowRole.ITEM:
                    nodes[at].role = RowRole.SUBTOTAL
                break
            parent = parent_code(parent)
        seen[draft.body, draft.code] = i


def adds_up(whole: list[Decimal | None], parts: list[list[Decimal | None]]) -> bool:
    """Whether parts sum to the whole in every column that the whole prints, within what rounding can move."""
    checked = False
    for j, expected in enumerate(whole):
        if expected is None:
            continue
        column = [row[j] for row in parts if row[j] is not None]
        found = sum((v for v in column if v is not None), Decimal(0))
        slack = half_step(expected) * (len(column) + 1)
        if abs(found - expected) > slack:
            return False
        checked = checked or expected != 0
    return checked


def _by_body(
    drafts: list[DraftRow], nodes: list[Node], values: list[list[Decimal | None]], department: str | None
) -> None:
    """A body's own row heads the rows below it until the next body's row, where they add up to it."""
    heads = [
        i
        for i, d in enumerate(drafts)
        if nodes[i].role is RowRole.ITEM and (is_body_name(d.label) or (department and d.label == department))
    ]
    for k, head in enumerate(heads):
        end = heads[k + 1] if k + 1 < len(heads) else len(drafts)
        under = [i for i in range(head + 1, end) if nodes[i].role is not RowRole.GRAND_TOTAL]
        top = [i for i in under if nodes[i].parent is None]
        if top and adds_up(values[head], [values[i] for i in top]):
            nodes[head].role = RowRole.SUBTOTAL
            for i in top:
                nodes[i].parent = head
            for i in under:
                drafts[i].body = drafts[i].body or drafts[head].label
            drafts[head].body = drafts[head].body or drafts[head].label
