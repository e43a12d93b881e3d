"""Which columns of a table stand together, where it has several halves side by side."""

from dataclasses import dataclass, replace

from ingest.tables.columns import Column, ColumnKind, begins_block, is_headed_again
from ingest.wording.glyphs import bare


@dataclass(frozen=True, slots=True)
class Block:
    """Columns that read as one table: labels first, then their figures."""

    columns: tuple[Column, ...]
    side: str | None = None  # 收入 / 支出
    heads: bool = False  # projects over the items bought for them: their own amounts alone

    def of(self, *kinds: ColumnKind) -> list[Column]:
        """Its columns of some kinds, from the left."""
        return [column for column in self.columns if column.kind in kinds]


_LABELLING = (ColumnKind.LABEL, ColumnKind.CODE, ColumnKind.BODY, ColumnKind.PERIOD)


def blocks_of(columns: list[Column]) -> list[Block]:
    """The halves of a table: a new one begins where labels follow amounts and have amounts of their own.

    Projects over items are a block with their amounts; the items' block keeps the project as words.
    """
    heads = [replace(c, kind=ColumnKind.LABEL) if c.kind is ColumnKind.TEXT else c for c in columns if c.heads]
    if heads:
        of_items = [c for c in columns if not (c.heads and c.kind is ColumnKind.AMOUNT)]
        return [Block(tuple(heads), heads=True), *blocks_of([replace(c, heads=False) for c in of_items])]
    groups: list[list[Column]] = [[]]
    for i, column in enumerate(columns):
        group = groups[-1]
        has_amounts = any(c.kind in (ColumnKind.AMOUNT, ColumnKind.COUNT) for c in group)
        names = column.kind in (ColumnKind.LABEL, ColumnKind.CODE)
        names = names or (column.kind is ColumnKind.BODY and is_headed_again(columns, i))
        if names and has_amounts and _leads_amounts(columns, i):
            groups.append([column])
        else:
            group.append(column)
    blocks = []
    for group in groups:
        blocks.append(Block(tuple(group), _side(group, len(groups))))
    return blocks


def _leads_amounts(columns: list[Column], start: int) -> bool:
    """Whether amounts follow before the labels change back to words of the same half."""
    if columns[start].leaf and not begins_block(columns, columns[start]):
        return False
    again = is_headed_again(columns, start)  # 编制（人） stands before the amounts in both halves
    for column in columns[start:]:
        if column.kind is ColumnKind.AMOUNT or (again and column.kind is ColumnKind.COUNT):
            return True
        if column.kind not in (*_LABELLING, ColumnKind.INDEX):
            return False
    return False


def _side(group: list[Column], count: int) -> str | None:
    if count < 2:
        return None
    for column in group:
        top = bare("".join(column.path))
        if "收入" in top and "支出" not in top:
            return "收入"
        if "支出" in top and "收入" not in top:
            return "支出"
    return None
