"""Cells of words in the row that a question describes: when a meeting is held, which project pays for a purchase,
which of two funds carries it; with the figures of the same row that are asked beside it."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from assistant.answer import SourceRef
from assistant.computing.figures.looking import Desk, holdings_of
from assistant.computing.figures.lookup import found_of
from assistant.finding.evidence import Found, Outcome, Quote, source_of_text
from assistant.finding.heard import asking_clauses, heard_in, is_counted_in
from assistant.finding.holdings import Holding, RowView, TableView
from assistant.finding.stated import row_prints
from assistant.finding.wanted import Candidate
from assistant.lexicon import is_fund, scan
from assistant.plan import RANKS, Ask, Plan, replace
from assistant.understand.words.alike import held
from assistant.understand.words.text import words_of
from ingest.messages import say
from ingest.records.document import RowRole, RowText
from ingest.records.figure import Figure, Relation
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

_MOST = 0.6
_WHOLE = 3  # characters of a label that is told by standing whole in the question
_OR = re.compile(
    r"(?:[，,]?(?:是|走|用|靠|由))?(?P<one>[^，,。；;？?是走用靠由]{2,12}?)(?:出的?|给的?|付的?|里出的?|的钱|的)?[，,]?还是(?P<other>[^，,。；;？?]{2,12}?)(?:出的?|给的?|付的?|的钱|的|呢|啊)*(?=$|[，,。；;？?])"
)
_AMOUNT_SAID = re.compile(r"(?:那|这)?(?:笔|个)?\d[\d,]*(?:\.\d+)?(?:万元|亿元|元|万|亿)(?:钱|块)?")


@dataclass(frozen=True, slots=True)
class _Sought:
    """A cell that is asked for: its column's header and its words, as patterns; or two of which it is one."""

    header: str = ""
    cell: str = ""
    rows: str = ""  # kinds of tables whose rows are what is asked for
    either: tuple[str, ...] = ()


@dataclass(slots=True)
class _Row:
    """A row that carries every word of a question, and how many of them stand in its own name."""

    holding: Holding
    table: TableView
    row: RowView
    named: int
    answer: str
    text: RowText | None = None
    cell: tuple[int, Figure] | None = None


def in_row(desk: Desk, plan: Plan) -> list[Outcome] | None:
    """The cell of words a question asks for, with the figures of its row asked beside it; None where it asks for none.

    Every other word stands in the row, above it or in its table, and all rows that fit best say the same.
    """
    words = words_of(plan.question).text
    sought, rest = _sought_in(words)
    if sought is None or not plan.asks or len({a.scope.departments for a in plan.asks if a.scope.departments}) != 1:
        return None
    if sought.rows and any(a.operation in RANKS for a in plan.asks):
        return None  # 哪个项目最大 ranks projects: no cell that holds 最大 tells which
    ask = next(a for a in plan.asks if a.scope.departments)
    said = _words(_AMOUNT_SAID.sub("", rest), ask)
    if len(ask.scope.departments) != 1 or not said:
        return None
    stated = [s for a in plan.asks for s in a.stated]
    fitting = [
        row
        for holding, place in holdings_of(desk, ask)
        if place.unit is None
        for row in _rows(holding, sought, said, bare(words))
        if row_prints(row.row, stated)
    ]
    most = max((r.named for r in fitting), default=0)
    best = [r for r in fitting if r.named == most]
    if len({r.answer for r in best}) != 1:
        return None
    first = next((r for r in best if r.row.is_total), best[0])
    beside = _beside(desk, ask, first, rest)
    if beside is None:
        return None
    told = _told(desk, ask, first)
    if sought.rows and len(beside) == 1:  # the project with its amount
        (found,) = beside[0].found
        found.label, found.sources = told.quotes[0].text, [*found.sources, *told.quotes[0].sources]
        return beside
    return [told, *beside]


def _sought_in(words: str) -> tuple[_Sought | None, str]:
    """The cell a question asks for, and the question without the words that ask for it."""
    either = _OR.search(words)
    if either is not None:
        return _Sought(either=(bare(either["one"]), bare(either["other"]))), words.replace(either[0], "，", 1)
    return next((told for kind in _kinds() if (told := sought_by(kind, words))[0] is not None), (None, words))


def sought_by(kind: str, words: str) -> tuple[_Sought | None, str]:
    """What a question asks for by the words of a kind of cells, and the question without them."""
    asked, sought = _kinds()[kind]
    found = asked.search(words)
    return (None, words) if found is None else (sought, words[: found.start()] + "，" + words[found.end() :])


def _words(rest: str, ask: Ask) -> tuple[str, ...]:
    """What a question says beside what it asks for; () where a part of it asks otherwise."""
    said: dict[str, None] = {}
    for clause in re.split(r"[，,。；;？?！!]", rest):
        heard = heard_in(clause, ask.scope.said)
        if heard is None:
            return ()
        said.update(dict.fromkeys(heard.words))
    return tuple(said)


def _rows(holding: Holding, sought: _Sought, said: Sequence[str], question: str) -> Iterator[_Row]:
    for table in holding.tables:
        title = table.key + "".join(k for c in table.outline for k in c.keys)
        for row in table.rows:
            if row.row.role is RowRole.NOTE:
                continue
            texts = holding.texts.get(row.row.id, [])
            around = "\n".join((title, *row.parents, bare(row.body or ""), *(bare(t.text) for t in texts)))
            named = [held(word, row.key) >= _MOST for word in said]
            if not all(own or held(word, around) >= _MOST for own, word in zip(named, said, strict=True)):
                continue
            whole = len(row.key) > _WHOLE and row.key in question  # 全市审计业务会, not all that hold 全市 and 审计
            found = _cell_of(row, texts, sought) if any(named) or row.is_total else None
            if (
                found is None
                and sought.rows
                and re.search(sought.rows, table.table.kind)
                and not row.is_total
                and _of_row(row, texts, said)
            ):
                found = row.key, None, None  # the row is a project itself, told by what it buys or is for
            if found is not None:
                yield _Row(holding, table, row, sum(named) + len(said) * whole, *found)


def _of_row(row: RowView, texts: Sequence[RowText], said: Sequence[str]) -> bool:
    """Whether the words stand in the cells of a row, not all in its own name."""
    cells = "\n".join(bare(t.text) for t in texts)
    return any(held(word, row.key) < _MOST <= held(word, cells) for word in said)


def _cell_of(
    row: RowView, texts: Sequence[RowText], sought: _Sought
) -> tuple[str, RowText | None, tuple[int, Figure] | None] | None:
    """What a row says of what is sought: its words with their cell; None where it says nothing of it."""
    if sought.header:
        fits = [t for t in texts if re.search(sought.header, bare(t.column)) and re.search(sought.cell, t.text)]
        return (bare(fits[0].text), fits[0], None) if len(fits) == 1 else None
    of_words = [t for t in texts if bare(t.text) in sought.either]
    if len(of_words) == 1:
        return bare(of_words[0].text), of_words[0], None
    funds = {_fund(word) for word in sought.either}
    if None in funds or len(funds) != 2 or row.table is None:
        return None
    paid = [
        (index, figure)
        for index, figure in row.cells
        if figure.amount and figure.unit.kind is UnitKind.MONEY and not row.table.columns[index].is_total
    ]
    leaves = [c for c in paid if row.table.columns[c[0]].keys[-1:] not in (("小计",), ("合计",), ("总计",))]
    if len(leaves) != 1 or not any(is_fund(c) for _, _, c in scan(leaves[0][1].column[-1])):
        return None
    return "/".join(leaves[0][1].column), None, leaves[0]


def _fund(word: str) -> str | None:
    """The fund that words of a question mean: 财政拨的, 单位自个儿的钱."""
    told = [c for _, _, c in scan(word) if is_fund(c) or c == "fiscal"]
    if told:
        return told[-1]
    return next((c for pattern, c in _EVERYDAY if re.search(pattern, word)), None)


_EVERYDAY = (
    (r"^(?:别的|其他|其它|另外的?|另有|别处|旁的|非财政)(?!收入)", "other_funds"),
    (r"财政(?:拨|给|出|安排|掏|资)?|公家|国库", "fiscal"),
    (r"单位|自个儿|自己|自有|自筹|自掏", "other_funds"),
    (r"上年|去年|结转|结余", "carried_in"),
)


def _beside(desk: Desk, ask: Ask, row: _Row, rest: str) -> list[Outcome] | None:
    """The figures of a row that the other clauses ask for; None where it has not just one of a kind."""
    made: list[Outcome] = []
    for clause in asking_clauses(rest):
        heard = heard_in(clause, ask.scope.said)
        candidate = None if heard is None else figure_of_row(row.holding, row.table, row.row, heard.units)
        if candidate is None:
            return None
        made.append(Outcome("figures", found=[found_of(desk, replace(ask, terms=()), candidate)]))
    return made


def figure_of_row(holding: Holding, table: TableView, row: RowView, units: Sequence[str]) -> Candidate | None:
    """The one figure of a row in some units, of money where none is said: its total, or its only one."""
    kind = UnitKind.COUNT if units else UnitKind.MONEY
    cells = [
        (index, figure)
        for index, figure in row.cells
        if figure.amount is not None and figure.relation is Relation.AMOUNT and figure.unit.kind is kind
    ]
    cells = [(i, f) for i, f in cells if not units or is_counted_in(f.unit.name, units)]
    cells = [(i, f) for i, f in cells if table.columns[i].is_total] or cells
    if len({f.amount.base for _, f in cells if f.amount is not None}) != 1:
        return None
    index, figure = cells[0]
    return Candidate(figure, holding, table, row, table.columns[index], 0.0)


def _told(desk: Desk, ask: Ask, row: _Row) -> Outcome:
    if row.cell is not None:
        index, figure = row.cell
        candidate = Candidate(figure, row.holding, row.table, row.row, row.table.columns[index], 0.0)
        found: Found = found_of(desk, replace(ask, terms=()), candidate)
        column = "—".join(figure.column)
        line = row.table.table.title if row.row.is_total else row.row.row.label
        found.label = f"{line}（{column}）"
        return Outcome("figures", found=[found])
    cell, document, own = row.text, row.holding.document, row.row.row
    place = (document.id, document.file_name, document.title)
    title = row.table.table.title
    if cell is None:
        named = SourceRef(*place, own.page, title, own.label, None, own.printed_label, own.box)
        lead = say("answer.row_named", desk.language, table=title)
        return Outcome("quotes", quotes=[Quote(own.label, [named], own.label)], lead=lead)
    source = source_of_text(cell, own.label, document, title)
    lead = say("answer.row_words", desk.language, row=own.label, column=cell.column)
    return Outcome("quotes", quotes=[Quote(cell.text, [source], own.label)], lead=lead)


@cache
def _kinds() -> dict[str, tuple[re.Pattern[str], _Sought]]:
    data = tomllib.loads(resources.files("assistant.lexicon").joinpath("cells.toml").read_text("utf-8"))
    return {
        kind: (re.compile(e["asked"]), _Sought(e["header"], e.get("cell", ""), e.get("rows", "")))
        for kind, e in data.items()
    }
