"""The money of a project over its whole term, and this year's part of it: 总投资多少; 今年的占工程总额几成."""

import re
from dataclasses import replace

from assistant.computing.arithmetic.ratios import divided
from assistant.computing.figures.looking import Desk, sights_of
from assistant.computing.figures.lookup import found_of, method_of
from assistant.computing.figures.whole_term import WHOLE_TERM
from assistant.finding.evidence import Outcome
from assistant.plan import Ask, Operation, Plan, Term
from assistant.saying.wordings import place_words
from assistant.understand.clauses.named_things import projects_term
from ingest.messages import say
from ingest.wording.glyphs import bare

_OF_THE_YEAR = (
    "年度资金申请总额",
    "年度资金总额",
    "年度预算资金总额",
    "本年度资金总额",
    "当年资金总额",
    "年度预算安排",
)
_THING = r"(?:工程|项目|建设|专项)"
_MONEY = r"(?:总额|总数|总价|总金额|总盘子|总资金|总预算|总量|投资额?|造价)"
# 总投资, 工程总造价, 整个工程要花多少: of the whole project, whatever a year's budget sets aside.
_WHOLE = re.compile(
    rf"(?:{_THING}的?|计划|概算)?(?:总(?:共)?投资额?|总造价|投资总(?:额|规模|量)|总概算)"
    rf"|(?:整个|全部)(?:的)?{_THING}(?:的)?(?:资金)?(?:{_MONEY})"
    rf"|(?:整个|全部)(?:的)?{_THING}(?:从头到尾|前前后后|下来|总共|一共|全部|到底|建成|建完|做完|干完|要|得|需要?|会|计划|打算|预计)*(?:安排|[花用投])"
    rf"|{_THING}的?(?:总额|总价|总金额)(?!最)"
)
# Said of a project by the way, which may be its year as well: it is the whole where a form tells the two apart.
_PERHAPS = re.compile(r"总投入|总共投入?|项目的?(?:项目)?总预算")
# 今年申请的钱占项目总资金: what the year asks for is held against all that the project is to cost.
_OF_THE_TERM = re.compile(
    r"(?<=占)(?:了|到|整个|该|这个)*(?:项目|工程)(?:总资金|资金总额|总预算|总经费|总投入)(?=的|多|几|百|比|$)"
    r"|(?<=申请的钱占|申请资金占|年度申请占|年申请的占|预算资金占)(?:总资金|资金总额)"
)
_YEAR = re.compile(r"今年|本年|当年|年度|这一?年|20\d\d年")
_SHARE = re.compile(r"占|几成|百分之|比[例重]|几分之")


def whole_project(desk: Desk, plan: Plan) -> Outcome | None:
    """What a project's form prints for its whole term, or the share of this year in it.

    None where no whole is asked for, or no one form prints it; refused where the words can mean nothing else.
    """
    words = bare(plan.question)
    said = _WHOLE.search(words)
    perhaps = None if said or _YEAR.search(words) else _PERHAPS.search(words)
    match = said or perhaps or _OF_THE_TERM.search(words)
    ask = _of_the_project(plan, match[0]) if match is not None else None
    if match is None or ask is None:
        return None
    whole = _one(desk, ask, WHOLE_TERM)
    year = _one(desk, ask, _OF_THE_YEAR)
    shared = _SHARE.search(words) is not None
    if whole is None:
        return None if said is None or year is None else _not_printed(desk, match[0])
    if not shared:
        return whole
    if year is None and said is None:
        return None
    if year is None or not _YEAR.search(words):
        return _not_printed(desk, match[0])
    year.found[0].label, whole.found[0].label = _OF_THE_YEAR[0], WHOLE_TERM[0]
    return divided(desk, year, whole, None)


def _of_the_project(plan: Plan, whole: str) -> Ask | None:
    """The look-up of the one project that a question names; None where it says anything else beside the whole."""
    said = [t for a in plan.asks for t in (*a.context, *a.terms, *a.base) if t.text not in whole]
    terms = dict.fromkeys(t for t in said if t != projects_term())  # 项目总资金 as all projects of a year
    plain = (Operation.LOOKUP, Operation.SUM, Operation.SHARE)
    others = any(a.operation not in plain or a.filters or a.excluded or a.stated for a in plan.asks)
    left = [word for word in plan.unexplained if word not in whole]
    if not plan.asks or others or left or not terms or any(t.kind not in ("name", "like") for t in terms):
        return None
    return Ask(Operation.LOOKUP, tuple(terms), scope=plan.asks[-1].scope, words="".join(t.text for t in terms))


def _one(desk: Desk, ask: Ask, columns: tuple[str, ...]) -> Outcome | None:
    """The one figure of a project in a column of some names."""
    column = Term(columns[0], "name", None, tuple((name, 1.0) for name in columns))
    own = replace(ask, terms=(*ask.terms, replace(column, kind="like")))
    found = [(s, s.choice.best) for s in sights_of(desk, own) if s.choice.best is not None]
    if len(found) != 1 or not set(map(bare, found[0][1].figure.column)) & set(columns):
        return None  # 项目支出 of a subject is the whole of no project
    sight, best = found[0]
    place = place_words(best, desk.language)
    return Outcome("figures", found=[found_of(desk, own, best)], method=[method_of(desk, sight)], place=place)


def _not_printed(desk: Desk, whole: str) -> Outcome:
    return Outcome("refusal", message=say("answer.condition_left", desk.language, condition=whole))
