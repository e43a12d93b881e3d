"""The lines that bear an amount a question says of them: 有一笔268万多的开支是什么科目, 418万的项目是哪个."""

import re
from collections.abc import Iterator

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.computing.figures.lookup import found_of
from assistant.computing.rows.members import narrowed, passes
from assistant.computing.sets.operations import over_set
from assistant.finding.evidence import Found, Outcome
from assistant.finding.holdings import Holding, RowView
from assistant.finding.labels import SUBJECT_SCHEMES
from assistant.finding.wanted import Candidate
from assistant.plan import Ask, Operation, Plan, replace
from assistant.understand.asks.sets_by_condition import about
from assistant.understand.everyday.uncovered_words import is_inert, segments_of
from assistant.understand.words.alike import held
from assistant.understand.words.text import without, words_of
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

_CALLED = re.compile(r"叫(?:做|个)?(?:什么|啥)|(?:什么|啥|哪个?)(?:项目|名字|名目|专项)|名称")
_THINGS = "nvjle"  # parts of speech that name a thing or a doing
_SHAPES = ("项目", "专项", "名字", "名称", "名目", "单位", "部门", "花钱")

# 编的是哪个规划: a thing that is no kind of line.
_OTHER_THING = re.compile(
    r"哪(?:一|几|些)?[个份本部篇处](?!.{0,6}?(?:科目|项目|专项|支出|开支|开销|经费|资金|费用|名目|用途|功能|分类|单位|部门|局|[类款项笔块]|钱))"
    r"[\u4e00-\u9fff]{2,8}[？?。]?$"
)
# The kinds of lines behind a word for them, each with the levels (digits of the code) tried in turn.
_PROCUREMENT = "procurement"
_PAYING = re.compile("(?:项目|专项)(?:支出)?(?:名称)?$")  # heads the column that names what pays for a purchase
_FUNCTION = ("function", (7, 5, 3))
_ECONOMIC = ("economic", (5, 3))
_PROJECT = ("project", (None,))
_KINDS: dict[str, tuple[tuple[str, tuple[int | None, ...]], ...]] = {
    "function": (_FUNCTION,),
    "economic": (_ECONOMIC,),
    "project": (_PROJECT,),
    "unit": (("unit", (None,)),),
    "subject": (_FUNCTION, _ECONOMIC),
    "line": (_FUNCTION, _ECONOMIC, _PROJECT),
}


def is_by_amount(ask: Ask) -> bool:
    """Whether an ask names its lines by their amount alone."""
    told = [f for f in ask.filters if f.sign in ("about", "=")]
    named = ask.operation is Operation.LIST and ask.which and not ask.terms and len(told) == len(ask.filters) == 1
    return named and not (ask.entity == "line" and _OTHER_THING.search(ask.words))


def by_amount(desk: Desk, ask: Ask) -> Outcome:
    """The lines of the first kind asked for that has some of the amount, at its lowest level that has one.

    What no set holds may still be printed (a subject once a unit): such a line is told before none is said to be there.
    """
    nothing: Outcome | None = None
    for entity, levels in _KINDS[ask.entity or "line"]:
        for level in (ask.level,) if ask.level else levels:
            one = over_set(desk, replace(ask, entity=entity, level=level))
            if one.kind == "list" and one.found:
                return one
            nothing = nothing if nothing is not None and nothing.kind == "blank" else one
    printed: dict[object, Found] = {}
    for bought in (False, True) if ask.entity == "line" else (ask.entity == "project",):
        for line in _printed(desk, ask, bought) if not printed and ask.entity != "unit" else ():
            printed.setdefault((line.label, line.value), line)
    if printed:
        return narrowed(Outcome("list", found=list(printed.values())))
    assert nothing is not None
    return nothing


def described_by_amount(desk: Desk, plan: Plan) -> Outcome | None:
    """The one project of an amount whose row holds all a question says of it: 那笔170万请人做审计的叫什么项目."""
    ask = plan.asks[0] if len(plan.asks) == 1 else None
    if ask is None or ask.entity != "project" or not _CALLED.search(plan.question) or plan.unexplained:
        return None
    amounts = [*(about(said, plan.question) for said in ask.stated if money_unit(said.unit)), *ask.filters]
    if len(amounts) != 1 or amounts[0].sign not in ("about", "="):
        return None
    (amount,) = amounts
    named = Ask(Operation.LIST, entity="project", filters=(amount,), scope=ask.scope, words=ask.words, which=True)
    told = by_amount(desk, named)
    figure = told.found[0].figure if told.kind == "list" and len(told.found) == 1 else None
    if figure is None:
        return None
    holding = desk.library.holding(figure.document_id)
    texts = holding.texts.get(figure.row_id or "", [])
    printed = bare("".join((figure.label, told.found[0].label, *(t.text for t in texts))))
    rest = without(bare(plan.question), map(bare, ask.scope.said))
    words = [w for _, _, w, tag in segments_of(words_of(rest)) if len(w) > 1 and tag[:1] in _THINGS]
    said = [w for w in words if w not in _SHAPES and not is_inert(w)]
    return told if said and all(held(word, printed) for word in said) else None


def _printed(desk: Desk, ask: Ask, bought: bool) -> Iterator[Found]:
    """Every subject that prints the amount in some column of some table; ``bought``, the projects that buy for it."""
    for holding, _ in holdings_of(desk, ask):
        for table in holding.tables:
            for row in table.rows:
                subject = row.row.code_scheme in SUBJECT_SCHEMES
                if row.is_total or subject == bought or (bought and _PROCUREMENT not in table.concepts):
                    continue
                for at, figure in row.cells:
                    if figure.amount is not None and all(passes(figure, f) for f in ask.filters):
                        line = found_of(desk, ask, Candidate(figure, holding, table, row, table.columns[at], 0.0))
                        line.label = (_paid_by(holding, row) if bought else "") or row.row.label
                        yield line


def _paid_by(holding: Holding, row: RowView) -> str:
    """The project that pays for what a row of a list of purchases is."""
    return next((t.text for t in holding.texts.get(row.row.id, []) if _PAYING.search(t.column)), "")
