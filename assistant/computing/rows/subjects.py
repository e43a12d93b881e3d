"""Subjects of a classification as a set: at one level, under one class or line, by one column.

科目 are of the functional classification (类 3, 款 5, 项 7 digits) or the economic one (类 3, 款 5 digits); a row with
rows under it is their sum, so a set holds one level only (源: 政府收支分类科目).
"""

import re
from collections.abc import Sequence

from assistant.computing.figures.looking import Desk
from assistant.computing.rows.classified import Subject, subjects_of
from assistant.computing.rows.members import Member, Population, meets, member_meets
from assistant.computing.rows.told_lines import asks_openings, told_openings
from assistant.finding.classed import classed
from assistant.finding.holdings import Holding, RowView, TableView
from assistant.finding.labels import SUBJECT_SCHEMES, is_total_leaf
from assistant.finding.matching import code_cost, label_cost
from assistant.finding.scope import Place
from assistant.finding.wanted import Candidate
from assistant.lexicon import concepts, concepts_in, narrowing
from assistant.plan import EVERY, RANKS, Ask, Term, replace
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.figure import Figure, Relation
from ingest.wording.glyphs import bare

_SCHEMES = {
    "function": ("functional",),
    "economic": ("department_economic", "government_economic"),
    "subject": SUBJECT_SCHEMES,
}
_DEFAULT_LEVEL = {"functional": 3, "department_economic": 5, "government_economic": 5}
_LINE = 5  # digits of the code of a line of the economic classification
_SIDE = frozenset(["expenditure_total", "budget_total"])  # subjects are of spending; these words add nothing
_HALVES = frozenset(["personnel", "public_use"])  # of basic expenditure
# Lines of which a table of its own prints only what makes them up, where all subjects are asked for.
_OF_ONE_LINE = frozenset(["agency_running", "three_public", "procurement"])
_EXACT = 0.4
_ADDED_UP = 1.5  # dearer than what is printed
_TOO_FEW = 4.0  # dearer than the other classification


def is_of_subjects(ask: Ask) -> bool:
    """Whether a set question runs over the subjects of a classification."""
    return ask.entity in _SCHEMES


def too_few(ask: Ask, members: Sequence[Member]) -> bool:
    """Whether a ranking asks for more than a set has: one line is no ranking, three are no 前五."""
    if ask.operation not in RANKS:
        return False
    number = ask.number if ask.number and ask.number < EVERY else 0
    return len([m for m in members if m.base is not None]) < max(2, number)


def subjects(
    desk: Desk, ask: Ask, place: Place, holdings: Sequence[Holding], below_only: bool = False
) -> Population | None:
    """The subjects an ask runs over, from the table that explains its terms and narrows least.

    ``below_only``: only those under a line that a term names.
    """
    if _of_economy(ask) and (found := subjects(desk, replace(ask, entity="economic"), place, holdings, below_only)):
        return found
    best: tuple[float, Population] | None = None
    for order, scheme in enumerate(_SCHEMES[ask.entity if ask.entity in _SCHEMES else "subject"]):
        for holding in holdings:
            for table in holding.tables:
                if "收入" in table.key and "支出" not in table.key:
                    continue
                found = _in_table(desk, ask, place, holding, table, scheme, below_only)
                if found is None or not found.members:
                    continue
                asked = frozenset(t.concept for t in ask.terms if t.concept)
                cost = len(narrowing(concepts_in(table.key)) - asked) + table.table.ordinal / 100 + order * 2
                cost += _ADDED_UP if any(m.parts for m in found.members) else 0.0
                cost += len((concepts_in(table.key) & _OF_ONE_LINE) - asked)
                if too_few(ask, found.members):
                    cost += _TOO_FEW
                if best is None or cost < best[0]:
                    best = (cost, found)
    if best is None and asks_openings(ask) and not below_only:
        return told_openings(desk.language, ask, place, holdings)
    return None if best is None or _is_contradicted(best[1]) else best[1]


def _of_economy(ask: Ask) -> bool:
    """Whether 类 or 款 of basic spending are ranked or chosen: it is printed by what the money buys, and by 项 else."""
    basic = {t.concept for t in ask.terms} == {"basic_expenditure"} and not ask.by_columns
    return ask.entity == "subject" and ask.level in (3, 5) and basic and (ask.operation in RANKS or bool(ask.filters))


def _is_contradicted(found: Population) -> bool:
    """Whether a set is of a table whose amounts slipped against their rows: its lines are none to count or rank."""
    one = found.members[0].candidate
    return one.table is not None and one.table.table.id in one.holding.contradicted


def _in_table(
    desk: Desk, ask: Ask, place: Place, holding: Holding, table: TableView, scheme: str, below_only: bool
) -> Population | None:
    known = holding.once(("subjects", scheme), dict[str, list[Subject]])
    if table.table.id not in known:
        known[table.table.id] = subjects_of(table, scheme)
    rows = [s for s in known[table.table.id] if _of_place(s.row, place, ask)]
    if not rows:
        return None
    terms = [t for t in ask.terms if t.concept not in _SIDE]
    above, terms = _above(terms, rows)
    before_classes = terms
    classes, terms = _classes(terms, rows)
    after_classes = terms
    heads, terms = _headed(terms, table)
    lines = terms
    rows, terms = _of_function(ask, terms, rows, holding)
    functions = [t for t in lines if t not in terms]
    if below_only and not (above or heads or classes):
        return None
    before = terms
    column, terms = _column(terms, table, _meant_columns(ask, holding, table))
    named = len(terms) < len(before)
    halved = any(t.concept in _HALVES for t in before if t not in terms) and all(f.value for f in ask.filters)
    if column is None:
        return None
    terms = [t for t in terms if not _titled(t, table)]
    inside = [s for s in rows if all(s.under(top) for top in above) and all(_below(s.row, h, table) for h in heads)]
    inside = [s for s in inside if all((s.row.code or "").startswith(c) for c in classes)]
    picked = [s for s in inside if all(_in_label(t, s.row) for t in terms)] if terms else inside
    if terms and (not picked or not all(t.kind in ("name", "like") for t in terms)):
        return None
    items = _ITEMS.search(ask.words) is not None or (bool(ask.filters) and ask.entity == "subject")
    level = ask.level or _level(picked, [*above, *classes], scheme, items)
    members = _at_level(ask, holding, table, picked, level, column, named, halved)
    deepest = max((x.digits for x in picked), default=level)
    if members is not None and not ask.level and level < deepest and too_few(ask, members):
        level = deepest  # 科目金额前两名 where there is one class
        members = _at_level(ask, holding, table, picked, level, column, named, halved)
    if members is None:
        return None
    noun = say(f"answer.noun_level_{level}", desk.language) if level in (3, 5, 7) else ""
    if above and noun:
        noun = say("answer.noun_of", desk.language, whole=above[0].row.row.label, noun=noun)
    elif (named_class := next((t.text for t in before_classes if t not in after_classes), "")) and noun:
        noun = say("answer.noun_of", desk.language, whole=named_class, noun=noun)
    elif functions:  # lines of several levels side by side
        noun = say("answer.noun_subject", desk.language)
        if not ask.filters and all(t.concept for t in functions):  # else the condition says it
            noun = say("answer.noun_of", desk.language, whole=functions[0].text, noun=noun)
    return Population(members, noun, place.name, table.table.title, table.table.page)


def _at_level(
    ask: Ask,
    holding: Holding,
    table: TableView,
    picked: Sequence[Subject],
    level: int,
    column: int,
    named: bool,
    halved: bool,
) -> list[Member] | None:
    """The subjects of one level that meet what an ask says of them; None where one stands twice for no reason.

    ``named``: the column is named by the ask, ``halved``: as a half of basic expenditure.
    """
    lines = _by_subject([s for s in picked if s.digits == level])
    if lines is None:
        return None
    members = []
    for own in lines:
        if len(own) > 1:
            members += _over_units(ask, holding, table, own, column)
            continue
        row = own[0].row
        at, figure = _cell(row, column, table, 0 if named else -1)
        if figure is None or not columns_meet(ask, table, row):
            continue
        if figure.stage is Stage.FINAL_ACCOUNT and asks_openings(ask):
            continue  # what was spent is no opening budget
        candidate = Candidate(figure, holding, table, row, table.columns[at], 0.0)
        if named and not candidate.base and (halved or not ask.filters):
            continue  # a subject without an amount in a column of its own is not in it: 基本工资 is no 公用经费
        if meets(candidate, ask) and not any(_in_label(t, row) for t in ask.excluded):
            members.append(Member(candidate, row.row.label))
    return members


def _by_subject(picked: Sequence[Subject]) -> list[list[Subject]] | None:
    """Subjects with the rows of each: one, or one a unit; None where a subject stands twice for no other reason."""
    lines: dict[tuple[str, ...], list[Subject]] = {}
    for subject in picked:
        lines.setdefault(subject.identity, []).append(subject)
    for own in lines.values():
        if len(own) > 1 and len({s.row.body for s in own if s.row.body}) < len(own):
            return None
    return list(lines.values())


def _over_units(ask: Ask, holding: Holding, table: TableView, own: Sequence[Subject], column: int) -> list[Member]:
    """A subject that is printed once a unit, as all its units together; nothing where no unit has an amount."""
    if ask.without or ask.alone:
        return []
    parts = tuple(
        Candidate(figure, holding, table, s.row, table.columns[column], 0.0)
        for s in own
        if (figure := dict(s.row.cells).get(column)) is not None and figure.amount is not None
    )
    if not parts or any(_in_label(t, own[0].row) for t in ask.excluded):
        return []
    member = Member(parts[0], own[0].row.row.label, parts)
    return [member] if member_meets(member, ask) else []


_CLASS_CODE = re.compile(r"[fe](\d{3,5})")


def _classes(terms: Sequence[Term], rows: Sequence[Subject]) -> tuple[list[str], list[Term]]:
    """The codes of classes that terms name and no row prints over its subjects, and the terms that are left."""
    found: list[str] = []
    left = []
    for term in terms:
        told = _CLASS_CODE.fullmatch(term.concept or "")
        code = told[1] if told else term.text if term.kind == "code" and len(term.text) in (3, 5) else ""
        below = [s for s in rows if code and (s.row.code or "").startswith(code)]
        printed = any(s.row.code == code or _names(term, s.row) for s in below)
        if below and not printed:
            found.append(code)
        else:
            left.append(term)
    return found, left


def _of_place(row: RowView, place: Place, ask: Ask) -> bool:
    if place.unit:
        return bool(row.body and bare(row.body) == place.unit) or place.unit in row.parents
    return not row.body or bare(row.body) == place.key or not ask.scope.own_level


def _above(terms: Sequence[Term], rows: Sequence[Subject]) -> tuple[list[Subject], list[Term]]:
    """The subjects that terms name and that have others under them, and the terms that are left."""
    found: list[Subject] = []
    left = []
    for term in terms:
        heads = [s for s in rows if _names(term, s.row) and any(o.under(s) for o in rows)]
        if heads and len({s.identity for s in heads}) == 1:
            found.append(heads[0])
        else:
            left.append(term)
    return found, left


def _headed(terms: Sequence[Term], table: TableView) -> tuple[list[RowView], list[Term]]:
    """The rows without a code that terms name and that head subjects (公用经费合计), and the terms that are left."""
    inner = {row.row.parent_id for row in table.rows}
    found: list[RowView] = []
    left = []
    for term in terms:
        tops = [r for r in table.rows if not r.code and r.row.id in inner and not r.row.parent_id]
        heads = [r for r in tops if label_cost(term, r.key.removesuffix("合计")) == 0.0]
        if term.concept and len(heads) == 1:
            found.append(heads[0])
        else:
            left.append(term)
    return found, left


def _below(row: RowView, head: RowView, table: TableView) -> bool:
    above = {r.row.id: r.row.parent_id for r in table.rows}
    at = row.row.parent_id
    while at is not None and at != head.row.id:
        at = above.get(at)
    return at is not None


def _is_of(subject: Subject, term: Term, holding: Holding) -> bool:
    """Whether a further classification that is printed beside a subject is what a term names."""
    whole = any(bare(cell.text) == bare(term.text) for cell in holding.texts.get(subject.row.row.id, ()))
    return whole or bool(classed((term,), holding, subject.row, lambda label: (label_cost(term, label),)))


def _of_function(
    ask: Ask, terms: Sequence[Term], rows: list[Subject], holding: Holding
) -> tuple[list[Subject], list[Term]]:
    """The economic lines of the function that terms name, which is printed beside each; and the terms that are left."""
    kept, left = rows, list(terms)
    for term in terms if ask.entity == "economic" else ():
        own = [s for s in rows if _is_of(s, term, holding)]
        if own and len(own) < len(rows):
            kept, left = [s for s in kept if s in own], [t for t in left if t is not term]
    codes = {s.row.code for s in kept}
    alone = [s.digits > _LINE and (s.row.code or "")[:_LINE] not in codes for s in kept]
    if kept is not rows and any(alone):  # 其他因公出国费用, whose own line is not printed over it
        kept = [Subject(s.row, _LINE) if deeper else s for s, deeper in zip(kept, alone, strict=True)]
    return kept, left


def _names(term: Term, row: RowView) -> bool:
    cost = code_cost(term, row.code) if term.kind == "code" else label_cost(term, row.key)
    return cost is not None and cost <= _EXACT


def _in_label(term: Term, row: RowView) -> bool:
    return label_cost(term, row.key) is not None or (len(term.text) >= 2 and term.text in row.key)


def _titled(term: Term, table: TableView) -> bool:
    if term.concept is None:
        return len(term.text) >= 2 and term.text in table.key
    if term.concept in _HALVES and table.concepts >= _HALVES:
        return False  # 基本支出表（人员经费、公用经费） lists both
    concept = concepts()[term.concept]
    return term.concept in table.concepts or any(p.search(table.key) for p in concept.total_of)


def _meant_columns(ask: Ask, holding: Holding, table: TableView) -> frozenset[int]:
    """The columns of the stage that is asked for, else of the paper's own: an account prints its budget beside it."""
    stages = ask.scope.stages or (holding.document.stage.value,)
    at_stage = {at: f.stage.value for row in table.rows for at, f in row.cells if f.relation is Relation.AMOUNT}
    return frozenset(at for at, stage in at_stage.items() if stage in stages) or frozenset(range(len(table.columns)))


def _column(terms: Sequence[Term], table: TableView, meant: frozenset[int]) -> tuple[int | None, list[Term]]:
    """The column terms name, else the total of those that are meant; and the terms that are left."""
    named = [
        (len(column.keys), i, t)
        for i, column in enumerate(table.columns)
        for t in terms
        if t.concept and any(label_cost(t, key) is not None and not is_total_leaf(key) for key in column.keys)
    ]
    if named:
        telling = [n for n in named if n[2].concept in _HALVES or n[2].concept not in table.concepts]
        if telling:
            _, index, _ = min(telling)
            keys = table.columns[index].keys
            return index, [t for t in terms if not any(label_cost(t, key) is not None for key in keys)]
    totals = [i for i, c in enumerate(table.columns) if c.is_total]
    totals = [i for i in totals if i in meant] or totals
    if totals:
        return min(totals, key=lambda i: (len(narrowing(table.columns[i].concepts)), len(table.columns[i].keys), i)), [
            *terms
        ]
    filled = {at for row in table.rows for at, figure in row.cells if figure.amount}
    return min(filled & meant or filled, default=None), [*terms]


_ITEMS = re.compile(r"哪一?项|[一二两三四五几\d]项")


def _level(rows: Sequence[Subject], above: Sequence[Subject | str], scheme: str, items: bool) -> int:
    """The digits of the subjects meant: those below the line named, else what people call a subject.

    ``items``: 哪项 and 超一千万的科目 go down to the last line, whose amounts count once. One line alone below another
    only says it again (住房改革支出 of 住房保障支出).
    """
    lengths = sorted({s.digits for s in rows})
    if items and lengths:
        return lengths[-1]
    if above and lengths:
        return next((n for n in lengths if sum(s.digits == n for s in rows) > 1), lengths[-1])
    default = _DEFAULT_LEVEL[scheme]
    return default if default in lengths or not lengths else lengths[-1]


def _cell(row: RowView, column: int, table: TableView, since: int) -> tuple[int, Figure | None]:
    """The figure of a row in a column, else its only one where tables side by side repeat that column's name.

    ``since``: the header level from which on the names are the same; a column that is named repeats all of it.
    """
    cells = dict(row.cells)
    filled = [at for at, figure in row.cells if figure.amount is not None]
    if len(filled) == 1 and table.columns[filled[0]].keys[since:] == table.columns[column].keys[since:]:
        return filled[0], cells[filled[0]]
    return column, cells.get(column)


def columns_meet(ask: Ask, table: TableView, row: RowView) -> bool:
    """Whether a row has all its amount in the columns said to carry it alone, some in those said to, none in others."""
    filled = all(_amount(table, row, t) not in (0, None) for t in (*ask.alone, *ask.filled))
    empty = all(_amount(table, row, t) == 0 for t in ask.without)
    return filled and empty and all(_amount(table, row, t) == _total(table, row) for t in ask.alone)


def _amount(table: TableView, row: RowView, term: Term) -> object:
    index = next(
        (i for i, c in enumerate(table.columns) if any(label_cost(term, key) is not None for key in c.keys)), None
    )
    if index is None:
        return None
    figure = dict(row.cells).get(index)
    return 0 if figure is None or figure.amount is None else figure.amount.base


def _total(table: TableView, row: RowView) -> object:
    index = next((i for i, c in enumerate(table.columns) if c.is_total), None)
    figure = dict(row.cells).get(index) if index is not None else None
    return figure.amount.base if figure is not None and figure.amount is not None else None
