"""An answer from tables that are no budget: which tables, which cells, what is worked out; every cell cited."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer, AnswerFigure, AnswerItem, AnswerKind, SourceRef
from assistant.plan import Plan, Token, as_data
from assistant.saying.compose import Sources
from assistant.saying.wordings import money
from assistant.tabular.asked import Asked, asked_of
from assistant.tabular.lines import Line
from assistant.tabular.linking import Link, Links
from assistant.tabular.lookup import Meeting, cells_asked
from assistant.tabular.naming import Words
from assistant.tabular.periods import is_series, periods_in
from assistant.tabular.records import number_of, records_of
from assistant.tabular.shelf import OpenTable, TableShelf
from assistant.tabular.working import Work, worked
from ingest.messages import say

_TABLES_AT_MOST = 60
_SMALL = 40  # rows of a table that is looked through by its headers first
_ENOUGH = 0.99  # share of a question that leaves nothing for other tables
_TRIED = 3  # how many families of tables are tried, what accounts for most of the question first
_FUNCTION = re.compile(
    r"请问|你好|您好|请|麻烦|帮我|我想|想要|想|了解|知道|告诉我|告知|查询|查一下|查|看一下|一下|分别|各自|各|具体|数值|"
    r"是多少|有多少|为多少|多少|是什么|什么|哪一?[些个家块间种所座位项]|哪里|哪|谁|怎么样|如何|怎样|几|吗|呢|啊|呀|吧|"
    r"这|那|这个|那个|它们|它|其|该|本|的|了|在|和|与|及|以及|是|有|为|对|于|从|到|至|时|中|里|内|上|下|个|被|由|之|间|"
    r"排名|排行|位列|位居|排在|发生|存在|出现|处于|评定|评为|认定|"
    r"进行|属于|位于|关于|根据|表|比较|对比|相比|列出|说明|提供|数据|信息|情况|所|请你|能|可以|都"
)


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """An answer and how much of the question's own words it accounts for, 0 to 1."""

    answer: Answer
    account: float


class LooseTables:
    """Answers questions over the tables of a store that are no budget."""

    def __init__(self, shelf: TableShelf) -> None:
        self._shelf = shelf
        self._links = Links(())

    def refresh(self) -> None:
        """Read the tables anew; call it where the data changed."""
        self._shelf.refresh()
        self._links = Links(self._shelf.cards.values())

    def __len__(self) -> int:
        return len(self._shelf.cards)

    @property
    def document_ids(self) -> frozenset[str]:
        """The documents these tables are of."""
        return frozenset(card.document_id for card in self._shelf.cards.values())

    def answer(self, question: str, language: str) -> TableAnswer | None:
        """The answer that the tables give; None where they name too little of what is asked."""
        words = Words(question)
        if not self._shelf.cards or not words.key:
            return None
        held = _longest(self._shelf.holders(words.text), words)
        periods = periods_in(words.text)
        asked = asked_of(question)
        best: TableAnswer | None = None
        said: list[frozenset[int]] = []  # what each family holds of the question
        missing: frozenset[int] = frozenset()  # what the best answer does not account for
        for link in self._links.links(words, periods, held)[:_TRIED]:
            said.append(link.places)
            tables = [self._shelf.open(card) for card in link.cards[:_TABLES_AT_MOST]]
            made = _over(tables, link, words, asked)
            if made is None:
                continue
            work, meeting = made
            places = link.places | (work.places if work is not None else meeting.places)
            left = _left(words, places)
            account = 1.0 - len(left) / max(1, len(_own(words)))
            if _drops(left, asked) or (work is not None and work.whole and _together(left)):
                continue
            if best is None or account > best.account + 1e-9:
                plan = _plan(question, language, link, work)
                best = TableAnswer(_told(tables, work, meeting, plan, language), account)
                missing = left - _printed_by(words, link)
            if best.account >= _ENOUGH:
                break
        if any(_together(missing & places) for places in said):
            return None  # a word that another family holds is not dropped: plots of land are no houses
        return best


def _over(tables: Sequence[OpenTable], link: Link, words: Words, asked: Asked) -> tuple[Work | None, Meeting] | None:
    """The work over tables of records, or the cells where headers meet in one table."""
    nothing = Meeting((), frozenset(), 0.0)
    asked = _without_headers(asked, tables, words)
    periods = periods_in(words.text)
    series = is_series(words.text) or len(periods) > 2
    records = [made for table in tables if (made := records_of(table)) is not None]
    work = worked(records, words, asked, periods, link.by_period, series) if records else None
    if work is not None and (work.surely or len(tables) > 1 or tables[0].layout.rows > _SMALL):
        return work, nothing
    operates = bool(asked.ranks or asked.conditions or asked.compared is not None or asked.gap)
    dated = bool(periods) and not link.by_period and any(c.kind == "date" for made in records for c in made.columns)
    if (operates or dated) and records and work is None:
        return None  # a condition is not dropped to get an answer
    if len(tables) == 1:
        meeting = cells_asked(tables[0].layout, words)
        if asked.counted and not meeting.columns:
            return None  # how many there are is not told by all that a row holds
        if meeting.cells and (work is None or meeting.weight):
            return None, meeting
    return None if work is None else (work, nothing)


def _without_headers(asked: Asked, tables: Sequence[OpenTable], words: Words) -> Asked:
    """The operations without words that stand in a header the question names: 最高工作压力 asks for no highest."""
    named: set[int] = set()
    for table in tables[:3]:
        for number in table.layout.heads:
            key = table.layout.cells[number].key
            if len(key) >= 3 and key in words.key:
                named |= words.all_places(key)
    ranks = tuple(rank for rank in asked.ranks if not set(range(rank.start, rank.end)) <= named)
    return replace(asked, ranks=ranks)


def _longest(held: dict[str, frozenset[str]], words: Words) -> dict[str, frozenset[str]]:
    """The texts of cells that a question names, without those that only stand inside longer ones."""
    claimed: set[int] = set()
    kept = {}
    for key, documents in held.items():
        here = words.all_places(key)
        if here - claimed:
            kept[key] = documents
            claimed |= here
    return kept


def _printed_by(words: Words, link: Link) -> frozenset[int]:
    """The places of words that the title or the headers of a link's own tables print."""
    own = " ".join((link.cards[0].title, *link.cards[0].heads))
    pairs = (at for at in range(len(words.key) - 1) if words.key[at : at + 2] in own)
    return frozenset(at + step for at in pairs for step in (0, 1))


def _drops(left: frozenset[int], asked: Asked) -> bool:
    """Whether what is ranked or compared is a word that no column answers to: 销量前三的书店里环境最好的."""
    places = [rank.start for rank in asked.ranks if rank.count is None]
    places += [] if asked.more is None else [asked.more]
    return any({at - 2, at - 1} <= left for at in places)


def _together(places: frozenset[int]) -> bool:
    """Whether two places stand side by side: a word."""
    return any(at + 1 in places for at in places)


def _own(words: Words) -> frozenset[int]:
    """The places of a question's own words; words that only steer it are none."""
    steering: set[int] = set()
    for match in _FUNCTION.finditer(words.key):
        steering.update(range(*match.span()))
    return frozenset(range(len(words.key))) - steering


def _left(words: Words, places: frozenset[int]) -> frozenset[int]:
    """The own words that are not accounted for; what is said again (租金低于100万的门店里租金最高的) is."""
    said = {words.key[at : at + 2] for at in places if at + 1 in places}
    again = {at + step for at in range(len(words.key) - 1) if words.key[at : at + 2] in said for step in (0, 1)}
    return _own(words) - places - again


def _plan(question: str, language: str, link: Link, work: Work | None) -> Plan:
    tokens = [Token(card.title, "table") for card in link.cards[:8]]
    tokens.append(Token(question, f"operation:{work.operation if work is not None else 'lookup'}"))
    return Plan(question, language, (), account=tuple(tokens))


def _source(table: OpenTable, number: int) -> SourceRef:
    layout, cell = table.layout, table.grid.cells[number]
    row = " ".join(layout.cells[n].text for n in reversed(layout.row_heads(number)))
    column = "/".join(layout.cells[n].text for n in reversed(layout.column_heads(number)))
    card = table.card
    page = cell.page or table.grid.page
    return SourceRef(
        card.document_id, card.file_name, card.title, page, card.title, row or None, column or None, cell.text, cell.box
    )


def _told(tables: Sequence[OpenTable], work: Work | None, meeting: Meeting, plan: Plan, language: str) -> Answer:
    data = as_data(plan)
    assert isinstance(data, dict)
    sources = Sources()
    lines = [_of_cell(tables[0], number) for number in meeting.cells] if work is None else work.lines
    operation = "lookup" if work is None else work.operation
    data["operation"] = operation
    opened: dict[int, OpenTable] = {id(records): records.table for records in (work.tables if work else ())}

    def cited(line: Line) -> tuple[int, ...]:
        cells = line.cells if work is not None else ()
        placed = [(opened[id(records)], number) for records, number in cells]
        if operation == "names" and line.name_cell is not None:
            placed.append((opened[id(line.name_cell[0])], line.name_cell[1]))
        return sources.of(_source(*spot) for spot in placed) if work is not None else ()

    titles = "、".join(f"《{table.card.title}》" for table in tables[:3] if table.card.title)
    if work is None:
        spots = [sources.of([_source(tables[0], number)]) for number in meeting.cells]
    else:
        spots = [cited(line) for line in lines]
    said: list[str] = []
    if operation == "series" and work is not None:
        said, missing = _missing(tables, work, language)
        for table in missing:
            sources.all.append(_source_of_table(table))
    for line in lines:
        amount = money(line.value, line.unit) if line.value is not None and line.computed else _printed(line)
        said.append(say("table.line", language, label=line.label, text=amount or say("table.blank", language)))
    text = "\n".join(said)
    if titles:
        text = say("table.from", language, titles=titles) + "\n" + text
    method = say(f"table.{operation}", language)
    if operation != "names" and len(lines) == 1 and lines[0].value is not None:
        line = lines[0]
        assert line.value is not None
        figure = AnswerFigure(line.value, line.unit, line.label, line.computed, spots[0])
        return Answer(AnswerKind.NUMBER, text, (figure,), (), tuple(sources.all), (), method, data)
    if operation == "lookup" and len(lines) == 1:
        return Answer(AnswerKind.TEXT, text, (), (), tuple(sources.all), (), method, data)
    items = tuple(
        AnswerItem(line.label if line.value is not None or operation != "lookup" else _printed(line) or line.label,
                   line.value, line.unit or None, spot)
        for line, spot in zip(lines, spots, strict=True)
    )  # fmt: skip
    return Answer(AnswerKind.LIST, text, (), items, tuple(sources.all), (), method, data)


def _missing(tables: Sequence[OpenTable], work: Work, language: str) -> tuple[list[str], list[OpenTable]]:
    """The tables of a series that do not have what is asked, each said."""
    told = {records.table.card.id for line in work.lines for records, _ in line.cells}
    missing = [table for table in tables if table.card.id not in told]
    return [say("table.not_in", language, title=table.card.title) for table in missing], missing


def _source_of_table(table: OpenTable) -> SourceRef:
    card = table.card
    return SourceRef(
        card.document_id, card.file_name, card.title, table.grid.page, card.title, None, None, card.title, None
    )


def _printed(line: Line) -> str:
    if line.value is not None and line.unit and not re.search(r"[^\d.,\-]", line.text):
        return f"{line.text}{line.unit}"
    return line.text


def _of_cell(table: OpenTable, number: int) -> Line:
    layout = table.layout
    heads = [*reversed(layout.row_heads(number)), *reversed(layout.column_heads(number))]
    label = " ".join(dict.fromkeys(layout.cells[n].text.strip() for n in heads if layout.cells[n].text.strip()))
    text = layout.cells[number].text.strip()
    return Line(label or table.card.title, number_of(text), "", text, ())
