"""Which of the published tables are empty: by the document's own list of its tables, else by what each one prints."""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.answer import SourceRef
from assistant.computing.figures.looking import Desk, holdings_of
from assistant.finding.evidence import Found, Outcome, source_of_words
from assistant.finding.holdings import Holding, TableView
from assistant.plan import Plan
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.wording.glyphs import bare

_TABLE = r"(?:报表|表格|[张份]表|公开表|空表|空白表|表)"
_CONTENT = r"(?:数据?|内容|金额|发生额)"
_EMPTY = rf"(?:空的|空着|空白|空表|全空|为空|是空|没有?(?:填|列|印)?(?:任何)?{_CONTENT}|无{_CONTENT})"
_ASKED = re.compile(rf"{_TABLE}[^，,。；;？?]{{0,8}}{_EMPTY}|{_EMPTY}(?:的|了)?[^，,。；;？?]{{0,6}}{_TABLE}|空表")
_WHICH = re.compile(r"哪|(?:几|多少)(?:张|个|份)|有几|列出|列举|名单|分别是|包括")
_COUNT = re.compile(r"(?:几|多少)(?:张|个|份)")
_OF_WORDS = re.compile(r"为什么|为何|为啥|理由|原因|怎么|如何|意思|说明|依据")
# 哪几张是空表，为什么空: told with each table, where its list prints the reason.
_AND_WHY = re.compile(
    r"[，,、和及]?(?:都|又|各|分别|它们)?(?:是|因)?(?:为什么|为何|为啥|原因|理由|怎么)(?:是|为|会|都)*(?:空的?|空着|空白|什么|啥|何)?[呢?？。]*$"
)
_LISTED = re.compile(r"是否(?:为)?空表：(是|√|空表)(?:；|$)")
_REASON = re.compile(r"理由：([^；]+)")
_NAMED = re.compile(r"(?:报?表|表格)(?:的)?(?:名称|名)：([^；]+)")


def empty_tables(desk: Desk, plan: Plan) -> Outcome | None:
    """The empty tables of the one document asked about, listed or counted; None where a question asks anything else."""
    asked = _AND_WHY.sub("", bare(plan.question))
    words = without(asked, map(bare, plan.bodies))
    if not plan.asks or not _ASKED.search(words) or not _WHICH.search(words) or _OF_WORDS.search(words):
        return None
    holdings = list({h.document.id: h for h, _ in holdings_of(desk, plan.asks[0])}.values())
    if len({(h.document.year, h.document.stage) for h in holdings}) != 1 or not plan.asks[0].scope.departments:
        return None
    listed = [found for holding in holdings for found in _listed(holding)]
    found = listed or [found for holding in holdings for found in _without_amounts(holding)]
    found = list({bare(f.label): f for f in reversed(found)}.values())[::-1]
    if not found:
        return None
    first = holdings[0].document
    label = say("answer.empty_tables", desk.language, place=first.department, year=first.year or "")
    named = asked != bare(plan.question) or re.search(r"哪|列|名|分别", words) is not None
    if not named and _COUNT.search(words):
        sources = [s for f in found for s in f.sources]
        count = Found(label, Decimal(len(found)), say("answer.sheet", desk.language), sources, True)
        return Outcome("figures", found=[count], narrowed=True)
    lead = say("answer.empty_tables_listed", desk.language, label=label, count=len(found))
    return Outcome("list", found=found, lead=lead, narrowed=True)


def _listed(holding: Holding) -> Iterator[Found]:
    """The tables that the document's own list of tables says are empty."""
    for passage in holding.passages:
        at = 0
        for line in passage.text.split("\n") if "空表：" in passage.text else ():
            named = _NAMED.search(line)
            if named and _LISTED.search(line):
                why = _REASON.search(line)
                place = source_of_words(passage, holding.document, at, at + len(line))
                yield Found(named[1], None, "", place, note=why[1].strip() if why else "")
            at += len(line) + 1


def _without_amounts(holding: Holding) -> Iterator[Found]:
    """The tables that are declared empty or print neither an amount nor a target."""
    pages = {i.page for i in holding.indicators}
    for view in holding.tables:
        table = view.table
        if table.is_nil or not (_prints(view) or pages & set(range(table.page, table.page_end + 1))):
            yield Found(table.title, None, "", [_source(holding, view)], note=(table.note or "").strip("（）()"))


def _prints(view: TableView) -> bool:
    return any(f.amount is not None for row in view.rows for _, f in row.cells)


def _source(holding: Holding, view: TableView) -> SourceRef:
    document, table = holding.document, view.table
    place = (document.id, document.file_name, document.title)
    return SourceRef(*place, table.page, table.title, None, None, table.note or table.title, None)
