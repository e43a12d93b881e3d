"""A subject that one table prints several times, once a function or once a unit: its parts, and what they come to."""

from decimal import Decimal

from assistant.computing.looking import Desk, Sight
from assistant.finding.evidence import Found, Outcome, as_printed, converted, source_of
from assistant.finding.holdings import RowView
from assistant.finding.labels import SUBJECT_SCHEMES
from assistant.finding.select import Candidate
from assistant.saying.wordings import place_words
from ingest.messages import say
from ingest.records.document import RowRole
from ingest.records.figure import Figure
from ingest.wording.glyphs import bare


def split_line(desk: Desk, sight: Sight) -> Outcome | None:
    """The sum of a subject's rows where one table lists it under several functions or units and prints no total of it.

    None where the choices are anything else: other lines, other tables, projects of one name.
    """
    options = sight.choice.options
    first = options[0]
    if first.table is None or first.row is None or first.row.row.code_scheme not in SUBJECT_SCHEMES:
        return None
    if any(not _alike(first, other) for other in options):
        return None
    column = next((i for i, f in first.row.cells if f.id == first.figure.id), None)
    unit = sight.place.unit
    rows = [
        r
        for r in first.table.rows
        if (r.key, r.code) == (first.row.key, first.row.code) and (unit is None or bare(r.body or "") == unit)
    ]
    cells = [(r, f) for r in rows for i, f in r.cells if i == column and f.amount is not None]
    if len(cells) < len(options) or any(r.is_total or r.row.role is not RowRole.ITEM for r, _ in cells):
        return None
    by_unit = first.row.row.code_scheme == "functional"
    if by_unit and not _each_of_a_unit(cells):
        return None
    total = sum((f.amount.base for _, f in cells if f.amount is not None), Decimal(0))
    if any(f.amount is not None and 2 * f.amount.base == total for _, f in cells):
        return None  # one of the rows may be the whole of the others
    found = []
    for row, figure in cells:
        assert figure.amount is not None
        texts = [t.text for t in first.holding.texts.get(row.row.id, ())]
        above = first.holding.rows.get(row.row.parent_id or "")
        told = above.row.label if above is not None else ""
        of = (row.body or told) if by_unit else next(iter(texts), told)
        label = f"{row.row.label}（{of}）" if of else row.row.label
        source = source_of(figure, first.holding)
        found.append(Found(label, figure.amount.value, figure.unit.name, [source], False, figure))
    value, unit_name = converted(
        as_printed(total / first.figure.unit.scale, *(f for _, f in cells)), first.figure.unit, desk.unit
    )
    sources = [source for line in found for source in line.sources]
    label = place_words(first, desk.language, first.row.row.label)
    table = first.table.table
    key = "answer.split_units" if by_unit else "answer.split_line"
    method = say(key, desk.language, table=table.title, page=table.page, count=len(found))
    return Outcome("figures", found=[Found(label, value, unit_name, sources, True), *found], method=[method])


def _each_of_a_unit(cells: list[tuple[RowView, Figure]]) -> bool:
    """Whether every row is reported for a unit of its own."""
    bodies = [row.body for row, _ in cells]
    return None not in bodies and len(set(bodies)) == len(bodies)


def _alike(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates are rows of one subject in one table and column."""
    return (
        other.row is not None
        and other.table is one.table
        and one.row is not None
        and (other.row.key, other.row.code) == (one.row.key, one.row.code)
        and other.figure.column == one.figure.column
        and bare(other.figure.label) == bare(one.figure.label)
    )
