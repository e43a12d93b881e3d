"""Whether a row bears what a term names: by its code, its name or a part of it, those above it, its other cells."""

from assistant.finding.holdings import Holding, RowView
from assistant.finding.matching import label_cost
from assistant.plan import Term
from assistant.understand.names.name_parts import BEGINS, ENDS
from ingest.wording.glyphs import bare


def short_texts(holding: Holding, row: RowView) -> tuple[str, ...]:
    """The words in a row's other cells: its category, its unit."""
    return tuple(t.text for t in holding.texts.get(row.row.id, []) if len(t.text) <= 16)


def is_name_condition(term: Term) -> bool:
    """Whether a term only says what has to stand in a name: 名称里带甲的, 以乙开头的."""
    return term.within or term.kind in (BEGINS, ENDS)


def bears_part(term: Term, name: str) -> bool:
    """Whether a name, in comparison form, holds what a condition on names says, where it says so."""
    part = bare(term.text)
    if term.kind in (BEGINS, ENDS):
        return name.startswith(part) if term.kind == BEGINS else name.endswith(part)
    return part in name


def row_fits(term: Term, row: RowView, texts: tuple[str, ...] = ()) -> bool:
    """Whether a row bears what a term names: in its code, its name, those above it, its unit or its words."""
    if term.kind == "code":
        return bool(row.row.code and row.row.code.startswith(term.text)) or any(
            c.startswith(term.text) for c in row.parent_codes
        )
    if is_name_condition(term):
        return bears_part(term, row.key)
    keys = (row.key, *row.parents, bare(row.body or ""), *(bare(text) for text in texts))
    if term.kind == "either":
        return any(piece in row.key for piece, _ in term.names)
    return any(label_cost(term, key) is not None or (len(term.text) >= 2 and term.text in key) for key in keys)
