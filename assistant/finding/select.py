"""From the things a question names to the printed figures that carry them.

A figure answers only where every thing named is explained by the figure itself: its row, the rows above it, its code,
its column, the table's title, its body. Among those that do, the one that adds least of its own is meant: the total
column, the widest fund, the whole department. Figures that stay level and differ in value are a question back.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.finding.classed import Costs
from assistant.finding.ground import ground_of
from assistant.finding.holdings import Holding, department_key
from assistant.finding.in_table import in_table
from assistant.finding.labels import line_of, with_side
from assistant.finding.matching import above_cost, code_cost, is_of_all_the_year
from assistant.finding.narrow import WITHIN_TOPIC, funds_said_before, narrow_cost, outermost, topics_over
from assistant.finding.period import basis_fits, in_period, period_cost
from assistant.finding.told_under import funds_told_under
from assistant.finding.wanted import Candidate, Wanted
from assistant.lexicon import FISCAL_FUNDS, concepts, concepts_in, is_fund, narrowing, whole_concept
from ingest.records.figure import Figure, Relation
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

MARGIN = 0.3
_NIL_LEAD = 1.0  # how much dearer a printed amount may be and still be heard before an empty table's zero
_LEVELS = {3: "类", 5: "款", 7: "项"}  # how a subject said in full ends
_OF_ALL = re.compile(r"^本?(?:部门|单位)(?=总?[收支])")  # 部门收入预算 is income like any other

_ITEM = re.compile(r"e\d{5}")  # the concepts of the items of the economic classification
_CARS = re.compile(r"(?:[\u4e00-\u9fff]{0,6}[现实共保拥]有)?公务用车")  # counted, it is how many there are
_BOUGHT = re.compile(r"购(?!买?服务)|更新")  # 更新公务用车2辆: the new ones are bought


def candidates(holding: Holding, wanted: Wanted) -> list[Candidate]:
    """All figures of a document that explain everything wanted, cheapest first."""
    unit_set = holding.set_of(wanted.bodies)
    found = [] if unit_set is None else candidates(unit_set, replace(wanted, bodies=frozenset()))
    if found:
        return found  # of that set as of a department
    ground = ground_of(holding, wanted.terms)
    if wanted.relation is not Relation.SHARE or wanted.basis == "budget":  # a column 执行数为预算%
        for table, titled in ground.within_reach:
            found.extend(in_table(ground, table, titled, wanted))
    found.extend(_spoken(holding, wanted, ground.asked, ground.costs_of))
    if wanted.level:
        found = [c for c in found if c.row is not None or bare(c.figure.label).endswith(_LEVELS[wanted.level])]
    if wanted.counted:
        found = [c for c in found if c.figure.unit.kind is UnitKind.COUNT]
        if wanted.bought:
            found = [c for c in found if _BOUGHT.search(_own_line(c.figure))]
        for candidate in found if not wanted.bought else ():
            if _of_whole(wanted, candidate.figure):
                continue  # of the cars to be bought, how many are for law enforcement
            candidate.cost += 1.0 if _BOUGHT.search(_own_line(candidate.figure)) else 0.0
            if candidate.figure.basis is None:
                candidate.cost += 0.4  # 有多少辆 asks for what there is (截至…), not for what is bought
    if any(t.kind == "code" for t in wanted.terms):
        # A code is its subject's; a list of projects prints it beside each of them.
        own = [c for c in found if c.row is None or holding.is_subject(c.row)]
        found = own if any(c.row is not None for c in own) else found
    found = _named_in_full(wanted, _without_contradicted_nil(found))
    found.sort(key=_rank)
    return found


def _without_contradicted_nil(found: list[Candidate]) -> list[Candidate]:
    """Without the zero of a table declared empty where another table prints an amount of all that is asked."""
    printed = [c for c in found if not c.nil and c.table is not None and c.base]
    return [c for c in found if not c.nil or not any(p.cost <= c.cost + _NIL_LEAD for p in printed)]


def _named_in_full(wanted: Wanted, found: list[Candidate]) -> list[Candidate]:
    """Without lines that only hold the words of another line: 电费 is the basic expenditure's, no 路灯电费及维护."""
    concept = wanted.terms[0].concept if len(wanted.terms) == 1 else None
    if concept is None or not _ITEM.fullmatch(concept):
        return found
    own = [c for c in found if c.row is not None and whole_concept(c.row.key) == concept]
    return own if any(c.base is not None for c in own) else found


def _own_line(figure: Figure) -> str:
    """What a count is called: a cell by its headings too, one in a sentence not by the money that it is told under."""
    if figure.row_id is not None:
        return line_of(figure)
    return "".join((figure.label, *(above for above in figure.column if not above.endswith(("费", "支出")))))


def _rank(candidate: Candidate) -> tuple[object, ...]:
    figure = candidate.figure
    return (round(candidate.cost, 3), figure.table_id is None, figure.page, figure.id)


_FUNDS_APART = frozenset(("government_fund", "state_capital"))


def _of_whole(wanted: Wanted, figure: Figure) -> bool | None:
    """Whether a stated part is of the whole spoken of before (其中执法执勤用车); None where no part is asked for."""
    above = set(map(bare, figure.column))
    named = {bare(name) for term in wanted.context for name in (term.text, *(said for said, _ in term.names))}
    return bool(named & above) if wanted.part and above and named else None


def _part_of_fund_cost(figure: Figure, asked: frozenset[str]) -> float:
    """What it costs that an amount is told as a part of what one fund comes to, where no fund is asked for."""
    if any(map(is_fund, asked)):
        return 0.0
    return 0.35 if any(is_fund(c) for above in figure.column for c in concepts_in(bare(above))) else 0.0


def _fund_of_section(holding: Holding, figure: Figure) -> frozenset[str]:
    """The fund that the section of a stated figure is of: 年末结转 under 政府性基金预算… is not of all money."""
    passage = holding.passage_of(figure)
    return concepts_in(bare("".join(passage.section[-1:] if passage is not None else ()))) & _FUNDS_APART


def _spoken(holding: Holding, wanted: Wanted, asked: frozenset[str], costs_of: Costs) -> Iterable[Candidate]:
    """Figures of the narrative: their label explains the terms, or the terms stand in their label."""
    terms = wanted.terms
    if not terms:
        return
    table = concepts()
    for figure in holding.spoken:
        if figure.relation is not wanted.relation or not in_period(figure, wanted, holding):
            continue
        key = _OF_ALL.sub("", bare(figure.label))
        costs = list(costs_of(key))
        if figure.unit.name == "辆" and _CARS.fullmatch(key):
            costs = [o if c is None else c for c, o in zip(costs, costs_of("公务用车数量"), strict=True)]
        if any(c is not None for c in costs):
            for above in map(bare, figure.column):  # 事业 under 实有人员
                costs = [
                    0.3 + o if c is None and o is not None else c for c, o in zip(costs, costs_of(above), strict=True)
                ]
        label_concepts = concepts_in(key)
        total = 0.35
        fits = True
        for at, term in enumerate(terms):
            cost = costs[at]
            if term.kind == "code":
                cost = code_cost(term, figure.code)
            if cost is None and figure.column:
                cost = costs_of(with_side(key, figure.column))[at]
            if cost is None and not figure.column and is_of_all_the_year(term, key):
                cost = 0.25
            if cost is None and term.concept is not None:
                made = table[term.concept].made_of
                if made and all(m in label_concepts for m in made):
                    cost = 0.4
            if cost is None and len(terms) > 1:
                cost = above_cost(term, key)  # 财政事务下的行政运行
            if cost is None and wanted.relation is not Relation.AMOUNT and len(terms) > 1 and is_fund(term.concept):
                cost = 0.3 if term.concept in funds_said_before(holding, figure) else None
            of_a_line = cost is None and term.concept in FISCAL_FUNDS and any(c is not None for c in costs)
            if of_a_line and term.concept in funds_told_under(holding, figure):
                cost = 0.6  # of the fund that the lines are told under
            if cost is None:
                fits = False
                break
            total += cost
        if not fits:
            continue
        body = bare(figure.body) if figure.body else ""
        if wanted.bodies and body not in wanted.bodies and department_key(holding.document) not in wanted.bodies:
            continue
        narrow = outermost((narrowing(label_concepts) | _fund_of_section(holding, figure)) - asked)
        of_whole = _of_whole(wanted, figure)
        topics = frozenset() if of_whole else topics_over(figure.column, asked, terms)
        total += narrow_cost(narrow) + period_cost(figure, wanted, holding) + WITHIN_TOPIC * len(topics)
        total += 0.35 if of_whole is False else 0.0
        total += 0.0 if of_whole else _part_of_fund_cost(figure, asked)
        narrow |= topics
        if wanted.basis and not basis_fits(figure.basis, wanted.basis):
            total += 1.0
        yield Candidate(figure, holding, None, None, None, total, narrow)
