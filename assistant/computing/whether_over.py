"""Whether one printed line passes a limit (项目支出超过100万元吗): yes or no, and the figure itself."""

import re
from dataclasses import replace

from assistant.computing.arithmetic.exact import base_of
from assistant.computing.figures.looking import Desk
from assistant.computing.plain import plain_lookup
from assistant.computing.rows.members import compare
from assistant.computing.sets.operations import over_set
from assistant.finding.evidence import Outcome
from assistant.finding.stated import names_threshold
from assistant.plan import Operation, Plan, Term
from assistant.saying.wordings import condition_words, threshold
from assistant.understand.words.ranks_said import CN
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

_ASKS = re.compile(r"[吗么][？?。]*$|是否|是不是|有没有|有无|超没超")
# What else may be wanted: the members of a set, an amount, each of several.
_MORE = re.compile(r"[哪谁几各每]|多少|什么|为何|怎|分别|平均|合计|最|一共|总共")
_SUM = r"(?:元|[万亿])"  # a limit said before
_EACH = re.compile(r"[都均]")
_PROJECTS = "project_expenditure"
_SIGNS = (">", ">=", "<", "<=")


def whether_over(desk: Desk, plan: Plan) -> Outcome | None:
    """The line with whether it passes the limit that is named; None where anything else is asked."""
    if len(plan.asks) != 1 or plan.unexplained or plan.taken:
        return None
    (ask,) = plan.asks
    words = bare(without(plan.question, plan.bodies, "，"))
    one_limit = len(ask.filters) == 1 and ask.filters[0].on == "amount" and ask.filters[0].sign in _SIGNS
    plain = ask.operation is Operation.LOOKUP and len(ask.terms) == 1 and not ask.entity
    if not (one_limit and plain) or ask.hints or not _ASKS.search(words):
        return None
    (term,) = ask.terms
    name = re.escape(bare(term.text))
    if not term.concept and not _is_one_line(term, name, words):
        return None
    if term.concept == _PROJECTS and re.search(rf"有(?!没有|无)[^，,]{{0,4}}{name}|{_SUM}[^，,]{{0,4}}的{name}", words):
        return over_set(desk, replace(ask, operation=Operation.LIST))  # 有项目支出超过…吗: one of several
    if _EACH.search(words) and term.concept == _PROJECTS:  # 项目支出都超过…吗
        return Outcome("refusal", message=say("answer.condition_left", desk.language, condition="都"))
    if _MORE.search(words.replace(bare(term.text), "")):  # 收入合计超过…吗
        return None
    (limit,) = ask.filters
    told = plain_lookup(desk, replace(ask, filters=()), plan)
    if told.kind != "figures" or len(told.found) != 1:
        return None
    (found,) = told.found
    if money_unit(found.unit) is None or names_threshold(found.label, limit):
        return None
    met = compare(base_of(found), limit)
    if term.concept:
        condition = condition_words(ask, desk.language).strip().removesuffix("的")
    else:
        condition = f"{term.text}{threshold(limit, desk.language)}"
    told.lead = say("answer.limit_met" if met else "answer.limit_unmet", desk.language, condition=condition)
    told.narrowed = True
    return told


def _is_one_line(term: Term, name: str, words: str) -> bool:
    """Whether a name or a code is that of the line itself, said before its limit: no 超过250万元的抚恤."""
    whole = term.kind == "code" or (term.kind == "name" and [score for _, score in term.names] == [1])
    return whole and re.search(rf"{name}[^，,。\d]{{0,12}}[\d{CN}百千]", words) is not None
