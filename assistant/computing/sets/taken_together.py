"""Questions over what several asks came to: the sum of the figures just told, shares of two years, the busiest unit."""

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.computing.arithmetic.aggregate import aggregated
from assistant.computing.figures.looking import Desk
from assistant.computing.rows.printed_totals import counted_by_unit, names_units
from assistant.computing.sets.operations import over_earlier
from assistant.finding.evidence import Found, Outcome
from assistant.plan import RANKS, Ask, Operation, Plan, Scope
from assistant.understand.asks.set_shares import works_over
from ingest.messages import say
from ingest.wording.glyphs import bare

_SUM_ONLY = re.compile(
    r"(?:那么?|则|以?上述?|这|它们?)?(?:[二两三四五几]?(?:者|项|个|笔|类|款|家|科目)+)?(?:一共|合计|共计|总共|合起来|加起来|总计|总和|之和|"
    r"加在一起|相加)+(?:起来)?(?:又|应|安排|列|预算|金额)*(?:(?:是|为|有|得)?(?:了)?(?:多少|几)[^，,。；;]{0,4}|呢)"
)
_NUMBERED = r"项目的?(?:数量|个数|数|条数)?是?(?:最|(?:排|居)?第[二三四五六七八九十\d]+)"
_MOST_PROJECTS = re.compile(
    r"(?:单位|部门|中心|机构|家|谁|哪(?:一?[个所座]|些)(?!项)[^，,。；;？?项的]{1,4})[^，,。；;？?多少几]{0,6}"
    rf"{_NUMBERED}(?P<one>多|少)(?!的?项目)|{_NUMBERED}(?P<other>多|少)的[^，,。；;？?]{{0,6}}(?:单位|部门|中心|机构|家)"
)


def summed_told(desk: Desk, asks: Sequence[Ask], outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, the last as the sum of those before it where it only asks for that: 甲多少，乙多少，二者合计多少.

    Where one is said to be within another nothing is added up; behind a rank it is over those that the rank chose.
    """
    outcomes = _over_chosen(desk, asks, outcomes)
    last, told = asks[-1], outcomes[:-1]
    own = any(t.text in last.words for t in last.terms) or last.filters
    if len(told) < 2 or own or not _SUM_ONLY.fullmatch(bare(last.words)) or any("其中" in a.words for a in asks):
        return outcomes
    found = [o.found[0] for o in told if o.kind == "figures" and len(o.found) == 1 and o.found[0].figure is not None]
    if len(found) < len(told) or len({f.figure.unit.kind for f in found if f.figure is not None}) > 1:
        return outcomes
    these = say("answer.these", desk.language, count=len(found))
    return [*told, aggregated(desk, replace(last, operation=Operation.SUM), found, these)]


def _over_chosen(desk: Desk, asks: Sequence[Ask], outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, a bare sum or mean behind a rank over those that the rank chose: 最大的五个是什么，合计多少."""
    made = list(outcomes)
    for at, (one, other) in enumerate(itertools.pairwise(asks), 1):
        if works_over(one, other):
            made[at] = over_earlier(desk, other, [made[at - 1]]) or made[at]
    return made


def share_moved(desk: Desk, ask: Ask, share: Callable[[Desk, Ask], Outcome]) -> Outcome:
    """By how many points a share differs from that of another year: 占比比上年高几个百分点."""
    plain = replace(ask, basis=None, basis_year=None, direction=None)
    scope = ask.scope
    years = (ask.basis_year,) if ask.basis_year else tuple(year - 1 for year in scope.years)
    before = replace(scope, years=years, relative_years=() if years else (-1,))
    now, then = share(desk, plain), share(desk, replace(plain, scope=before))
    for outcome in (now, then):
        if outcome.kind != "figures" or outcome.found[0].value is None or outcome.found[0].unit != "%":
            return outcome if outcome.kind != "figures" else Outcome("refusal", message=_one_side(desk, ask))
    one, other = now.found[0], then.found[0]
    if one.value is None or other.value is None:
        return Outcome("refusal", message=_one_side(desk, ask))
    one.label, other.label = _in_year(desk, one, now, scope), _in_year(desk, other, then, before)
    label = say("answer.difference_of", desk.language, one=one.label, other=other.label)
    unit = say("answer.percentage_points", desk.language)
    gap = Found(label, abs(one.value - other.value), unit, [*one.sources, *other.sources], True)
    return Outcome("figures", found=[gap, one, other], method=[*now.method, *then.method])


def _one_side(desk: Desk, ask: Ask) -> str:
    return say("answer.one_side", desk.language, asked="、".join(t.text for t in ask.terms) or ask.words)


def _in_year(desk: Desk, found: Found, outcome: Outcome, scope: Scope) -> str:
    figures = [f.figure for f in outcome.found if f.figure is not None]
    year = figures[0].year if figures else scope.years[0] if scope.years else ""
    said = outcome.place if outcome.place and not found.label.startswith(outcome.place) else ""
    return (
        said
        + ("" if str(year) in said + found.label else say("answer.in_year", desk.language, year=year or ""))
        + (found.label)
    )


def busiest_unit(desk: Desk, plan: Plan) -> Outcome | None:
    """The unit or units that their number of projects puts where a question asks: 项目最多的单位, 项目第二多的是谁."""
    said = _MOST_PROJECTS.search(plan.question)
    asks = [a for a in plan.asks if a.operation in RANKS and not a.filters]
    if said is None or not asks or len(asks[0].scope.departments) != 1 or asks[0].base:
        return None
    of = asks[0].terms  # 哪个监狱的项目最多: among the units of one kind
    if of and not (names_units(desk, asks[0]) and all(t.kind in ("name", "like") for t in of)):
        return None
    counted = replace(asks[0], operation=Operation.COUNT, number=None, entity="project", group="body", terms=())
    counts = counted_by_unit(desk, counted, of)
    if counts.kind != "list" or len(counts.found) < 2:
        return None
    most = "多" in (said["one"], said["other"])
    told = sorted((f for f in counts.found if f.value is not None), key=lambda f: f.value or 0, reverse=most)
    at = min(asks[0].number or 1, len(told)) - 1
    several = asks[0].operation in (Operation.TOP, Operation.BOTTOM)
    kept = [f for f in told[:at] if several] + [f for f in told if f.value == told[at].value]
    return Outcome("list", found=list({id(f): f for f in kept}.values()), narrowed=True)
