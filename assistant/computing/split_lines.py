"""A line of the economic classification that one table prints once a function: its parts, and what they come to."""

from decimal import Decimal

from assistant.computing.looking import Desk, Sight
from assistant.finding.evidence import Found, Outcome, converted, plain, source_of
from assistant.finding.select import Candidate
from assistant.saying.wordings import place_words
from ingest.messages import say
from ingest.records.document import RowRole
from ingest.wording.glyphs import bare

_ECONOMIC = ("department_economic", "government_economic")


def split_line(desk: Desk, sight: Sight) -> Outcome | None:
    """The sum of a subject's rows where one table lists it under several functions and prints no total of it.

    None where the choices are anything else: other lines, other tables, projects of one name.
    """
    options = sight.choice.options
    first = options[0]
    if first.table is None or first.row is None or first.row.row.code_scheme not in _ECONOMIC:
        return None
    if any(not _alike(first, other) for other in options):
        return None
    column = next((i for i, f in first.row.cells if f.id == first.figure.id), None)
    rows = [r for r in first.table.rows if r.key == first.row.key and r.code == first.row.code]
    cells = [(r, f) for r in rows for i, f in r.cells if i == column and f.amount is not None]
    if len(cells) < len(options) or any(r.is_total or r.row.role is not RowRole.ITEM for r, _ in cells):
        return None
    found = []
    for row, figure in cells:
        assert figure.amount is not None
        texts = [t.text for t in first.holding.texts.get(row.row.id, ())]
        above = first.holding.rows.get(row.row.parent_id or "")
        of = next(iter(texts), above.row.label if above is not None else "")
        label = f"{row.row.label}（{of}）" if of else row.row.label
        source = source_of(figure, first.holding)
        found.append(Found(label, figure.amount.value, figure.unit.name, [source], False, figure))
    total = sum((f.amount.base for _, f in cells if f.amount is not None), Decimal(0))
    value, unit = converted(plain(total / first.figure.unit.scale), first.figure.unit, desk.unit)
    sources = [source for line in found for source in line.sources]
    label = place_words(first, desk.language, first.row.row.label)
    table = first.table.table
    method = say("answer.split_line", desk.language, table=table.title, page=table.page, count=len(found))
    return Outcome("figures", found=[Found(label, value, unit, sources, True), *found], method=[method])


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
