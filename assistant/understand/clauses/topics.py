"""Clauses that only say what the next one is about."""

import re

from assistant.lexicon import concepts
from assistant.plan import Term
from assistant.understand.clauses.clause import Clause
from assistant.understand.clauses.joining import asks as puts_a_question
from assistant.understand.clauses.named_things import is_table, names_a_fund, projects_term
from assistant.understand.clauses.parting import axis_of
from assistant.understand.clauses.units_named import of_each_house

DETAIL_TABLE = re.compile(r"(?:明细|清单|一览)表?(?:[里中内]|当中|之中|里面)?的?$")
_WHETHER = re.compile(r"有没有|有无|是否|吗$|[有了]没有?$")
_ASKS_ITSELF = re.compile("[几哪何]|多少|什么|啥|[？?]")
_WITHIN = ("里", "中", "内", "里面", "里头", "里边", "当中", "之中")
_GOES_ON = re.compile(r"呢[？?]*$")
_PARTING = ("fund", "expenditure")  # what a line may be of, not beside


def is_topic(clause: Clause, following: Clause, leans: bool = False) -> bool:
    """Whether a clause only says what the next one is about: 支出里，…; 三公经费这块，…; 那个养护项目，…

    One that leans on the turn before may ask that again of another year: it leads up to nothing then.
    """
    if leans and _goes_on(clause):
        return False
    if clause.dropped and not (clause.unknown or clause.operators or clause.filters or clause.ranked):
        return True  # 除了最大的项目，…
    if _is_target_within(clause) or _only_groups(clause):
        return puts_a_question(following.tokens)
    if _WHETHER.search(clause.words) and clause.terms and (following.terms or clause.put):
        return False  # 今年买车吗，现有几辆车: each is asked
    if "share" in following.operators and _sums_projects(clause):
        return True
    if _is_sum_within(clause):
        return puts_a_question(following.tokens)
    if _only_sums(clause, following):
        return True
    if _lists_within(clause) or _is_table(clause):
        return puts_a_question(following.tokens)
    if _is_set_said_first(clause):
        return puts_a_question(following.tokens)
    if clause.unknown or puts_a_question(clause.tokens) or clause.filters:
        return False
    if clause.put and clause.terms and _names_its_own(following):
        return False  # 某局2023年总支出？有几辆车？ Each is asked
    if not clause.terms or clause.tokens[-1].text.endswith((*_WITHIN, "块", "方面")):
        return True
    if _is_of_its_parts(clause, following):
        return puts_a_question(following.tokens)
    # 差旅费，基本支出和项目支出一共多少: what only divides a line is asked of the line before it
    divides = bool(following.terms) and all(map(axis_of, following.terms)) and not any(map(axis_of, clause.terms))
    # 某项目，四所监狱从高到低各多少; 某项目，各监狱各多少
    of_one = len(clause.parts) == 1 and (following.of_kind or of_each_house(following, clause.terms))
    if following.each and following.terms and not (clause.of_kind or divides or of_one):
        return len(clause.parts) > 1 and len(following.parts) == 1
    if all(t.concept and concepts()[t.concept].group in _PARTING for t in clause.terms):
        return puts_a_question(following.tokens)  # 一般公共预算，委托业务费一共多少
    held = {"ratio", "difference"} & set(following.operators)  # 政府采购里，服务是货物的几倍
    listed = (len(following.parts) > 1 and not held) or bool({"sum", "plus"} & set(following.operators))
    bounded = "target" in following.operators  # 某项目，课时费一共不超过多少
    listed = listed and not (clause.of_kind or divides or bounded or _says_where(clause, following))
    return puts_a_question(following.tokens) and not (listed and following.terms)


def _names_its_own(following: Clause) -> bool:
    """Whether a clause names a thing of its own, and not what the one before it is made of."""
    only_divides = all(map(axis_of, following.terms))
    shared = {"share", "ratio", "plus", "sum"} & set(following.operators) or following.occupies
    return bool(following.terms) and not (only_divides or shared or following.each)


def names_the_part(clause: Clause, following: Clause) -> bool:
    """Whether a topic is the part whose share in a named whole is asked: 其他收入，某局占本年收入百分之多少."""
    asked = ("share" in following.operators or following.occupies) and following.whole and not following.terms
    within = clause.words.endswith(_WITHIN) or clause.entity or clause.of_kind
    return bool(asked and clause.terms and not within)


def _says_where(clause: Clause, following: Clause) -> bool:
    """Whether the next clause says in whose and in which tables to look: 印刷服务，某局政府购买服务一共多少."""
    groups = {concepts()[t.concept].group if t.concept else None for t in following.terms}
    return groups == {"topic"} and bool(following.mentions) and not clause.mentions


def shared_by(clause: Clause, following: Clause) -> list[list[Term]]:
    """The several things of a clause, each within what the next one names of all: 甲、乙两笔，基本支出里一共多少."""
    together = following.each or "sum" in following.operators
    within = following.terms or following.inner
    if len(clause.parts) < 2 or len(following.parts) > 1 or not (together and within):
        return []
    if not following.each and not all(map(axis_of, within)):
        return []
    return [[*part, *following.terms] for part in clause.parts]


def _is_of_its_parts(clause: Clause, following: Clause) -> bool:
    """Whether the next clause asks of nothing but parts of the one line named: 三公，逐项说增减：出国、接待."""
    whole = clause.terms[0].concept if len(clause.terms) == 1 else None
    named = [t.concept for t in following.terms]
    said = {concepts()[part].part_of if part else None for part in named}
    asked = set(following.operators) - {"each", "list"}  # an amount may be asked of the whole as well as of its parts
    return whole is not None and len(named) > 1 and said == {whole} and bool(asked)


def _is_set_said_first(clause: Clause) -> bool:
    """Whether a clause only says which members of a set are meant: 财政拨款为零的项目，某局的项目表里有几个."""
    chosen = clause.without or clause.alone or clause.filled or clause.filters
    asked = clause.operators or clause.amount_said or clause.ranked or clause.picks or clause.which or clause.unknown
    return bool(chosen) and bool(clause.entity) and not (asked or clause.terms or puts_a_question(clause.tokens))


def _goes_on(clause: Clause) -> bool:
    """Whether a clause asks what was asked before, of another year, stage or body: 到了2025年呢？其中工程类多少."""
    return _GOES_ON.search(clause.words) is not None and not (clause.terms or clause.operators or clause.entity)


def lead_on(clause: Clause, following: Clause) -> None:
    """Pass on to a clause what the topic before it says: what is spoken of, how many, of which secrecy, of whom."""
    if clause.of_kind:
        following.entity, following.said_count = clause.entity, following.said_count or clause.said_count
    if of_each_house(following, clause.terms):
        following.entity, following.of_kind = "unit", True
    following.entity = following.entity or clause.entity
    following.as_of = following.as_of or clause.as_of
    following.topic = clause.topic + clause.words
    if clause.secret and not following.secret:
        following.secret, following.open_only = True, clause.open_only
        following.said_count = following.said_count or clause.said_count
    if _is_target_within(clause) and "target" not in following.operators:
        following.operators.insert(0, "target")
    if clause.operators == ["group"] and "group" not in following.operators:
        following.operators.insert(0, "group")
    if "share" in following.operators and following.mentions and not following.whole_mentions:
        following.whole_mentions = list(clause.mentions)  # 甲局的项目里，乙中心占百分之几
    of_projects = clause.entity == "project" and all(map(names_a_fund, clause.terms))
    if "share" in following.operators and of_projects and not following.whole:
        # 项目里，综合管理占百分之几; 一般公共预算的项目支出里: of what that fund pays of them, and not of the fund
        following.whole, following.entity = [*clause.terms, projects_term()], None
        following.said_count = following.said_count or clause.said_count
    following.stated = [*clause.stated, *following.stated]
    following.filters = [*clause.filters, *following.filters]
    following.without, following.alone = [*clause.without, *following.without], [*clause.alone, *following.alone]
    following.filled = [*clause.filled, *following.filled]
    if following.level is None and (following.without or following.alone or following.filled):
        following.level = clause.level  # 项级科目中，全是项目支出的有几个
    following.denied = following.denied or bool(clause.without)  # 财政拨款为零的项目，某局有几个


def _lists_within(clause: Clause) -> bool:
    """Whether an order to list only leads to where to look: 请列出基本支出中，商品和服务支出最大的三个科目."""
    rest = [t for t in clause.tokens if not (t.role == "list" and t.text[0] in "列罗")]
    led = len(rest) < len(clause.tokens) and bool(clause.terms) and clause.words.endswith(_WITHIN)
    return led and not (clause.unknown or clause.filters or puts_a_question(rest))


def _is_table(clause: Clause) -> bool:
    """Whether a clause only names the table to look in: 培训费明细表，金额最高的两个…; 支出总表中，甲和乙一共多少."""
    asked = clause.operators or clause.filters or clause.ranked or clause.unknown or clause.amount_said or clause.each
    printed = len(clause.terms) == 1 and clause.terms[0].kind == "name" and is_table(clause.terms[0].text)
    return bool(clause.terms) and (printed or DETAIL_TABLE.search(clause.words) is not None) and not asked


def _sums_projects(clause: Clause) -> bool:
    """Whether a clause only puts projects together for a share of them: 把五个项目加总来看，…贡献了多大份额."""
    summed = clause.operators == ["sum"] and clause.entity == "project" and not (clause.amount_said or clause.each)
    return summed and not (clause.terms or clause.filters or clause.unknown or clause.hints or clause.secret)


def _is_sum_within(clause: Clause) -> bool:
    """Whether a clause says by its sum what the next asks of: 支出合计中，…的占比是多少; 维修费合计里，甲占了多少钱."""
    summed = clause.operators in ([], ["sum"]) and bool(clause.terms) and clause.words.endswith(_WITHIN)
    return summed and not (clause.amount_said or clause.filters or clause.unknown or clause.each)


def _only_sums(clause: Clause, following: Clause) -> bool:
    """Whether a clause only names what the next one, which says whose, adds up: 某项目加起来，四所监狱一共多少."""
    own = clause.mentions or clause.filters or clause.unknown or clause.amount_said or clause.each or clause.ranked
    whose = following.mentions or following.places
    summed = clause.operators == ["sum"] and "sum" in following.operators and bool(whose)
    named = following.terms and following.entity != "unit"
    return summed and bool(clause.terms) and not (own or named or _ASKS_ITSELF.search(clause.words))


def _is_target_within(clause: Clause) -> bool:
    """Whether a clause only says among whose targets the one asked for stands: 某项目的年度指标里，用户规模…"""
    asked = (
        clause.unknown or clause.filters or clause.amount_said or clause.each or re.search("[几哪]|多少", clause.words)
    )
    return clause.operators == ["target"] and bool(clause.terms) and clause.words.endswith(_WITHIN) and not asked


def _only_groups(clause: Clause) -> bool:
    """Whether a clause only says over whom the next one goes: 某局各预算单位中，…"""
    said = clause.terms or clause.filters or clause.unknown or clause.hints or clause.ranked
    asked = clause.amount_said or clause.each or re.search("多|几|分别", clause.words)
    return clause.operators == ["group"] and not said and not asked


def bodies_behind(clauses: list[Clause]) -> list[Clause]:
    """The clauses with the bodies that only the last one names said in the first: 谁多、多多少？比的是甲局和乙局.

    What is asked between two is read otherwise than of one; of one body said behind the scope alone is taken.
    """
    last = clauses[-1]
    said = last.terms or last.filters or last.ranked or last.unknown or last.hints or last.amount_said or last.years
    only_bodies = len(last.mentions) > 1 and not said and set(last.operators) <= {"compare"} and not last.which
    if len(clauses) < 2 or not only_bodies or any(c.mentions or c.places or c.follow for c in clauses[:-1]):
        return clauses
    if not any(puts_a_question(c.tokens) for c in clauses[:-1]):
        return clauses
    clauses[0].mentions = last.mentions
    return clauses[:-1]
