"""A subject that one table prints several times, once a function or once a unit: its parts, and what they come to."""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.computing.figures.looking import Desk, Sight
from assistant.finding.classed import classed, names_class
from assistant.finding.evidence import Found, Outcome, as_printed, converted, source_of
from assistant.finding.holdings import Holding, RowView
from assistant.finding.labels import SUBJECT_SCHEMES
from assistant.finding.matching import code_cost, label_cost
from assistant.finding.wanted import Candidate
from assistant.lexicon import concepts, whole_concept
from assistant.plan import Ask, Term
from assistant.saying.wordings import place_words
from ingest.messages import say
from ingest.records.document import RowRole
from ingest.records.figure import Figure
from ingest.wording.glyphs import bare


def split_line(desk: Desk, ask: Ask, sight: Sight) -> Outcome | None:
    """The sum of a subject's rows where one table lists it under several functions or units and prints no total of it.

    None where the choices are anything else: other lines, other tables, projects of one name.
    """
    options = sight.choice.options
    first = options[0]
    if first.table is None or first.row is None:
        return None
    # 工资福利支出 without its code; what is bought may be called as an item is (办公设备购置经费).
    unnumbered = first.row.row.code_scheme is None and _CLASS.fullmatch(whole_concept(first.row.key) or "") is not None
    if first.row.row.code_scheme not in SUBJECT_SCHEMES and not unnumbered:
        return None
    if any(not _alike(first, other) for other in options):
        return class_line(desk, ask, sight)
    column = next((i for i, f in first.row.cells if f.id == first.figure.id), None)
    unit = sight.place.unit
    rows = [
        r
        for r in first.table.rows
        if (r.key, r.code) == (first.row.key, first.row.code) and (unit is None or bare(r.body or "") == unit)
    ]
    for term in filter(names_class, ask.terms):
        if not _named(term, first.row):
            rows = [r for r in rows if _is_classed(term, first.holding, r)]  # 502里的工会经费
    cells = [(r, f) for r in rows for i, f in r.cells if i == column and f.amount is not None]
    classes = all(r.row.role is RowRole.SUBTOTAL for r, _ in cells)  # 工资福利支出 of each unit, above its items
    plain = classes or all(r.row.role is RowRole.ITEM for r, _ in cells)
    if len(cells) < len(options) or any(r.is_total for r, _ in cells) or not plain:
        return None
    by_unit = first.row.row.code_scheme == "functional" or classes or unnumbered
    if by_unit and not (_each_of_a_unit(cells) or _parts_of_the_total(first, column)):
        return None
    beside = [t.text for t in ask.terms if t.concept and not _named(t, first.row)]  # 行政运行的人员经费: a column
    return _added_up(desk, first, cells, "—".join((first.row.row.label, *beside)), by_unit)


_CLASS = re.compile(r"[ef]\d{3}")


def class_line(desk: Desk, ask: Ask, sight: Sight) -> Outcome | None:
    """The sum of the rows that bear a further classification asked for, where that is printed beside them only.

    None where tables come to different sums: 505 of the basic expenditure and of all.
    """
    terms = [t for t in ask.terms if names_class(t)]
    sets = [_of_class(option, terms) for option in sight.choice.options] if len(terms) == 1 else []
    if not sets or not all(len(cells) > 1 for cells in sets):
        return None
    sums = {sum((f.amount.base for _, f in cells if f.amount is not None), Decimal(0)) for cells in sets}
    name = concepts()[terms[0].concept].words[0] if terms[0].concept else terms[0].text
    return _added_up(desk, sight.choice.options[0], sets[0], name, False) if len(sums) == 1 else None


def _of_class(option: Candidate, terms: Sequence[Term]) -> list[tuple[RowView, Figure]]:
    """The rows of a class in a candidate's table, parts left out beside their whole, with the cells of its column."""
    table, row = option.table, option.row
    if table is None or row is None or row.row.code_scheme not in SUBJECT_SCHEMES:
        return []

    column = next((i for i, f in row.cells if f.id == option.figure.id), None)
    rows = [r for r in table.rows if not r.is_total and _is_classed(terms[0], option.holding, r)]
    ids = {r.row.id for r in rows}
    whole = [r for r in rows if r.row.parent_id not in ids] if row in rows else []
    return [(r, f) for r in whole for i, f in r.cells if i == column and f.amount is not None]


def _named(term: Term, row: RowView) -> bool:
    """Whether a row bears a term by its own name or code."""
    return label_cost(term, row.key) is not None or code_cost(term, row.code) is not None


def _is_classed(term: Term, holding: Holding, row: RowView) -> bool:
    """Whether a further classification of a row is the one a term names."""
    return bool(classed((term,), holding, row, lambda key: (label_cost(term, key),)))


def _added_up(
    desk: Desk, first: Candidate, cells: list[tuple[RowView, Figure]], name: str, by_unit: bool
) -> Outcome | None:
    """Rows of one table with what they come to; None where one of them may be the whole of the others."""
    assert first.table is not None
    total = sum((f.amount.base for _, f in cells if f.amount is not None), Decimal(0))
    if len(cells) > 2 and any(f.amount is not None and 2 * f.amount.base == total for _, f in cells):
        return None
    found = []
    for row, figure in cells:
        assert figure.amount is not None
        texts = [t.text for t in first.holding.texts.get(row.row.id, ()) if not t.text.strip().isdigit()]
        above = first.holding.rows.get(row.row.parent_id or "")
        told = above.row.label if above is not None and not above.is_total else ""
        of = (row.body or told) if by_unit else next(iter(texts), told)
        label = f"{row.row.label}（{of}）" if of else row.row.label
        source = source_of(figure, first.holding)
        found.append(Found(label, figure.amount.value, figure.unit.name, [source], False, figure))
    value, unit_name = converted(
        as_printed(total / first.figure.unit.scale, *(f for _, f in cells)), first.figure.unit, desk.unit
    )
    sources = [source for line in found for source in line.sources]
    label = place_words(first, desk.language, name)
    table = first.table.table
    key = "answer.split_units" if by_unit else "answer.split_line"
    method = say(key, desk.language, table=table.title, page=table.page, count=len(found))
    return Outcome("figures", found=[Found(label, value, unit_name, sources, True), *found], method=[method])


def _each_of_a_unit(cells: list[tuple[RowView, Figure]]) -> bool:
    """Whether every row is reported for a unit of its own."""
    bodies = [row.body for row, _ in cells]
    return None not in bodies and len(set(bodies)) == len(bodies)


def _parts_of_the_total(first: Candidate, column: int | None) -> bool:
    """Whether the rows of a table are parts that come to its total: each subject stands once a unit, unnamed."""
    rows = first.table.rows if first.table is not None else ()
    cells = [(r, f.amount.base) for r in rows for i, f in r.cells if i == column and f.amount is not None]
    totals = {amount for row, amount in cells if row.is_total}
    plain = all(row.is_total or row.row.role is RowRole.ITEM for row, _ in cells)
    return plain and totals == {sum((amount for row, amount in cells if not row.is_total), Decimal(0))}


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
