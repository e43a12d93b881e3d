"""Ways in which the rows of a table may stand under each other; arithmetic decides between them.

Each way gives every row the row it stands under, or None for a row of the first level. Forms seen: classification
codes (201 > 20103 > 2010301, 117 > 117001), indented names (Zhejiang), enumerators (一、 （一） 1.), bodies heading
their projects (Guangdong), and no sign at all but the sums.
"""

from collections.abc import Sequence
from decimal import Decimal

from ingest.tables.rows import DraftRow
from ingest.tables.sums import Values, adds_up
from ingest.wording.names import is_body_name
from ingest.wording.numbers import half_step

Parents = list[int | None]
STEP = 3.0  # smaller differences of indentation are not levels, points
MOST_LEVELS = 7


def flat(rows: Sequence[DraftRow]) -> Parents:
    """All rows on one level."""
    return [None] * len(rows)


def by_code(rows: Sequence[DraftRow]) -> Parents | None:
    """Rows under the nearest row above whose code theirs begins with; a body's own row starts afresh."""
    digits = [row.code if row.code and row.code.isdigit() else None for row in rows]
    if not any(digits):
        return None
    parents: Parents = [None] * len(rows)
    seen: dict[tuple[str | None, str], int] = {}
    head: int | None = None
    last_coded: int | None = None
    found = False
    for i, row in enumerate(rows):
        code = digits[i]
        if code is None:
            if is_body_name(row.label):
                head, seen, last_coded = i, {}, None
            elif last_coded is not None:
                parents[i] = last_coded
            else:
                parents[i] = head
            continue
        for length in range(len(code) - 1, 1, -1):
            above = seen.get((row.body, code[:length]))
            if above is not None:
                parents[i], found = above, True
                break
        else:
            parents[i] = head
            found = found or head is not None
        seen[row.body, code] = i
        last_coded = i
    return parents if found or any(p is not None for p in parents) else None


def by_depth(depths: Sequence[int | None]) -> Parents | None:
    """Rows under the nearest row above that stands less deep; rows without depth stand on the first level."""
    known = {depth for depth in depths if depth is not None}
    if len(known) < 2:
        return None
    parents: Parents = []
    stack: list[tuple[int, int]] = []
    for i, depth in enumerate(depths):
        if depth is None:
            depth = stack[-1][0] + 1 if stack and None not in (stack[-1],) else 0
            parents.append(stack[-1][1] if stack else None)
            continue
        while stack and stack[-1][0] >= depth:
            stack.pop()
        parents.append(stack[-1][1] if stack else None)
        stack.append((depth, i))
    return parents


def indent_depths(rows: Sequence[DraftRow]) -> list[int | None]:
    """Levels told by where the names begin; nothing where the names are centred."""
    places = sorted({round(row.indent, 1) for row in rows if row.indent is not None})
    levels: list[float] = []
    for place in places:
        if not levels or place - levels[-1] >= STEP:
            levels.append(place)
    if not 2 <= len(levels) <= min(MOST_LEVELS, max(3, len(rows) // 2)):
        return [None] * len(rows)

    def level(indent: float) -> int:
        return max(i for i, place in enumerate(levels) if indent >= place - 0.05)

    return [None if row.indent is None else level(row.indent) for row in rows]


def by_body(rows: Sequence[DraftRow]) -> Parents | None:
    """Every row under the nearest row above that names a body."""
    heads = [is_body_name(row.label) and not row.code for row in rows]
    if not any(heads):
        return None
    parents: Parents = []
    head: int | None = None
    for i, is_head in enumerate(heads):
        if is_head:
            head = i
            parents.append(None)
        else:
            parents.append(head)
    return parents


def by_name(rows: Sequence[DraftRow]) -> Parents | None:
    """Rows under the row that prints their common name alone, its total: below it each prints its code and body."""
    alone = [not row.code and not row.prints_body for row in rows]
    parents: Parents = []
    head: int | None = None
    for i, row in enumerate(rows):
        begins = alone[i] and i + 1 < len(rows) and not alone[i + 1] and rows[i + 1].label == row.label
        if begins or (head is not None and rows[head].label != row.label):
            head = i if begins else None
        parents.append(None if begins else head)
    return parents if any(parent is not None for parent in parents) else None


def by_sums(rows: Sequence[DraftRow], values: Sequence[Values]) -> Parents:
    """A row heads the rows below it that make it up exactly; found from the bottom so that heads nest."""
    parents: Parents = [None] * len(rows)
    for head in range(len(rows) - 2, -1, -1):
        run = _run(head, values, parents)
        if run:
            for i in run:
                parents[i] = head
    return parents


def _run(head: int, values: Sequence[Values], parents: Parents) -> list[int]:
    """The first-level rows right below a head that make it up, exactly or within rounding; none where no run does."""
    column = next((j for j, value in enumerate(values[head]) if value is not None and value != 0), None)
    if column is None:
        return []
    expected = values[head][column]
    assert expected is not None
    run: list[int] = []
    rounded: list[int] = []
    total = Decimal(0)
    for i in range(head + 1, len(values)):
        if parents[i] is not None:
            continue
        run.append(i)
        total += values[i][column] or Decimal(0)
        away = abs(total - expected)
        slack = half_step(expected) * (len(run) + 1)
        if away <= slack and adds_up(values[head], [values[k] for k in run]):
            if away == 0:
                return run
            rounded = rounded or list(run)
        elif rounded or (expected > 0 and total > expected + slack and all((values[k][column] or 0) >= 0 for k in run)):
            break
    return rounded
