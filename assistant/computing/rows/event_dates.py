"""When the events of a table are held (培训费明细表): each row's date, with what it counts or costs if asked.

Here belong questions for all of them or several; the one row that a question names is told by ``words.py``.
"""

import re
from dataclasses import dataclass

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.computing.figures.lookup import found_of
from assistant.computing.rows.parts import leaves
from assistant.computing.rows.words import figure_of_row, sought_by
from assistant.finding.evidence import Found, Outcome, source_of_text
from assistant.finding.heard import asking_clauses, heard_in
from assistant.finding.holdings import Holding, RowView, TableView
from assistant.finding.stated import row_prints
from assistant.plan import RANKS, Ask, Plan, replace
from assistant.understand.words.alike import held
from assistant.understand.words.text import words_of
from ingest.messages import say
from ingest.records.document import RowText

_MOST = 0.6
_EVENT = r"[场次期个批]"
# What only says that they are several, or that they are held: 分别, 每场, 列出, 要办哪些; 几场 is told by the list.
_SEVERAL = re.compile(
    rf"分别|各自|各(?=[在是有多几]|$)|都(?=[在是有，,]|$)|[场次]次?数?(?:是(?:多少|几){_EVENT}?)(?=[，,]|$)|(?:场次|次数)(?=[，,]|$)|每一?{_EVENT}|逐{_EVENT}|列[出个]|(?:一共|总共|共)?(?:要|会|打算|计划|准备|安排)*"
    rf"(?:举办|召开|组织|[办开搞有])?了?过?(?:几|多少|哪几?|哪些?|什么|啥){_EVENT}?些?(?=培训|会|讲座|活动|比赛|$|[，,])"
)
_CALLED = ((re.compile(r"培训(?:班|课程?)"), "培训"), (re.compile(r"会(?![议计]|$)(?=[，,。？?的])|会$"), "会议"))


@dataclass(frozen=True, slots=True)
class _Events:
    """The rows of a table that a question speaks of, each with the cell that prints its date."""

    holding: Holding
    table: TableView
    rows: tuple[tuple[RowView, RowText], ...]


def dates_of_events(desk: Desk, plan: Plan) -> list[Outcome] | None:
    """The events of one table in order with their dates; None where a word is left that none of them carries."""
    words = words_of(plan.question).text
    sought, rest = sought_by("when", words)
    bodies = {a.scope.departments for a in plan.asks if a.scope.departments}
    if sought is None or not plan.asks or len(bodies) > 1 or any(a.operation in RANKS or a.filters for a in plan.asks):
        return None
    ask = next((a for a in plan.asks if a.scope.departments), plan.asks[0])
    rest = _SEVERAL.sub("", rest)
    for called, plain in _CALLED:
        rest = called.sub(plain, rest)
    said: dict[str, None] = {}
    for clause in re.split(r"[，,。；;？?！!]", rest):
        heard = heard_in(clause, ask.scope.said)
        if heard is None or heard.month or heard.last_year:
            return None
        said.update(dict.fromkeys(heard.words))
    if len(ask.scope.departments) > 1 or not said:
        return None
    stated = [s for a in plan.asks for s in a.stated]
    named = bool(ask.scope.departments)  # else the rows' own names have to tell whose they are
    fitting = [
        _Events(holding, table, rows)
        for holding, place in holdings_of(desk, ask)
        if place.unit is None
        for table in holding.tables
        if (rows := _rows(holding, table, sought.header, sought.cell, tuple(said)))
        and (named or all(held(word, row.key) >= _MOST for word in said for row, _ in rows))
        and all(row_prints(row, stated) for row, _ in rows)
    ]
    return [told] if len(fitting) == 1 and (told := _told(desk, ask, fitting[0], rest)) is not None else None


def _rows(
    holding: Holding, table: TableView, header: str, cell: str, said: tuple[str, ...]
) -> tuple[tuple[RowView, RowText], ...]:
    """The rows of a table that carry all words that its title does not, each with its date; () where one has none."""
    own = [word for word in said if held(word, table.key) < _MOST]
    kept = [row for row in leaves(table) if all(held(word, row.key) >= _MOST for word in own)]
    made = []
    for row in kept:
        texts = holding.texts.get(row.row.id, [])
        dates = [t for t in texts if re.fullmatch(header, t.column.strip()) and re.search(cell, t.text)]
        if len(dates) != 1:
            return ()
        made.append((row, dates[0]))
    return tuple(made)


def _told(desk: Desk, ask: Ask, events: _Events, rest: str) -> Outcome | None:
    asked = [h.units for c in asking_clauses(rest) if (h := heard_in(c, ask.scope.said)) is not None]
    if len(asked) > 1:
        return None
    found = []
    for row, date in events.rows:
        source = source_of_text(date, row.row.label, events.holding.document, events.table.table.title)
        one = Found(row.row.label, None, "", [source], note=date.text.strip())
        if asked:
            cell = figure_of_row(events.holding, events.table, row, asked[0])
            if cell is None:
                return None
            told = found_of(desk, replace(ask, terms=()), cell)
            one = replace(told, label=one.label, sources=[*told.sources, source], note=one.note)
        found.append(one)
    lead = say("answer.events_dated", desk.language, table=events.table.table.title, count=len(found))
    return Outcome("list", found=found, lead=lead, narrowed=True)
