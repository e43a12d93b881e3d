"""The cells a question asks for in one table: where the rows it names meet the columns it names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.tabular.naming import NOTHING, Named, Words, pieces, weights_among
from ingest.tables.layout import Layout

_AND = re.compile(r"[和与及、，,；;跟并]|以及|还有|或|同时|分别|各")
_EACH = re.compile(r"分别|各[是有为占自]?|都有")
_ENOUGH = 0.5  # share of a header's telling words that a question has to say
_WEAK = 0.15  # share of a header that is enough where nothing else on its side is named
_BESIDE = 0.8  # share of a cell that is no header but names its line


@dataclass(frozen=True, slots=True)
class Meeting:
    """The cells asked for, and how much of the question their headers say."""

    cells: tuple[int, ...]
    places: frozenset[int]
    weight: float
    columns: bool = True  # a column is named; else all of the rows is told


@dataclass(frozen=True, slots=True)
class _Line:
    """A row or a column of values under one path of headers, with what a question says of it."""

    heads: tuple[int, ...]
    named: Named
    rank: float


def cells_asked(layout: Layout, words: Words) -> Meeting:
    """The cells where the named rows and columns meet; empty where nothing is named."""
    values = [n for n, cell in enumerate(layout.cells) if cell.rows and n not in layout.heads]
    across = {n: tuple(layout.row_heads(n)) for n in values}
    above = {n: tuple(layout.column_heads(n)) for n in values}
    rows = _lines(layout, words, set(across.values()))
    columns = _lines(layout, words, set(above.values()))
    beside = {} if layout.halves else _beside(layout, words, values)  # among pairs a line names several things
    if beside:
        for path, line in rows.items():
            mine = {layout.cells[n].row for n in values if across[n] == path}
            named = [said for row, (_, said) in beside.items() if row in mine]
            best = max(named, key=lambda said: said.weight, default=NOTHING)
            if best.weight * best.share > line.rank:
                rows[path] = _Line(path, best, best.weight * best.share)
    chosen_rows, chosen_columns = _chosen(words, layout, rows, columns)
    if not chosen_rows and not chosen_columns:
        return Meeting((), frozenset(), 0.0)
    naming = {number for number, _ in beside.values()}
    labels = [n for n in sorted(layout.right - layout.down) if _answers(layout, words, n)]
    for n in labels:
        across[n], above[n] = tuple(layout.row_heads(n)), tuple(layout.column_heads(n))
    labels = [n for n in labels if above[n] in chosen_columns and across[n] in chosen_rows]
    found = [
        n
        for n in (labels or values)
        if (not chosen_rows or across[n] in chosen_rows)
        and (not chosen_columns or above[n] in chosen_columns)
        and n not in naming
    ]
    said = [rows[across[n]].named for n in found if across[n] in rows] + [columns[above[n]].named for n in found]
    places = frozenset[int]().union(*(named.places for named in said)) if said else frozenset[int]()
    return Meeting(tuple(sorted(found)), places, sum(named.weight for named in said), bool(chosen_columns))


def _answers(layout: Layout, words: Words, number: int) -> bool:
    """Whether a label beside another label may be what is asked for: its column is named, not itself."""
    return bool(layout.row_heads(number)) and words.named(layout.cells[number].text, {}).share < _ENOUGH


def _lines(layout: Layout, words: Words, paths: Iterable[tuple[int, ...]]) -> dict[tuple[int, ...], _Line]:
    paths = set(paths)
    weights = weights_among(layout.cells[n].text for path in paths for n in path)
    made = {}
    for path in paths:
        said = [words.named(layout.cells[n].text, weights) for n in path]
        if not said:
            made[path] = _Line(path, NOTHING, 0.0)
            continue
        own, upper = said[0], said[1:]
        more = 0.5 * sum(named.weight for named in upper)
        whole = sum(weights[piece] for piece in pieces(layout.cells[path[0]].text)) or 1.0
        weight = own.weight + more
        share = weight / (whole + more)
        places = own.places.union(*(named.places for named in upper))
        made[path] = _Line(path, Named(weight, share, places), weight * share)
    return made


_Lines = dict[tuple[int, ...], _Line]


def _chosen(
    words: Words, layout: Layout, rows: _Lines, columns: _Lines
) -> tuple[set[tuple[int, ...]], set[tuple[int, ...]]]:
    """The rows and columns a question names: the best of each, and each further one for words of its own."""
    chosen: list[tuple[bool, _Line]] = []
    claimed: frozenset[int] = frozenset()
    both = [(False, line) for line in rows.values()] + [(True, line) for line in columns.values()]
    both.sort(key=lambda item: (-item[1].rank, item[0], item[1].heads))
    for down, line in both:  # the best of each side
        if line.named.share >= _ENOUGH and not any(side is down for side, _ in chosen):
            chosen.append((down, line))
            claimed |= line.named.places
    for down, line in both:
        if any(line is other for _, other in chosen):
            continue
        mine = [other for side, other in chosen if side is down]
        if not mine:  # what is named in part, by words nothing else accounts for
            if line.named.share >= _WEAK and len(line.named.places - claimed) >= 2:
                chosen.append((down, line))
                claimed |= line.named.places
            continue
        same = any(_texts(layout, other.heads) == _texts(layout, line.heads) for other in mine)
        enough = min(_ENOUGH, 0.8 * max(other.named.share for other in mine))
        own = line.named.places - claimed
        if same or (line.named.share >= enough and len(own) >= 2 and _joined(words, own, mine)):
            chosen.append((down, line))
            claimed |= line.named.places
    return {line.heads for down, line in chosen if not down}, {line.heads for down, line in chosen if down}


def _joined(words: Words, own: frozenset[int], others: Sequence[_Line]) -> bool:
    """Whether words name one more thing beside others, by 和, a comma or the like; 应收账款的坏账准备 is one thing."""
    if _EACH.search(words.text):
        return True
    for other in others:
        both = own | other.named.places
        if _AND.search(words.between(min(both), max(both))):
            return True
    return False


def _texts(layout: Layout, heads: Sequence[int]) -> list[str]:
    return [layout.cells[n].key for n in heads]


def _beside(layout: Layout, words: Words, values: Sequence[int]) -> dict[int, tuple[int, Named]]:
    """Rows named by a cell that is no header: row -> the cell and what is said of it."""
    found: dict[int, tuple[int, Named]] = {}
    for number in values:
        cell = layout.cells[number]
        if len(cell.key) < 2 or (cell.is_value and len(cell.key) < 5):
            continue
        said = words.named(cell.text, {})
        if said.share >= _BESIDE and said.weight > (found[cell.row][1].weight if cell.row in found else 0.0):
            for row in range(cell.row, cell.row + cell.rows):
                found[row] = (number, said)
    return found
