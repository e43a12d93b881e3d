"""Which rows are totals, subtotals and items, and who stands under whom: codes, wording, indents and sums together."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.records.document import RowRole
from ingest.tables.celltext import read_amount
from ingest.tables.nesting import Parents, by_body, by_code, by_depth, by_name, by_sums, flat, indent_depths
from ingest.tables.rows import DraftRow
from ingest.tables.sums import Values, adds_up
from ingest.wording.codes import FUNCTIONAL
from ingest.wording.glyphs import bare
from ingest.wording.names import is_body_name, place_parts

_GRAND = re.compile(r"(?:总计|总合计|共计)$|^(?:合计|累计|总额|[收支]入?出?合计)$")
_WHOLE = re.compile(r"^(?!本年|上年).*(?:[省市县区旗州盟]|本级|收入|支出)合计$")
_PLAIN = re.compile(r"^(?:合计|累计)$")
_SUM = re.compile(r"(?:合计|总计|小计)$|^(?:本年)?(?:收入|支出)合计")


@dataclass(slots=True)
class Node:
    """A row's place in the tree."""

    role: RowRole = RowRole.ITEM
    parent: int | None = None
    level: int = 1


def places_in_tree(rows: list[DraftRow], amounts: list[int], department: str | None) -> list[Node]:
    """The role, parent and level of every row of one half; ``amounts`` are the columns that may be added up."""
    values: list[Values] = [tuple(_value(row, column) for column in amounts) for row in rows]
    nodes = [Node() for _ in rows]
    grand = _grand_total(rows)
    numbered = all(row.enumerator is not None or row.of_which or i == grand for i, row in enumerate(rows))
    sums = [i for i, row in enumerate(rows) if i != grand and _SUM.search(bare(row.label)) and not numbered]
    of_which = {i for i, row in enumerate(rows) if row.of_which} | _parts_named_late(rows, values)
    parts = [i for i in range(len(rows)) if i != grand and i not in sums and i not in of_which]
    whole = values[grand] if grand is not None else None
    parents = _best([rows[i] for i in parts], [values[i] for i in parts], whole)
    for i, parent in zip(parts, parents, strict=True):
        nodes[i].parent = None if parent is None else parts[parent]
    _of_which(of_which, rows, nodes)
    _printed_sums(sums, nodes, values, rows)
    heads = {node.parent for node in nodes if node.parent is not None and node.role is not RowRole.OF_WHICH}
    for i, node in enumerate(nodes):
        if node.role is RowRole.ITEM and (i in heads or i in sums):
            node.role = RowRole.SUBTOTAL
    if grand is None:
        grand = _head_of_all(nodes, rows, department)
    if grand is not None:
        nodes[grand].role = RowRole.GRAND_TOTAL
        for i, node in enumerate(nodes):
            if node.parent is None and i != grand:
                node.parent = grand
    for node in nodes:
        node.level = _level(nodes, node)
    _bodies_of_heads(rows, nodes)
    _bodies(rows, nodes)
    return nodes


def _value(row: DraftRow, column: int) -> Decimal | None:
    cell = row.cells.get(column)
    return None if cell is None else read_amount(cell.text)[0].value


def _grand_total(rows: list[DraftRow]) -> int | None:
    """The row of the whole table: 总计 before a plain 合计, the last of several (收入合计 … 收入总计)."""
    # （一）支出合计 under 一、“三公”经费支出 is the sum of its section, not of the table (机构运行信息表).
    top = min((row.enumerator for row in rows if row.enumerator is not None), default=None)
    named = [i for i, row in enumerate(rows) if _GRAND.search(bare(row.label)) and row.enumerator in (None, top)]
    strong = [
        i for i in named if not _PLAIN.match(bare(rows[i].label)) and bare(rows[i].label).endswith(("总计", "共计"))
    ]
    if strong:
        return strong[-1]
    if not named:
        # 全市合计, 一般公共预算收入合计: the only sum, above or below everything else.
        sums = [i for i, row in enumerate(rows) if _WHOLE.search(bare(row.label))]
        return sums[0] if len(sums) == 1 and sums[0] in (0, len(rows) - 1) and len(rows) > 2 else None
    edge = [i for i in named if i in (0, len(rows) - 1)]
    return edge[0] if edge else (named[0] if named else None)


def _best(rows: list[DraftRow], values: list[Values], whole: Values | None) -> Parents:
    """The way of nesting that the sums bear out best; signs on the page before mere arithmetic."""
    level = flat(rows)
    enumerated = by_depth([row.enumerator for row in rows])
    if enumerated is not None and all(row.enumerator for row in rows):
        _, share, good = _score(enumerated, values, whole)
        if share >= 0.5 and good:
            return enumerated  # 2 vehicles of one kind are not the sum of 1 and 1 of the next two
    coded = by_code(rows)
    if coded is not None and all(row.scheme == FUNCTIONAL for row in rows):
        _, share, good = _score(coded, values, whole)
        if share >= 0.5 and good:
            return coded  # a slip in one amount moves no subject
    ways = [
        coded,
        by_depth(indent_depths(rows)),
        enumerated,
        by_body(rows),
        by_name(rows),
        level,
        by_sums(rows, values),
    ]
    best, best_score = level, (-1, -1.0, -1)
    for way in ways:
        if way is None:
            continue
        score = _score(way, values, whole)
        if score > best_score:
            best, best_score = way, score
    return best


def _score(parents: Parents, values: list[Values], whole: Values | None) -> tuple[int, float, int]:
    """Whether the first level makes the whole, the share of heads that their rows make, and how many do."""
    children: dict[int, list[int]] = {}
    for i, parent in enumerate(parents):
        if parent is not None:
            children.setdefault(parent, []).append(i)
    verdicts = [adds_up(values[head], [values[i] for i in below]) for head, below in children.items()]
    good, bad = verdicts.count(True), verdicts.count(False)
    first = [values[i] for i, parent in enumerate(parents) if parent is None]
    total = adds_up(whole, first) if whole is not None else None
    share = 1.0 if not good + bad else good / (good + bad)
    return (1 if total else 0 if total is None else -1) if share >= 0.5 else -2, round(share, 2), good


def _parts_named_late(rows: list[DraftRow], values: list[Values]) -> set[int]:
    """Rows after a 其中： row that, with it, make the row above: parts too, though the words stand only once."""
    found: set[int] = set()
    for i, row in enumerate(rows):
        if not row.of_which or i == 0 or rows[i - 1].of_which:
            continue
        end = i + 1
        while end < len(rows) and end - i <= 8 and not _SUM.search(bare(rows[end].label)):
            end += 1
            if adds_up(values[i - 1], values[i:end]):
                found |= set(range(i + 1, end))
                break
    return found


def _of_which(parts: set[int], rows: list[DraftRow], nodes: list[Node]) -> None:
    """其中： rows and their fellows stand under the nearest row above that is not one of them."""
    last: int | None = None
    for i in range(len(rows)):
        if i in parts:
            nodes[i].role = RowRole.OF_WHICH
            nodes[i].parent = last
        else:
            last = i


def _printed_sums(sums: list[int], nodes: list[Node], values: list[Values], rows: list[DraftRow]) -> None:
    """本年收入合计, 小计: the first-level rows above (or, at the top, below) that make them up stand under them."""
    for i in sums:
        nodes[i].role = RowRole.SUBTOTAL
        start = max((s for s in sums if s < i), default=-1)
        above = [k for k in range(start + 1, i) if nodes[k].parent is None and nodes[k].role is not RowRole.GRAND_TOTAL]
        above = [k for k in above if not _GRAND.search(bare(rows[k].label))]
        if above and adds_up(values[i], [values[k] for k in above]):
            for k in above:
                nodes[k].parent = i
            continue
        end = min((s for s in sums if s > i), default=len(nodes))
        below = [k for k in range(i + 1, end) if nodes[k].parent is None and not _GRAND.search(bare(rows[k].label))]
        for stop in range(len(below), 0, -1):
            if adds_up(values[i], [values[k] for k in below[:stop]]):
                for k in below[:stop]:
                    nodes[k].parent = i
                break


def _head_of_all(nodes: list[Node], rows: list[DraftRow], department: str | None) -> int | None:
    """A single first-level row over all others is the table's total though it is named like the body."""
    first = [i for i, node in enumerate(nodes) if node.parent is None]
    if len(first) == 1 and nodes[first[0]].role is RowRole.SUBTOTAL and len(nodes) > 1:
        label = rows[first[0]].label
        if is_body_name(label) or (department is not None and bare(label) == bare(department)):
            return first[0]
    return None


def _level(nodes: list[Node], node: Node) -> int:
    """How many rows stand above a row on its way to the total; the total is 0."""
    if node.role is RowRole.GRAND_TOTAL:
        return 0
    level, parent, steps = 1, node.parent, 0
    while parent is not None and steps < 20:
        if nodes[parent].role is not RowRole.GRAND_TOTAL:
            level += 1
        parent, steps = nodes[parent].parent, steps + 1
    return level


def _is_body(label: str) -> bool:
    return is_body_name(label) or (len(label) >= 5 and label.endswith(("机关", "本级", "本部", "本级）", "机关）")))


def _bodies_of_heads(rows: list[DraftRow], nodes: list[Node]) -> None:
    """A total printed without a body over rows that print theirs is of their body, not of the row above it."""
    own: dict[int, set[str | None]] = {}
    for row, node in zip(rows, nodes, strict=True):
        if node.parent is not None and row.prints_body and nodes[node.parent].role is not RowRole.GRAND_TOTAL:
            own.setdefault(node.parent, set()).add(row.body)
    for head, bodies in own.items():
        if not rows[head].prints_body and not _is_body(rows[head].label):
            rows[head].body = next(iter(bodies)) if len(bodies) == 1 else None


def _bodies(rows: list[DraftRow], nodes: list[Node]) -> None:
    """The body of a row: its own column, else the nearest head that names one."""
    for i, row in enumerate(rows):
        if row.body is not None:
            continue
        at: int | None = i
        steps = 0
        while at is not None and steps < 20:
            heads = nodes[at].role in (RowRole.SUBTOTAL, RowRole.GRAND_TOTAL) and _is_body(rows[at].label)
            if rows[at].scheme == FUNCTIONAL and len(rows[at].code or "") == 5 and not place_parts(rows[at].label)[0]:
                heads = False  # 21002 公立医院 is a class of spending
            if heads or (at != i and rows[at].body is not None):
                row.body = rows[at].body or rows[at].label
                break
            at, steps = nodes[at].parent, steps + 1
